import { expect, test } from 'vitest'
import { toId } from '../../../model/ids.ts'
import type { BondEnd } from '../../../model/topology.ts'
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
import { edited, named, pairWith, templateWith, withBond, withLinks, without } from '../../testing/designs.ts'
import { bondBootFallback } from './bootFallback.ts'
import { bondBothLegs } from './bothLegs.ts'
import { bondChannelRange } from './channelRange.ts'
import { bondEqualSpeed } from './equalSpeed.ts'
import { bondEvenLegs } from './evenLegs.ts'
import { bondFallbackAtHosts } from './fallbackAtHosts.ts'
import { bondFastRate } from './fastRate.ts'
import { bondLacp } from './lacp.ts'
import { bondMaxBundle } from './maxBundle.ts'
import { bondMinLinks } from './minLinks.ts'
import { bondOneActive } from './oneActive.ts'
import { bondOneBond } from './oneBond.ts'
import { bondOnePair } from './onePair.ts'
import { bondSameMode } from './sameMode.ts'
import { bondSameRate } from './sameRate.ts'
import { bondSpare } from './spare.ts'
import { bondTwoWays } from './twoWays.ts'

const srv1 = (near: Partial<BondEnd>, far: Partial<BondEnd>) =>
  withBond('bond-srv-1', ({ ends: [a, b] }) => ({
    ends: [
      { ...a, ...near },
      { ...b, ...far },
    ],
  }))

const CASES: readonly RuleCases[] = [
  {
    rule: bondBothLegs,
    valid: { 'a leg on each peer': pairWith() },
    invalid: onEach((vendor) => pairWith(without(named(/leaf-a-p1-srv-1/)), vendor)),
  },
  {
    rule: bondSameMode,
    valid: {
      'active at both ends': pairWith(),
      'static at both ends': pairWith(srv1({ mode: 'static' }, { mode: 'static' })),
    },
    invalid: {
      ...onEach((vendor) => pairWith(srv1({ mode: 'static' }, {}), vendor)),
      'a static server': pairWith(srv1({ mode: 'passive' }, { mode: 'static' })),
      'between pairs': templateWith(
        'back-to-back',
        withBond('bond-pairs', ({ ends: [a, b] }) => ({ ends: [{ ...a, mode: 'static' }, b] })),
      ),
    },
  },
  {
    rule: bondOneActive,
    valid: { 'one passive end': pairWith(srv1({ mode: 'passive' }, {})) },
    invalid: { 'two passive ends': pairWith(srv1({ mode: 'passive' }, { mode: 'passive' })) },
  },
  {
    rule: bondLacp,
    valid: { LACP: pairWith() },
    invalid: onEach((vendor) => pairWith(srv1({ mode: 'static' }, { mode: 'static' }), vendor)),
  },
  {
    rule: bondSameRate,
    valid: { 'one rate': pairWith() },
    invalid: { 'two rates': pairWith(srv1({ rate: 'slow' }, {})) },
  },
  {
    rule: bondFastRate,
    valid: {
      fast: pairWith(
        withBond('bond-srv-2', ({ ends: [a, b] }) => ({
          ends: [
            { ...a, rate: 'fast' },
            { ...b, rate: 'fast' },
          ],
        })),
      ),
    },
    invalid: onEach((vendor) => pairWith((same) => same, vendor)),
  },
  {
    rule: bondEqualSpeed,
    valid: { 'one speed': pairWith() },
    invalid: { 'two speeds': pairWith(withLinks(named(/leaf-a-p1-srv-1/), () => ({ speedGbps: 10 }))) },
  },
  {
    rule: bondMinLinks,
    valid: { 'one of one': pairWith(srv1({ lacp: { minLinks: 1 } }, { lacp: { minLinks: 2 } })) },
    invalid: {
      'more than a peer has': pairWith(srv1({ lacp: { minLinks: 2 } }, {})),
      'more than the server has': pairWith(srv1({}, { lacp: { minLinks: 3 } })),
    },
  },
  {
    rule: bondSpare,
    valid: { 'one of two': pairWith(srv1({}, { lacp: { minLinks: 1 } })) },
    invalid: {
      'two of two at the server': pairWith(srv1({}, { lacp: { minLinks: 2 } })),
      'two of two on the peer-link': pairWith(
        withBond('bond-peer-link', ({ ends: [a, b] }) => ({ ends: [{ ...a, lacp: { minLinks: 2 } }, b] })),
      ),
    },
  },
  {
    rule: bondMaxBundle,
    valid: { 'as many as there are': pairWith(srv1({}, { lacp: { maxBundle: 2 } })) },
    invalid: {
      'one of two': pairWith(srv1({}, { lacp: { maxBundle: 1 } })),
      'less than the least': pairWith(srv1({}, { lacp: { maxBundle: 1, minLinks: 2 } })),
    },
  },
  {
    rule: bondEvenLegs,
    valid: { 'one on each': pairWith(), 'one in all': pairWith(without(named(/leaf-a-p1-srv-1/))) },
    invalid: { 'two and one': edited(pairWith(), cableBetween(toId('leaf-a'), toId('srv-1'))) },
  },
  {
    rule: bondOneBond,
    valid: {
      'one bond between pairs': templateWith('back-to-back', (same) => same),
      'no pair': templateWith('two-plain-lags', (same) => same),
    },
    invalid: {
      'a cable beside the bond': edited(
        templateWith('back-to-back', (same) => same),
        {
          type: 'connect',
          from: { device: toId('spine-1'), port: null },
          to: { device: toId('leaf-a'), port: null },
          bond: 'never',
        },
      ),
    },
  },
  {
    rule: bondOnePair,
    valid: { 'a pair': pairWith() },
    invalid: { 'two switches': templateWith('two-plain-lags', (same) => same) },
  },
  {
    rule: bondTwoWays,
    valid: {
      'no conduits': pairWith(),
      'half in one': pairWith(withLinks(named(/leaf-a-p1-srv-1/), () => ({ conduit: 'duct-1' }))),
    },
    invalid: { 'all in one': pairWith(withLinks(named(/-srv-1/), () => ({ conduit: 'duct-1' }))) },
  },
  {
    rule: bondChannelRange,
    valid: { 'a number within': pairWith() },
    invalid: { 'a number beyond': pairWith(srv1({ channel: 4000 }, {}), 'arista-eos') },
  },
  {
    rule: bondBootFallback,
    valid: {
      'no boot': pairWith(),
      'with fallback': pairWith(srv1({ lacp: { fallback: 'individual' } }, { lacp: { netboot: true } })),
    },
    invalid: onEach((vendor) => pairWith(srv1({}, { lacp: { netboot: true } }), vendor)),
  },
  {
    rule: bondFallbackAtHosts,
    valid: { 'at a host': pairWith(srv1({ lacp: { fallback: 'individual' } }, {})) },
    invalid: {
      'between pairs': templateWith(
        'back-to-back',
        withBond('bond-pairs', ({ ends: [a, b] }) => ({ ends: [a, { ...b, lacp: { fallback: 'individual' } }] })),
      ),
    },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('bond'))
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
