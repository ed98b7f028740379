import { createBag } from './bag.ts'
import { describe, expect, test } from 'vitest'
import { has } from './identity.ts'
import { isDistributing, lacpSettle } from './system.ts'
import {
  cableOf,
  input,
  portAt,
  run,
  schedule,
  sendTimes,
  sentBy,
  setLight,
  silence,
  steps,
  twoNodes,
} from './testing/twoNodes.ts'
import { BIT } from './types.ts'

const HOUR = 3_600_000
const BOTH = ['a:1', 'b:1']

describe('coming up', () => {
  test('PT1: two active slow ends send four LACPDUs, then one every 30 s', () => {
    const lab = twoNodes()
    run(lab, 91_000)
    expect(sentBy(lab, 'a:1')).toEqual([
      { at: 0, state: 0xc5 },
      { at: 1, state: 0x05 },
      { at: 2_001, state: 0x0d },
      { at: 2_002, state: 0x3d },
      { at: 30_001, state: 0x3d },
      { at: 60_001, state: 0x3d },
      { at: 90_001, state: 0x3d },
    ])
  })

  test('PT7: a passive end speaks when it is spoken to', () => {
    const lab = twoNodes({ active: false })
    run(lab, 31_000)
    expect(sentBy(lab, 'a:1')).toEqual([
      { at: 1, state: 0x04 },
      { at: 2_001, state: 0x0c },
      { at: 2_003, state: 0x3c },
      { at: 30_001, state: 0x3c },
    ])
    expect(sendTimes(lab, 'b:1')).toEqual([0, 2_002, 30_002])
  })

  test('SY1: both ends carry traffic from 2002', () => {
    const lab = twoNodes()
    run(lab, 5_000)
    for (const port of BOTH) expect(steps(lab, port, 'mux').at(-1)).toEqual([2_002, 'collecting-distributing'])
  })
})

describe('a silent path', () => {
  test('SY2: twelve seconds cost a 30 s period and a new selection', () => {
    const lab = twoNodes({ short: true }, { short: true })
    silence(lab, 10_050, 22_050)
    run(lab, 60_000)
    for (const port of BOTH) {
      expect(steps(lab, port, 'rx').slice(-3)).toEqual([
        [13_001, 'expired'],
        [16_001, 'defaulted'],
        [46_002, 'current'],
      ])
      expect(steps(lab, port, 'mux').slice(-5)).toEqual([
        [13_001, 'attached'],
        [16_001, 'detached'],
        [46_002, 'waiting'],
        [48_002, 'attached'],
        [48_003, 'collecting-distributing'],
      ])
      expect(
        sendTimes(lab, port)
          .filter((at) => at >= 16_000)
          .slice(0, 3),
      ).toEqual([16_000, 16_001, 46_001])
    }
  })

  test('SY3: four seconds cost no selection and no wait', () => {
    const lab = twoNodes({ short: true }, { short: true })
    silence(lab, 10_050, 14_050)
    run(lab, 60_000)
    for (const port of BOTH) {
      expect(steps(lab, port, 'mux').slice(-2)).toEqual([
        [13_001, 'attached'],
        [15_001, 'collecting-distributing'],
      ])
      expect(steps(lab, port, 'rx').slice(-2)).toEqual([
        [13_001, 'expired'],
        [15_001, 'current'],
      ])
    }
  })

  test('SY4: with a fast administrative partner the way back takes three seconds', () => {
    const lab = twoNodes({ short: true, partnerAdminState: 0x02 }, { short: true, partnerAdminState: 0x02 })
    silence(lab, 10_050, 22_050)
    run(lab, 60_000)
    for (const port of BOTH) {
      expect(steps(lab, port, 'rx').at(-1)?.[0]).toBeLessThanOrEqual(23_050)
      expect(steps(lab, port, 'mux').at(-1)?.[1]).toBe('collecting-distributing')
      expect(steps(lab, port, 'mux').at(-1)?.[0]).toBeLessThanOrEqual(22_050 + 3_100)
    }
  })

  test('SY5: with one direction lost a coupled end sends into the hole until the other is DEFAULTED', () => {
    const lab = twoNodes({ short: true }, { short: true })
    silence(lab, 10_050, HOUR, 'a')
    run(lab, 18_000)
    expect(steps(lab, 'b:1', 'mux').slice(-2)).toEqual([
      [13_001, 'attached'],
      [16_001, 'detached'],
    ])
    expect(sentBy(lab, 'b:1').find(({ at }) => at === 13_001)?.state).toBe(0x8f)
    const told = lab.sent.find(({ at, port }) => port === 'b:1' && at === 13_001)
    expect((told?.pdu.partner.state ?? 0xff) & BIT.synchronization).toBe(0)
    expect(portAt(lab, 'a:1').rx).toBe('current')
    expect(steps(lab, 'a:1', 'mux').slice(-2)).toEqual([
      [2_002, 'collecting-distributing'],
      [16_002, 'attached'],
    ])
    // Every LACPDU of the deaf end is answered, as far as the rate limit allows.
    for (const { at } of sentBy(lab, 'b:1').filter(({ at }) => at >= 13_001 && at < 16_000)) {
      expect(sendTimes(lab, 'a:1')).toContain(at + 1)
    }
  })

  test('SY5: an independent end leaves DISTRIBUTING as soon as the other stops collecting', () => {
    const lab = twoNodes({ short: true, muxControl: 'independent' }, { short: true, muxControl: 'independent' })
    silence(lab, 10_050, HOUR, 'a')
    run(lab, 15_000)
    expect(steps(lab, 'a:1', 'mux').at(-1)).toEqual([13_002, 'collecting'])
  })

  test('SY6: links that are not cut keep running, and each cut changes the distributing set once', () => {
    const ports = [1, 2, 3, 4]
    const lab = twoNodes({ ports }, { ports })
    for (const index of [0, 1]) schedule(lab, 5_000, () => setLight(lab, cableOf(lab, index), false))
    run(lab, 5_000)
    expect(ports.map((port) => isDistributing(portAt(lab, `a:${port}`)))).toEqual([false, false, true, true])
    for (const port of ['a:3', 'a:4', 'b:3', 'b:4']) expect(portAt(lab, port).muxSince).toBe(2_002_000)
    expect(lab.history.filter(({ at, port }) => at === 5_000 && port.startsWith('a:'))).toHaveLength(2)
  })

  test('SY7: a fast end is EXPIRED by the first gap of three seconds, not by a shorter one', () => {
    const lab = twoNodes({ short: true }, { short: true })
    const late = new Map([
      [10_000, 1],
      [11_000, 1_990],
      [12_000, 1_500],
      [20_000, 2_900],
      [21_000, 2_500],
      [22_000, 2_100],
    ])
    cableOf(lab).carry = (from, at) => (from === 'b:1' ? (late.get(at) ?? 1) : 1)
    run(lab, 19_000)
    expect(steps(lab, 'a:1', 'rx').at(-1)).toEqual([1, 'current'])
    // Heard at 19001, then nothing in three seconds; what EXPIRED says is answered at once.
    run(lab, 30_000)
    expect(steps(lab, 'a:1', 'rx').slice(-2)).toEqual([
      [22_001, 'expired'],
      [22_003, 'current'],
    ])
  })

  test('SY8: with one LACPDU in twenty lost, a fast end is EXPIRED about ten times a day', () => {
    const lab = twoNodes({ short: true }, { short: true })
    const random = generator(20_261_124)
    cableOf(lab).carry = (_from, at) => (at > 5_000 && random() < 0.05 ? null : 1)
    for (let hour = 1; hour <= 24; hour++) {
      run(lab, hour * HOUR)
      lab.sent.length = 0
    }
    for (const port of BOTH) {
      const runs = steps(lab, port, 'rx').filter(([at, rx]) => at > 0 && rx === 'expired').length
      expect(runs).toBeGreaterThan(2)
      expect(runs).toBeLessThan(22)
    }
  }, 60_000)

  test('SY9: an old LACPDU that comes again is answered; one that says out of sync costs sync until the next', () => {
    const lab = twoNodes({ short: true }, { short: true })
    run(lab, 10_500)
    const old = lab.sent.filter(({ port }) => port === 'b:1')
    const [hello, known] = [old.find(({ at }) => at === 1), old.find(({ at }) => at === 2_002)]
    if (hello === undefined || known === undefined) throw new Error('the start-up is not what it was')

    schedule(lab, 10_600, () => input(lab, 'a:1', { type: 'lacpdu', pdu: known.pdu }))
    run(lab, 10_601)
    expect(portAt(lab, 'a:1').mux).toBe('collecting-distributing')

    schedule(lab, 10_700, () => input(lab, 'a:1', { type: 'lacpdu', pdu: hello.pdu }))
    run(lab, 10_700)
    expect(has(portAt(lab, 'a:1').partner, BIT.synchronization)).toBe(false)
    expect(portAt(lab, 'a:1')).toMatchObject({ mux: 'attached', selected: 'selected' })
    expect(sendTimes(lab, 'a:1')).toContain(10_700)
    run(lab, 11_500)
    expect(portAt(lab, 'a:1').mux).toBe('collecting-distributing')
  })
})

describe('as plain data', () => {
  test('a cloned system goes on exactly like the original', () => {
    const ports = [1, 2]
    const lab = twoNodes({ ports, short: true }, { ports })
    run(lab, 2_500)
    const systems = structuredClone(lab.systems)
    const twin = { ...lab, systems, frames: [], commands: [], sent: [], history: [] }
    lab.frames.length = 0
    lab.sent.length = 0
    run(lab, 100_000)
    run(twin, 100_000)
    expect(twin.systems).toEqual(lab.systems)
    expect(twin.sent).toEqual(lab.sent)
  })

  test('settling what has not been touched changes nothing', () => {
    const lab = twoNodes()
    run(lab, 10_000)
    const system = lab.systems.get('a')
    if (system === undefined) throw new Error('no system a')
    const before = structuredClone(system)
    expect(lacpSettle(system, lab.now, createBag())).toBe(false)
    expect(system).toEqual(before)
  })
})

/** A small seeded generator of numbers in [0, 1). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
