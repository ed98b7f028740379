import { expect, test } from 'vitest'
import { casesOf, idsOf, onEach, wrongWithInvalid, wrongWithValid, type RuleCases } from '../../testing/cases.ts'
import { pairWith, templateWith, withBond } from '../../testing/designs.ts'
import { bondSameMode } from './sameMode.ts'

const CASES: readonly RuleCases[] = [
  {
    rule: bondSameMode,
    valid: {
      'active at both ends': pairWith(),
      'static at both ends': pairWith(
        withBond('bond-srv-1', ({ ends: [a, b] }) => ({
          ends: [
            { ...a, mode: 'static' },
            { ...b, mode: 'static' },
          ],
        })),
      ),
    },
    invalid: {
      ...onEach((vendor) =>
        pairWith(
          withBond('bond-srv-1', ({ ends: [a, b] }) => ({ ends: [{ ...a, mode: 'static' }, b] })),
          vendor,
        ),
      ),
      'a static server': pairWith(
        withBond('bond-srv-2', ({ ends: [a, b] }) => ({
          ends: [
            { ...a, mode: 'passive' },
            { ...b, mode: 'static' },
          ],
        })),
      ),
      'between pairs': templateWith(
        'back-to-back',
        withBond('bond-pairs', ({ ends: [a, b] }) => ({ ends: [{ ...a, mode: 'static' }, b] })),
      ),
    },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('bond'))
})

test.each(casesOf(CASES, 'valid'))('%s passes %s', (_, _name, rule, design) => {
  expect(wrongWithValid(rule, design)).toEqual([])
})

test.each(casesOf(CASES, 'invalid'))('%s finds %s', (_, _name, rule, design) => {
  expect(wrongWithInvalid(rule, design)).toEqual([])
})
