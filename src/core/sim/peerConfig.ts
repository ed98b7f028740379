import { need, type Network } from '../model/network.ts'
import type { Profile, Profiles } from '../model/profile.ts'
import { CHOICE_KEYS, NUMBER_KEYS, SWITCH_KEYS, type Choices } from '../model/profileKeys.ts'
import { recordOf } from '../model/records.ts'
import { addressRank } from '../model/sessionAddress.ts'
import type { MlagDomain, VendorId } from '../model/topology.ts'
import type { PeerConfig, PeerRules } from '../protocol/mlag/peerState.ts'
import { effective, type Effective } from '../vendors/effective.ts'

/** What both peers of a domain run on, in the order of its peers. */
export function peerConfigs(net: Network, domain: MlagDomain, profiles: Profiles): readonly [PeerConfig, PeerConfig] {
  return [peerConfig(net, domain, 0, profiles), peerConfig(net, domain, 1, profiles)]
}

/** The profile of a platform; whoever starts a run brings those of all its switches. */
export function profileIn(profiles: Profiles, vendor: VendorId): Profile {
  const profile = profiles[vendor]
  if (profile === undefined) throw new Error(`The run came without the profile of ${vendor}`)
  return profile
}

function peerConfig(net: Network, domain: MlagDomain, peer: 0 | 1, profiles: Profiles): PeerConfig {
  const device = need(net.devices, domain.peers[peer])
  const vendor = device.kind === 'switch' ? device.vendor : 'cisco-nxos'
  const profile = profileIn(profiles, vendor)
  const rules = rulesOf(effective(profile, domain.settings))
  return {
    domainNumber: domain.number,
    mac: device.mac,
    systemMac: domain.systemMac,
    priority: priorityOf(domain, peer, rules),
    systemPriority: rules.numbers['system-priority'] ?? 32768,
    ...(typesRoles(rules) ? { typedRole: domain.preferredPrimary === device.id ? 'primary' : 'secondary' } : {}),
    hasKeepalive: knowsKeepalives(rules) && (net.keepalivePathsOf.get(domain.id) ?? []).length > 0,
    quietWithoutUplinks: profile.quietWithoutUplinks !== undefined,
    rules,
    words: profile.words,
  }
}

/** A platform without keepalives leaves a cable that is drawn for them dark. */
function knowsKeepalives({ numbers, choices }: PeerRules): boolean {
  return numbers['keepalive-interval-ms'] !== null || choices['session-path'] === 'keepalive-path'
}

/** Roles are configured, and stay whatever happens: there is no number that elects. */
function typesRoles({ numbers, choices }: PeerRules): boolean {
  const keeps = choices.election === 'priority-preempt' && choices['role-on-takeover'] === 'keeps-role'
  return keeps && numbers['role-priority-preferred'] === null
}

/** What the election compares first: the lower one wins. */
function priorityOf(domain: MlagDomain, peer: 0 | 1, rules: PeerRules): number {
  const address = domain.keepalive.addresses[peer]
  const preferred = domain.preferredPrimary === domain.peers[peer]
  const configured = rules.numbers[preferred ? 'role-priority-preferred' : 'role-priority-other']
  switch (rules.choices.election) {
    case 'lower-address':
      return addressRank(address, false)
    case 'lower-address-reversed':
      return addressRank(address, true)
    case 'sticky-then-priority':
    case 'priority':
    case 'priority-preempt':
      return configured ?? (preferred ? 0 : 1)
    case 'higher-priority':
    case 'higher-priority-preempt':
      return -(configured ?? (preferred ? 1 : 0))
  }
}

function rulesOf({ numbers, switches, choices }: Effective): PeerRules {
  const choice = <K extends keyof Choices>(key: K): Choices[K] => choices[key].value
  return {
    numbers: recordOf(NUMBER_KEYS, (key) => numbers[key]?.value ?? null),
    switches: recordOf(SWITCH_KEYS, (key) => switches[key]?.value ?? false),
    choices: {
      'session-path': choice('session-path'),
      'adjacency-lost-by': choice('adjacency-lost-by'),
      'on-peer-link-lost': choice('on-peer-link-lost'),
      'on-peer-silent': choice('on-peer-silent'),
      'on-peer-unknown': choice('on-peer-unknown'),
      'suspended-and-keepalive-lost': choice('suspended-and-keepalive-lost'),
      'keepalive-back-while-split': choice('keepalive-back-while-split'),
      'orphan-hold': choice('orphan-hold'),
      'joint-start': choice('joint-start'),
      election: choice('election'),
      'role-on-takeover': choice('role-on-takeover'),
      'on-demotion': choice('on-demotion'),
      'role-words': choice('role-words'),
      'egress-rule': choice('egress-rule'),
      'pair-system': choice('pair-system'),
      'member-key': choice('member-key'),
      'member-port-number': choice('member-port-number'),
      'on-type-1-mismatch': choice('on-type-1-mismatch'),
      'on-vlan-mismatch': choice('on-vlan-mismatch'),
      'gateway-hold': choice('gateway-hold'),
      'uplinks-back': choice('uplinks-back'),
      'on-agent-lost': choice('on-agent-lost'),
    },
    assumed: [
      ...NUMBER_KEYS.filter((key) => numbers[key]?.confidence === 'assumed'),
      ...SWITCH_KEYS.filter((key) => switches[key]?.confidence === 'assumed'),
      ...CHOICE_KEYS.filter((key) => choices[key].confidence === 'assumed'),
    ],
  }
}
