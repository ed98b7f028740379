import { describe, expect, test } from 'vitest'
import { nextState } from '../machine.ts'
import { CHURN_TABLE } from './churn.ts'
import type { ChurnInput, ChurnSubject } from './churn.ts'
import { alone, hear, input, portAt, run, schedule } from './testing/twoNodes.ts'
import type { Lab } from './testing/twoNodes.ts'
import type { ChurnState } from './types.ts'

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

function churnsOf(lab: Lab, field: 'actorChurn' | 'partnerChurn'): [number, ChurnState][] {
  return lab.history
    .filter(({ before, after }) => before[field] !== after[field])
    .map(({ at, after }) => [at, after[field]])
}
