import { parseEthernet, type EthernetFrame } from '../protocol/ethernet/ethernet.ts'
import { ARP_ETHERTYPE, parseArp } from '../protocol/host/arp.ts'
import { parseProbe } from '../protocol/host/probe.ts'
import { IPV4_ETHERTYPE, parseIpv4, type Datagram } from '../protocol/host/udp.ts'
import { SLOW_PROTOCOLS_ETHERTYPE } from '../protocol/lacp/frame.ts'
import { parseSlowPdu } from '../protocol/lacp/pdu.ts'
import { parseKeepalive } from '../protocol/mlag/keepaliveFrame.ts'
import { parseSync, SYNC_ETHERTYPE } from '../protocol/mlag/syncFrame.ts'
import { parseBpduPayload } from '../protocol/rstp/codec.ts'
import { arpFields, bpduFields, field, jsonFields, lacpduFields, markerFields, type Field } from './fields.ts'
import { arpSummary, bpduSummary, lacpduSummary, syncSummary } from './summaries.ts'

/** `unknown`: nothing wrong with it, but nobody here speaks it. `malformed`: it breaks the rules of its protocol. */
export type Protocol =
  | 'lacp'
  | 'marker'
  | 'bpdu'
  | 'arp'
  | 'keepalive'
  | 'peer-sync'
  | 'probe'
  | 'udp'
  | 'unknown'
  | 'malformed'

/** A frame in words. */
export interface Decoded {
  readonly protocol: Protocol
  /** One line, without addresses. */
  readonly summary: string
  /** From the outside in. */
  readonly fields: readonly Field[]
}

/** Reads an Ethernet frame without FCS. Never throws, whatever the octets are. */
export function decodeFrame(octets: Uint8Array): Decoded {
  const parsed = parseEthernet(octets)
  if (parsed.kind === 'malformed') return malformed(`Ethernet: ${parsed.reason}`, [])
  const { frame } = parsed
  const inner = decodePayload(frame)
  return { ...inner, fields: [...ethernetFields(frame), ...inner.fields] }
}

function decodePayload({ etherType, payload }: EthernetFrame): Decoded {
  switch (etherType) {
    case null:
      return decodeBpdu(payload)
    case SLOW_PROTOCOLS_ETHERTYPE:
      return decodeSlow(payload)
    case ARP_ETHERTYPE:
      return decodeArp(payload)
    case IPV4_ETHERTYPE:
      return decodeIpv4(payload)
    case SYNC_ETHERTYPE:
      return decodeSync(payload)
    // An EtherType is a number, not a union.
    default:
      return unknown(`EtherType ${hex(etherType, 4)}`, [])
  }
}

function decodeBpdu(payload: Uint8Array): Decoded {
  const parsed = parseBpduPayload(payload)
  switch (parsed.kind) {
    case 'bpdu':
      return { protocol: 'bpdu', summary: bpduSummary(parsed.bpdu), fields: bpduFields(parsed.bpdu) }
    case 'illegal':
      return malformed(`BPDU: ${parsed.reason}`, [])
    case 'other':
      return unknown('802.3 frame', [])
  }
}

function decodeSlow(payload: Uint8Array): Decoded {
  const parsed = parseSlowPdu(payload, undefined, 2)
  switch (parsed.kind) {
    case 'lacpdu':
      return { protocol: 'lacp', summary: lacpduSummary(parsed.pdu), fields: lacpduFields(parsed.pdu, parsed.tlvs) }
    case 'marker':
      return { protocol: 'marker', summary: 'Marker', fields: markerFields(parsed.marker) }
    case 'marker-response':
      return { protocol: 'marker', summary: 'Marker response', fields: markerFields(parsed.marker) }
    case 'unknown':
      return unknown(`slow protocol, subtype ${parsed.subtype}`, [])
    case 'illegal':
      return malformed(`slow protocol: ${parsed.reason}`, [])
  }
}

function decodeArp(payload: Uint8Array): Decoded {
  const parsed = parseArp(payload)
  if (parsed.kind === 'malformed') return malformed(`ARP: ${parsed.reason}`, [])
  return { protocol: 'arp', summary: arpSummary(parsed.arp), fields: arpFields(parsed.arp) }
}

function decodeIpv4(payload: Uint8Array): Decoded {
  const parsed = parseIpv4(payload)
  switch (parsed.kind) {
    case 'malformed':
      return malformed(`IPv4: ${parsed.reason}`, [])
    case 'other':
      return unknown(`IPv4, protocol ${parsed.protocol}`, [
        field('IPv4 source', parsed.source),
        field('IPv4 destination', parsed.destination),
      ])
    case 'udp':
      return decodeUdp(parsed.datagram)
  }
}

function decodeUdp(datagram: Datagram): Decoded {
  const { source, sourcePort, destination, destinationPort, tos, ttl, payload } = datagram
  const outer = [
    field('IPv4 source', source),
    field('IPv4 destination', destination),
    field('Type of service', hex(tos, 2)),
    field('Time to live', String(ttl)),
    field('UDP source port', String(sourcePort)),
    field('UDP destination port', String(destinationPort)),
  ]
  const probe = parseProbe(payload)
  if (probe !== null) {
    const inner = [
      field('Flow', `${probe.flow}, ${probe.direction === 0 ? 'forth' : 'back'}`),
      field('Probe', String(probe.sequence)),
      field('Sent at', `${(probe.sentAt / 1_000_000).toFixed(6)} s`),
    ]
    return { protocol: 'probe', summary: `probe ${probe.sequence} of ${probe.flow}`, fields: [...outer, ...inner] }
  }
  const keepalive = parseKeepalive(payload)
  if (keepalive !== null) return ofKeepalive(keepalive.sender, outer)
  const summary = `UDP ${sourcePort} > ${destinationPort}, ${payload.length} octets`
  return { protocol: 'udp', summary, fields: outer }
}

function decodeSync(payload: Uint8Array): Decoded {
  const keepalive = parseKeepalive(payload)
  if (keepalive !== null) return ofKeepalive(keepalive.sender, [])
  const parsed = parseSync(payload)
  switch (parsed.kind) {
    case 'sync':
      return { protocol: 'peer-sync', summary: syncSummary(parsed.message), fields: jsonFields(parsed.message) }
    case 'malformed':
      return malformed(`peer sync: ${parsed.reason}`, [])
    case 'other':
      return unknown('local experimental EtherType', [])
  }
}

function ofKeepalive(sender: string, outer: readonly Field[]): Decoded {
  return { protocol: 'keepalive', summary: `keepalive of ${sender}`, fields: [...outer, field('Sender', sender)] }
}

function ethernetFields({ destination, source, tag, etherType }: EthernetFrame): readonly Field[] {
  return [
    field('Destination', destination),
    field('Source', source),
    ...(tag === null ? [] : [field('VLAN', `${tag.vlan}, priority ${tag.priority}`)]),
    field('EtherType', etherType === null ? 'none: 802.3 with LLC' : hex(etherType, 4)),
  ]
}

function unknown(summary: string, fields: readonly Field[]): Decoded {
  return { protocol: 'unknown', summary, fields }
}

function malformed(summary: string, fields: readonly Field[]): Decoded {
  return { protocol: 'malformed', summary, fields }
}

function hex(value: number, digits: number): string {
  return `0x${value.toString(16).padStart(digits, '0')}`
}
