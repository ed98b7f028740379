import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeEthernet, parseEthernet, type EthernetFrame } from './ethernet/ethernet.ts'
import { encodeArp, parseArp, type Arp } from './host/arp.ts'
import { encodeProbe, parseProbe } from './host/probe.ts'
import { encodeDatagram, parseIpv4, type Datagram } from './host/udp.ts'
import { encodeKeepalive, parseKeepalive } from './mlag/keepaliveFrame.ts'
import type { PeerMessage } from './mlag/messages.ts'
import { encodeSync, parseSync } from './mlag/syncFrame.ts'
import { joined } from './octets.ts'
import { fromUtf8, utf8 } from './utf8.ts'

const SEED = { seed: 20_261_124 }

describe('Ethernet', () => {
  test('a short frame is padded to 60 octets, a tag goes between source and type', () => {
    const frame = { ...PLAIN, tag: { vlan: 10, priority: 5 }, payload: Uint8Array.of(1, 2, 3) }
    const octets = encodeEthernet(frame)
    expect(octets.length).toBe(60)
    expect(hex(octets.subarray(0, 21))).toBe('0180c200000202000000010181 00a00a 8809 010203'.replaceAll(' ', ''))
    expect(octets.subarray(21).every((octet) => octet === 0)).toBe(true)
  })

  test('an 802.3 frame is read back without its padding', () => {
    const frame = { ...PLAIN, etherType: null, payload: Uint8Array.of(0x42, 0x42, 0x03, 9) }
    expect(parseEthernet(encodeEthernet(frame))).toEqual({ kind: 'frame', frame })
  })

  test('what was encoded is read back', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const read = parseEthernet(encodeEthernet(frame))
        if (read.kind !== 'frame') throw new Error(read.reason)
        const payload = read.frame.payload.subarray(0, frame.payload.length)
        expect({ ...read.frame, payload: [...payload] }).toEqual({ ...frame, payload: [...frame.payload] })
      }),
      SEED,
    )
  })

  test.each([
    ['13 octets', new Uint8Array(13), '13 octets'],
    ['a type between length and EtherType', typed(1501), 'type or length 1501'],
    ['a length beyond the end', typed(47), 'ends before its length, 47'],
    ['a tag cut short', typed(0x8100).subarray(0, 17), 'ends within its tag'],
  ])('%s is malformed', (_, octets, reason) => {
    expect(parseEthernet(octets)).toEqual({ kind: 'malformed', reason })
  })
})

describe('ARP', () => {
  test('a request, octet by octet', () => {
    const request: Arp = {
      operation: 'request',
      senderMac: '02:00:00:00:0a:01',
      senderIp: '10.0.10.1',
      targetMac: '00:00:00:00:00:00',
      targetIp: '10.0.10.2',
    }
    expect(hex(encodeArp(request))).toBe(
      '00010800060400010200000 00a010a000a010000000000000a000a02'.replaceAll(' ', ''),
    )
  })

  test('what was encoded is read back, padding or not', () => {
    fc.assert(
      fc.property(arps, fc.nat({ max: 20 }), (arp, pad) => {
        expect(parseArp(joined(encodeArp(arp), new Uint8Array(pad)))).toEqual({ kind: 'arp', arp })
      }),
      SEED,
    )
  })

  test.each([
    ['too short', encodeArp(anArp()).subarray(0, 27), '27 octets'],
    ['for IPv6', patched(encodeArp(anArp()), 2, 0x86, 0xdd), 'not for IPv4 on Ethernet'],
    ['of an unknown operation', patched(encodeArp(anArp()), 7, 9), 'operation 9'],
  ])('ARP %s is malformed', (_, octets, reason) => {
    expect(parseArp(octets)).toEqual({ kind: 'malformed', reason })
  })
})

describe('UDP in IPv4', () => {
  test('a packet, octet by octet, its checksums worked out apart', () => {
    const octets = encodeDatagram({ ...DATAGRAM, payload: utf8('hi') })
    expect(hex(octets)).toBe(
      '45c0001e00004000' + 'ff11' + '670c' + '0a000001' + '0a000002' + '0c80' + '0c80' + '000a' + '6a6e' + '6869',
    )
  })

  test('a sum that comes out as zero is sent as all ones', () => {
    const octets = encodeDatagram({ ...DATAGRAM, payload: Uint8Array.of(0xd2, 0xd7) })
    expect([...octets.subarray(26, 28)]).toEqual([0xff, 0xff])
    expect(parseIpv4(octets)).toMatchObject({ kind: 'udp' })
  })

  test('what was encoded is read back, padding or not', () => {
    fc.assert(
      fc.property(datagrams, fc.nat({ max: 30 }), (datagram, pad) => {
        const read = parseIpv4(joined(encodeDatagram(datagram), new Uint8Array(pad)))
        expect(read).toEqual({ kind: 'udp', datagram: { ...datagram, payload: Uint8Array.from(datagram.payload) } })
      }),
      SEED,
    )
  })

  test('one flipped bit is noticed, wherever it is', () => {
    fc.assert(
      fc.property(datagrams, fc.nat(), fc.integer({ min: 0, max: 7 }), (datagram, where, bit) => {
        const octets = encodeDatagram(datagram)
        const at = where % octets.length
        octets[at] = (octets[at] ?? 0) ^ (1 << bit)
        expect(parseIpv4(octets).kind).not.toBe('udp')
      }),
      SEED,
    )
  })

  test('another protocol and a fragment are left alone', () => {
    const tcp = withHeaderChecksum(patched(encodeDatagram(DATAGRAM), 9, 6))
    expect(parseIpv4(tcp)).toEqual({ kind: 'other', protocol: 6, source: '10.0.0.1', destination: '10.0.0.2' })
    const fragment = withHeaderChecksum(patched(encodeDatagram(DATAGRAM), 6, 0x20))
    expect(parseIpv4(fragment)).toMatchObject({ kind: 'other', protocol: 17 })
  })
})

test('probes, keepalives and text are read back, padding or not', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(0, 1), u32, fc.maxSafeInteger(), (flow, direction, sequence, sentAt) => {
      const probe = { flow, direction, sequence, sentAt } as const
      expect(parseProbe(encodeProbe(probe))).toEqual(probe)
    }),
    SEED,
  )
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9._-]{1,63}$/), fc.boolean(), fc.nat({ max: 40 }), (sender, acts, pad) => {
      const payload = { sender, acts, noUplink: acts !== pad > 20 }
      expect(parseKeepalive(joined(encodeKeepalive(payload), new Uint8Array(pad)))).toEqual(payload)
    }),
    SEED,
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)])
      expect(fromUtf8(utf8(text))).toBe(text)
    }),
    SEED,
  )
})

test('half a surrogate pair becomes the replacement character', () => {
  expect(fromUtf8(utf8('a\ud800b'))).toBe('a\ufffdb')
})

describe('peer sync', () => {
  test('a message is read back as it was written', () => {
    const hello: PeerMessage = {
      type: 'hello',
      session: 3,
      hears: 2,
      ready: true,
      domainNumber: 10,
      mac: '00:00:5e:00:53:01',
      priority: 100,
      sticky: false,
      role: 'primary',
      acts: true,
      fresh: false,
      systemId: null,
      offset: null,
      ack: 7,
    }
    const padded = joined(encodeSync(hello), new Uint8Array(9))
    expect(parseSync(padded)).toEqual({ kind: 'sync', type: 'hello', message: hello })
  })

  test('something else under the EtherType is not ours, and a cut or foreign version is malformed', () => {
    const ack = encodeSync({ type: 'ack', session: 1, ack: 2 })
    expect(parseSync(utf8('something else'))).toEqual({ kind: 'other' })
    expect(parseSync(ack.subarray(0, 24))).toMatchObject({ kind: 'malformed' })
    expect(parseSync(ack.subarray(0, -1))).toMatchObject({ kind: 'malformed', reason: 'ends before its length' })
    expect(parseSync(patched(ack, 22, 9))).toEqual({ kind: 'malformed', reason: 'version 9' })
    expect(parseSync(patched(ack, 27, 0x20, 0x5b))).toEqual({ kind: 'malformed', reason: 'not a message' })
  })
})

test('no parser throws, whatever the octets are', () => {
  const starts = [
    encodeProbe(aProbe()),
    encodeKeepalive({ sender: 'a', acts: true, noUplink: false }),
    encodeSync({ type: 'ack', session: 1, ack: 2 }),
  ]
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .tuple(fc.constantFrom(...starts), fc.nat(), fc.uint8Array({ maxLength: 30 }))
      .map(([start, keep, rest]) => joined(start.subarray(0, keep % start.length), rest)),
    datagrams.map(encodeDatagram),
  )
  fc.assert(
    fc.property(anything, (octets) => {
      for (const parse of [parseEthernet, parseArp, parseIpv4, parseProbe, parseKeepalive, parseSync, fromUtf8]) {
        expect(() => parse(octets)).not.toThrow()
      }
    }),
    { ...SEED, numRuns: 2_000 },
  )
})

const PLAIN: EthernetFrame = {
  destination: '01:80:c2:00:00:02',
  source: '02:00:00:00:01:01',
  tag: null,
  etherType: 0x8809,
  payload: new Uint8Array(0),
}

const DATAGRAM: Datagram = {
  source: '10.0.0.1',
  destination: '10.0.0.2',
  sourcePort: 3200,
  destinationPort: 3200,
  tos: 0xc0,
  ttl: 255,
  identification: 0,
  payload: new Uint8Array(0),
}

const u16 = fc.integer({ min: 0, max: 0xffff })
const u32 = fc.integer({ min: 0, max: 0xffff_ffff })
const u8 = fc.integer({ min: 0, max: 255 })
const macs = fc.uint8Array({ minLength: 6, maxLength: 6 }).map((octets) => hex(octets).match(/../g)!.join(':'))
const ips = fc.ipV4()
const frames: fc.Arbitrary<EthernetFrame> = fc.record({
  destination: macs,
  source: macs,
  tag: fc.option(fc.record({ vlan: fc.integer({ min: 0, max: 4095 }), priority: fc.integer({ min: 0, max: 7 }) })),
  etherType: fc.option(fc.integer({ min: 1536, max: 0xffff }).filter((type) => type !== 0x8100)),
  payload: fc.uint8Array({ maxLength: 1500 }),
})
const arps: fc.Arbitrary<Arp> = fc.record({
  operation: fc.constantFrom('request', 'reply'),
  senderMac: macs,
  senderIp: ips,
  targetMac: macs,
  targetIp: ips,
})
const datagrams: fc.Arbitrary<Datagram> = fc.record({
  source: ips,
  destination: ips,
  sourcePort: u16,
  destinationPort: u16,
  tos: u8,
  ttl: u8,
  identification: u16,
  payload: fc.uint8Array({ maxLength: 600 }),
})

function anArp(): Arp {
  const mac = '02:00:00:00:0a:01'
  return { operation: 'reply', senderMac: mac, senderIp: '10.0.10.1', targetMac: mac, targetIp: '10.0.10.2' }
}

function aProbe() {
  return { flow: 'f1', direction: 0, sequence: 1, sentAt: -5 } as const
}

function typed(type: number): Uint8Array {
  const octets = encodeEthernet({ ...PLAIN, etherType: 0x8809 })
  octets.set([type >> 8, type & 0xff], 12)
  return octets
}

function patched(octets: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const copy = octets.slice()
  copy.set(values, at)
  return copy
}

/** Puts the right checksum over a changed header. */
function withHeaderChecksum(octets: Uint8Array): Uint8Array {
  octets.set([0, 0], 10)
  let sum = 0
  for (let at = 0; at < 20; at += 2) sum += (octets[at]! << 8) | octets[at + 1]!
  sum = (sum & 0xffff) + (sum >> 16)
  octets.set([(~sum >> 8) & 0xff, ~sum & 0xff], 10)
  return octets
}

function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex')
}
