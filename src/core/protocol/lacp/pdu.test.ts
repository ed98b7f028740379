import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LacpIdentity } from '../../model/protocolView.ts'
import { parseSlowFrame, slowFrame } from './frame.ts'
import { NO_PARTNER } from './identity.ts'
import { FREEBSD_PARSER, LINUX_PARSER, OPEN_VSWITCH_PARSER, STANDARD_PARSER } from './parserProfile.ts'
import { encodeLacpdu, encodeMarker, parseSlowPdu } from './pdu.ts'
import type { Tlv } from './types.ts'
import { A, aRunningPort, B, goodPdu } from './testing/ports.ts'

const MAC = '02:00:00:00:00:01'
const good = goodPdu(aRunningPort())

/** First LACPDU of Open vSwitch 3.1 (fast, key 7), as captured. */
const OPEN_VSWITCH_FRAME =
  '0180c2000002aa55aa550002880901010114fffeaa55aa5500000007ffff00013f000000021480000200000000fe001100ff0064c7000000031000'

/** First LACPDUs of the Linux 6.1 bonding driver, slow, as captured. */
const LINUX_FRAME =
  '0180c2000002525400000001880901010114ffff525400000001000900ff0001c50000000214ffff000000000000000100ff000102000000031000'

describe('LACPDU', () => {
  test('W1: the octets of a port that collects and distributes', () => {
    const actor = { ...A, state: 0x3d }
    const frame = slowFrame(MAC, encodeLacpdu({ version: 1, actor, partner: B, collectorMaxDelay: 0 }))
    expect(frame).toHaveLength(124)
    expect(hexOf(frame, 0, 14)).toBe('0180c20000020200000000018809')
    expect(hexOf(frame, 14, 36)).toBe('01010114 8000 02000000000a 0007 00ff 0001 3d 000000'.replaceAll(' ', ''))
    expect(hexOf(frame, 36, 56)).toBe('0214 8000 02000000000b 0007 00ff 0001 3d 000000'.replaceAll(' ', ''))
    expect(hexOf(frame, 56, 124)).toBe('0310'.padEnd(136, '0'))
  })

  test('W2: a frame of Open vSwitch', () => {
    expect(parseSlowFrame(captured(OPEN_VSWITCH_FRAME))).toMatchObject({
      kind: 'lacpdu',
      pdu: {
        version: 1,
        actor: {
          systemPriority: 0xfffe,
          system: 'aa:55:aa:55:00:00',
          key: 7,
          portPriority: 0xffff,
          port: 1,
          state: 0x3f,
        },
        partner: {
          systemPriority: 0x8000,
          system: '02:00:00:00:00:fe',
          key: 17,
          portPriority: 255,
          port: 100,
          state: 0xc7,
        },
      },
    })
  })

  test('W3: a frame of Linux', () => {
    expect(parseSlowFrame(captured(LINUX_FRAME))).toMatchObject({
      kind: 'lacpdu',
      pdu: {
        actor: { systemPriority: 0xffff, system: '52:54:00:00:00:01', key: 9, portPriority: 255, port: 1, state: 0xc5 },
        partner: { ...NO_PARTNER, systemPriority: 0xffff, key: 1, portPriority: 255, port: 1, state: 0x02 },
      },
    })
  })

  test.each([0, 2, 255])('W4: version %i is accepted', (version) => {
    expect(parseSlowPdu(encodeLacpdu({ ...good, version }))).toEqual({
      kind: 'lacpdu',
      pdu: { ...good, version },
      tlvs: [],
    })
  })

  test('W5: the type of a TLV is not checked, but by Open vSwitch', () => {
    expect(parseSlowPdu(changed(2, 7))).toMatchObject({ kind: 'lacpdu', pdu: good })
    expect(parseSlowPdu(changed(2, 7), OPEN_VSWITCH_PARSER)).toMatchObject({ kind: 'illegal' })
  })

  test.each([0, 19, 21])('W6: an actor of length %i is malformed', (length) => {
    expect(parseSlowPdu(changed(3, length))).toMatchObject({ kind: 'illegal' })
  })

  test.each([
    ['partner', 23, 21],
    ['collector', 43, 15],
    ['terminator', 59, 2],
  ])('W7: a %s (octet %i) of length %i is malformed, but not for Linux', (_name, at, length) => {
    expect(parseSlowPdu(changed(at, length))).toMatchObject({ kind: 'illegal' })
    expect(parseSlowPdu(changed(at, length), LINUX_PARSER)).toMatchObject({ kind: 'lacpdu', pdu: good })
  })

  test('W8: reserved octets are not looked at and leave no trace', () => {
    const octets = encodeLacpdu(good)
    for (const [from, to] of RESERVED) octets.fill(0xff, from, to)
    expect(parseSlowPdu(octets)).toEqual({ kind: 'lacpdu', pdu: good, tlvs: [] })
  })

  test('W9: 123 octets of frame are too few', () => {
    expect(parseSlowFrame(slowFrame(MAC, encodeLacpdu(good)).subarray(0, 123))).toMatchObject({ kind: 'illegal' })
  })

  test.each([128, 400])('W10: a frame padded to %i octets is accepted, but not by FreeBSD', (size) => {
    const frame = padded(slowFrame(MAC, encodeLacpdu(good)), size)
    expect(parseSlowFrame(frame)).toMatchObject({ kind: 'lacpdu', pdu: good })
    expect(parseSlowFrame(frame, FREEBSD_PARSER)).toMatchObject({ kind: 'illegal' })
  })

  test.each(['0180c2000000', '020000000001', 'ffffffffffff'])('W11: a frame to %s is not for LACP', (destination) => {
    const frame = slowFrame(MAC, encodeLacpdu(good))
    frame.set(Buffer.from(destination, 'hex'))
    expect(parseSlowFrame(frame)).toEqual({ kind: 'other' })
    expect(parseSlowFrame(frame, OPEN_VSWITCH_PARSER)).toMatchObject({ kind: 'lacpdu' })
  })

  test('W12: a tagged frame is not a LACPDU', () => {
    const frame = slowFrame(MAC, encodeLacpdu(good))
    const tagged = Uint8Array.of(...frame.subarray(0, 12), 0x81, 0x00, 0x00, 0x0a, ...frame.subarray(12))
    expect(parseSlowFrame(tagged)).toEqual({ kind: 'other' })
    expect(parseSlowFrame(tagged, OPEN_VSWITCH_PARSER)).toMatchObject({ kind: 'lacpdu' })
  })

  test.each([
    [0, 'illegal'],
    [11, 'illegal'],
    [255, 'illegal'],
    [3, 'unknown'],
    [10, 'unknown'],
  ])('W13: subtype %i is %s', (subtype, kind) => {
    expect(parseSlowPdu(changed(0, subtype)).kind).toBe(kind)
  })

  test('W14: a version 1 receiver does not see version 2 TLVs', () => {
    const octets = encodeLacpdu({ ...good, version: 2 }, [ALGORITHM, DIGEST, SERVICES])
    expect(parseSlowPdu(octets)).toEqual({ kind: 'lacpdu', pdu: { ...good, version: 2 }, tlvs: [] })
  })

  test('W15: a version 2 receiver walks over TLVs it does not know', () => {
    const unknown: Tlv = { type: 0x7f, value: Uint8Array.of(1, 2, 3, 4) }
    const octets = encodeLacpdu({ ...good, version: 2 }, [ALGORITHM, DIGEST, unknown, SERVICES])
    const parsed = parseSlowPdu(octets, STANDARD_PARSER, 2)
    expect(parsed).toMatchObject({ kind: 'lacpdu', tlvs: [ALGORITHM, DIGEST, unknown, SERVICES] })
  })

  test.each([
    ['shorter than its header', 1],
    ['running past the end', 200],
  ])('W16: a TLV %s is malformed', (_what, length) => {
    const octets = encodeLacpdu({ ...good, version: 2 }, [ALGORITHM])
    octets[59] = length
    expect(parseSlowPdu(octets, STANDARD_PARSER, 2)).toMatchObject({ kind: 'illegal' })
  })

  test('W17: padding of the network card does not matter', () => {
    const octets = padded(encodeLacpdu(good), 114)
    octets.fill(0xaa, 110)
    expect(parseSlowPdu(octets)).toMatchObject({ kind: 'lacpdu', pdu: good })
  })

  test.each<Partial<LacpIdentity>>([{ port: 0 }, { system: '00:00:00:00:00:00' }, { system: '01:00:5e:00:00:01' }])(
    'W18: an actor with %o is accepted',
    (odd) => {
      const pdu = { ...good, actor: { ...B, ...odd } }
      expect(parseSlowPdu(encodeLacpdu(pdu))).toMatchObject({ kind: 'lacpdu', pdu })
    },
  )
})

describe('whatever comes', () => {
  const profiles = fc.constantFrom(STANDARD_PARSER, OPEN_VSWITCH_PARSER, LINUX_PARSER, FREEBSD_PARSER)
  const versions = fc.constantFrom<1 | 2>(1, 2)

  test('the parser never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), profiles, versions, (octets, profile, version) => {
        expect(KINDS).toContain(parseSlowPdu(octets, profile, version).kind)
        expect(KINDS).toContain(parseSlowFrame(octets, profile, version).kind)
      }),
      { seed: 20_261_124, numRuns: 2_000 },
    )
  })

  test('nor on a LACPDU with some octets changed', () => {
    const changes = fc.array(fc.tuple(fc.nat(109), fc.nat(255)), { maxLength: 8 })
    fc.assert(
      fc.property(changes, fc.nat(200), profiles, versions, (changed, size, profile, version) => {
        const octets = encodeLacpdu({ ...good, version: 2 }, [ALGORITHM, DIGEST])
        for (const [at, value] of changed) octets[at] = value
        expect(KINDS).toContain(parseSlowPdu(padded(octets, size), profile, version).kind)
      }),
      { seed: 20_261_124, numRuns: 2_000 },
    )
  })

  test('a LACPDU survives the way through octets, those of version 2 with all that they carry', () => {
    const pdus = fc.tuple(identities(), identities(), fc.nat(0xffff))
    fc.assert(
      fc.property(pdus, tlvsOfVersion2(), fc.nat(40), ([actor, partner, collectorMaxDelay], tlvs, pad) => {
        const pdu = { version: 2, actor, partner, collectorMaxDelay }
        const octets = encodeLacpdu(pdu, tlvs)
        expect(octets.length).toBe(Math.max(110, 60 + tlvs.reduce((sum, { value }) => sum + 2 + value.length, 0)))
        const came = padded(octets, octets.length + pad)
        expect(parseSlowPdu(came, STANDARD_PARSER, 2)).toEqual({ kind: 'lacpdu', pdu, tlvs })
        // A receiver of version 1 takes the same LACPDU for one of its own.
        expect(parseSlowPdu(came)).toEqual({ kind: 'lacpdu', pdu, tlvs: [] })
      }),
      { seed: 20_261_124 },
    )
  })

  test('a Marker survives the way through octets', () => {
    const marker = { requesterPort: 100, requesterSystem: '02:00:00:00:00:fe', transactionId: 0xcafe0001 }
    expect(parseSlowPdu(encodeMarker(marker))).toMatchObject({ kind: 'marker', marker })
  })
})

const KINDS = ['lacpdu', 'marker', 'marker-response', 'unknown', 'illegal', 'other']

const ALGORITHM: Tlv = { type: 0x04, value: Uint8Array.of(0x00, 0x80, 0xc2, 0x01) }
const DIGEST: Tlv = { type: 0x05, value: new Uint8Array(18).fill(7) }
const SERVICES: Tlv = { type: 0x0a, value: new Uint8Array(16).fill(9) }
const RESERVED = [
  [19, 22],
  [39, 42],
  [46, 58],
  [60, 110],
] as const

function identities(): fc.Arbitrary<LacpIdentity> {
  const system = fc
    .uint8Array({ minLength: 6, maxLength: 6 })
    .map((octets) => Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join(':'))
  const word = fc.nat(0xffff)
  return fc.record({ systemPriority: word, system, key: word, portPriority: word, port: word, state: fc.nat(0xff) })
}

/** As a sender of version 2 orders them, masks of long LACPDUs included; or any others, in any order. */
function tlvsOfVersion2(): fc.Arbitrary<readonly Tlv[]> {
  const tlv = (type: number, octets: number) =>
    fc.uint8Array({ minLength: octets, maxLength: octets }).map((value): Tlv => ({ type, value }))
  const masks = fc.tuple(tlv(0x06, 129), tlv(0x07, 128), tlv(0x08, 128), tlv(0x09, 128))
  const known = fc
    .tuple(tlv(0x04, 4), tlv(0x05, 18), fc.option(masks), fc.option(tlv(0x0a, 16)))
    .map(([algorithm, digest, long, services]) => [algorithm, digest, ...(long ?? []), ...(services ? [services] : [])])
  const any = fc.record({ type: fc.integer({ min: 1, max: 255 }), value: fc.uint8Array({ maxLength: 253 }) })
  return fc.oneof(known, fc.array(any, { maxLength: 6 }))
}

function changed(at: number, value: number): Uint8Array {
  const octets = encodeLacpdu(good)
  octets[at] = value
  return octets
}

/** Cut or filled up with zeros to a size. */
function padded(octets: Uint8Array, size: number): Uint8Array {
  const result = new Uint8Array(size)
  result.set(octets.subarray(0, size))
  return result
}

/** A captured frame, without the zeros at its end. */
function captured(hex: string): Uint8Array {
  return padded(new Uint8Array(Buffer.from(hex, 'hex')), 124)
}

function hexOf(octets: Uint8Array, from: number, to: number): string {
  return Buffer.from(octets.subarray(from, to)).toString('hex')
}
