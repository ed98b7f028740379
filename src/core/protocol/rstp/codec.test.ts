import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEthernet } from '../ethernet/ethernet.ts'
import type { Bpdu } from './bpdu.ts'
import { bpduFrame, encodeBpdu, parseBpdu, parseBpduPayload } from './codec.ts'

describe('an RST BPDU', () => {
  const octets = encodeBpdu(anRst())

  test('has 36 octets, each where the standard has it', () => {
    expect(hex(octets)).toBe(
      [
        '0000 02 02', // protocol, version, type
        '7e', // proposal, designated, learning, forwarding, agreement
        '1000 00005e005301', // root
        '000003e8', // cost
        '8000 00005e005302', // bridge
        '8011', // port
        '0100 1400 0200 0f00', // message age 1, max age 20, hello 2, forward delay 15
        '00', // version 1 length
      ]
        .join('')
        .replaceAll(' ', ''),
    )
  })

  test('travels in an 802.3 frame behind its LLC header', () => {
    const frame = bpduFrame('00:00:5e:00:53:02', anRst())
    expect(frame.length).toBe(60)
    expect(hex(frame.subarray(0, 17))).toBe('0180c200000000005e0053020027424203')
    const read = parseEthernet(frame)
    if (read.kind !== 'frame') throw new Error(read.reason)
    expect(parseBpduPayload(read.frame.payload)).toEqual({ kind: 'bpdu', bpdu: anRst() })
  })

  test('of a higher version is read as version 2, what follows is ignored', () => {
    expect(parseBpdu(patched(new Uint8Array([...octets, 9, 9]), 2, 3))).toEqual({ kind: 'bpdu', bpdu: anRst() })
  })
})

test.each([
  ['three octets', new Uint8Array(3), '3 octets'],
  ['another protocol', patched(encodeBpdu(anRst()), 1, 1), 'protocol identifier 1'],
  ['an unknown type', patched(encodeBpdu(anRst()), 3, 7), 'type 7'],
  ['an RST BPDU of version 0', patched(encodeBpdu(anRst()), 2, 0), 'RST BPDU of version 0'],
  ['an RST BPDU cut short', encodeBpdu(anRst()).subarray(0, 35), '35 octets'],
  ['a Configuration BPDU cut short', patched(encodeBpdu(anRst()), 3, 0).subarray(0, 34), '34 octets'],
])('%s is illegal', (_, octets, reason) => {
  expect(parseBpdu(octets)).toEqual({ kind: 'illegal', reason })
})

test('behind another LLC header there is no BPDU', () => {
  expect(parseBpduPayload(Uint8Array.of(0xaa, 0xaa, 0x03, 0, 0, 0, 0))).toEqual({ kind: 'other' })
})

test('what was encoded is read back', () => {
  fc.assert(
    fc.property(bpdus(), (bpdu) => {
      expect(parseBpdu(encodeBpdu(bpdu))).toEqual({ kind: 'bpdu', bpdu })
    }),
    { seed: 20_261_124 },
  )
})

test('no octets throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), bpdus(), fc.nat(), (noise, bpdu, keep) => {
      for (const octets of [noise, encodeBpdu(bpdu).subarray(0, keep % 36)]) {
        expect(() => [parseBpdu(octets), parseBpduPayload(octets)]).not.toThrow()
      }
    }),
    { seed: 20_261_124, numRuns: 1_000 },
  )
})

function anRst(): Bpdu {
  return {
    type: 'rst',
    version: 2,
    flags: {
      topologyChange: false,
      proposal: true,
      role: 'designated',
      learning: true,
      forwarding: true,
      agreement: true,
      topologyChangeAck: false,
    },
    root: { priority: 4096, mac: '00:00:5e:00:53:01' },
    rootPathCost: 1000,
    bridge: { priority: 32_768, mac: '00:00:5e:00:53:02' },
    port: 0x8011,
    messageAge: 1,
    maxAge: 20,
    helloTime: 2,
    forwardDelay: 15,
  }
}

function bpdus(): fc.Arbitrary<Bpdu> {
  const u16 = fc.integer({ min: 0, max: 0xffff })
  const bridge = fc.record({
    priority: u16,
    mac: fc.uint8Array({ minLength: 6, maxLength: 6 }).map((octets) => hex(octets).match(/../g)!.join(':')),
  })
  const seconds = u16.map((ticks) => ticks / 256)
  const vector = {
    root: bridge,
    rootPathCost: fc.integer({ min: 0, max: 0xffff_ffff }),
    bridge,
    port: u16,
    messageAge: seconds,
    maxAge: seconds,
    helloTime: seconds,
    forwardDelay: seconds,
  }
  const flag = fc.boolean()
  const flags = fc.record({
    topologyChange: flag,
    proposal: flag,
    role: fc.constantFrom('unknown', 'alternate-backup', 'root', 'designated'),
    learning: flag,
    forwarding: flag,
    agreement: flag,
    topologyChangeAck: flag,
  })
  const acks = { topologyChange: flag, topologyChangeAck: flag }
  return fc.oneof(
    fc.record({ type: fc.constant('rst'), version: fc.constant(2), flags, ...vector }),
    fc.record({ type: fc.constant('config'), version: fc.constant(0), ...acks, ...vector }),
    fc.record({ type: fc.constant('tcn'), version: fc.constant(0) }),
  )
}

function patched(octets: Uint8Array, at: number, value: number): Uint8Array {
  const copy = octets.slice()
  copy[at] = value
  return copy
}

function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex')
}
