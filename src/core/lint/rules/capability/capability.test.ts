import { expect, test } from 'vitest'
import type { BondEnd } from '../../../model/topology.ts'
import {
  casesOf,
  idsOf,
  onEach,
  neverPlayed,
  wrongWithInvalid,
  wrongWithValid,
  type RuleCases,
} from '../../testing/cases.ts'
import { pairWith, renamed, withBond } from '../../testing/designs.ts'
import { capabilityActiveOnly } from './activeOnly.ts'
import { capabilityLacpOptions } from './lacpOptions.ts'
import { capabilityPortNames } from './portNames.ts'

const srv1 = (near: Partial<BondEnd>) =>
  withBond('bond-srv-1', ({ ends: [a, b] }) => ({ ends: [{ ...a, ...near }, b] }))

const CASES: readonly RuleCases[] = [
  {
    rule: capabilityLacpOptions,
    valid: { 'no options': pairWith(), 'an option it has': pairWith(srv1({ lacp: { minLinks: 1 } })) },
    invalid: {
      'an option it has not': pairWith(srv1({ lacp: { independent: true } })),
      'a fallback it has not': pairWith(srv1({ lacp: { fallback: 'static' } })),
    },
  },
  {
    rule: capabilityActiveOnly,
    valid: {
      'a platform that knows it': pairWith(srv1({ mode: 'passive' })),
      active: pairWith((same) => same, 'sonic'),
    },
    invalid: {
      VRP8: pairWith(srv1({ mode: 'passive' }), 'huawei-vrp8'),
      SONiC: pairWith(srv1({ mode: 'passive' }), 'sonic'),
    },
  },
  {
    rule: capabilityPortNames,
    valid: onEach((vendor) => pairWith((same) => same, vendor)),
    invalid: { 'names of another platform': pairWith(renamed((name) => name.replace('Ethernet', 'et-'))) },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('capability'))
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
