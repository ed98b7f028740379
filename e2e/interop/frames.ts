import { encodeLacpdu, encodeMarker } from '../../src/core/protocol/lacp/pdu.ts'
import { slowFrame } from '../../src/core/protocol/lacp/frame.ts'
import type { Lacpdu } from '../../src/core/protocol/lacp/types.ts'

/** A frame that a receiver may or may not take for a LACPDU, and what it is. */
export interface OddFrame {
  readonly name: string
  /** Made from a LACPDU that the receiver would believe. */
  readonly make: (good: Lacpdu) => Uint8Array
}

const PORT_MAC = '02:00:00:00:01:01'

/** Offsets in a frame without FCS. Source: IEEE 802.1AX-2014, 6.4.2.3. */
const AT = {
  destination: 0,
  source: 6,
  etherType: 12,
  subtype: 14,
  version: 15,
  actorType: 16,
  actorLength: 17,
  partnerType: 36,
  partnerLength: 37,
  collectorType: 56,
  collectorLength: 57,
  collectorMaxDelay: 58,
  terminatorType: 72,
  terminatorLength: 73,
} as const

const RESERVED: readonly (readonly [number, number])[] = [
  [33, 36],
  [53, 56],
  [60, 72],
  [74, 124],
]

/** Variations of a LACPDU: each row differs from a good one in what its name says. */
export const ODD_FRAMES: readonly OddFrame[] = [
  { name: 'valid', make: frameOf },
  ...[0, 2, 255].map((version) => patched(`version ${version}`, AT.version, version)),
  ...[0, 3, 11].map((subtype) => patched(`subtype ${subtype}`, AT.subtype, subtype)),
  patched('actor TLV type 7', AT.actorType, 7),
  patched('actor TLV length 19', AT.actorLength, 19),
  patched('actor TLV length 0', AT.actorLength, 0),
  patched('partner TLV type 7', AT.partnerType, 7),
  patched('partner TLV length 21', AT.partnerLength, 21),
  patched('collector TLV type 9', AT.collectorType, 9),
  patched('collector TLV length 15', AT.collectorLength, 15),
  patched('collector max delay 0xffff', AT.collectorMaxDelay, 0xff, 0xff),
  patched('terminator type 1', AT.terminatorType, 1),
  patched('terminator length 2', AT.terminatorLength, 2),
  {
    name: 'reserved octets 0xff',
    make: (good) => {
      const frame = frameOf(good)
      for (const [from, to] of RESERVED) frame.fill(0xff, from, to)
      return frame
    },
  },
  ...[123, 76, 60].map((octets) => ({
    name: `${octets} octets`,
    make: (good: Lacpdu) => frameOf(good).subarray(0, octets),
  })),
  ...[128, 400].map((octets) => ({ name: `padded to ${octets} octets`, make: (good: Lacpdu) => padded(good, octets) })),
  patched('destination 01-80-C2-00-00-00', AT.destination, 0x01, 0x80, 0xc2, 0, 0, 0x00),
  patched('destination 01-80-C2-00-00-03', AT.destination, 0x01, 0x80, 0xc2, 0, 0, 0x03),
  patched('broadcast', AT.destination, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
  patched('unicast destination', AT.destination, 0x02, 0, 0, 0, 0, 1),
  { name: 'priority tag', make: (good) => tagged(good, 0) },
  { name: 'VLAN tag 10', make: (good) => tagged(good, 10) },
  patched('source all zero', AT.source, 0, 0, 0, 0, 0, 0),
  patched('source multicast', AT.source, 0x01, 0, 0, 0, 0, 1),
  { name: 'actor system all zero', make: (good) => frameOf(withActor(good, { system: '00:00:00:00:00:00' })) },
  { name: 'actor system multicast', make: (good) => frameOf(withActor(good, { system: '01:00:00:00:00:01' })) },
  { name: 'actor port 0', make: (good) => frameOf(withActor(good, { port: 0 })) },
  { name: 'individual', make: (good) => frameOf(withActor(good, { state: good.actor.state & ~0x04 })) },
  { name: 'state 0x00', make: (good) => frameOf(withActor(good, { state: 0x00 })) },
  { name: 'state 0xff', make: (good) => frameOf(withActor(good, { state: 0xff })) },
  { name: 'distributing without collecting', make: (good) => frameOf(withActor(good, { state: 0x2f })) },
]

/** Marker PDUs, right and wrong. */
export const ODD_MARKERS: readonly { readonly name: string; readonly frame: Uint8Array }[] = [
  { name: 'marker', frame: markerWith() },
  { name: 'marker version 2', frame: markerWith([AT.version, 2]) },
  { name: 'marker length 15', frame: markerWith([AT.actorLength, 15]) },
  { name: 'marker pad', frame: markerWith([30, 0x77], [31, 0x77]) },
  { name: 'marker reserved octets', frame: markerWith([34, 0x77], [123, 0x77]) },
  { name: 'marker response', frame: markerWith([AT.actorType, 2]) },
  { name: 'marker TLV type 3', frame: markerWith([AT.actorType, 3]) },
  { name: 'marker of 60 octets', frame: markerWith().subarray(0, 60) },
]

function frameOf(pdu: Lacpdu): Uint8Array {
  return slowFrame(PORT_MAC, encodeLacpdu(pdu))
}

function withActor(pdu: Lacpdu, actor: Partial<Lacpdu['actor']>): Lacpdu {
  return { ...pdu, actor: { ...pdu.actor, ...actor } }
}

function patched(name: string, at: number, ...octets: readonly number[]): OddFrame {
  return {
    name,
    make: (good) => {
      const frame = frameOf(good)
      frame.set(octets, at)
      return frame
    },
  }
}

function padded(good: Lacpdu, octets: number): Uint8Array {
  const frame = new Uint8Array(octets)
  frame.set(frameOf(good))
  return frame
}

function tagged(good: Lacpdu, vlan: number): Uint8Array {
  const plain = frameOf(good)
  const frame = new Uint8Array(plain.length + 4)
  frame.set(plain.subarray(0, AT.etherType))
  frame.set([0x81, 0x00, vlan >> 8, vlan & 0xff], AT.etherType)
  frame.set(plain.subarray(AT.etherType), AT.etherType + 4)
  return frame
}

function markerWith(...patches: readonly (readonly [number, number])[]): Uint8Array {
  const marker = { requesterPort: 100, requesterSystem: '02:00:00:00:00:fe', transactionId: 0xcafe0001 }
  const frame = slowFrame(PORT_MAC, encodeMarker(marker))
  for (const [at, octet] of patches) frame[at] = octet
  return frame
}
