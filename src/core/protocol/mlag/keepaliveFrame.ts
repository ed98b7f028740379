import { joined, startsWith } from '../octets.ts'
import { fromUtf8, utf8 } from '../utf8.ts'

/** A keepalive tells that its sender lives and whether it acts as primary. What platforms put into the datagram is not
 * documented octet by octet; this is ours. */
export interface KeepalivePayload {
  /** Name of the sending peer. */
  readonly sender: string
  readonly acts: boolean
  /** It has uplinks, and none of them is up. */
  readonly noUplink: boolean
}

/** Encodes what goes inside UDP, or behind the EtherType where the platform's port is not known. */
export function encodeKeepalive({ sender, acts, noUplink }: KeepalivePayload): Uint8Array {
  const name = utf8(sender)
  return joined(MAGIC, Uint8Array.of((acts ? ACTS : 0) | (noUplink ? NO_UPLINK : 0), name.length), name)
}

/** Reads it, padding included; null: not a keepalive. Never throws. */
export function parseKeepalive(octets: Uint8Array): KeepalivePayload | null {
  const [bits, length] = [octets[MAGIC.length], octets[MAGIC.length + 1]]
  if (bits === undefined || length === undefined || !startsWith(octets, MAGIC)) return null
  const start = MAGIC.length + 2
  if (octets.length < start + length) return null
  const sender = fromUtf8(octets.subarray(start, start + length))
  return { sender, acts: (bits & ACTS) !== 0, noUplink: (bits & NO_UPLINK) !== 0 }
}

/** Internetwork control, as NX-OS marks its peer-keepalives (type of service 192). */
export const KEEPALIVE_TOS = 192

const [ACTS, NO_UPLINK] = [1, 2]

const MAGIC = utf8('MLAG Studio keepalive\n')
