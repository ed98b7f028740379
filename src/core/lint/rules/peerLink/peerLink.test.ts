import { expect, test } from 'vitest'
import { toId } from '../../../model/ids.ts'
import { VENDOR_IDS, type BondEnd } from '../../../model/topology.ts'
import {
  casesOf,
  idsOf,
  onEach,
  neverPlayed,
  wrongWithInvalid,
  wrongWithValid,
  type RuleCases,
} from '../../testing/cases.ts'
import {
  both,
  edited,
  named,
  pairWith,
  renamed,
  templateWith,
  withBond,
  withLinks,
  without,
} from '../../testing/designs.ts'
import { peerLinkPresent } from './present.ts'
import { peerLinkTwoCables } from './twoCables.ts'
import { peerLinkModules } from './modules.ts'
import { peerLinkTwoWays } from './twoWays.ts'
import { peerLinkEqualSpeed } from './equalSpeed.ts'
import { peerLinkFastEnough } from './fastEnough.ts'
import { peerLinkLacp } from './lacp.ts'
import { peerLinkTrunk } from './trunk.ts'
import { peerLinkBondVlans } from './bondVlans.ts'
import { peerLinkOrphanVlans } from './orphanVlans.ts'
import { peerLinkMtu } from './mtu.ts'
import { peerLinkOneBond } from './oneBond.ts'

const empty = withBond('bond-peer-link', () => ({ vlans: { mode: 'trunk', native: 1, allowed: [] } }))
const ends = (a: BondEnd['mode'], b: BondEnd['mode']) =>
  withBond('bond-peer-link', ({ ends }) => ({
    ends: [
      { ...ends[0], mode: a },
      { ...ends[1], mode: b },
    ],
  }))

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
  {
    rule: peerLinkModules,
    valid: {
      'a switch without modules': pairWith(),
      'cables on two modules': pairWith(renamed((name) => name.replace('Ethernet1/54', 'Ethernet2/54'))),
    },
    invalid: { 'a modular switch': pairWith(renamed((name) => name.replace('Ethernet1/5', 'Ethernet2/5'))) },
  },
  {
    rule: peerLinkTwoWays,
    valid: {
      'no conduits': pairWith(),
      'two conduits': pairWith(
        withLinks(named(/p5[34]-leaf/), ({ id }) => ({ conduit: id.includes('53') ? 'a' : 'b' })),
      ),
    },
    invalid: onEach((vendor) =>
      pairWith(
        withLinks(named(/p5[34]-leaf/), () => ({ conduit: 'duct-1' })),
        vendor,
      ),
    ),
  },
  {
    rule: peerLinkEqualSpeed,
    valid: { 'equal speeds': pairWith() },
    invalid: { 'one slower': pairWith(withLinks(named(/p54-leaf/), () => ({ speedGbps: 40 }))) },
  },
  {
    rule: peerLinkFastEnough,
    valid: {
      '100 Gbit/s': pairWith(),
      '10 Gbit/s': pairWith(withLinks(named(/p5[34]-leaf/), () => ({ speedGbps: 10 }))),
    },
    invalid: onEach((vendor) =>
      pairWith(
        withLinks(named(/p5[34]-leaf/), () => ({ speedGbps: 1 })),
        vendor,
      ),
    ),
  },
  {
    rule: peerLinkLacp,
    valid: { 'active at both ends': pairWith() },
    invalid: {
      'a static one': pairWith(ends('static', 'static')),
      'one end passive': pairWith(ends('passive', 'active')),
    },
  },
  {
    rule: peerLinkTrunk,
    valid: { 'a trunk': pairWith() },
    invalid: {
      'an access port': pairWith(withBond('bond-peer-link', () => ({ vlans: { mode: 'access', vlan: 10 } }))),
    },
  },
  {
    rule: peerLinkBondVlans,
    valid: {
      'a trunk for all': pairWith(),
      'bonds without VLANs': pairWith(both(empty, without(named(/srv/)))),
      'a VLTi, which carries them anyway': pairWith(empty, 'dell-os10'),
    },
    invalid: onEach(
      (vendor) => pairWith(empty, vendor),
      VENDOR_IDS.filter((vendor) => vendor !== 'dell-os10'),
    ),
  },
  {
    rule: peerLinkOrphanVlans,
    valid: { 'a trunk for all': pairWith(), 'no orphans': pairWith(both(empty, without(named(/orphan/)))) },
    invalid: { 'a trunk for none': pairWith(empty) },
  },
  {
    rule: peerLinkMtu,
    valid: { 'a larger one': pairWith(), 'the same': pairWith(withBond('bond-peer-link', () => ({ mtu: 1500 }))) },
    invalid: {
      'a smaller one': pairWith(
        both(
          withBond('bond-srv-1', () => ({ mtu: 9000 })),
          withBond('bond-peer-link', () => ({ mtu: 1500 })),
        ),
      ),
    },
  },
  {
    rule: peerLinkOneBond,
    valid: { 'all in one': pairWith() },
    invalid: {
      'a cable by itself': edited(pairWith(), {
        type: 'connect',
        from: { device: toId('leaf-a'), port: null },
        to: { device: toId('leaf-b'), port: null },
        bond: 'never',
      }),
    },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('peer-link'))
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
