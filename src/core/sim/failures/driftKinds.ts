import type { DriftKind } from '../course.ts'
import type { ComparedParameter } from '../../model/profile.ts'

/** What may be changed on one peer only: the parameter, where it is one of a bond, and another value for it. */
export interface DriftChange {
  /** Null: the number of the domain. */
  readonly name: ComparedParameter | null
  readonly ofBond: boolean
  /** `old`: the value as drawn. Null: that cannot be changed so. */
  readonly to: (old: string, of: DriftFacts) => string | null
}

/** Of the bond that is meant: its number, its first VLAN, and how many of its cables are on this peer. */
export interface DriftFacts {
  readonly channel: number
  readonly vlan: string
  readonly members: number
}

const pair = (name: ComparedParameter | null, to: DriftChange['to']): DriftChange => ({ name, ofBond: false, to })
const bond = (name: ComparedParameter, to: DriftChange['to']): DriftChange => ({ name, ofBond: true, to })

export const DRIFT_CHANGES: Readonly<Record<DriftKind, DriftChange>> = {
  'vlan-removed': bond('allowed VLANs', (old, { vlan }) => without(old, vlan)),
  'native-vlan': bond('native VLAN', other('999', '998')),
  'port-mode': bond('port mode', other('access', 'trunk')),
  mtu: bond('MTU', other('1500', '9000')),
  'lacp-rate': bond('LACP rate', other('fast', 'slow')),
  'lacp-mode': bond('LACP mode', other('passive', 'active')),
  'lacp-off': bond('mode', (old) => (old === 'on' ? null : 'on')),
  'min-links': bond('min-links', (_, { members }) => String(members + 1)),
  'stp-guard': bond('STP guard', other('root', 'none')),
  'stp-edge': bond('STP edge', other('off', 'on')),
  'mlag-id': bond('allowed VLANs', (_, { channel }) => String(channel + 1000)),
  'domain-id': pair(null, other('99', '98')),
  'system-id': pair('LACP system', () => '02:de:ad:00:00:01'),
  'system-priority': pair('LACP system priority', other('100', '200')),
  'vlan-deleted': pair('VLANs', (old, { vlan }) => without(old, vlan)),
  'stp-mode': pair('STP mode', other('mst', 'rapid')),
  'stp-priority': pair('STP priority', other('61440', '57344')),
  'vlan-interface': pair('VLAN interfaces', (old) => without(old, first(old))),
  'gateway-address': pair('gateway addresses', (old) => old.replace(/\d+(?=,|$)/, (last) => other('253', '252')(last))),
  'peer-gateway': pair('peer gateway', other('off', 'on')),
  'mac-ageing': pair('MAC ageing', other('600 s', '300 s')),
  'keepalive-address': pair('keepalive addresses', (old) =>
    old.replaceAll(/\d+(?= |$)/g, (last) => other('200', '201')(last)),
  ),
  'keepalive-interval': pair(
    'keepalive interval',
    (old) => `${Number.parseFloat(old) * (Number.parseFloat(old) < 5 ? 5 : 0.5)} s`,
  ),
  'restore-delay': pair('restore delay', (old) => `${Number.parseFloat(old) * 2 || 60} s`),
  'orphan-marks': pair('marked orphans', (old) =>
    old.replace(/^(\d+) of (\d+)$/, (_, marked, all) => `${marked === all ? 0 : all} of ${all}`),
  ),
}

/** On screen. */
export const DRIFT_WORDS: Readonly<Record<DriftKind, string>> = {
  'vlan-removed': 'VLAN removed from the bond',
  'native-vlan': 'native VLAN',
  'port-mode': 'access or trunk',
  mtu: 'MTU',
  'lacp-rate': 'LACP rate',
  'lacp-mode': 'LACP mode',
  'lacp-off': 'static instead of LACP',
  'min-links': 'min-links',
  'stp-guard': 'root guard',
  'stp-edge': 'edge port',
  'mlag-id': 'MLAG id',
  'domain-id': 'domain id',
  'system-id': 'LACP system id',
  'system-priority': 'LACP system priority',
  'vlan-deleted': 'VLAN deleted from the switch',
  'stp-mode': 'spanning tree mode',
  'stp-priority': 'bridge priority',
  'vlan-interface': 'VLAN interface removed',
  'gateway-address': 'virtual router address',
  'peer-gateway': 'peer gateway',
  'mac-ageing': 'MAC ageing',
  'keepalive-address': 'keepalive address',
  'keepalive-interval': 'keepalive interval',
  'restore-delay': 'restore delay',
  'orphan-marks': 'which orphans go down',
}

function other(one: string, two: string): (old: string) => string {
  return (old) => (old === one ? two : one)
}

function without(list: string, gone: string): string {
  return list
    .split(',')
    .filter((item) => item !== gone)
    .join(',')
}

function first(list: string): string {
  return list.split(',')[0] ?? ''
}
