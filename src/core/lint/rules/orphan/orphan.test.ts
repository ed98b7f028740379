import { expect, test } from 'vitest'
import { toId } from '../../../model/ids.ts'
import type { Design } from '../../../model/design.ts'
import { cableBetween } from '../../edits.ts'
import {
  casesOf,
  idsOf,
  onEach,
  neverPlayed,
  wrongWithInvalid,
  wrongWithValid,
  type RuleCases,
} from '../../testing/cases.ts'
import { edited, named, pairWith, templateWith, withDomain, withLinks, without } from '../../testing/designs.ts'
import { orphanBonded } from './bonded.ts'
import { orphanDualHomed } from './dualHomed.ts'
import { orphanSuspendNeedsSecond } from './suspendNeedsSecond.ts'
import { orphanSwitches } from './switches.ts'

const loose = edited(pairWith(), { type: 'dissolve-bond', bond: toId('bond-srv-1') })
const marked = ({ topology }: Design) =>
  topology.links
    .filter(named(/srv-1/))
    .map(({ id }) => ({ type: 'set-link', link: id, set: { suspendWithMembers: true } }) as const)
const withSwitch = edited(
  pairWith(),
  { type: 'add-device', kind: 'switch', vendor: 'cisco-nxos', at: { x: 0, y: 0 } },
  { type: 'add-device', kind: 'host', at: { x: 0, y: 200 } },
)
/** With a host on the switch that talks to another. */
const behind = (design: Design) => {
  const host = design.topology.devices.findLast(({ kind }) => kind === 'host')
  if (host === undefined) throw new Error('No host was added')
  return edited(design, cableBetween(toId('sw-1'), host.id), {
    type: 'add-flow',
    from: host.id,
    to: toId<'device'>('srv-1'),
    ports: null,
  })
}
const preferring = (peer: string) => withDomain(() => ({ preferredPrimary: toId(peer) }))

const CASES: readonly RuleCases[] = [
  {
    rule: orphanDualHomed,
    valid: {
      'bonded servers': pairWith(without(named(/orphan/))),
      'no pair': templateWith('two-plain-lags', (same) => same),
    },
    invalid: onEach((vendor) => pairWith((same) => same, vendor)),
  },
  {
    rule: orphanBonded,
    valid: {
      'a bond': pairWith(),
      'marked ports': edited(loose, ...marked(loose)),
    },
    invalid: {
      'two cables by themselves': loose,
      'the first of them to the secondary': { ...loose, topology: preferring('leaf-b')(loose.topology) },
    },
  },
  {
    rule: orphanSuspendNeedsSecond,
    valid: { 'not marked': pairWith(), 'a host with two': edited(loose, ...marked(loose)) },
    invalid: {
      'the only cable': pairWith(withLinks(named(/orphan-a/), () => ({ suspendWithMembers: true }))),
      'on the secondary': pairWith(withLinks(named(/orphan-b/), () => ({ suspendWithMembers: true }))),
    },
  },
  {
    rule: orphanSwitches,
    valid: { 'a bond to both': templateWith('back-to-back', (same) => same) },
    invalid: {
      'a cable to one peer': edited(withSwitch, cableBetween(toId('leaf-a'), toId('sw-1'))),
      'with a host': behind(edited(withSwitch, cableBetween(toId('leaf-a'), toId('sw-1')))),
      'a bond to one peer': edited(
        withSwitch,
        cableBetween(toId('leaf-a'), toId('sw-1')),
        cableBetween(toId('leaf-a'), toId('sw-1')),
      ),
    },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('orphan'))
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
