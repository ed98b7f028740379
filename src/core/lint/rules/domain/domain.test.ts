import { expect, test } from 'vitest'
import { casesOf, idsOf, onEach, wrongWithInvalid, wrongWithValid, type RuleCases } from '../../testing/cases.ts'
import { pairWith, templateWith, withSwitches } from '../../testing/designs.ts'
import { domainPeersAlike } from './peersAlike.ts'

const CASES: readonly RuleCases[] = [
  {
    rule: domainPeersAlike,
    valid: {
      'peers with the same values': pairWith(
        withSwitches(
          () => true,
          () => ({ lacpSystemPriority: 4096 }),
        ),
      ),
      'switches that are no pair': templateWith('two-plain-lags', (same) => same),
    },
    invalid: {
      ...onEach((vendor) =>
        pairWith(
          withSwitches(
            (name) => name === 'leaf-b',
            () => ({ stp: { enabled: false, priority: 4096 } }),
          ),
          vendor,
        ),
      ),
      'LACP priorities': pairWith(
        withSwitches(
          (name) => name === 'leaf-a',
          () => ({ lacpSystemPriority: 1 }),
        ),
      ),
    },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('domain'))
})

test.each(casesOf(CASES, 'valid'))('%s passes %s', (_, _name, rule, design) => {
  expect(wrongWithValid(rule, design)).toEqual([])
})

test.each(casesOf(CASES, 'invalid'))('%s finds %s', (_, _name, rule, design) => {
  expect(wrongWithInvalid(rule, design)).toEqual([])
})
