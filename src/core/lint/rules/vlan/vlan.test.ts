import { expect, test } from 'vitest'
import { toId } from '../../../model/ids.ts'
import { casesOf, idsOf, neverPlayed, wrongWithInvalid, wrongWithValid, type RuleCases } from '../../testing/cases.ts'
import { edited, named, pairWith, templateWith, withBond, withLinks } from '../../testing/designs.ts'
import { vlanAllowedSome } from './allowedSome.ts'
import { vlanHostNative } from './hostNative.ts'
import { vlanJoined } from './joined.ts'
import { vlanSameNative } from './sameNative.ts'
import { vlanUsed } from './used.ts'

const trunk = (native: number, allowed: readonly number[]) =>
  withBond('bond-srv-1', () => ({ vlans: { mode: 'trunk', native, allowed } }))

const CASES: readonly RuleCases[] = [
  {
    rule: vlanHostNative,
    valid: { 'an access port': pairWith(), 'a trunk that allows it': pairWith(trunk(10, [10])) },
    invalid: {
      'a bond that does not': pairWith(trunk(1, [10])),
      'a cable that does not': pairWith(
        withLinks(named(/orphan-a/), () => ({ vlans: { mode: 'trunk', native: 1, allowed: [10] } })),
      ),
    },
  },
  {
    rule: vlanAllowedSome,
    valid: { 'a trunk for all': pairWith() },
    invalid: { 'a trunk for none': pairWith(trunk(10, [])) },
  },
  {
    rule: vlanSameNative,
    valid: { 'one native VLAN': templateWith('back-to-back', (same) => same) },
    invalid: {
      'two native VLANs': templateWith(
        'back-to-back',
        withBond('bond-pairs', () => ({ vlans: { mode: 'trunk', native: 10, allowed: [10] } })),
      ),
    },
  },
  {
    rule: vlanJoined,
    valid: { 'one VLAN': pairWith() },
    invalid: {
      'two VLANs': edited(pairWith(), {
        type: 'set-bond',
        bond: toId('bond-srv-1'),
        set: { vlans: { mode: 'access', vlan: 20 } },
      }),
    },
  },
  {
    rule: vlanUsed,
    valid: { 'a VLAN of servers': pairWith() },
    invalid: { 'a VLAN of nobody': edited(pairWith(), { type: 'add-vlan', id: 30, name: 'nobody' }) },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('vlan'))
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
