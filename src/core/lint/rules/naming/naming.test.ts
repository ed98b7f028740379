import { expect, test } from 'vitest'
import { toId } from '../../../model/ids.ts'
import { casesOf, idsOf, neverPlayed, wrongWithInvalid, wrongWithValid, type RuleCases } from '../../testing/cases.ts'
import { edited, pairWith } from '../../testing/designs.ts'
import { namingHostname } from './hostname.ts'
import { namingLetterCase } from './letterCase.ts'

const called = (name: string) => edited(pairWith(), { type: 'set-device', device: toId('leaf-a'), set: { name } })

const CASES: readonly RuleCases[] = [
  {
    rule: namingHostname,
    valid: { 'host names': pairWith() },
    invalid: { 'an underscore': called('leaf_a'), 'a hyphen at the end': called('leaf-') },
  },
  {
    rule: namingLetterCase,
    valid: { 'different names': pairWith() },
    invalid: { 'a capital': called('LEAF-B') },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('naming'))
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
