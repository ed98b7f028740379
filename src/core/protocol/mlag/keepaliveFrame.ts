import { joined, startsWith } from '../octets.ts'
import { fromUtf8, utf8 } from '../utf8.ts'

/** A keepalive tells only that its sender lives. What platforms put into the datagram is not documented; this is ours. */
export interface KeepalivePayload {
  /** Name of the sending peer. */
  readonly sender: string
}

/** Encodes what goes inside UDP, or behind the EtherType where the platform's port is not known. */
export function encodeKeepalive({ sender }: KeepalivePayload): Uint8Array {
  const name = utf8(sender)
  return joined(MAGIC, Uint8Array.of(name.length), name)
}

/** Reads it, padding included; null: not a keepalive. Never throws. */
export function parseKeepalive(octets: Uint8Array): KeepalivePayload | null {
  const length = octets[MAGIC.length]
  if (length === undefined || !startsWith(octets, MAGIC)) return null
  const end = MAGIC.length + 1 + length
  return octets.length < end ? null : { sender: fromUtf8(octets.subarray(MAGIC.length + 1, end)) }
}

/** Internetwork control, as NX-OS marks its peer-keepalives (type of service 192). */
export const KEEPALIVE_TOS = 192

const MAGIC = utf8('MLAG Studio keepalive\n')
