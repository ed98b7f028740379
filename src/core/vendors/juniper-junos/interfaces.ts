import { lagEnd } from '../../model/network.ts'
import type { VlanMembership } from '../../model/topology.ts'
import {
  carriedVlans,
  portOn,
  untaggedVlan,
  type CablePlan,
  type LagPlan,
  type PairPlan,
  type SwitchPlan,
} from '../switchPlan.ts'
import { word } from '../text.ts'
import { ETHERNET_HEADER, holdTime, MAX_MTU, overKeepalive, seconds, vlanName, type Group } from './common.ts'
import { juniperJunosProfile } from './profile.ts'
import { below } from './statements.ts'

export function lagGroup(plan: SwitchPlan, { lag, towards, members }: LagPlan): Group {
  const { bond, channel, role } = lag
  const { pair, runs } = plan
  const { mode, rate, lacp = {} } = lagEnd(lag)
  const ae = `ae${channel}`
  const iccp = pair && role === 'peer-link' && !overKeepalive(runs) ? [pair.peering.vlan] : []
  const title = role === 'peer-link' ? 'ICL' : role === 'mlag' ? `MC-AE ${channel}` : 'LAG'
  const mlag = role === 'mlag' && pair ? pair : null
  const priority = mlag ? runs.numbers['system-priority']?.value : plan.device.lacpSystemPriority
  // On one peer of a pair only: on both, each would forward by itself.
  const forced = lacp.fallback === 'static' && (mlag === null || mlag.preferred) ? ['force-up'] : []
  return [
    ...members.flatMap(({ port, link, towards: other }) =>
      below(
        link.id,
        ['interfaces', portOn(juniperJunosProfile, port)],
        [`description "${other}"`, ...holdTime(plan), ['ether-options', `802.3ad ${ae}`]],
      ),
    ),
    ...below(
      bond.id,
      ['interfaces', ae],
      [
        `description "${title}: ${towards}"`,
        ...mtu(bond.mtu),
        ...native(bond.vlans),
        ['aggregated-ether-options', `minimum-links ${lacp.minLinks ?? 1}`],
        ...(mode === 'static'
          ? []
          : [
              mode,
              `periodic ${rate}`,
              `system-priority ${priority}`,
              ...(mlag ? identity(mlag, channel) : []),
              ...forced,
            ].map((text) => ['aggregated-ether-options', 'lacp', text])),
        ...(mlag ? mcAe(plan, mlag, channel).map((texts) => ['aggregated-ether-options', 'mc-ae', ...texts]) : []),
        ...switching(bond.vlans, iccp),
      ],
    ),
  ]
}

function identity({ domain }: PairPlan, channel: number): readonly string[] {
  return [`system-id ${word(domain.systemMac)}`, `admin-key ${channel}`]
}

function mcAe({ runs }: SwitchPlan, { domain, preferred }: PairPlan, channel: number): readonly (readonly string[])[] {
  return [
    [`mc-ae-id ${channel}`],
    [`redundancy-group ${domain.number}`],
    [`chassis-id ${preferred ? 0 : 1}`],
    ['mode active-active'],
    [`status-control ${preferred ? 'active' : 'standby'}`],
    [`init-delay-time ${seconds(runs.numbers['reload-member-ms']?.value)}`],
    ...(preferred ? [['events', 'iccp-peer-down', 'prefer-status-control-active']] : []),
  ]
}

export function cableGroup(plan: SwitchPlan, { port, link, towards }: CablePlan): Group {
  return below(
    link.id,
    ['interfaces', portOn(juniperJunosProfile, port)],
    [
      `description "${towards}"`,
      ...holdTime(plan),
      ...mtu(link.mtu),
      ...native(link.vlans),
      ...switching(link.vlans, []),
    ],
  )
}

function switching(vlans: VlanMembership, more: readonly number[]): readonly (readonly string[])[] {
  const trunk = vlans.mode === 'trunk' || more.length > 0
  const ids = [...new Set([...carriedVlans(vlans), ...more])].sort((a, b) => a - b)
  const level = ['unit 0', 'family ethernet-switching']
  return [
    [...level, `interface-mode ${trunk ? 'trunk' : 'access'}`],
    ...ids.map((id) => [...level, 'vlan', `members ${vlanName(id)}`]),
  ]
}

/** Untagged frames of a trunk; a trunk without the statement, or that is no member of the VLAN, drops them. */
function native(vlans: VlanMembership): readonly string[] {
  const untagged = untaggedVlan(vlans)
  return vlans.mode === 'trunk' && untagged !== null ? [`native-vlan-id ${untagged}`] : []
}

/** The media MTU of Junos counts the Ethernet header. */
function mtu(bytes: number): readonly string[] {
  return bytes === DEFAULT_MTU ? [] : [`mtu ${Math.min(bytes + ETHERNET_HEADER, MAX_MTU)}`]
}

const DEFAULT_MTU = 1_500
