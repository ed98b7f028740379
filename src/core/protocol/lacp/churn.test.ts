import { describe, expect, test } from 'vitest'
import { nextState } from '../machine.ts'
import { CHURN_TABLE, LINUX_CHURN_TABLE } from './churn.ts'
import type { ChurnInput, ChurnSubject } from './churn.ts'
import { alone, hear, input, portAt, run, schedule, twoNodes } from './testing/twoNodes.ts'
import type { Lab } from './testing/twoNodes.ts'
import type { ChurnState } from '../../model/protocolView.ts'

const down: ChurnSubject = { portEnabled: false, synchronized: true }
const settled: ChurnSubject = { portEnabled: true, synchronized: true }
const drifting: ChurnSubject = { portEnabled: true, synchronized: false }

// oxfmt-ignore
const ARROWS: readonly [from: ChurnState, input: ChurnInput, subject: ChurnSubject, to: ChurnState][] = [
  ['churn',    'begin',         settled,  'monitor'],
  ['no-churn', 'check',         down,     'monitor'],
  ['monitor',  'check',         settled,  'no-churn'],
  ['monitor',  'churn-expired', drifting, 'churn'],
  ['no-churn', 'check',         drifting, 'monitor'],
  ['churn',    'check',         settled,  'no-churn'],
]

describe('arrows of the figure', () => {
  test.each(ARROWS)('%s on %s with %o goes to %s', (from, on, subject, to) => {
    expect(nextState(CHURN_TABLE, from, on, subject)).toBe(to)
  })

  test('there are no others', () => {
    expect(ARROWS).toHaveLength(CHURN_TABLE.length)
  })
})

test('CH1: a port that is never in sync churns after a minute, and says so once', () => {
  const lab = alone()
  run(lab, 59_999)
  expect(portAt(lab, 'a:1').actorChurn).toBe('monitor')
  run(lab, 300_000)
  expect(churnsOf(lab, 'actorChurn')).toEqual([[60_000, 'churn']])
})

test('CH2: in sync at the last moment is no churn', () => {
  const lab = alone()
  hear(lab, 'a:1', 57_999)
  run(lab, 59_998)
  expect(portAt(lab, 'a:1').actorChurn).toBe('monitor')
  run(lab, 60_000)
  expect(churnsOf(lab, 'actorChurn')).toEqual([[59_999, 'no-churn']])
})

test('CH3: being in sync ends a churn at once', () => {
  const lab = alone()
  hear(lab, 'a:1', 70_000)
  run(lab, 72_000)
  expect(churnsOf(lab, 'actorChurn')).toEqual([
    [60_000, 'churn'],
    [72_000, 'no-churn'],
  ])
})

test('CH4: out of sync for less than a minute is watched, not reported', () => {
  const lab = alone()
  hear(lab, 'a:1', 1)
  schedule(lab, 10_000, () => input(lab, 'a:1', { type: 'actor', actor: { key: 8 } }))
  hear(lab, 'a:1', 11_000)
  run(lab, 80_000)
  expect(churnsOf(lab, 'actorChurn')).toEqual([
    [2_001, 'no-churn'],
    [10_000, 'monitor'],
    [12_000, 'no-churn'],
  ])
})

test('CH5: a partner that is never in sync churns, though the actor does not', () => {
  const lab = alone()
  hear(lab, 'a:1', [1, 30_000, 60_000], { state: 0x05 })
  run(lab, 61_000)
  expect(portAt(lab, 'a:1')).toMatchObject({ actorChurn: 'no-churn', partnerChurn: 'churn' })
  expect(churnsOf(lab, 'partnerChurn')).toEqual([[60_000, 'churn']])
})

test('CH6: after a lost link both machines start again, and their minute starts with the light', () => {
  const lab = alone()
  hear(lab, 'a:1', [1, 2_500])
  schedule(lab, 5_000, () => input(lab, 'a:1', { type: 'port-enabled', enabled: false }))
  schedule(lab, 200_000, () => input(lab, 'a:1', { type: 'port-enabled', enabled: true }))
  run(lab, 5_000)
  expect(portAt(lab, 'a:1')).toMatchObject({ actorChurn: 'monitor', partnerChurn: 'monitor' })
  run(lab, 259_999)
  expect(portAt(lab, 'a:1').partnerChurn).toBe('monitor')
  run(lab, 260_000)
  expect(portAt(lab, 'a:1').partnerChurn).toBe('churn')
})

describe('with the habits of Linux', () => {
  // oxfmt-ignore
  const LINUX_ARROWS: typeof ARROWS = [
    ['churn',   'begin',         settled,                           'monitor'],
    ['churn',   'heard',         settled,                           'monitor'],
    ['monitor', 'churn-expired', { ...down, synchronized: true },   'no-churn'],
    ['monitor', 'churn-expired', drifting,                          'churn'],
  ]

  test.each(LINUX_ARROWS)('%s on %s with %o goes to %s', (from, on, subject, to) => {
    expect(nextState(LINUX_CHURN_TABLE, from, on, subject)).toBe(to)
    expect(LINUX_ARROWS).toHaveLength(LINUX_CHURN_TABLE.length)
  })

  test('CH7: a port that has been well since 2 s reads "monitoring" until its minute is over', () => {
    const lab = twoNodes({ habits: 'linux' }, {})
    run(lab, 60_000)
    expect(portAt(lab, 'a:1')).toMatchObject({
      mux: 'collecting-distributing',
      actorChurn: 'monitor',
      partnerChurn: 'monitor',
    })
    expect(portAt(lab, 'b:1')).toMatchObject({ actorChurn: 'no-churn', partnerChurn: 'no-churn' })
    run(lab, 60_001)
    // The minute began again when the partner was first heard, 1 ms after the light.
    expect(churnsOf(lab, 'actorChurn', 'a:1')).toEqual([[60_001, 'no-churn']])
    expect(churnsOf(lab, 'partnerChurn', 'a:1')).toEqual([[60_001, 'no-churn']])
  })

  test('CH7: a churn outlasts its cause until the partner is heard anew, and a loss of sync later is not seen', () => {
    const lab = alone({ habits: 'linux', short: true })
    hear(lab, 'a:1', seconds(1, 90), { state: 0x05 })
    hear(lab, 'a:1', seconds(90, 100))
    hear(lab, 'a:1', seconds(110, 200))
    hear(lab, 'a:1', seconds(200, 300), { state: 0x05 })
    run(lab, 299_000)
    expect(churnsOf(lab, 'partnerChurn')).toEqual([
      [61_000, 'churn'],
      [110_000, 'monitor'],
      [170_000, 'no-churn'],
    ])
  })

  function seconds(from: number, to: number): number[] {
    return Array.from({ length: to - from }, (_, n) => (from + n) * 1_000)
  }
})

function churnsOf(lab: Lab, field: 'actorChurn' | 'partnerChurn', end = 'a:1'): [number, ChurnState][] {
  return lab.history
    .filter(({ port, before, after }) => port === end && before[field] !== after[field])
    .map(({ at, after }) => [at, after[field]])
}
