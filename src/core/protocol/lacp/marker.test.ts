import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextState } from '../machine.ts'
import { parseSlowFrame, slowFrame } from './frame.ts'
import { MARKER_TABLE } from './marker.ts'
import { encodeLacpdu, encodeMarker, markerResponse, parseSlowPdu } from './pdu.ts'
import type { Marker } from './pdu.ts'
import { slowInput } from './slowProtocols.ts'
import { addLag, addPort, createLacpSystem, lacpInput, portOf } from './system.ts'
import { A, aPort, goodPdu } from './testing/ports.ts'
import type { LacpSystem } from './types.ts'

const OURS = '02:00:00:00:0a:01'
const THEIRS = '02:00:00:00:0b:01'
const MARKER = encodeMarker({ requesterPort: 100, requesterSystem: '02:00:00:00:00:fe', transactionId: 0xcafe0001 })

describe('arrows of the figure', () => {
  test('a Marker is answered while the port is up', () => {
    expect(nextState(MARKER_TABLE, 'wait-for-marker', 'marker', aPort({ portEnabled: true }))).toBe('respond-to-marker')
    expect(nextState(MARKER_TABLE, 'wait-for-marker', 'marker', aPort())).toBeUndefined()
  })

  test('after the answer it waits for the next', () => {
    expect(nextState(MARKER_TABLE, 'respond-to-marker', 'check', aPort())).toBe('wait-for-marker')
    expect(MARKER_TABLE).toHaveLength(2)
  })
})

describe('responder', () => {
  test.each([true, false])(
    'MK1: the same octets come back as a response from the own MAC (LACP on: %o)',
    (lacpEnabled) => {
      const system = up(lacpEnabled)
      const { consumed, reply } = slowInput(system, '1', OURS, slowFrame(THEIRS, MARKER), 0)
      const expected = MARKER.slice()
      expected[2] = 2
      expect(consumed).toBe(true)
      expect(reply).toEqual(slowFrame(OURS, expected))
      expect(portOf(system, '1').counters).toMatchObject({ markerRx: 1, markerResponseTx: 1 })
    },
  )

  test('MK2: the answer leaves when everything before the Marker has been delivered', () => {
    const system = up(true)
    const queue = [dataFrame(1), dataFrame(2), dataFrame(3), slowFrame(THEIRS, MARKER)]
    const log: string[] = []
    for (const frame of queue) {
      const { consumed, reply } = slowInput(system, '1', OURS, frame, 0)
      if (!consumed) log.push(`delivered ${frame.at(-1)}`)
      if (reply !== null) log.push('response')
    }
    expect(log).toEqual(['delivered 1', 'delivered 2', 'delivered 3', 'response'])
  })

  test('MK3: a response nobody waits for is ignored', () => {
    const system = up(true)
    const response = slowFrame(THEIRS, markerResponse(markerOf(MARKER)))
    const before = portOf(system, '1')
    expect(slowInput(system, '1', OURS, response, 0)).toEqual({ consumed: true, reply: null })
    expect(portOf(system, '1')).toEqual({ ...before, counters: { ...before.counters, markerResponseRx: 1 } })
  })

  test('MK4: TLV type 3 is counted as illegal', () => {
    const system = up(true)
    const odd = MARKER.slice()
    odd[2] = 3
    expect(slowInput(system, '1', OURS, slowFrame(THEIRS, odd), 0).reply).toBeNull()
    expect(portOf(system, '1').counters.illegalRx).toBe(1)
  })

  test('MK7: what is reserved comes back unchanged', () => {
    const odd = MARKER.slice()
    odd.fill(0xee, 16, 18).fill(0xee, 34)
    const { reply } = slowInput(up(true), '1', OURS, slowFrame(THEIRS, odd), 0)
    expect(reply?.subarray(14)).toEqual(markerResponse(markerOf(odd)))
    expect(reply?.at(-1)).toBe(0xee)
  })

  test('MK8: a Marker of 60 octets is not answered', () => {
    const system = up(true)
    expect(slowInput(system, '1', OURS, slowFrame(THEIRS, MARKER).subarray(0, 60), 0).reply).toBeNull()
    expect(portOf(system, '1').counters).toMatchObject({ markerRx: 0, illegalRx: 1 })
  })

  test('a port that is down does not answer', () => {
    const system = up(true)
    lacpInput(system, '1', { type: 'port-enabled', enabled: false }, 0)
    expect(slowInput(system, '1', OURS, slowFrame(THEIRS, MARKER), 0).reply).toBeNull()
  })
})

describe('counters', () => {
  test.each<[string, Uint8Array, object, boolean]>([
    ['W13: an illegal subtype', subtype(11), { illegalRx: 1, unknownRx: 0 }, true],
    ['W13: a subtype of another protocol', subtype(3), { illegalRx: 0, unknownRx: 1 }, false],
  ])('%s', (_title, octets, counters, consumed) => {
    const system = up(true)
    expect(slowInput(system, '1', OURS, slowFrame(THEIRS, octets), 0)).toEqual({ consumed, reply: null })
    expect(portOf(system, '1').counters).toMatchObject(counters)
  })

  test('every slow-protocol frame is counted once, as what it is, and no other frame is', () => {
    const good = encodeLacpdu(goodPdu(portOf(up(true), '1')))
    const starts = fc.constantFrom(good, MARKER, markerResponse(markerOf(MARKER)), subtype(3), subtype(11))
    const changes = fc.array(fc.tuple(fc.nat(70), fc.nat(255)), { maxLength: 2 })
    fc.assert(
      fc.property(starts, changes, fc.nat(130), (start, changed, size) => {
        const octets = start.slice(0, Math.max(size, 1))
        for (const [at, value] of changed) if (at < octets.length) octets[at] = value
        const system = up(true)
        const before = portOf(system, '1').counters
        const frame = slowFrame(THEIRS, octets)
        const { kind } = parseSlowFrame(frame)
        slowInput(system, '1', OURS, frame, 0)
        const after = portOf(system, '1').counters
        const moved = Object.entries(after).filter(([name, count]) => count !== before[name as keyof typeof before])
        expect(moved.map(([name]) => name)).toEqual(COUNTED[kind])
      }),
      { seed: 20_261_129, numRuns: 400 },
    )
  })

  test('W6, W9: a malformed LACPDU does not refresh the partner', () => {
    const system = up(true)
    const pdu = encodeLacpdu(goodPdu(portOf(system, '1')))
    slowInput(system, '1', OURS, slowFrame(THEIRS, pdu), 0)
    const before = portOf(system, '1')
    expect(before.rx).toBe('current')
    const malformed = pdu.slice()
    malformed[3] = 19
    slowInput(system, '1', OURS, slowFrame(THEIRS, malformed), 1_000)
    slowInput(system, '1', OURS, slowFrame(THEIRS, pdu).subarray(0, 123), 1_000)
    expect(portOf(system, '1')).toEqual({ ...before, counters: { ...before.counters, illegalRx: 2 } })
  })
})

const COUNTED = {
  lacpdu: ['lacpdusRx'],
  marker: ['markerRx', 'markerResponseTx'],
  'marker-response': ['markerResponseRx'],
  unknown: ['unknownRx'],
  illegal: ['illegalRx'],
  other: [],
}

function up(lacpEnabled: boolean): LacpSystem {
  const system = createLacpSystem()
  addLag(system, { id: 'lag', maxLinks: null, minLinks: 1, aggregators: 'one' })
  addPort(system, { id: '1', lag: 'lag', muxControl: 'coupled', lacpEnabled, actor: A })
  lacpInput(system, '1', { type: 'port-enabled', enabled: true }, 0)
  return system
}

function dataFrame(payload: number): Uint8Array {
  return Uint8Array.of(...new Uint8Array(12), 0x08, 0x00, ...new Uint8Array(45), payload)
}

function subtype(value: number): Uint8Array {
  const octets = encodeLacpdu(goodPdu(aPort()))
  octets[0] = value
  return octets
}

function markerOf(octets: Uint8Array): Marker {
  const parsed = parseSlowPdu(octets)
  if (parsed.kind !== 'marker' && parsed.kind !== 'marker-response') throw new Error('not a Marker')
  return parsed.marker
}
