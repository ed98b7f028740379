import { expect, test } from 'vitest'
import { casesOf, idsOf, neverPlayed, wrongWithInvalid, wrongWithValid, type RuleCases } from '../../testing/cases.ts'
import { pairWith, withNumbers } from '../../testing/designs.ts'
import { timerDebounce } from './debounce.ts'
import { timerHeartbeat } from './heartbeat.ts'
import { timerInRange } from './inRange.ts'
import { timerMacAgeing } from './macAgeing.ts'
import { timerReloadDelay } from './reloadDelay.ts'
import { timerReloadOrder } from './reloadOrder.ts'
import { timerRestoreDelay } from './restoreDelay.ts'

const CASES: readonly RuleCases[] = [
  {
    rule: timerInRange,
    valid: {
      'the platform’s values': pairWith(),
      'a value within': pairWith(withNumbers({ 'member-restore-ms': 60_000 })),
    },
    invalid: { 'a value beyond': pairWith(withNumbers({ 'member-restore-ms': 4_000_000 })) },
  },
  {
    rule: timerRestoreDelay,
    valid: { 'a longer one': pairWith(withNumbers({ 'member-restore-ms': 150_000 })) },
    invalid: { 'a shorter one': pairWith(withNumbers({ 'member-restore-ms': 1_000 })) },
  },
  {
    rule: timerReloadDelay,
    valid: { 'a longer one': pairWith(withNumbers({ 'reload-member-ms': 400_000 }), 'arista-eos') },
    invalid: { 'a shorter one': pairWith(withNumbers({ 'reload-member-ms': 10_000 }), 'arista-eos') },
  },
  {
    rule: timerReloadOrder,
    valid: { 'equal ones': pairWith((same) => same, 'arista-eos') },
    invalid: { 'others first': pairWith(withNumbers({ 'reload-orphan-ms': 60_000 }), 'arista-eos') },
  },
  {
    rule: timerHeartbeat,
    valid: { 'three messages': pairWith((same) => same, 'juniper-junos') },
    invalid: { 'one message': pairWith(withNumbers({ 'heartbeat-timeout-multiplier': 1 }), 'juniper-junos') },
  },
  {
    rule: timerDebounce,
    valid: { 'as it comes': pairWith(), 'a little more': pairWith(withNumbers({ 'link-debounce-ms': 200 })) },
    invalid: { 'two seconds': pairWith(withNumbers({ 'link-debounce-ms': 2_000 })) },
  },
  {
    rule: timerMacAgeing,
    valid: { 'as it comes': pairWith() },
    invalid: { 'two minutes': pairWith(withNumbers({ 'mac-ageing-ms': 120_000 })) },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('timer'))
})

test('every rule plays what it prevents, or says why it cannot', () => {
  expect(neverPlayed(CASES)).toEqual([])
})

test.each(casesOf(CASES, 'valid'))('%s passes %s', (_, _name, rule, design) => {
  expect(wrongWithValid(rule, design)).toEqual([])
})

test.each(casesOf(CASES, 'invalid'))('%s finds %s', (_, _name, rule, design, valid) => {
  expect(wrongWithInvalid(rule, design, valid)).toEqual([])
})
