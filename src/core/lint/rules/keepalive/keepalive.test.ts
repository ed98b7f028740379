import { expect, test } from 'vitest'
import type { Design } from '../../../model/design.ts'
import { toId } from '../../../model/ids.ts'
import { VENDOR_IDS, type MlagDomain } from '../../../model/topology.ts'
import { PROFILES } from '../../../vendors/index.ts'
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
  withDomain,
  withLinks,
  withNumbers,
  without,
} from '../../testing/designs.ts'
import { keepalivePresent } from './present.ts'
import { keepaliveOwnPath } from './ownPath.ts'
import { keepaliveOwnModule } from './ownModule.ts'
import { keepaliveOwnNetwork } from './ownNetwork.ts'
import { keepaliveOwnVrf } from './ownVrf.ts'
import { keepaliveVrfOfPort } from './vrfOfPort.ts'
import { keepaliveSameNetwork } from './sameNetwork.ts'
import { keepaliveHostAddress } from './hostAddress.ts'
import { keepaliveUniqueAddresses } from './uniqueAddresses.ts'
import { keepaliveTimeout } from './timeout.ts'
import { keepaliveHold } from './hold.ts'
import { keepaliveNoStrayCable } from './noStrayCable.ts'
import { keepaliveSecondWay } from './secondWay.ts'

const HEARING = VENDOR_IDS.filter((vendor) => {
  const { numbers, choices } = PROFILES[vendor]
  return numbers['keepalive-interval-ms'] !== null || choices['session-path'].value === 'keepalive-path'
})
const none = without(({ use }) => use === 'keepalive')
const peered = withDomain(({ keepalive, peering }) => ({
  keepalive: { ...keepalive, addresses: peering.addresses, prefixLength: peering.prefixLength },
}))
const direct = edited(pairWith(none), {
  type: 'connect',
  from: { device: toId('leaf-a'), port: { kind: 'management', index: 1 } },
  to: { device: toId('leaf-b'), port: { kind: 'management', index: 1 } },
  bond: 'never',
})
const shared = edited(
  templateWith('back-to-back', both(without(named(/leaf-a-m1/)), keepalive({ addresses: ['10.0.0.1', '10.0.0.2'] }))),
  ...(['leaf-a', 'leaf-b'] as const).map((name) => ({
    type: 'connect' as const,
    from: { device: toId<'device'>(name), port: { kind: 'management' as const, index: 1 } },
    to: { device: toId<'device'>('mgmt-1'), port: null },
    bond: 'never' as const,
  })),
)

function keepalive(set: Partial<MlagDomain['keepalive']>) {
  return withDomain((domain) => ({ keepalive: { ...domain.keepalive, ...set } }))
}

/** With a keepalive cable between front ports. */
function onFront(design: Design): Design {
  const cabled = edited(design, {
    type: 'connect',
    from: { device: toId('leaf-a'), port: { kind: 'front', index: 40 } },
    to: { device: toId('leaf-b'), port: { kind: 'front', index: 40 } },
    bond: 'never',
  })
  const link = cabled.topology.links.at(-1)
  if (!link) throw new Error('No cable was made')
  return edited(cabled, { type: 'set-link-role', link: link.id, role: 'keepalive' })
}

const CASES: readonly RuleCases[] = [
  {
    rule: keepalivePresent,
    valid: {
      'a keepalive over a management switch': pairWith(),
      'a direct one': direct,
      'a platform that has none': pairWith(none, 'mikrotik-routeros'),
    },
    invalid: {
      ...onEach((vendor) => pairWith(none, vendor), HEARING),
      'a cable that leads nowhere': pairWith(without(named(/leaf-b-m1/))),
    },
  },
  {
    rule: keepaliveOwnPath,
    valid: {
      'cables that share nothing': pairWith(),
      'a keepalive with half of the peer-link': pairWith(
        withLinks(named(/p53-leaf|m1/), () => ({ conduit: 'duct-1' })),
      ),
    },
    invalid: onEach(
      (vendor) =>
        pairWith(
          withLinks(named(/p5[34]-leaf|m1/), () => ({ conduit: 'duct-1' })),
          vendor,
        ),
      HEARING,
    ),
  },
  {
    rule: keepaliveOwnModule,
    valid: { 'management ports': pairWith(), 'front ports of a switch without modules': onFront(pairWith(none)) },
    invalid: {
      'front ports beside the peer-link': onFront(
        pairWith(
          both(
            none,
            renamed((name) => name.replace(/Ethernet1\/(\d)$/, 'Ethernet2/$1')),
          ),
        ),
      ),
    },
  },
  {
    rule: keepaliveOwnNetwork,
    valid: { 'another network': pairWith((same) => same, 'arista-eos'), 'no peering VLAN': pairWith(peered) },
    invalid: { 'the network of the peering VLAN': pairWith(peered, 'arista-eos') },
  },
  {
    rule: keepaliveOwnVrf,
    valid: { 'the management VRF': pairWith() },
    invalid: { 'the default VRF': pairWith(keepalive({ vrf: 'default' })) },
  },
  {
    rule: keepaliveVrfOfPort,
    valid: {
      'the management port': pairWith(),
      'a VRF of its own': onFront(pairWith(both(none, keepalive({ vrf: 'ka' })))),
    },
    invalid: { 'a front port in it': onFront(pairWith(none)) },
  },
  {
    rule: keepaliveSameNetwork,
    valid: { 'one network': pairWith() },
    invalid: {
      'two on a direct cable': edited(direct, {
        type: 'set-keepalive',
        domain: toId('domain-leafs'),
        set: { addresses: ['10.0.0.1', '10.1.0.1'] },
      }),
      'two over a management switch': pairWith(keepalive({ addresses: ['10.0.0.1', '10.1.0.1'] })),
    },
  },
  {
    rule: keepaliveHostAddress,
    valid: {
      hosts: pairWith(),
      'a network of two': pairWith(keepalive({ addresses: ['10.0.0.0', '10.0.0.1'], prefixLength: 31 })),
    },
    invalid: {
      'the broadcast address': pairWith(keepalive({ addresses: ['10.0.0.1', '10.0.0.3'], prefixLength: 30 })),
    },
  },
  {
    rule: keepaliveUniqueAddresses,
    valid: {
      'two pairs': templateWith('back-to-back', (same) => same),
      'the same ones on a direct cable': templateWith(
        'back-to-back',
        keepalive({ addresses: ['10.0.0.1', '10.0.0.2'] }),
      ),
    },
    invalid: { 'two pairs on one management switch': shared },
  },
  {
    rule: keepaliveTimeout,
    valid: {
      'the platform’s values': pairWith(),
      'three intervals': pairWith(withNumbers({ 'keepalive-interval-ms': 1000, 'keepalive-timeout-ms': 3000 })),
    },
    invalid: {
      'two intervals': pairWith(withNumbers({ 'keepalive-interval-ms': 2000, 'keepalive-timeout-ms': 4000 })),
    },
  },
  {
    rule: keepaliveHold,
    valid: { 'the platform’s values': pairWith() },
    invalid: { 'as long as the time-out': pairWith(withNumbers({ 'keepalive-hold-ms': 5000 })) },
  },
  {
    rule: keepaliveNoStrayCable,
    valid: { 'a way to the peer': pairWith(), 'none at all': pairWith(none) },
    invalid: {
      'one half of a way': pairWith(without(named(/leaf-b-m1/))),
      'a switch without a peer': edited(
        templateWith('two-plain-lags', (same) => same),
        {
          type: 'connect',
          from: { device: toId('sw-1'), port: { kind: 'management', index: 1 } },
          to: { device: toId('sw-2'), port: { kind: 'management', index: 1 } },
          bond: 'never',
        },
      ),
    },
  },
  {
    rule: keepaliveSecondWay,
    valid: { 'two ways': onFront(pairWith()), 'none at all': pairWith(none) },
    invalid: { 'one way over a management switch': pairWith() },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('keepalive'))
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
