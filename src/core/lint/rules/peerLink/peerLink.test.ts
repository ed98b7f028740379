import { expect, test } from 'vitest'
import { casesOf, idsOf, onEach, wrongWithInvalid, wrongWithValid, type RuleCases } from '../../testing/cases.ts'
import { named, pairWith, templateWith, without } from '../../testing/designs.ts'
import { peerLinkPresent } from './present.ts'
import { peerLinkTwoCables } from './twoCables.ts'

const CASES: readonly RuleCases[] = [
  {
    rule: peerLinkPresent,
    valid: { 'a pair with one': pairWith() },
    invalid: onEach((vendor) => pairWith(without(named(/p5[34]-leaf/)), vendor)),
  },
  {
    rule: peerLinkTwoCables,
    valid: { 'two cables': pairWith(), 'two pairs': templateWith('back-to-back', (same) => same) },
    invalid: onEach((vendor) => pairWith(without(named(/p54-leaf/)), vendor)),
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('peer-link'))
})

test.each(casesOf(CASES, 'valid'))('%s passes %s', (_, _name, rule, design) => {
  expect(wrongWithValid(rule, design)).toEqual([])
})

test.each(casesOf(CASES, 'invalid'))('%s finds %s', (_, _name, rule, design) => {
  expect(wrongWithInvalid(rule, design)).toEqual([])
})
