import { joined, startsWith } from '../octets.ts'
import { fromUtf8, utf8 } from '../utf8.ts'

/** A keepalive tells that its sender lives and whether it acts as primary. What platforms put into the datagram is not
 * documented octet by octet; this is ours. */
export interface KeepalivePayload {
  /** Name of the sending peer. */
  readonly sender: string
  readonly acts: boolean
}

/** Encodes what goes inside UDP, or behind the EtherType where the platform's port is not known. */
export function encodeKeepalive({ sender, acts }: KeepalivePayload): Uint8Array {
  const name = utf8(sender)
  return joined(MAGIC, Uint8Array.of(acts ? 1 : 0, name.length), name)
}

/** Reads it, padding included; null: not a keepalive. Never throws. */
export function parseKeepalive(octets: Uint8Array): KeepalivePayload | null {
  const [acts, length] = [octets[MAGIC.length], octets[MAGIC.length + 1]]
  if (acts === undefined || length === undefined || !startsWith(octets, MAGIC)) return null
  const start = MAGIC.length + 2
  if (octets.length < start + length) return null
  return { sender: fromUtf8(octets.subarray(start, start + length)), acts: acts === 1 }
}

/** Internetwork control, as NX-OS marks its peer-keepalives (type of service 192). */
export const KEEPALIVE_TOS = 192

const MAGIC = utf8('MLAG Studio keepalive\n')
