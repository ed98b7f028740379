import { newChannel, newId } from '../model/freeNames.ts'
import type { DeviceId, LinkId, PortId } from '../model/ids.ts'
import { portName } from '../model/portNames.ts'
import type { Bond, BondEnd, Device, MlagDomain, Port, SwitchDevice, Topology } from '../model/topology.ts'
import { NAMINGS } from '../vendors/platforms.ts'

/** The three ways to build the same thing, in the order in which they are shown. */
export const DESIGN_KINDS = ['one-switch', 'two-switches', 'mlag-pair'] as const
export type DesignKind = (typeof DESIGN_KINDS)[number]

export const DESIGN_TITLES: Readonly<Record<DesignKind, string>> = {
  'one-switch': 'One switch, LACP',
  'two-switches': 'Two switches, LACP and RSTP',
  'mlag-pair': 'MLAG pair',
}

/** The same hosts, cables and flows with the pairs of a topology built in another way. */
export function builtAs(drawn: Topology, kind: DesignKind): Topology {
  const topology = bridgedPart(drawn)
  switch (kind) {
    case 'mlag-pair':
      return topology
    case 'one-switch':
      return topology.domains.reduce(mergedInOne, topology)
    case 'two-switches':
      return withRoots(topology.domains.reduce(splitInTwo, topology), topology.domains[0])
  }
}

/** Without routers and what is sent to them: one switch and two without MLAG are no gateway here, so neither is the pair. */
function bridgedPart(topology: Topology): Topology {
  const routers = new Set(topology.devices.flatMap(({ id, kind }) => (kind === 'router' ? [id] : [])))
  const uplinks = new Set(topology.links.flatMap(({ id, use }) => (use === 'uplink' ? [id] : [])))
  const routed = topology.domains.some(({ gateways }) => gateways.length > 0)
  if (routers.size === 0 && !routed) return topology
  const cut = withoutCables(topology, uplinks)
  const hosts = new Set<string>(topology.devices.flatMap(({ id, kind }) => (kind === 'host' ? [id] : [])))
  return {
    ...cut,
    devices: cut.devices.filter(({ id }) => !routers.has(id)),
    domains: cut.domains.map((domain) => ({ ...domain, gateways: [] })),
    flows: cut.flows.filter(({ to }) => hosts.has(to)),
  }
}

/** Cables between the peers of pairs: none of them leads to a host. */
export function insideCables(topology: Topology): readonly LinkId[] {
  const peerLinks = topology.bonds.filter(({ id }) => topology.domains.some(({ peerLink }) => peerLink === id))
  const keepalives = topology.links.filter(({ use }) => use === 'keepalive')
  return [...peerLinks.flatMap(({ members }) => members), ...keepalives.map(({ id }) => id)]
}

/** Every cable of the other peer goes to the preferred primary, the cables between them go away. */
function mergedInOne(topology: Topology, domain: MlagDomain): Topology {
  const stays = domain.preferredPrimary
  const goes = domain.peers.find((peer) => peer !== stays)
  const inside = new Set([...membersOf(topology, domain.peerLink), ...keepaliveCables(topology, domain)])
  const cut = withoutCables({ ...topology, bonds: topology.bonds.filter(({ id }) => id !== domain.peerLink) }, inside)
  const device = cut.devices.find(({ id }) => id === stays)
  if (device?.kind !== 'switch') return topology
  const used = new Set(cut.ports.filter((port) => port.device === stays).map(({ index }) => index))
  const ports = cut.ports.map((port) => (port.device === goes ? movedTo(device, port, used) : port))
  return withoutDomain(
    {
      ...cut,
      devices: cut.devices.filter(({ id }) => id !== goes),
      ports,
      bonds: cut.bonds.map((bond) =>
        withEnds(bond, (end) => (isOn(end, domain) ? { ...end, at: { device: stays } } : end)),
      ),
    },
    domain,
  )
}

/** Both peers stay and know nothing of each other: each of their bonds becomes one to either, the peer-link a trunk. */
function splitInTwo(topology: Topology, domain: MlagDomain): Topology {
  const cut = withoutCables(topology, new Set(keepaliveCables(topology, domain)))
  const split = cut.bonds.reduce<Topology>((present, bond) => splitBond(present, bond, domain, cut.bonds), {
    ...cut,
    bonds: [],
  })
  return withoutDomain(split, domain)
}

/** Adds a bond to the topology, in two halves when it ended on the pair; no half takes the number of one of `drawn`. */
function splitBond(topology: Topology, bond: Bond, domain: MlagDomain, drawn: readonly Bond[]): Topology {
  if (!bond.ends.some((end) => isOn(end, domain))) return { ...topology, bonds: [...topology.bonds, bond] }
  return domain.peers.reduce<Topology>((present, peer) => {
    const members = bond.members.filter((link) => deviceEnds(present, link).includes(peer))
    if (members.length === 0) return present
    const first = !present.bonds.some(({ id }) => id === bond.id)
    const ends = withEnds(bond, (end) => {
      if (isOn(end, domain)) return { ...end, at: { device: peer } }
      return first ? end : { ...end, channel: secondChannel({ ...present, bonds: [...present.bonds, ...drawn] }, end) }
    }).ends
    const id: Bond['id'] = first ? bond.id : newId(present, `${bond.id}-second`)
    return { ...present, bonds: [...present.bonds, { ...bond, id, members, ends }] }
  }, topology)
}

/** A host has one bond whose two halves share a number; on a switch each is a port-channel of its own. */
function secondChannel(topology: Topology, { at, channel }: BondEnd): number {
  const devices = 'device' in at ? [at.device] : (topology.domains.find(({ id }) => id === at.domain)?.peers ?? [])
  const isHost = topology.devices.some(({ id, kind }) => kind === 'host' && devices.includes(id))
  return isHost ? channel : newChannel(topology, devices, channel + 1)
}

/** Whoever builds it makes one of the two switches the root of the spanning tree and the other the next. */
function withRoots(topology: Topology, domain: MlagDomain | undefined): Topology {
  const rank = (id: DeviceId): number => domain?.peers.indexOf(id) ?? -1
  return {
    ...topology,
    devices: topology.devices.map((device): Device => {
      const at = rank(device.id)
      if (device.kind !== 'switch' || at < 0) return device
      return { ...device, stp: { ...device.stp, priority: Math.min(device.stp.priority, 4096 * (at + 1)) } }
    }),
  }
}

function withoutDomain(topology: Topology, domain: MlagDomain): Topology {
  return { ...topology, domains: topology.domains.filter(({ id }) => id !== domain.id) }
}

/** Management switches that are left without a cable go as well. */
function withoutCables(topology: Topology, gone: ReadonlySet<LinkId>): Topology {
  const unplugged = new Set(topology.links.flatMap(({ id, ends }) => (gone.has(id) ? ends : [])))
  const ports = topology.ports.filter(({ id }) => !unplugged.has(id))
  const cabled = new Set(ports.map(({ device }) => device))
  return {
    ...topology,
    devices: topology.devices.filter(({ id, kind }) => kind !== 'management-switch' || cabled.has(id)),
    ports,
    links: topology.links.filter(({ id }) => !gone.has(id)),
  }
}

/** Cables that carry keepalives and start at one of the peers. */
function keepaliveCables(topology: Topology, domain: MlagDomain): readonly LinkId[] {
  return topology.links
    .filter(
      ({ id, use }) => use === 'keepalive' && domain.peers.some((peer) => deviceEnds(topology, id).includes(peer)),
    )
    .map(({ id }) => id)
}

/** A port at the next free position of another switch. */
function movedTo(device: SwitchDevice, port: Port, used: Set<number>): Port {
  let index = port.index
  while (used.has(index)) index++
  used.add(index)
  return { ...port, device: device.id, index, name: portName(NAMINGS[device.vendor], port.kind, index) }
}

function membersOf(topology: Topology, bond: Bond['id'] | null): readonly LinkId[] {
  return topology.bonds.find(({ id }) => id === bond)?.members ?? []
}

function deviceEnds(topology: Topology, link: LinkId): readonly DeviceId[] {
  const ends: readonly PortId[] = topology.links.find(({ id }) => id === link)?.ends ?? []
  return topology.ports.filter(({ id }) => ends.includes(id)).map(({ device }) => device)
}

function isOn({ at }: BondEnd, domain: MlagDomain): boolean {
  return 'domain' in at && at.domain === domain.id
}

function withEnds(bond: Bond, change: (end: BondEnd) => BondEnd): Bond {
  return { ...bond, ends: [change(bond.ends[0]), change(bond.ends[1])] }
}
