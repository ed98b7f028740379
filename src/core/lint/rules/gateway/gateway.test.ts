import { expect, test } from 'vitest'
import type { Design } from '../../../model/design.ts'
import { VENDOR_IDS, type DomainSettings, type Gateway, type Topology, type VendorId } from '../../../model/topology.ts'
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
import { both, named, pairWith, templateWith, withBond, withDomain, withLinks, without } from '../../testing/designs.ts'
import { gatewayBackupVlan } from './backupVlan.ts'
import { gatewayBothUplinks } from './bothUplinks.ts'
import { gatewayCarried } from './carried.ts'
import { gatewayHostNetwork } from './hostNetwork.ts'
import { gatewayOneNetwork } from './oneNetwork.ts'
import { gatewayPeerGateway } from './peerGateway.ts'
import { gatewayPresent } from './present.ts'
import { gatewayRestoreOrder } from './restoreOrder.ts'
import { gatewaySupported } from './supported.ts'
import { gatewayUniqueAddresses } from './uniqueAddresses.ts'
import { gatewayUplinkNetwork } from './uplinkNetwork.ts'
import { gatewayWayOut } from './wayOut.ts'

type Change = (topology: Topology) => Topology

const drawn = (change: Change = (same) => same, vendor?: VendorId): Design =>
  templateWith('pair-with-uplinks', change, vendor)
const switches = (set: DomainSettings['switches']) =>
  withDomain(({ settings }) => ({ settings: { ...settings, switches: { ...settings.switches, ...set } } }))
const numbers = (set: DomainSettings['numbers']) =>
  withDomain(({ settings }) => ({ settings: { ...settings, numbers: set } }))
const gateway = (set: Partial<Gateway>) =>
  withDomain(({ gateways }) => ({ gateways: gateways.map((one) => ({ ...one, ...set })) }))
const host =
  (name: string, set: { readonly ipv4?: string; readonly answersTo?: 'sender' }): Change =>
  (topology) => ({
    ...topology,
    devices: topology.devices.map((device) =>
      device.kind === 'host' && device.name === name ? { ...device, ...set } : device,
    ),
  })
const routed = (addresses: readonly [string, string], prefixLength = 30) =>
  withLinks(named(/leaf-a-p49/), () => ({ routed: { addresses, prefixLength } }))
const ABLE = VENDOR_IDS.filter((vendor) => PROFILES[vendor].gateway !== null)
const TRACKING = VENDOR_IDS.filter((vendor) => PROFILES[vendor].switches['uplink-tracking'] !== null)
const CHOOSING: readonly VendorId[] = ['cisco-nxos', 'dell-os10', 'generic', 'juniper-junos']

const CASES: readonly RuleCases[] = [
  {
    rule: gatewayPresent,
    valid: { ...onEach((vendor) => drawn((same) => same, vendor)), 'a pair without uplinks': pairWith() },
    invalid: onEach(
      (vendor) =>
        drawn(
          withDomain(() => ({ gateways: [] })),
          vendor,
        ),
      ABLE,
    ),
  },
  {
    rule: gatewaySupported,
    valid: onEach((vendor) => drawn((same) => same, vendor), ABLE),
    invalid: { RouterOS: drawn((same) => same, 'mikrotik-routeros') },
  },
  {
    rule: gatewayBothUplinks,
    valid: {
      'both have uplinks': drawn(),
      'none has': drawn(without(({ use }) => use === 'uplink')),
      'one has, with a backup route': drawn(
        both(without(named(/leaf-b-p(49|50)/)), switches({ 'backup-route': true })),
      ),
    },
    invalid: onEach((vendor) => drawn(without(named(/leaf-b-p(49|50)/)), vendor)),
  },
  {
    rule: gatewayWayOut,
    valid: {
      ...onEach((vendor) => drawn(switches({ 'uplink-tracking': true }), vendor), TRACKING),
      ...Object.fromEntries(
        ABLE.map((vendor) => [`${vendor}, backup route`, drawn(switches({ 'backup-route': true }), vendor)]),
      ),
      'no gateway': drawn(withDomain(() => ({ gateways: [] }))),
    },
    invalid: onEach((vendor) => drawn((same) => same, vendor), ABLE),
  },
  {
    rule: gatewayPeerGateway,
    valid: { 'turned on': drawn(), 'no gateway': pairWith(), 'always on': drawn((same) => same, 'arista-eos') },
    invalid: {
      ...onEach((vendor) => drawn(switches({ 'peer-gateway': false }), vendor), CHOOSING),
      'with such a host': drawn(both(switches({ 'peer-gateway': false }), host('srv-1', { answersTo: 'sender' }))),
    },
  },
  {
    rule: gatewayOneNetwork,
    valid: { 'one network': drawn() },
    invalid: {
      'the router address outside': drawn(gateway({ address: '10.0.11.1' })),
      'a peer outside': drawn(gateway({ addresses: ['10.0.10.2', '10.0.12.3'] })),
      'the network itself': drawn(gateway({ address: '10.0.10.0' })),
      'that of a peer': drawn(gateway({ address: '10.0.10.2' })),
    },
  },
  {
    rule: gatewayUniqueAddresses,
    valid: { 'its own': drawn() },
    invalid: {
      'that of a host': drawn(gateway({ address: '10.0.10.11' })),
      'two uplinks of one': drawn(routed(['10.254.0.6', '10.254.0.5'])),
      'both ends alike': drawn(routed(['10.254.9.1', '10.254.9.1'])),
    },
  },
  {
    rule: gatewayUplinkNetwork,
    valid: { 'one network': drawn() },
    invalid: {
      'two networks': drawn(routed(['10.254.0.2', '10.254.1.1'])),
      'the broadcast address': drawn(routed(['10.254.0.2', '10.254.0.3'])),
    },
  },
  {
    rule: gatewayHostNetwork,
    valid: { 'in it': drawn() },
    invalid: { outside: drawn(host('srv-1', { ipv4: '10.9.0.11' })) },
  },
  {
    rule: gatewayCarried,
    valid: { carried: drawn() },
    invalid: {
      'not allowed': drawn(withBond('bond-peer-link', () => ({ vlans: { mode: 'trunk', native: 1, allowed: [1] } }))),
    },
  },
  {
    rule: gatewayBackupVlan,
    valid: {
      'of its own': drawn(switches({ 'backup-route': true })),
      'no backup route': drawn(withDomain(({ peering }) => ({ peering: { ...peering, vlan: 10 } }))),
    },
    invalid: {
      'that of hosts': drawn(
        both(
          switches({ 'backup-route': true }),
          withDomain(({ peering }) => ({ peering: { ...peering, vlan: 10 } })),
        ),
      ),
    },
  },
  {
    rule: gatewayRestoreOrder,
    valid: { 'as it comes': drawn(), 'set in order': drawn(numbers({ 'gateway-restore-ms': 20_000 })) },
    invalid: {
      'interfaces last': drawn(numbers({ 'gateway-restore-ms': 60_000 })),
      'members at once': drawn(numbers({ 'member-restore-ms': 5_000 })),
    },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('gateway'))
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
