import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeEthernet, type EthernetFrame } from '../protocol/ethernet/ethernet.ts'
import { encodeArp } from '../protocol/host/arp.ts'
import { encodeProbe } from '../protocol/host/probe.ts'
import { encodeDatagram, type Datagram } from '../protocol/host/udp.ts'
import { slowFrame } from '../protocol/lacp/frame.ts'
import { encodeLacpdu, encodeMarker, markerResponse, parseSlowPdu } from '../protocol/lacp/pdu.ts'
import type { Lacpdu } from '../protocol/lacp/types.ts'
import { encodeKeepalive } from '../protocol/mlag/keepaliveFrame.ts'
import type { PeerMessage } from '../protocol/mlag/messages.ts'
import { encodeSync } from '../protocol/mlag/syncFrame.ts'
import { joined } from '../protocol/octets.ts'
import { bpduFrame } from '../protocol/rstp/codec.ts'
import { utf8 } from '../protocol/utf8.ts'
import { decodeFrame } from './decode.ts'

const MAC = '02:00:00:00:01:01'

describe('a decoded frame', () => {
  test('of LACP has both ends with their state bits by name', () => {
    const decoded = decodeFrame(slowFrame(MAC, encodeLacpdu(LACPDU)))
    expect(decoded).toMatchObject({ protocol: 'lacp', summary: 'ATGSCD-- > A-G---F-' })
    expect(valuesOf(decoded)).toMatchObject({
      Destination: '01:80:c2:00:00:02',
      EtherType: '0x8809',
      'Actor system': '00:23:04:ee:be:0a, priority 32667',
      'Actor key': '32779',
      'Actor port': '257, priority 32768',
      'Actor state': '0x3f: Activity, Short timeout, Aggregation, Synchronization, Collecting, Distributing',
      'Partner state': '0x45: Activity, Aggregation, Defaulted',
      'Collector max delay': '500 µs',
    })
  })

  test('of a version 2 LACPDU lists TLVs it does not know', () => {
    const pdu = encodeLacpdu({ ...LACPDU, version: 2 }, [{ type: 4, value: Uint8Array.of(0, 0x80, 0xc2, 1) }])
    expect(valuesOf(decodeFrame(slowFrame(MAC, pdu)))).toMatchObject({ 'LACP version': '2', 'TLV 4': '4 octets' })
  })

  test('of a Marker and its response', () => {
    const marker = encodeMarker({ requesterPort: 7, requesterSystem: MAC, transactionId: 9 })
    expect(decodeFrame(slowFrame(MAC, marker))).toMatchObject({ protocol: 'marker', summary: 'Marker' })
    const parsed = parseSlowPdu(marker)
    if (parsed.kind !== 'marker') throw new Error(parsed.kind)
    const response = decodeFrame(slowFrame(MAC, markerResponse(parsed.marker)))
    expect(response).toMatchObject({ protocol: 'marker', summary: 'Marker response' })
    expect(valuesOf(response)).toMatchObject({ 'Requester port': '7', Transaction: '9' })
  })

  test('of a BPDU has role, flags, bridges and port', () => {
    const decoded = decodeFrame(bpduFrame(MAC, RST))
    expect(decoded).toMatchObject({
      protocol: 'bpdu',
      summary: 'designated, proposal, root 4096 00:00:5e:00:53:01, cost 2000',
    })
    expect(valuesOf(decoded)).toMatchObject({
      EtherType: 'none: 802.3 with LLC',
      Flags: 'proposal, learning',
      Port: '17, priority 128',
      'Max age': '20 s',
    })
  })

  test('of older spanning tree', () => {
    const config = { ...RST, type: 'config', version: 0, topologyChange: true, topologyChangeAck: false } as const
    expect(decodeFrame(bpduFrame(MAC, config)).summary).toMatch(/^802.1D-1998, root 4096/)
    const tcn = decodeFrame(bpduFrame(MAC, { type: 'tcn', version: 0 }))
    expect(tcn).toMatchObject({ protocol: 'bpdu', summary: 'topology change notification' })
  })

  test('of a tagged probe has addresses, ports, flow and send time', () => {
    const payload = encodeProbe({ flow: 'f1', direction: 1, sequence: 3140, sentAt: 31_402_000 })
    const decoded = decodeFrame(ethernet(0x0800, encodeDatagram({ ...DATAGRAM, payload }), { vlan: 10, priority: 0 }))
    expect(decoded).toMatchObject({ protocol: 'probe', summary: 'probe 3140 of f1' })
    expect(valuesOf(decoded)).toMatchObject({
      VLAN: '10, priority 0',
      'IPv4 source': '10.0.10.1',
      'UDP destination port': '3200',
      Flow: 'f1, back',
      'Sent at': '31.402000 s',
    })
  })

  test('of keepalives, with or without UDP', () => {
    const payload = encodeKeepalive({ sender: 'leaf-a', acts: true, noUplink: false })
    const udp = decodeFrame(ethernet(0x0800, encodeDatagram({ ...DATAGRAM, payload })))
    const bare = decodeFrame(ethernet(0x88b6, payload))
    for (const decoded of [udp, bare]) {
      expect(decoded).toMatchObject({ protocol: 'keepalive', summary: 'keepalive of leaf-a' })
    }
  })

  test('of ARP', () => {
    const arp = encodeArp({
      operation: 'request',
      senderMac: MAC,
      senderIp: '10.0.10.1',
      targetMac: MAC,
      targetIp: '10.0.10.2',
    })
    expect(decodeFrame(ethernet(0x0806, arp))).toMatchObject({
      protocol: 'arp',
      summary: 'who has 10.0.10.2? tell 10.0.10.1',
    })
  })

  test.each<[PeerMessage, string]>([
    [{ type: 'ack', session: 1, ack: 5 }, 'ack 5'],
    [reliable({ type: 'leg', channel: 11, up: false, alone: false }), 'leg 11 down'],
    [reliable({ type: 'mac', address: 4, vlan: 10, channel: null }), 'address 4 in VLAN 10'],
    [reliable({ type: 'stp-ports', ports: [1, 2] }), 'spanning tree ports 1, 2'],
    [reliable({ type: 'table-end' }), 'end of the MAC table'],
    [
      { type: 'bpdu', session: 1, bpdu: { way: 'in', port: 3, bpdu: { type: 'tcn', version: 0 } } },
      'BPDU in at port 3',
    ],
  ])('of what a peer says: %j', (message, summary) => {
    expect(decodeFrame(ethernet(0x88b6, encodeSync(message)))).toMatchObject({ protocol: 'peer-sync', summary })
  })
})

test.each([
  ['another EtherType', ethernet(0x88cc, utf8('lldp')), 'unknown', 'EtherType 0x88cc'],
  ['another LLC', ethernet(null, Uint8Array.of(0xaa, 0xaa, 3)), 'unknown', '802.3 frame'],
  [
    'a slow protocol nobody speaks',
    slowFrame(MAC, patched(encodeLacpdu(aLacpdu()), 0, 3)),
    'unknown',
    'slow protocol, subtype 3',
  ],
  [
    'an illegal slow protocol',
    slowFrame(MAC, patched(encodeLacpdu(aLacpdu()), 0, 0)),
    'malformed',
    'slow protocol: subtype 0',
  ],
  [
    'a wrong checksum',
    ethernet(0x0800, patched(encodeDatagram(aDatagram()), 10, 1)),
    'malformed',
    'IPv4: IPv4 header checksum is wrong',
  ],
  ['other UDP', ethernet(0x0800, encodeDatagram(aDatagram())), 'udp', 'UDP 3200 > 3200, 0 octets'],
  ['something of an experiment', ethernet(0x88b6, utf8('hello')), 'unknown', 'local experimental EtherType'],
  ['nothing', new Uint8Array(0), 'malformed', 'Ethernet: 0 octets'],
])('%s is told apart', (_, octets, protocol, summary) => {
  expect(decodeFrame(octets)).toMatchObject({ protocol, summary })
})

test('no octets make it throw, also right behind a good beginning', () => {
  const starts = [
    slowFrame(MAC, encodeLacpdu(LACPDU)),
    bpduFrame(MAC, RST),
    ethernet(0x88b6, encodeSync({ type: 'ack', session: 1, ack: 2 })),
    ethernet(
      0x88b6,
      joined(utf8('MLAG Studio peer sync\n'), Uint8Array.of(1, 0, 0, 0x27, 0x10), utf8('['.repeat(10_000))),
    ),
    ethernet(
      0x0800,
      encodeDatagram({ ...DATAGRAM, payload: encodeKeepalive({ sender: 'a', acts: false, noUplink: false }) }),
    ),
  ]
  const json = fc.json({ maxDepth: 12 }).map((text) => {
    const octets = utf8(text)
    const length = [octets.length >> 24, octets.length >> 16, octets.length >> 8, octets.length]
    return ethernet(0x88b6, joined(utf8('MLAG Studio peer sync\n'), Uint8Array.of(1, ...length), octets))
  })
  const damaged = fc
    .tuple(fc.constantFrom(...starts), fc.nat(), fc.nat({ max: 255 }))
    .map(([start, at, value]) => patched(start, at % start.length, value))
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), json, damaged), (octets) => {
      expect(() => decodeFrame(octets)).not.toThrow()
    }),
    { seed: 20_261_124, numRuns: 2_000 },
  )
})

const LACPDU: Lacpdu = {
  version: 1,
  actor: {
    systemPriority: 32_667,
    system: '00:23:04:ee:be:0a',
    key: 32_779,
    portPriority: 32_768,
    port: 257,
    state: 0x3f,
  },
  partner: { systemPriority: 65_535, system: '02:00:00:00:0a:01', key: 15, portPriority: 255, port: 1, state: 0x45 },
  collectorMaxDelay: 50,
}

const RST = {
  type: 'rst',
  version: 2,
  flags: {
    topologyChange: false,
    proposal: true,
    role: 'designated',
    learning: true,
    forwarding: false,
    agreement: false,
    topologyChangeAck: false,
  },
  root: { priority: 4096, mac: '00:00:5e:00:53:01' },
  rootPathCost: 2000,
  bridge: { priority: 32_768, mac: '00:00:5e:00:53:02' },
  port: 0x8011,
  messageAge: 1,
  maxAge: 20,
  helloTime: 2,
  forwardDelay: 15,
} as const

const DATAGRAM: Datagram = aDatagram()

function aDatagram(): Datagram {
  return {
    source: '10.0.10.1',
    destination: '10.0.10.2',
    sourcePort: 3200,
    destinationPort: 3200,
    tos: 0,
    ttl: 64,
    identification: 1,
    payload: new Uint8Array(0),
  }
}

function aLacpdu(): Lacpdu {
  const identity = { systemPriority: 1, system: '02:00:00:00:01:01', key: 1, portPriority: 1, port: 1, state: 0x3d }
  return { version: 1, actor: identity, partner: identity, collectorMaxDelay: 0 }
}

function reliable(body: (PeerMessage & { type: 'reliable' })['body']): PeerMessage {
  return { type: 'reliable', session: 1, seq: 1, body }
}

function ethernet(etherType: number | null, payload: Uint8Array, tag: EthernetFrame['tag'] = null): Uint8Array {
  return encodeEthernet({ destination: '02:00:00:00:0a:02', source: '02:00:00:00:0a:01', tag, etherType, payload })
}

function patched(octets: Uint8Array, at: number, value: number): Uint8Array {
  const copy = octets.slice()
  copy[at] = value
  return copy
}

function valuesOf({ fields }: ReturnType<typeof decodeFrame>): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]))
}
