import { need, type Network } from '../model/network.ts'
import type { ComparedParameter, Profile } from '../model/profile.ts'
import type { NumberKey } from '../model/profileKeys.ts'
import type { Bond, BondEnd, MlagDomain, VlanMembership } from '../model/topology.ts'
import { memberKey } from '../protocol/mlag/identity.ts'
import type { Parameter } from '../protocol/mlag/messages.ts'
import { effective } from '../vendors/effective.ts'

/**
 * What a peer of a domain has configured, and of it what the platform's peers compare. Of what is drawn, only spanning
 * tree and orphans can differ between them; anything can once one of them is changed alone.
 */
export function peerParameters(net: Network, domain: MlagDomain, peer: 0 | 1, profile: Profile): readonly Parameter[] {
  const device = need(net.devices, domain.peers[peer])
  const { numbers, switches, choices } = effective(profile, domain.settings)
  const { type1, type2 } = profile.compares.value
  const list = (scope: Parameter['scope'], values: Values): readonly Parameter[] =>
    values.flatMap(([name, value]): readonly Parameter[] => {
      if (value === null) return []
      const told = type1.includes(name) ? '1' : type2.includes(name) ? '2' : 'none'
      return [{ scope, type: told !== 'none' && name.endsWith('VLANs') ? 'vlans' : told, name, value: String(value) }]
    })
  const seconds = (key: NumberKey): Value => {
    // What cannot be typed cannot differ.
    return profile.numbers[key]?.editable ? `${(numbers[key]?.value ?? 0) / 1000} s` : null
  }
  const [own, others] = [device.id, domain.peers[peer === 0 ? 1 : 0]].map((id) =>
    (net.orphansOf.get(domain.id) ?? []).filter(({ ends }) => ends.some((end) => need(net.ports, end).device === id)),
  )
  const marks = choices['orphan-hold'].value.startsWith('marked')
  const routes = profile.gateway !== null && domain.gateways.length > 0
  const stp = device.kind === 'switch' ? device.stp : null
  return [
    { scope: 'domain', type: '1', name: profile.words.domain, value: String(domain.number) },
    ...list('domain', [
      ['VLANs', net.topology.vlans.map(({ id }) => id).join(',')],
      ['STP mode', stp?.enabled === false ? 'off' : 'rapid'],
      ['STP priority', stp?.enabled === true ? stp.priority : null],
      // Elsewhere the peers agree on it themselves, unless one is told otherwise.
      ['LACP system', choices['pair-system'].value === 'configured' ? domain.systemMac : 'auto'],
      ['LACP system priority', numbers['system-priority']?.value ?? null],
      ['VLAN interfaces', routes ? domain.gateways.map(({ vlan }) => vlan).join(',') : null],
      ['gateway addresses', routes ? domain.gateways.map(({ address }) => address).join(',') : null],
      ['peer gateway', routes && switches['peer-gateway'] ? (switches['peer-gateway'].value ? 'on' : 'off') : null],
      ['MAC ageing', seconds('mac-ageing-ms')],
      [
        'keepalive addresses',
        net.keepalivePathsOf.get(domain.id)?.length ? domain.keepalive.addresses.join(' ') : null,
      ],
      ['keepalive interval', seconds('keepalive-interval-ms')],
      ['restore delay', seconds('member-restore-ms')],
      [
        'marked orphans',
        marks && own?.length && others?.length
          ? `${own.filter(({ suspendWithMembers }) => suspendWithMembers).length} of ${own.length}`
          : null,
      ],
    ]),
    ...net.topology.bonds.flatMap((bond) =>
      bond.ends.flatMap((end) =>
        'domain' in end.at && end.at.domain === domain.id
          ? list(end.channel, ofBond(bond, end, choices['member-key'].value, profile.lacpOptions?.plainOnly === true))
          : [],
      ),
    ),
  ]
}

type Value = string | number | null
type Values = readonly (readonly [ComparedParameter, Value])[]

function ofBond(
  { vlans, mtu }: Bond,
  { channel, mode, rate, stp, lacp }: BondEnd,
  keyRule: Parameters<typeof memberKey>[0],
  plainOnly: boolean,
): Values {
  const isLacp = mode !== 'static'
  return [
    ['mode', isLacp ? 'LACP' : 'on'],
    ['LACP mode', mode],
    ['LACP rate', isLacp ? rate : null],
    ['LACP key', isLacp && keyRule !== 'kernel' ? memberKey(keyRule, channel, 0) : null],
    ['min-links', plainOnly ? null : (lacp?.minLinks ?? 1)],
    ['port mode', vlans.mode],
    ['native VLAN', nativeOf(vlans)],
    ['MTU', mtu],
    ['STP guard', stp.guard],
    ['STP edge', stp.edge ? 'on' : 'off'],
    ['allowed VLANs', vlanList(vlans).join(',')],
  ]
}

function nativeOf(vlans: VlanMembership): number {
  return vlans.mode === 'access' ? vlans.vlan : vlans.native
}

function vlanList(vlans: VlanMembership): readonly number[] {
  return vlans.mode === 'access' ? [vlans.vlan] : vlans.allowed.toSorted((a, b) => a - b)
}
