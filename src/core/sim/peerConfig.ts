import { need, type Network } from '../model/network.ts'
import type { Choices, NumberKey, SwitchKey } from '../model/profile.ts'
import type { MlagDomain, VlanMembership } from '../model/topology.ts'
import type { Parameter } from '../protocol/mlag/messages.ts'
import type { PeerConfig, PeerRules } from '../protocol/mlag/peerState.ts'
import { effective, type Effective } from '../vendors/effective.ts'
import { PROFILES } from '../vendors/index.ts'

/** What both peers of a domain run on, in the order of its peers. */
export function peerConfigs(net: Network, domain: MlagDomain): readonly [PeerConfig, PeerConfig] {
  return [peerConfig(net, domain, 0), peerConfig(net, domain, 1)]
}

function peerConfig(net: Network, domain: MlagDomain, peer: 0 | 1): PeerConfig {
  const device = need(net.devices, domain.peers[peer])
  const vendor = device.kind === 'switch' ? device.vendor : 'cisco-nxos'
  const profile = PROFILES[vendor]
  const rules = rulesOf(effective(profile, domain.settings))
  const preferred = domain.preferredPrimary === device.id
  const bonds = net.topology.bonds.flatMap((bond) =>
    bond.ends.flatMap((end) => ('domain' in end.at && end.at.domain === domain.id ? [{ bond, end }] : [])),
  )
  const parameters: Parameter[] = [
    { scope: 'domain', name: profile.words.domain, value: String(domain.number) },
    { scope: 'domain', name: 'VLANs', value: net.topology.vlans.map(({ id }) => id).join(',') },
    ...bonds.flatMap(({ bond, end }) => [
      { scope: end.channel, name: 'VLANs', value: vlanText(bond.vlans) },
      { scope: end.channel, name: 'MTU', value: String(bond.mtu) },
      { scope: end.channel, name: 'mode', value: end.mode === 'static' ? 'on' : 'LACP' },
    ]),
  ]
  return {
    domainNumber: domain.number,
    mac: device.mac,
    priority: rules.numbers[preferred ? 'role-priority-preferred' : 'role-priority-other'] ?? 0,
    systemPriority: rules.numbers['system-priority'] ?? 32768,
    hasKeepalive: (net.keepalivePathsOf.get(domain.id) ?? []).length > 0,
    channels: bonds.map(({ end }) => end.channel),
    parameters,
    rules,
    words: profile.words,
  }
}

function rulesOf({ numbers, switches, choices }: Effective): PeerRules {
  const value = (key: NumberKey) => numbers[key]?.value ?? null
  const on = (key: SwitchKey) => switches[key]?.value ?? false
  const choice = <K extends keyof Choices>(key: K): Choices[K] => choices[key].value
  return {
    numbers: {
      'keepalive-interval-ms': value('keepalive-interval-ms'),
      'keepalive-timeout-ms': value('keepalive-timeout-ms'),
      'keepalive-hold-ms': value('keepalive-hold-ms'),
      'heartbeat-interval-ms': value('heartbeat-interval-ms'),
      'heartbeat-timeout-multiplier': value('heartbeat-timeout-multiplier'),
      'member-restore-ms': value('member-restore-ms'),
      'gateway-restore-ms': value('gateway-restore-ms'),
      'orphan-restore-ms': value('orphan-restore-ms'),
      'reload-member-ms': value('reload-member-ms'),
      'reload-orphan-ms': value('reload-orphan-ms'),
      'solo-start-ms': value('solo-start-ms'),
      'dual-primary-delay-ms': value('dual-primary-delay-ms'),
      'dual-primary-member-restore-ms': value('dual-primary-member-restore-ms'),
      'dual-primary-orphan-restore-ms': value('dual-primary-orphan-restore-ms'),
      'system-priority': value('system-priority'),
      'role-priority-preferred': value('role-priority-preferred'),
      'role-priority-other': value('role-priority-other'),
      'mac-ageing-ms': value('mac-ageing-ms'),
      'link-debounce-ms': value('link-debounce-ms'),
    },
    switches: {
      'solo-start': on('solo-start'),
      'dual-primary-detection': on('dual-primary-detection'),
      'keepalive-needed-first': on('keepalive-needed-first'),
    },
    choices: {
      'on-peer-link-lost': choice('on-peer-link-lost'),
      'adjacency-lost-by': choice('adjacency-lost-by'),
      'egress-rule': choice('egress-rule'),
      'pair-system': choice('pair-system'),
      'member-key': choice('member-key'),
      'member-port-number': choice('member-port-number'),
      election: choice('election'),
      'on-demotion': choice('on-demotion'),
      'role-words': choice('role-words'),
    },
    assumed: [...Object.entries(numbers), ...Object.entries(switches), ...Object.entries(choices)].flatMap(
      ([key, resolved]) => (resolved?.confidence === 'assumed' ? [key] : []),
    ),
  }
}

function vlanText(vlans: VlanMembership): string {
  return vlans.mode === 'access' ? `access ${vlans.vlan}` : `trunk ${vlans.allowed.join(',')} native ${vlans.native}`
}
