import { expect, test } from 'vitest'
import { casesOf, idsOf, neverPlayed, wrongWithInvalid, wrongWithValid, type RuleCases } from '../../testing/cases.ts'
import { pairWith, withNumbers } from '../../testing/designs.ts'
import { timerDebounce } from './debounce.ts'
import { timerErrorDownDelay } from './errorDownDelay.ts'
import { timerHeartbeat } from './heartbeat.ts'
import { timerInRange } from './inRange.ts'
import { timerMacAgeing } from './macAgeing.ts'
import { timerReloadDelay } from './reloadDelay.ts'
import { timerReloadOrder } from './reloadOrder.ts'
import { timerRestoreDelay } from './restoreDelay.ts'
import { timerSessionHold } from './sessionHold.ts'
import { timerWholeHeartbeats } from './wholeHeartbeats.ts'

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
    rule: timerErrorDownDelay,
    valid: { 'at once': pairWith((same) => same, 'huawei-vrp8') },
    invalid: {
      'a minute': pairWith(withNumbers({ 'suspend-delay-ms': 60_000 }), 'huawei-vrp8'),
      'a second': pairWith(withNumbers({ 'suspend-delay-ms': 1_000 }), 'huawei-vrp8'),
    },
  },
  {
    rule: timerSessionHold,
    valid: {
      'as it comes': pairWith((same) => same, 'juniper-junos'),
      'both longer': pairWith(
        withNumbers({ 'session-hold-ms': 500_000, 'reload-member-ms': 400_000 }),
        'juniper-junos',
      ),
    },
    invalid: {
      'given up too soon': pairWith(withNumbers({ 'session-hold-ms': 50_000 }), 'juniper-junos'),
      'members wait too long': pairWith(withNumbers({ 'reload-member-ms': 600_000 }), 'juniper-junos'),
    },
  },
  {
    rule: timerHeartbeat,
    valid: { 'three messages': pairWith((same) => same, 'juniper-junos') },
    invalid: {
      'one message': pairWith(withNumbers({ 'heartbeat-timeout-multiplier': 1 }), 'juniper-junos'),
      'as time': pairWith(withNumbers({ 'heartbeat-timeout-ms': 2_000 }), 'aruba-aoscx'),
      'far apart': pairWith(
        withNumbers({ 'heartbeat-timeout-ms': 10_000, 'heartbeat-interval-ms': 5_000 }),
        'aruba-aoscx',
      ),
    },
  },
  {
    rule: timerWholeHeartbeats,
    valid: {
      'as it comes': pairWith((same) => same, 'sonic'),
      'five of two': pairWith(withNumbers({ 'heartbeat-timeout-ms': 10_000, 'heartbeat-interval-ms': 2_000 }), 'sonic'),
    },
    invalid: {
      'no multiple': pairWith(withNumbers({ 'heartbeat-interval-ms': 4_000 }), 'sonic'),
      'two of them': pairWith(
        withNumbers({ 'heartbeat-timeout-ms': 20_000, 'heartbeat-interval-ms': 10_000 }),
        'sonic',
      ),
    },
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
