import type { Design } from './design.ts'
import { type DomainFields, type Edit, type EditContext, type EditResult, done, gone, refused } from './edit.ts'
import { brokenField, type FieldNames } from './fieldNames.ts'
import {
  brokenRule,
  DOMAIN_NUMBER,
  FREE_TEXT,
  IPV4,
  MAC,
  NAME,
  PREFIX_LENGTH,
  SETTING,
  SHORT_NAME,
  VLAN_ID,
} from './fieldRules.ts'
import { newChannel, newDomainNumber, newId, newName } from './freeNames.ts'
import { pairSystemMac } from './systemMac.ts'
import type { DeviceId, DomainId } from './ids.ts'
import { devicesOf, networkOf } from './network.ts'
import { freePort, schemeOf } from './portNames.ts'
import {
  FIRST_CHANNEL,
  FIRST_MLAG_ID,
  joinBond,
  withBond,
  withCable,
  withEnd,
  withoutBond,
  withoutDomain,
} from './topologyChanges.ts'
import {
  formsPairs,
  spanningTreeTowards,
  type Bond,
  type DomainSettings,
  type Link,
  type MlagDomain,
  type SwitchDevice,
  type Topology,
  type VlanMembership,
} from './topology.ts'

export function pairSwitches(design: Design, peers: readonly [DeviceId, DeviceId], context: EditContext): EditResult {
  const { topology } = design
  const [a, b] = peers.map((id) => topology.devices.find((device) => device.id === id))
  if (!a || !b) return gone('device')
  if (a.kind !== 'switch' || b.kind !== 'switch')
    return refused(`Only two switches make a pair; ${a.kind === 'switch' ? b.name : a.name} is none.`)
  if (a.id === b.id) return refused(`${a.name} cannot be its own peer.`)
  const taken = topology.domains.find((domain) => domain.peers.some((peer) => peers.includes(peer)))
  if (taken)
    return refused(
      `${taken.peers.includes(a.id) ? a.name : b.name} is already a peer of ${taken.name}. Dissolve that pair first.`,
    )
  if (a.vendor !== b.vendor)
    return refused(`${a.name} and ${b.name} run different platforms. Give both the same one first.`)
  if (!formsPairs(a.vendor))
    return refused(`${a.name} and ${b.name} run a platform that forms no pair. Give both another one first.`)
  const linked = withPeerLink(topology, a, b, context)
  if (typeof linked === 'string') return refused(linked)
  const domain = newDomain(linked.topology, [a, b], linked.bond)
  const paired = mergeBonds({ ...linked.topology, domains: [...linked.topology.domains, domain] }, domain)
  return done({ ...design, topology: paired }, [domain.id, linked.bond.id])
}

export function unpair(design: Design, id: DomainId): EditResult {
  if (!design.topology.domains.some((domain) => domain.id === id)) return gone('domain')
  return done({ ...design, topology: withoutDomain(design.topology, id) })
}

export function setDomain(design: Design, id: DomainId, set: DomainFields): EditResult {
  return changeDomain(design, id, brokenField(set, DOMAIN_FIELDS), (domain) => ({ ...domain, ...set }))
}

export function setKeepalive(design: Design, id: DomainId, set: Partial<MlagDomain['keepalive']>): EditResult {
  const broken =
    addressProblem(set) ??
    brokenField(set, { prefixLength: ['The prefix length', PREFIX_LENGTH], vrf: ['The VRF', SHORT_NAME] })
  return changeDomain(design, id, broken, (domain) => ({ ...domain, keepalive: { ...domain.keepalive, ...set } }))
}

export function setPeering(design: Design, id: DomainId, set: Partial<MlagDomain['peering']>): EditResult {
  const broken =
    addressProblem(set) ??
    brokenField(set, { prefixLength: ['The prefix length', PREFIX_LENGTH], vlan: ['The VLAN', VLAN_ID] })
  return changeDomain(design, id, broken, (domain) => ({ ...domain, peering: { ...domain.peering, ...set } }))
}

export function setSetting(design: Design, edit: SettingEdit): EditResult {
  const rule = edit.type === 'set-number' && edit.value !== null ? brokenRule(SETTING, edit.value) : null
  return changeDomain(design, edit.domain, rule === null ? null : `The value ${rule}.`, (domain) => ({
    ...domain,
    settings: withSetting(domain.settings, edit),
  }))
}

type SettingEdit = Extract<Edit, { type: 'set-number' | 'set-switch' | 'set-choice' }>

function withSetting(settings: DomainSettings, edit: SettingEdit): DomainSettings {
  switch (edit.type) {
    case 'set-number':
      return { ...settings, numbers: withKey(settings.numbers, edit.key, edit.value) }
    case 'set-switch':
      return { ...settings, switches: withKey(settings.switches, edit.key, edit.value) }
    case 'set-choice':
      return { ...settings, choices: withKey(settings.choices, edit.key, edit.value) }
  }
}

/** A copy with the key set, or without it for null. */
function withKey<T extends object>(values: T, key: keyof T, value: T[keyof T] | null): T {
  const copy = { ...values }
  if (value === null) Reflect.deleteProperty(copy, key)
  else copy[key] = value
  return copy
}

function changeDomain(
  design: Design,
  id: DomainId,
  broken: string | null,
  change: (domain: MlagDomain) => MlagDomain,
): EditResult {
  const { topology } = design
  const domain = topology.domains.find((domain) => domain.id === id)
  if (!domain) return gone('domain')
  if (broken !== null) return refused(broken)
  const changed = change(domain)
  return done({
    ...design,
    topology: { ...topology, domains: topology.domains.map((other) => (other === domain ? changed : other)) },
  })
}

/** The peer-link of a new pair: the bond between the two, or their plain cables, filled up to two cables. */
function withPeerLink(
  topology: Topology,
  a: SwitchDevice,
  b: SwitchDevice,
  { namings }: EditContext,
): { readonly topology: Topology; readonly bond: Bond } | string {
  const net = networkOf(topology)
  const between = topology.links.filter((link) => {
    const ends = devicesOf(net, link).map(({ id }) => id)
    return link.use === 'data' && ends.includes(a.id) && ends.includes(b.id)
  })
  const bonded = between.map(({ id }) => net.bondOf.get(id)).find((bond) => bond !== undefined)
  let members: readonly Link[] = bonded ? between.filter(({ id }) => bonded.members.includes(id)) : between
  let changed = topology
  while (members.length < PEER_LINK_CABLES) {
    const ports = [a, b].map((device) => freePort(changed, device, schemeOf(device, namings), 'peer-link'))
    const [from, to] = ports
    if (!from || !to) return `${from ? b.name : a.name} has no free port for the peer-link.`
    const fields = {
      delayUs: 1,
      speedGbps: 100,
      use: 'data',
      vlans: trunk(topology),
      mtu: 9216,
      suspendWithMembers: false,
      stp: [spanningTreeTowards('switch'), spanningTreeTowards('switch')],
    } as const
    const added = withCable(
      changed,
      [
        { device: a, port: from },
        { device: b, port: to },
      ],
      fields,
    )
    changed = added.topology
    members = [...members, added.link]
  }
  if (bonded) {
    const filled = members
      .filter(({ id }) => !bonded.members.includes(id))
      .reduce((rest, link) => joinBond(rest, bonded, link), changed)
    return { topology: filled, bond: filled.bonds.find(({ id }) => id === bonded.id) ?? bonded }
  }
  const bond = peerLinkBond(changed, [a.id, b.id], members)
  return { topology: withBond(changed, bond), bond }
}

/** A bond between two switches that carries every VLAN of the design. */
export function peerLinkBond(
  topology: Topology,
  [a, b]: readonly [DeviceId, DeviceId],
  members: readonly Link[],
): Bond {
  const channel = newChannel(topology, [a, b], FIRST_CHANNEL)
  const stp = spanningTreeTowards('switch')
  const end = (device: DeviceId) => ({ at: { device }, channel, mode: 'active', rate: 'slow', stp }) as const
  return {
    id: newId(topology, `bond-${a}-${b}`),
    members: members.map(({ id }) => id),
    ends: [end(a), end(b)],
    vlans: trunk(topology),
    mtu: 9216,
  }
}

/** A trunk for every VLAN of the design. */
export function trunk(topology: Topology): VlanMembership {
  return { mode: 'trunk', native: 1, allowed: topology.vlans.map(({ id }) => id).sort((a, b) => a - b) }
}

function newDomain(topology: Topology, [a, b]: readonly [SwitchDevice, SwitchDevice], peerLink: Bond): MlagDomain {
  const number = newDomainNumber(topology)
  const name = newName(topology, 'pair')
  return {
    id: newId(topology, `domain-${name}`),
    name,
    label: '',
    number,
    peers: [a.id, b.id],
    preferredPrimary: a.id,
    systemMac: pairSystemMac(number),
    peerLink: peerLink.id,
    ...freeAddresses(topology),
    gateways: [],
    settings: { numbers: {}, switches: {}, choices: {} },
  }
}

/** Keepalive and peering of a new pair, in networks that no other pair uses. */
export function freeAddresses(topology: Topology): Pick<MlagDomain, 'keepalive' | 'peering'> {
  const nth = freeNetwork(topology)
  return {
    keepalive: { addresses: [`192.168.${nth}.11`, `192.168.${nth}.12`], prefixLength: 24, vrf: 'management' },
    peering: { vlan: 4094, addresses: [`10.255.${255 - nth}.1`, `10.255.${255 - nth}.2`], prefixLength: 30 },
  }
}

/** The lowest third octet whose addresses no other pair has for its keepalive or its peering. */
function freeNetwork(topology: Topology): number {
  const taken = new Set(
    topology.domains.flatMap((domain) => [domain.keepalive, domain.peering].flatMap(({ addresses }) => addresses)),
  )
  let nth = 0
  while (taken.has(`192.168.${nth}.11`) || taken.has(`10.255.${255 - nth}.1`)) nth++
  return nth
}

/** A host's bonds of the same number to the two peers become one bond to the domain. */
function mergeBonds(topology: Topology, domain: MlagDomain): Topology {
  const [first, second] = domain.peers
  const legs = topology.bonds.flatMap((bond) => hostLegs(topology, bond))
  return legs
    .filter((leg) => leg.device === first)
    .reduce((rest, leg) => {
      const other = legs.find(
        (other) => other.device === second && other.host === leg.host && other.channel === leg.channel,
      )
      if (!other) return rest
      const apart = withoutBond(rest, other.bond.id)
      const near = leg.bond.ends[leg.end]
      const free = newChannel(apart, domain.peers, near.channel, [leg.bond]) === near.channel
      const channel = free ? near.channel : newChannel(apart, domain.peers, FIRST_MLAG_ID, [leg.bond])
      const members = [...leg.bond.members, ...other.bond.members]
      return withBond(apart, {
        ...withEnd(leg.bond, leg.end, { ...near, at: { domain: domain.id }, channel }),
        members,
      })
    }, topology)
}

interface HostLeg {
  readonly bond: Bond
  /** The end on the switch. */
  readonly end: 0 | 1
  readonly device: DeviceId
  readonly host: DeviceId
  /** The bond's number on the host. */
  readonly channel: number
}

function hostLegs(topology: Topology, bond: Bond): readonly HostLeg[] {
  return ([0, 1] as const).flatMap((end) => {
    const [near, far] = [bond.ends[end], bond.ends[end === 0 ? 1 : 0]]
    if (!('device' in near.at) || !('device' in far.at)) return []
    const host = far.at.device
    const isHost = topology.devices.some((device) => device.id === host && device.kind === 'host')
    return isHost ? [{ bond, end, device: near.at.device, host, channel: far.channel }] : []
  })
}

function addressProblem({ addresses }: { readonly addresses?: readonly [string, string] }): string | null {
  const rules = (addresses ?? []).map((address) => brokenRule(IPV4, address))
  const broken = rules.find((rule) => rule !== null)
  return broken === undefined ? null : `Each address ${broken}.`
}

const DOMAIN_FIELDS: Partial<FieldNames<DomainFields>> = {
  name: ['The name', NAME],
  label: ['The label', FREE_TEXT],
  number: ['The domain number', DOMAIN_NUMBER],
  systemMac: ['The system MAC address', MAC],
}
const PEER_LINK_CABLES = 2
