import { lagEnd } from '../../model/network.ts'
import { DEFAULT_SPANNING_TREE, type SpanningTreeEnd, type VlanMembership } from '../../model/topology.ts'
import type { DrawnId } from '../exporter.ts'
import { seconds } from '../shared.ts'
import {
  carriedVlans,
  portOn,
  untaggedVlan,
  type CablePlan,
  type KeepalivePlan,
  type LagPlan,
  type PairPlan,
  type SwitchPlan,
} from '../switchPlan.ts'
import { vlanLists, word } from '../text.ts'
import { nvidiaCumulusProfile } from './profile.ts'
import { routingSections } from './routing.ts'

/** One setting of NVUE's tree, which a command sets and the YAML file holds: a node, or a value at one. */
export interface Setting {
  readonly path: readonly string[]
  readonly value: string | null
  readonly from: DrawnId | null
}

/** Settings that belong together, with what they are for. */
export interface Section {
  readonly title: string | null
  readonly from: DrawnId | null
  readonly settings: readonly Setting[]
}

/** Everything of a switch, ports and bonds before the pair that needs them. */
export function sections(plan: SwitchPlan): readonly Section[] {
  const { device, pair } = plan
  return [
    section(null, device.id, [['system hostname', word(device.name)]]),
    bridge(plan),
    ...plan.lags.map((lag) => bond(plan, lag)),
    ...plan.cables.map((one) => cable(plan, one)),
    ...(pair?.keepalive ? [backupPort(pair.keepalive)] : []),
    ...(pair ? [mlag(plan, pair)] : []),
    ...routingSections(plan),
  ]
}

/** What the bond is called: the peer link has one name on every switch. */
export function bondName({ role, channel }: LagPlan['lag']): string {
  return role === 'peer-link' ? 'peerlink' : `bond${channel}`
}

export function bondTitle({ lag, towards }: LagPlan): string {
  const name = bondName(lag)
  return lag.role === 'peer-link' ? `peer link: ${towards}` : `${lag.role === 'mlag' ? 'MLAG ' : ''}${name}: ${towards}`
}

/** VLANs that the bridge carries beside its untagged VLAN 1. */
export function bridgeVlans({ vlans }: SwitchPlan): readonly number[] {
  return vlans.map(({ id }) => id).filter((id) => id !== 1)
}

/**
 * VLANs that a trunk names for itself, native one included; none where it carries what the bridge does and its untagged
 * frames are in VLAN 1 like the bridge's, or in none.
 */
export function ownVlans(plan: SwitchPlan, vlans: VlanMembership): readonly number[] {
  if (vlans.mode === 'access') return []
  const carried = carriedVlans(vlans)
  const others = carried.filter((id) => id !== 1)
  const untagged = untaggedVlan(vlans)
  const likeBridge = untagged === 1 || (untagged === null && others.length === carried.length)
  if (likeBridge && bridgeVlans(plan).every((id) => carried.includes(id))) return []
  return likeBridge && others.length > 0 ? others : carried
}

/** What a trunk says of its untagged frames; null: they are in VLAN 1, as the bridge's. */
export function untaggedOf(plan: SwitchPlan, { lag, vlans }: Trunk): number | 'none' | null {
  const untagged = untaggedVlan(vlans)
  if (vlans.mode === 'access' || untagged === 1) return null
  if (untagged !== null) return untagged
  // The peer link keeps its VLAN 1, as it comes, while nothing else is in that VLAN.
  const idle = vlans.native === 1 && !plan.vlans.some(({ id }) => id === 1)
  return lag?.role === 'peer-link' && idle ? null : 'none'
}

/** A port of the bridge with its VLANs. */
interface Trunk {
  readonly vlans: VlanMembership
  /** Null: a single port. */
  readonly lag: LagPlan['lag'] | null
}

function bridge(plan: SwitchPlan): Section {
  const vlans = vlanLists(bridgeVlans(plan)).filter((list) => list !== '')
  const { enabled, priority } = plan.device.stp
  const own = enabled && priority !== DEFAULT_SPANNING_TREE.priority
  return section(null, plan.device.id, [
    ...vlans.map((list): Entry => [`bridge domain br_default vlan ${list}`]),
    ...(own ? [['bridge domain br_default stp priority', `${priority}`] as const] : []),
  ])
}

function bond(plan: SwitchPlan, of: LagPlan): Section {
  const { lag, members, stp } = of
  const { rate, lacp = {} } = lagEnd(lag)
  const node = `interface ${bondName(lag)}`
  return {
    title: bondTitle(of),
    from: lag.bond.id,
    settings: [
      ...members.flatMap(({ port, link, towards }) => [
        ...settings(link.id, [
          [`interface ${portOn(nvidiaCumulusProfile, port)} link state up`],
          ...described(`interface ${portOn(nvidiaCumulusProfile, port)}`, towards),
        ]),
        ...settings(link.id, [[`${node} bond member ${portOn(nvidiaCumulusProfile, port)}`]]),
      ]),
      ...settings(lag.bond.id, [
        ...(lag.role === 'mlag' ? [[`${node} bond mlag id`, `${lag.channel}`] as const] : []),
        [`${node} bond lacp-rate`, rate],
        ...(lacp.fallback === 'individual' ? [[`${node} bond lacp-bypass`, 'enabled'] as const] : []),
        [`${node} link mtu`, `${lag.bond.mtu}`],
        ...bridgePort(plan, node, { vlans: lag.bond.vlans, lag }, stp),
      ]),
    ],
  }
}

function cable(plan: SwitchPlan, { port, link, towards, stp }: CablePlan): Section {
  const name = portOn(nvidiaCumulusProfile, port)
  const node = `interface ${name}`
  return section(`${name}: ${towards}`, link.id, [
    [`${node} link state up`],
    ...described(node, towards),
    [`${node} link mtu`, `${link.mtu}`],
    ...bridgePort(plan, node, { vlans: link.vlans, lag: null }, stp),
  ])
}

function bridgePort(plan: SwitchPlan, node: string, trunk: Trunk, stp: SpanningTreeEnd): readonly Entry[] {
  const { vlans, lag } = trunk
  const domain = `${node} bridge domain br_default`
  const own = ownVlans(plan, vlans)
  const untagged = untaggedOf(plan, trunk)
  return [
    vlans.mode === 'access' ? [`${domain} access`, `${vlans.vlan}`] : [domain],
    ...(untagged === null ? [] : [[`${domain} untagged`, `${untagged}`] as const]),
    ...(own.length > 0 ? vlanLists(own).map((list): Entry => [`${domain} vlan ${list}`]) : []),
    ...(lag?.role === 'peer-link' ? [] : treeOf(domain, stp)),
  ]
}

function treeOf(domain: string, { edge, guard, cost }: SpanningTreeEnd): readonly Entry[] {
  return [
    ...(cost === undefined ? [] : [[`${domain} stp path-cost`, `${cost}`] as const]),
    ...(edge ? [[`${domain} stp admin-edge`, 'enabled'] as const] : []),
    ...(guard === 'bpdu' ? [[`${domain} stp bpdu-guard`, 'enabled'] as const] : []),
    ...(guard === 'root' ? [[`${domain} stp restrrole`, 'enabled'] as const] : []),
  ]
}

function backupPort({ port, link, own, prefixLength, towards }: KeepalivePlan): Section {
  const name = portOn(nvidiaCumulusProfile, port)
  return section(`backup link: ${towards}`, link.id, [
    ...(port.kind === 'front' ? [[`interface ${name} link state up`] as const] : []),
    ...described(`interface ${name}`, `backup link: ${towards}`),
    [`interface ${name} ipv4 address ${word(own)}/${prefixLength}`],
  ])
}

function mlag({ runs }: SwitchPlan, { domain, keepalive, preferred }: PairPlan): Section {
  const { numbers } = runs
  const priority = numbers[preferred ? 'role-priority-preferred' : 'role-priority-other']?.value ?? 0
  const backup = keepalive ? `mlag backup ${word(keepalive.peer)}` : ''
  return section('MLAG', domain.id, [
    ['mlag mac-address', domain.systemMac],
    ...(keepalive
      ? [keepalive.port.kind === 'management' ? ([`${backup} vrf`, 'mgmt'] as const) : ([backup] as const)]
      : []),
    ['mlag peer-ip', 'linklocal'],
    ['mlag priority', `${priority}`],
    ['mlag init-delay', `${seconds(numbers['member-restore-ms']?.value)}`],
  ])
}

/** What a port leads to. */
export function described(node: string, towards: string): readonly Entry[] {
  return towards === '' ? [] : [[`${node} description`, towards]]
}

/** A path in words and, where it has one, its value. */
type Entry = readonly [path: string, value?: string]

function section(title: string | null, from: DrawnId, entries: readonly Entry[]): Section {
  return { title, from, settings: settings(from, entries) }
}

function settings(from: DrawnId, entries: readonly Entry[]): readonly Setting[] {
  return entries.map(([path, value]) => ({ path: path.split(' '), value: value ?? null, from }))
}
