import { describe, expect, test } from 'vitest'
import type { PeriodicState } from '../../model/protocolView.ts'
import { nextState } from '../machine.ts'
import { NO_PARTNER } from './identity.ts'
import { periodic, PERIODIC_TABLE } from './periodic.ts'
import type { PeriodicInput } from './periodic.ts'
import { A, aPort, B } from './testing/ports.ts'
import { alone, hear, input, portAt, run, schedule, sendTimes, sentBy, steps, twoNodes } from './testing/twoNodes.ts'
import type { LacpPort } from './types.ts'

const HOUR = 3_600_000

const fast: Partial<LacpPort> = { portEnabled: true, partner: { ...B, state: 0x3f } }
const slow: Partial<LacpPort> = { portEnabled: true, partner: B }

// oxfmt-ignore
const ARROWS: readonly [from: PeriodicState, input: PeriodicInput, port: Partial<LacpPort>, to: PeriodicState][] = [
  ['slow-periodic', 'begin',            slow, 'no-periodic'],
  ['slow-periodic', 'check',            {},   'no-periodic'],
  ['no-periodic',   'check',            slow, 'fast-periodic'],
  ['fast-periodic', 'periodic-expired', fast, 'periodic-tx'],
  ['fast-periodic', 'check',            slow, 'slow-periodic'],
  ['slow-periodic', 'periodic-expired', slow, 'periodic-tx'],
  ['slow-periodic', 'check',            fast, 'periodic-tx'],
  ['periodic-tx',   'check',            fast, 'fast-periodic'],
  ['periodic-tx',   'check',            slow, 'slow-periodic'],
]

describe('arrows of the figure', () => {
  test.each(ARROWS)('%s on %s with %o goes to %s', (from, on, changes, to) => {
    expect(nextState(PERIODIC_TABLE, from, on, aPort(changes))).toBe(to)
  })

  test('there are no others', () => {
    expect(ARROWS).toHaveLength(PERIODIC_TABLE.length)
  })

  test.each<Partial<LacpPort>>([
    { ...slow, portEnabled: false },
    { ...slow, lacpEnabled: false },
    { portEnabled: true, actor: { ...A, state: 0x04 }, partner: { ...NO_PARTNER, state: 0x04 } },
  ])('a port down, without LACP or between passive ends is silent', (changes) => {
    const port = aPort({ periodic: 'slow-periodic', ...changes })
    expect(periodic(port, 'check', 0)).toMatchObject({ periodic: 'no-periodic', timers: { periodic: null } })
  })
})

test('PT2: fast ends send 3604 LACPDUs in the first hour, slow ends 124', () => {
  for (const [short, count] of [
    [true, 3_604],
    [false, 124],
  ] as const) {
    const lab = twoNodes({ short }, { short })
    run(lab, HOUR + 1)
    expect(sendTimes(lab, 'a:1')).toHaveLength(count)
    expect(sendTimes(lab, 'b:1')).toHaveLength(count)
  }
})

test('PT3: the partner decides how often I send', () => {
  const lab = twoNodes({}, { short: true })
  run(lab, 62_000)
  expect(sendTimes(lab, 'a:1')).toHaveLength(66)
  expect(sendTimes(lab, 'b:1')).toHaveLength(6)
})

test('PT4: a partner that wants to hear less gets 30 s from then, and nothing at once', () => {
  const lab = alone()
  hear(lab, 'a:1', 1, { state: 0x07 })
  hear(lab, 'a:1', 1_500, { state: 0x05 })
  run(lab, 32_000)
  expect(steps(lab, 'a:1', 'periodic').at(-1)).toEqual([1_500, 'slow-periodic'])
  expect(sendTimes(lab, 'a:1')).toContain(1_000)
  expect(sendTimes(lab, 'a:1').filter((at) => at > 2_001)).toEqual([31_500])
})

test('PT5: a partner that wants to hear more is told at once', () => {
  const lab = alone()
  hear(lab, 'a:1', 1)
  hear(lab, 'a:1', 5_000, { state: 0x3f })
  run(lab, 7_000)
  expect(sendTimes(lab, 'a:1').filter((at) => at > 2_500)).toEqual([5_000, 6_000, 7_000])
})

test('PT6: two passive ends never speak', () => {
  const lab = twoNodes({ active: false }, { active: false })
  run(lab, 200_000)
  expect(lab.sent).toEqual([])
})

test('PT8: a passive port falls silent when its partner turns passive, and then forgets it', () => {
  const lab = alone({ active: false })
  hear(lab, 'a:1', 1)
  hear(lab, 'a:1', 5_000, { state: 0x3c })
  run(lab, 200_000)
  expect(portAt(lab, 'a:1').periodic).toBe('no-periodic')
  expect(sendTimes(lab, 'a:1').filter((at) => at > 5_000)).toEqual([])
  expect(steps(lab, 'a:1', 'rx').slice(-2)).toEqual([
    [95_000, 'expired'],
    [98_000, 'defaulted'],
  ])
})

test('PT9: a port that is down forgets that it had something to say', () => {
  const lab = alone()
  schedule(lab, 0, () => input(lab, 'a:1', { type: 'port-enabled', enabled: false }))
  schedule(lab, 100, () => input(lab, 'a:1', { type: 'actor', actor: { portPriority: 1 } }))
  run(lab, 10_000)
  expect(portAt(lab, 'a:1').ntt).toBe(false)
  expect(lab.sent).toEqual([])
})

test.each([
  [0x00, [33_000, 63_000, 93_000]],
  [0x02, [4_000, 5_000, 6_000]],
])('PT10: with an administrative partner state %i a DEFAULTED port sends at its rate', (partnerAdminState, times) => {
  const lab = alone({ partnerAdminState })
  run(lab, times.at(-1) ?? 0)
  expect(
    sentBy(lab, 'a:1')
      .filter(({ at, state }) => at > 3_000 && state === 0x45)
      .map(({ at }) => at),
  ).toEqual(times)
})
