import { readMac, viewOf, writeMac } from '../octets.ts'
import { STANDARD_PARSER } from './parserProfile.ts'
import { parseSlowPdu } from './pdu.ts'
import type { SlowPdu } from './pdu.ts'

/** Destination of LACPDUs and Marker PDUs. Source: IEEE 802.1AX-2014, 6.2.11.2. */
export const SLOW_PROTOCOLS_MULTICAST = '01:80:c2:00:00:02'
export const SLOW_PROTOCOLS_ETHERTYPE = 0x8809

/** Puts a slow-protocol PDU into an untagged Ethernet frame, without FCS. `source` is the MAC of the sending port. */
export function slowFrame(source: string, pdu: Uint8Array): Uint8Array {
  const frame = new Uint8Array(HEADER + pdu.length)
  writeMac(frame, 0, SLOW_PROTOCOLS_MULTICAST)
  writeMac(frame, 6, source)
  viewOf(frame).setUint16(12, SLOW_PROTOCOLS_ETHERTYPE)
  frame.set(pdu, HEADER)
  return frame
}

/** Reads an Ethernet frame without FCS. Anything not addressed to the slow protocols is `other`. Never throws. */
export function parseSlowFrame(
  frame: Uint8Array,
  profile = STANDARD_PARSER,
  ownVersion: 1 | 2 = 1,
): SlowPdu | { readonly kind: 'other' } {
  if (frame.length < HEADER) return OTHER
  if (!profile.anyDestination && readMac(frame, 0) !== SLOW_PROTOCOLS_MULTICAST) return OTHER
  const at = profile.tagged && typeAt(frame, 12) === VLAN_TAG ? 16 : 12
  if (typeAt(frame, at) !== SLOW_PROTOCOLS_ETHERTYPE) return OTHER
  return parseSlowPdu(frame.subarray(at + 2), profile, ownVersion)
}

function typeAt(frame: Uint8Array, at: number): number | null {
  return frame.length < at + 2 ? null : viewOf(frame).getUint16(at)
}

const HEADER = 14
const VLAN_TAG = 0x8100
const OTHER = { kind: 'other' } as const
