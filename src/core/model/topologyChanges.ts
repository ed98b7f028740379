import { newChannel, newId } from './freeNames.ts'
import type { BondId, DeviceId, DomainId, LinkId } from './ids.ts'
import { devicesAt, devicesOf, need, networkOf } from './network.ts'
import type { PortPlace } from './portNames.ts'
import type { Bond, BondEnd, Device, Link, Port, Topology } from './topology.ts'

/** Lowest number offered to a port-channel, and to a bond with an MLAG id. */
export const FIRST_CHANNEL = 10
export const FIRST_MLAG_ID = 11

/** Plugs in a cable: the two ports come into being with it. */
export function withCable(
  topology: Topology,
  [a, b]: readonly [Plugged, Plugged],
  fields: Omit<Link, 'id' | 'ends'>,
): { readonly topology: Topology; readonly link: Link } {
  const first = portAt(topology, a)
  const withFirst = { ...topology, ports: [...topology.ports, first] }
  const second = portAt(withFirst, b)
  const withBoth = { ...withFirst, ports: [...withFirst.ports, second] }
  const link: Link = {
    id: newId(withBoth, `link-${first.id}-${b.device.id}`.slice(0, 120)),
    ends: [first.id, second.id],
    ...fields,
  }
  return { topology: { ...withBoth, links: [...topology.links, link] }, link }
}

export interface Plugged {
  readonly device: Device
  readonly port: PortPlace
}

/** Removes cables with their ports; bonds that lose their last cable go as well. */
export function withoutLinks(topology: Topology, gone: ReadonlySet<LinkId>): Topology {
  const links = topology.links.filter(({ id }) => !gone.has(id))
  const plugged = new Set(links.flatMap(({ ends }) => ends))
  const apart = [...gone].reduce(leaveBond, topology)
  return { ...apart, links, ports: topology.ports.filter(({ id }) => plugged.has(id)) }
}

/** Removes devices with everything that rests on them. */
export function withoutDevices(topology: Topology, gone: ReadonlySet<DeviceId>): Topology {
  const ports = new Set(topology.ports.filter(({ device }) => gone.has(device)).map(({ id }) => id))
  const cut = topology.links.filter(({ ends }) => ends.some((end) => ports.has(end)))
  const broken = topology.domains.filter(({ peers }) => peers.some((peer) => gone.has(peer)))
  const uncabled = withoutLinks(topology, new Set(cut.map(({ id }) => id)))
  const apart = broken.reduce((rest, { id }) => withoutDomain(rest, id), uncabled)
  return {
    ...apart,
    devices: apart.devices.filter(({ id }) => !gone.has(id)),
    flows: apart.flows.filter(({ from, to }) => ![...gone].some((id) => id === from || id === to)),
  }
}

/** Removes a domain: each of its bonds becomes one to each peer. */
export function withoutDomain(topology: Topology, id: DomainId): Topology {
  const domain = topology.domains.find((domain) => domain.id === id)
  if (!domain) return topology
  const split = topology.bonds.reduce((rest, bond) => {
    const end = bond.ends.findIndex(({ at }) => 'domain' in at && at.domain === id)
    return end === -1 ? rest : splitBond(rest, bond, end === 0 ? 0 : 1)
  }, topology)
  return {
    ...split,
    domains: split.domains.filter((domain) => domain.id !== id),
    flows: split.flows.filter(({ to }) => to !== id),
  }
}

/** Takes a cable out of its bond; it keeps the bond's VLANs and MTU. A bond without cables is removed. */
export function leaveBond(topology: Topology, id: LinkId): Topology {
  const bond = topology.bonds.find(({ members }) => members.includes(id))
  if (!bond) return topology
  const members = bond.members.filter((member) => member !== id)
  const links = topology.links.map((link) => (link.id === id ? { ...link, vlans: bond.vlans, mtu: bond.mtu } : link))
  if (members.length > 0) return withBond({ ...topology, links }, { ...bond, members })
  return withoutBond({ ...topology, links }, bond.id)
}

/**
 * Adds a cable to a bond. Where it leads to the peer of the device that ends the bond so far, the bond is stretched
 * over the domain. A cable that leads elsewhere is added all the same: the check of the whole design names that.
 */
export function joinBond(topology: Topology, bond: Bond, link: Link): Topology {
  const [a, b] = devicesOf(networkOf(topology), link)
  const stretched = ([0, 1] as const).reduce((bond, end) => stretchEnd(topology, bond, end, [a.id, b.id]), bond)
  return withBond(topology, { ...stretched, members: [...bond.members, link.id] })
}

/**
 * A bond of cables between two sides, each a device or, for a single cable and for cables to both peers, its domain.
 * It carries what the first cable does. Null for no cables.
 */
export function newBond(topology: Topology, links: readonly Link[]): Bond | null {
  const net = networkOf(topology)
  const [first, ...more] = links
  if (!first) return null
  const [a, b] = devicesOf(net, first)
  const all = [first, ...more].flatMap((link) => devicesOf(net, link).map(({ id }) => id))
  const end = (at: 0 | 1): BondEnd => {
    const [device, far] = at === 0 ? [a, b] : [b, a]
    const domain = net.domainOf.get(device.id)
    const both = domain?.peers.filter((peer) => all.includes(peer)) ?? []
    const mlag = domain && !domain.peers.includes(far.id) && (both.length === 2 || links.length === 1)
    const place = mlag ? { domain: domain.id } : { device: device.id }
    const channel =
      device.kind === 'host'
        ? freeHostBond(topology, device.id)
        : newChannel(topology, mlag ? domain.peers : [device.id], mlag ? FIRST_MLAG_ID : FIRST_CHANNEL)
    return { at: place, channel, mode: 'active', rate: 'slow', stp: first.stp[at] }
  }
  const id = newId<'bond'>(topology, `bond-${a.kind === 'host' ? a.id : b.id}`)
  const { vlans, mtu } = first
  return { id, members: links.map(({ id }) => id), ends: [end(0), end(1)], vlans, mtu }
}

export function withBond(topology: Topology, bond: Bond): Topology {
  const known = topology.bonds.some(({ id }) => id === bond.id)
  const bonds = known ? topology.bonds.map((other) => (other.id === bond.id ? bond : other)) : [...topology.bonds, bond]
  return { ...topology, bonds }
}

export function withoutBond(topology: Topology, id: BondId): Topology {
  const domains = topology.domains.map((domain) => (domain.peerLink === id ? { ...domain, peerLink: null } : domain))
  return { ...topology, bonds: topology.bonds.filter((bond) => bond.id !== id), domains }
}

function portAt(topology: Topology, { device, port }: Plugged): Port {
  const id = newId<'port'>(
    topology,
    `${device.id}-${port.kind === 'management' ? 'm' : 'p'}${port.index}`.slice(0, 120),
  )
  return { id, device: device.id, ...port }
}

function stretchEnd(topology: Topology, bond: Bond, end: 0 | 1, devices: readonly DeviceId[]): Bond {
  const { at, channel } = bond.ends[end]
  if (!('device' in at) || devices.includes(at.device)) return bond
  const domain = topology.domains.find(
    ({ peers }) => peers.includes(at.device) && peers.some((peer) => devices.includes(peer)),
  )
  const far = bond.ends[end === 0 ? 1 : 0].at
  const within = 'device' in far ? domain?.peers.includes(far.device) : domain?.id === far.domain
  if (!domain || within) return bond
  const other = domain.peers.filter((peer) => peer !== at.device)
  const free = newChannel(topology, other, channel) === channel
  return withEnd(bond, end, {
    ...bond.ends[end],
    at: { domain: domain.id },
    channel: free ? channel : newChannel(topology, domain.peers, FIRST_MLAG_ID),
  })
}

function splitBond(topology: Topology, bond: Bond, end: 0 | 1): Topology {
  const net = networkOf(topology)
  const legs = devicesAt(net, bond.ends[end])
    .map((peer) => ({
      peer,
      members: bond.members.filter((id) => devicesOf(net, need(net.links, id)).some((device) => device.id === peer)),
    }))
    .filter(({ members }) => members.length > 0)
  const [first, second] = legs.map(({ peer, members }) => ({
    ...withEnd(bond, end, { ...bond.ends[end], at: { device: peer } }),
    members,
  }))
  if (!first) return withoutBond(topology, bond.id)
  const apart = withBond(topology, first)
  if (!second) return apart
  const far = end === 0 ? 1 : 0
  const farDevices = devicesAt(net, bond.ends[far])
  // One number on a host collects bonds to several switches; on a switch it means one port-channel.
  const shared = farDevices.some((id) => net.devices.get(id)?.kind === 'host')
  const channel = shared ? bond.ends[far].channel : newChannel(apart, farDevices, bond.ends[far].channel)
  return withBond(apart, { ...withEnd(second, far, { ...second.ends[far], channel }), id: newId(apart, bond.id) })
}

/** The same bond with another end. */
export function withEnd(bond: Bond, end: 0 | 1, changed: BondEnd): Bond {
  return { ...bond, ends: end === 0 ? [changed, bond.ends[1]] : [bond.ends[0], changed] }
}

function freeHostBond(topology: Topology, host: DeviceId): number {
  return newChannel(topology, [host], 0)
}
