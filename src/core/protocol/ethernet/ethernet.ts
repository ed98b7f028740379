import { joined, readMac, viewOf, writeMac } from '../octets.ts'

/** An Ethernet frame without its FCS. Addresses are lower case with colons. */
export interface EthernetFrame {
  readonly destination: string
  readonly source: string
  /** 802.1Q tag; null: untagged. */
  readonly tag: VlanTag | null
  /** Null: an 802.3 frame, whose payload begins with the LLC header. */
  readonly etherType: number | null
  /** Read from an EtherType frame it has the padding at its end: only what is inside knows its own length. */
  readonly payload: Uint8Array
}

export interface VlanTag {
  /** 0..4095; 0: only the priority counts. */
  readonly vlan: number
  /** 0..7. */
  readonly priority: number
}

export type EthernetResult =
  | { readonly kind: 'frame'; readonly frame: EthernetFrame }
  | { readonly kind: 'malformed'; readonly reason: string }

/**
 * Encodes a frame, padded to the least size that a cable carries.
 * Source: IEEE 802.3, clause 3 (frame format, pad to 60 octets before the FCS); IEEE 802.1Q, 9.6 (tag).
 */
export function encodeEthernet({ destination, source, tag, etherType, payload }: EthernetFrame): Uint8Array {
  const header = new Uint8Array(tag === null ? UNTAGGED : UNTAGGED + TAG)
  const view = viewOf(header)
  writeMac(header, 0, destination)
  writeMac(header, 6, source)
  if (tag !== null) {
    view.setUint16(12, TAG_TYPE)
    view.setUint16(14, (tag.priority << 13) | tag.vlan)
  }
  view.setUint16(header.length - 2, etherType ?? payload.length)
  const pad = Math.max(0, LEAST - header.length - payload.length)
  return joined(header, payload, new Uint8Array(pad))
}

/** Reads a frame without FCS. Never throws, whatever the octets are. */
export function parseEthernet(octets: Uint8Array): EthernetResult {
  if (octets.length < UNTAGGED) return malformed(`${octets.length} octets`)
  const view = viewOf(octets)
  const tagged = view.getUint16(12) === TAG_TYPE
  const at = tagged ? UNTAGGED + TAG : UNTAGGED
  if (octets.length < at) return malformed('ends within its tag')
  const control = tagged ? view.getUint16(14) : 0
  const type = view.getUint16(at - 2)
  if (type > MOST_LENGTH && type < FIRST_TYPE) return malformed(`type or length ${type}`)
  if (type <= MOST_LENGTH && at + type > octets.length) return malformed(`ends before its length, ${type}`)
  const isLength = type <= MOST_LENGTH
  return {
    kind: 'frame',
    frame: {
      destination: readMac(octets, 0),
      source: readMac(octets, 6),
      tag: tagged ? { vlan: control & 0xfff, priority: control >> 13 } : null,
      etherType: isLength ? null : type,
      payload: isLength ? octets.slice(at, at + type) : octets.slice(at),
    },
  }
}

function malformed(reason: string): EthernetResult {
  return { kind: 'malformed', reason }
}

const UNTAGGED = 14
const TAG = 4
const TAG_TYPE = 0x8100
const LEAST = 60
/** Larger numbers are EtherTypes; those between are neither. */
const MOST_LENGTH = 1500
const FIRST_TYPE = 1536
