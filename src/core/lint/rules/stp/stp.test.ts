import { expect, test } from 'vitest'
import { toId } from '../../../model/ids.ts'
import { casesOf, idsOf, onEach, wrongWithInvalid, wrongWithValid, type RuleCases } from '../../testing/cases.ts'
import { both, edited, pairWith, templateWith, withSwitches } from '../../testing/designs.ts'
import { stpNoLoop } from './noLoop.ts'

const silent = withSwitches(
  () => true,
  ({ stp }) => ({ stp: { ...stp, enabled: false } }),
)

const CASES: readonly RuleCases[] = [
  {
    rule: stpNoLoop,
    valid: {
      'a loop with spanning tree': templateWith('two-plain-lags', (same) => same),
      'one switch of the loop that runs it': templateWith(
        'two-plain-lags',
        both(
          silent,
          withSwitches(
            (name) => name === 'access',
            ({ stp }) => ({ stp: { ...stp, enabled: true } }),
          ),
        ),
      ),
      'pairs without a loop': templateWith('back-to-back', silent),
    },
    invalid: {
      ...onEach((vendor) => templateWith('two-plain-lags', silent, vendor)),
      'a cable between the peers beside their peer-link': edited(pairWith(silent), {
        type: 'connect',
        from: { device: toId('leaf-a'), port: null },
        to: { device: toId('leaf-b'), port: null },
        bond: 'never',
      }),
    },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('stp'))
})

test.each(casesOf(CASES, 'valid'))('%s passes %s', (_, _name, rule, design) => {
  expect(wrongWithValid(rule, design)).toEqual([])
})

test.each(casesOf(CASES, 'invalid'))('%s finds %s', (_, _name, rule, design) => {
  expect(wrongWithInvalid(rule, design)).toEqual([])
})
