import type { BondId, DeviceId, DomainId, FlowId, LinkId, PortId } from './ids.ts'
import { remembering } from './remember.ts'
import type {
  Bond,
  BondEnd,
  Device,
  Flow,
  Link,
  MlagDomain,
  Port,
  SwitchDevice,
  Topology,
  VlanMembership,
} from './topology.ts'

export type LagRole = 'mlag' | 'peer-link' | 'host' | 'plain'

/** A link aggregation as one device has it: a port-channel of a switch, one peer's leg of an MLAG bond, a host's bond. */
export interface Lag {
  /** On a host whose bond runs to several switches that are no pair: the first of its bonds. */
  readonly bond: Bond
  /** Which end of `bond` this is. */
  readonly end: 0 | 1
  readonly device: DeviceId
  readonly channel: number
  /** In the order of the bond's members. Empty on a peer that an MLAG bond has no cable to. */
  readonly ports: readonly Port[]
  readonly role: LagRole
}

/** Look-ups derived once from a topology. References to things that do not exist are left out, never thrown at. */
export interface Network {
  readonly topology: Topology
  readonly devices: ReadonlyMap<DeviceId, Device>
  readonly ports: ReadonlyMap<PortId, Port>
  readonly links: ReadonlyMap<LinkId, Link>
  readonly bonds: ReadonlyMap<BondId, Bond>
  readonly domains: ReadonlyMap<DomainId, MlagDomain>
  readonly flows: ReadonlyMap<FlowId, Flow>
  readonly deviceNamed: ReadonlyMap<string, Device>
  readonly domainNamed: ReadonlyMap<string, MlagDomain>
  /** Key: `device:port`, both by name. */
  readonly portNamed: ReadonlyMap<string, Port>
  /** Front ports first, each kind by index. */
  readonly portsOf: ReadonlyMap<DeviceId, readonly Port[]>
  readonly linkAt: ReadonlyMap<PortId, Link>
  /** The port at the other end of the cable. */
  readonly neighbour: ReadonlyMap<PortId, Port>
  readonly bondOf: ReadonlyMap<LinkId, Bond>
  /** In the order of bonds. */
  readonly lagsOf: ReadonlyMap<DeviceId, readonly Lag[]>
  readonly lagAt: ReadonlyMap<PortId, Lag>
  readonly domainOf: ReadonlyMap<DeviceId, MlagDomain>
  readonly peerOf: ReadonlyMap<DeviceId, SwitchDevice>
  /** Bridged cables in no bond between one of the two peers and something else. */
  readonly orphansOf: ReadonlyMap<DomainId, readonly Link[]>
  /** Every way a keepalive can take between the peers: its cables in order, from the first peer to the second. */
  readonly keepalivePathsOf: ReadonlyMap<DomainId, readonly (readonly LinkId[])[]>
}

/** The look-ups of a topology; the same object while it is asked for. */
export const networkOf = remembering(derive)

function derive(topology: Topology): Network {
  const devices = byId(topology.devices)
  const ports = byId(topology.ports.filter((port) => devices.has(port.device)))
  const links = byId(topology.links.filter(({ ends }) => ends.every((end) => ports.has(end))))
  const domains = byId(topology.domains)
  const linkAt = new Map([...links.values()].flatMap((link) => link.ends.map((end) => [end, link] as const)))
  const domainOf = new Map(topology.domains.flatMap((domain) => domain.peers.map((peer) => [peer, domain] as const)))
  const base = {
    topology,
    devices,
    ports,
    links,
    bonds: byId(topology.bonds),
    domains,
    flows: byId(topology.flows),
    deviceNamed: new Map(topology.devices.map((device) => [device.name, device])),
    domainNamed: new Map(topology.domains.map((domain) => [domain.name, domain])),
    portNamed: new Map([...ports.values()].map((port) => [`${devices.get(port.device)?.name}:${port.name}`, port])),
    portsOf: portsOf(devices, ports),
    linkAt,
    neighbour: neighbours(ports, links),
    bondOf: new Map(topology.bonds.flatMap((bond) => bond.members.map((link) => [link, bond] as const))),
    domainOf,
    peerOf: peers(devices, domains),
  }
  const lagsOf = lagsByDevice(base)
  const lags = [...lagsOf.values()].flat()
  return {
    ...base,
    lagsOf,
    lagAt: new Map(lags.flatMap((lag) => lag.ports.map((port) => [port.id, lag] as const))),
    orphansOf: orphans(base),
    keepalivePathsOf: new Map(topology.domains.map((domain) => [domain.id, keepalivePaths(base, domain)])),
  }
}

/** The entry of a key that is known to be there; throws where it is not. */
export function need<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  if (value === undefined) throw new Error(`Nothing is called ${String(key)} here`)
  return value
}

/** The configured end of a lag: channel, mode and rate. */
export function lagEnd(lag: Lag): BondEnd {
  return lag.bond.ends[lag.end]
}

/** VLANs a cable carries: its bond's, or its own. */
export function vlansOf(net: Network, link: Link): VlanMembership {
  return net.bondOf.get(link.id)?.vlans ?? link.vlans
}

/** MTU of a cable: its bond's, or its own. */
export function mtuOf(net: Network, link: Link): number {
  return net.bondOf.get(link.id)?.mtu ?? link.mtu
}

/** VLAN of a host's untagged frames on its first cable; null while it has none. */
export function accessVlanOf(net: Network, host: DeviceId): number | null {
  const port = net.portsOf.get(host)?.[0]
  const link = port && net.linkAt.get(port.id)
  if (!link) return null
  const vlans = vlansOf(net, link)
  return vlans.mode === 'access' ? vlans.vlan : vlans.native
}

/** True where the membership lets frames of the VLAN through. A trunk's native VLAN passes only if it is allowed. */
export function carries(vlans: VlanMembership, vlan: number): boolean {
  return vlans.mode === 'access' ? vlans.vlan === vlan : vlans.allowed.includes(vlan)
}

/** `device:port` by name, as a target is written. */
export function portLabel(net: Network, port: Port): string {
  return `${net.devices.get(port.device)?.name}:${port.name}`
}

/** The two devices of a cable, in the order of its ends. */
export function devicesOf(net: Network, link: Link): readonly [Device, Device] {
  return [
    need(net.devices, need(net.ports, link.ends[0]).device),
    need(net.devices, need(net.ports, link.ends[1]).device),
  ]
}

/** The devices that end a bond there: one, or the two peers of a domain. */
export function devicesAt(net: Pick<Network, 'domains'>, end: BondEnd): readonly DeviceId[] {
  return 'device' in end.at ? [end.at.device] : (net.domains.get(end.at.domain)?.peers ?? [])
}

type Base = Pick<
  Network,
  'topology' | 'devices' | 'ports' | 'links' | 'domains' | 'linkAt' | 'neighbour' | 'bondOf' | 'portsOf'
>

function byId<T extends { readonly id: unknown }>(items: readonly T[]): ReadonlyMap<T['id'], T> {
  return new Map(items.map((item) => [item.id, item]))
}

function portsOf(devices: Network['devices'], ports: Network['ports']): Network['portsOf'] {
  const found = new Map<DeviceId, Port[]>([...devices.keys()].map((id) => [id, []]))
  for (const port of ports.values()) found.get(port.device)?.push(port)
  for (const list of found.values()) list.sort((a, b) => rank(a) - rank(b) || a.index - b.index)
  return found
}

function rank(port: Port): number {
  return port.kind === 'front' ? 0 : 1
}

function neighbours(ports: Network['ports'], links: Network['links']): Network['neighbour'] {
  const found = new Map<PortId, Port>()
  for (const { ends } of links.values()) {
    found.set(ends[0], need(ports, ends[1]))
    found.set(ends[1], need(ports, ends[0]))
  }
  return found
}

function peers(devices: Network['devices'], domains: Network['domains']): Network['peerOf'] {
  const found = new Map<DeviceId, SwitchDevice>()
  for (const {
    peers: [a, b],
  } of domains.values()) {
    const [first, second] = [devices.get(a), devices.get(b)]
    if (second?.kind === 'switch') found.set(a, second)
    if (first?.kind === 'switch') found.set(b, first)
  }
  return found
}

function lagsByDevice(net: Base): Network['lagsOf'] {
  const found = new Map<DeviceId, Lag[]>(net.topology.devices.map(({ id }) => [id, []]))
  const peerLinks = new Set(net.topology.domains.map(({ peerLink }) => peerLink))
  for (const bond of net.topology.bonds) {
    for (const end of [0, 1] as const) {
      for (const id of new Set(devicesAt(net, bond.ends[end]))) {
        const lags = found.get(id)
        const host = net.devices.get(id)?.kind === 'host'
        const channel = bond.ends[end].channel
        const ports = memberPorts(net, bond, id)
        // A host's bonds of one number are one.
        const same = host ? (lags?.findIndex((lag) => lag.channel === channel) ?? -1) : -1
        const first = lags?.[same]
        if (lags && first) lags[same] = { ...first, ports: [...first.ports, ...ports] }
        else
          lags?.push({ bond, end, device: id, channel, ports, role: roleOf(bond, end, peerLinks.has(bond.id), host) })
      }
    }
  }
  return found
}

function memberPorts(net: Base, bond: Bond, device: DeviceId): readonly Port[] {
  return bond.members.flatMap((id) => {
    const ends = net.links.get(id)?.ends ?? []
    return ends.map((end) => need(net.ports, end)).filter((port) => port.device === device)
  })
}

function roleOf(bond: Bond, end: 0 | 1, peerLink: boolean, host: boolean): LagRole {
  if (peerLink) return 'peer-link'
  if ('domain' in bond.ends[end].at) return 'mlag'
  return host ? 'host' : 'plain'
}

function orphans(net: Base): Network['orphansOf'] {
  const single = [...net.links.values()].filter(({ id, use }) => use === 'data' && !net.bondOf.has(id))
  const ends = single.map((link) => ({ link, devices: link.ends.map((end) => need(net.ports, end).device) }))
  const of = ({ peers }: MlagDomain): readonly Link[] =>
    ends.flatMap(({ link, devices: [a, b] }) => (isPeer(peers, a) === isPeer(peers, b) ? [] : [link]))
  return new Map(net.topology.domains.map((domain) => [domain.id, of(domain)]))
}

function isPeer([a, b]: MlagDomain['peers'], device: DeviceId | undefined): boolean {
  return device === a || device === b
}

function keepalivePaths(net: Base, domain: MlagDomain): readonly (readonly LinkId[])[] {
  const [from, to] = domain.peers
  const found: LinkId[][] = []
  walk(from, [from], [])
  return found

  function walk(at: DeviceId, seen: readonly DeviceId[], path: readonly LinkId[]): void {
    if (found.length >= MAX_KEEPALIVE_PATHS) return
    for (const port of net.portsOf.get(at) ?? []) {
      const link = net.linkAt.get(port.id)
      const next = net.neighbour.get(port.id)?.device
      if (link?.use !== 'keepalive' || next === undefined || seen.includes(next)) continue
      if (next === to) found.push([...path, link.id])
      else if (net.devices.get(next)?.kind === 'management-switch') walk(next, [...seen, next], [...path, link.id])
    }
  }
}

// A mesh of management switches has more ways than anybody looks at.
const MAX_KEEPALIVE_PATHS = 64
