import { expect, test } from 'vitest'
import { toId } from '../../../model/ids.ts'
import { VENDOR_IDS, type VendorId } from '../../../model/topology.ts'
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
  edited,
  named,
  pairWith,
  templateWith,
  withDomain,
  withNumbers,
  withSwitches,
  without,
} from '../../testing/designs.ts'
import { domainConfigsAgree } from './configsAgree.ts'
import { domainPeersAlike } from './peersAlike.ts'
import { domainNumberRange } from './numberRange.ts'
import { domainOwnNumber } from './ownNumber.ts'
import { domainOwnSystemMac } from './ownSystemMac.ts'
import { domainLocalSystemMac } from './localSystemMac.ts'
import { domainPreferredWins } from './preferredWins.ts'
import { domainElectedByAddress } from './electedByAddress.ts'
import { domainSoloStart } from './soloStart.ts'
import { domainDualPrimaryDetection } from './dualPrimaryDetection.ts'
import { domainPeeringVlan } from './peeringVlan.ts'
import { domainPeeringNetwork } from './peeringNetwork.ts'
import { domainUsed } from './used.ts'

const CONFIGURED = VENDOR_IDS.filter((vendor) => PROFILES[vendor].choices['pair-system'].value === 'configured')
const other = withDomain(({ peers }) => ({ preferredPrimary: peers[1] }))
const inServers = withDomain(({ peering }) => ({ peering: { ...peering, vlan: 10 } }))
const backToBack = (change: Parameters<typeof templateWith>[1], vendor?: VendorId) =>
  templateWith('back-to-back', change, vendor)
const peering = (addresses: readonly [string, string]) =>
  withDomain((domain) => ({ peering: { ...domain.peering, addresses } }))

/** From the management port of one peer and a front port of the other. */
function keepaliveOfTwoKinds(vendor: VendorId) {
  const plugged = edited(pairWith(without(named(/leaf-a-m1/)), vendor), {
    type: 'connect',
    from: { device: toId('leaf-a'), port: { kind: 'front', index: 48 } },
    to: { device: toId('mgmt-1'), port: null },
    bond: 'never',
  })
  const link = plugged.topology.links.at(-1)!.id
  return edited(plugged, { type: 'set-link-role', link, role: 'keepalive' })
}

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
  {
    rule: domainConfigsAgree,
    valid: {
      'two bonds and two orphans': pairWith(),
      ...onEach((vendor) =>
        edited(pairWith(undefined, vendor), {
          type: 'connect',
          from: { device: toId('leaf-a'), port: null },
          to: { device: toId('orphan-a'), port: null },
          bond: 'auto',
        }),
      ),
    },
    invalid: onEach(
      keepaliveOfTwoKinds,
      VENDOR_IDS.filter((vendor) => !['sonic', 'mikrotik-routeros', 'generic'].includes(vendor)),
    ),
  },
  {
    rule: domainNumberRange,
    valid: { 'a number within': pairWith() },
    invalid: { 'a number beyond': pairWith(withDomain(() => ({ number: 1001 }))) },
  },
  {
    rule: domainOwnNumber,
    valid: { 'two numbers': backToBack((same) => same) },
    invalid: onEach((vendor) =>
      backToBack(
        withDomain(() => ({ number: 7 })),
        vendor,
      ),
    ),
  },
  {
    rule: domainOwnSystemMac,
    valid: {
      'two addresses': backToBack((same) => same, 'huawei-vrp8'),
      'a platform that makes its own': backToBack(withDomain(() => ({ systemMac: '02:00:00:00:00:01' }))),
    },
    invalid: onEach(
      (vendor) =>
        backToBack(
          withDomain(() => ({ systemMac: '02:00:00:00:00:01' })),
          vendor,
        ),
      CONFIGURED,
    ),
  },
  {
    rule: domainLocalSystemMac,
    valid: {
      'a local address': pairWith((same) => same, 'huawei-vrp8'),
      'the range of Cumulus': pairWith(
        withDomain(() => ({ systemMac: '44:38:39:ff:00:01' })),
        'nvidia-cumulus',
      ),
      'a platform that makes its own': pairWith(withDomain(() => ({ systemMac: '00:1c:73:00:00:01' }))),
    },
    invalid: {
      'an address of a maker': pairWith(
        withDomain(() => ({ systemMac: '00:1c:73:00:00:01' })),
        'huawei-vrp8',
      ),
    },
  },
  {
    rule: domainPreferredWins,
    valid: { 'the platform’s priorities': pairWith(), 'the higher wins': pairWith((same) => same, 'huawei-vrp8') },
    invalid: {
      'turned priorities': pairWith(withNumbers({ 'role-priority-preferred': 20_000 })),
      'equal priorities': pairWith(withNumbers({ 'role-priority-other': 8_192 })),
      'the lower loses': pairWith(withNumbers({ 'role-priority-preferred': 50 }), 'huawei-vrp8'),
    },
  },
  {
    rule: domainElectedByAddress,
    valid: { 'the winner': pairWith((same) => same, 'sonic'), priorities: pairWith(other) },
    invalid: { 'the other': pairWith(other, 'sonic') },
  },
  {
    rule: domainSoloStart,
    valid: {
      'turned on': pairWith(
        withDomain(({ settings }) => ({ settings: { ...settings, switches: { 'solo-start': true } } })),
      ),
      'always on': pairWith((same) => same, 'arista-eos'),
    },
    invalid: { 'NX-OS as it comes': pairWith(), 'Comware as it comes': pairWith((same) => same, 'h3c-comware') },
  },
  {
    rule: domainDualPrimaryDetection,
    valid: {
      'turned on': pairWith(
        withDomain(({ settings }) => ({ settings: { ...settings, switches: { 'dual-primary-detection': true } } })),
        'arista-eos',
      ),
      'no such thing': pairWith(),
    },
    invalid: { 'EOS as it comes': pairWith((same) => same, 'arista-eos') },
  },
  {
    rule: domainPeeringVlan,
    valid: { 'a VLAN of its own': pairWith((same) => same, 'arista-eos'), 'no peering VLAN': pairWith(inServers) },
    invalid: { 'the VLAN of the servers': pairWith(inServers, 'arista-eos') },
  },
  {
    rule: domainPeeringNetwork,
    valid: { 'one network': pairWith((same) => same, 'arista-eos') },
    invalid: {
      'two networks': pairWith(peering(['10.255.255.1', '10.255.254.1']), 'arista-eos'),
      'the broadcast address': pairWith(peering(['10.255.255.1', '10.255.255.3']), 'juniper-junos'),
    },
  },
  {
    rule: domainUsed,
    valid: { 'bonded servers': pairWith() },
    invalid: { 'orphans only': pairWith(without(named(/srv/))) },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('domain'))
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
