import type { BondId, DeviceId, DomainId, FlowId, LinkId, PortId } from '../model/ids.ts'
import {
  accessVlanOf,
  carries,
  need,
  networkOf,
  vlansOf,
  type Lag,
  type LagRole,
  type Network,
} from '../model/network.ts'
import { lagName } from '../model/portNames.ts'
import type { BondEnd, Device, LacpOptions, Topology, VendorId, VlanMembership } from '../model/topology.ts'
import { layer34, symmetric } from '../protocol/bridge/hash.ts'
import type { PeerConfig } from '../protocol/mlag/peerState.ts'
import type { Fallback, Profiles } from '../model/profile.ts'
import { HOST_DEBOUNCE, HOST_SYSTEM_PRIORITY } from '../protocol/host/bonding.ts'
import type { Parameter } from '../protocol/mlag/messages.ts'
import { interfacesOf } from './interfaces.ts'
import { peerConfigs, peerParameters, profileIn } from './peerConfig.ts'
import { stpNumbers, stpPlanOf, type PlanStp } from './stpPlan.ts'

/** The topology with everything numbered, so that the engine looks things up by array index. Fixed during a run. */
export interface Plan {
  readonly topology: Topology
  readonly devices: readonly PlanDevice[]
  readonly ports: readonly PlanPort[]
  readonly links: readonly PlanLink[]
  readonly lags: readonly PlanLag[]
  readonly domains: readonly PlanDomain[]
  readonly directions: readonly PlanDirection[]
}

export interface PlanDevice {
  readonly index: number
  readonly id: DeviceId
  readonly name: string
  readonly kind: 'switch' | 'host' | 'management-switch'
  readonly mac: string
  readonly ports: readonly number[]
  readonly lags: readonly number[]
  /** Bridged interfaces of a switch, in order; empty on hosts. */
  readonly bridgePorts: readonly PlanBridgePort[]
  /** Those of `lags` that follow the light or a time-out, not only LACP; and single ports by position in `bridgePorts`. */
  readonly staticLags: readonly number[]
  readonly singlePorts: readonly number[]
  readonly stp: PlanStp | null
  /** Index of the domain it is a peer of, and which peer; -1 otherwise. */
  readonly domain: number
  readonly peer: -1 | 0 | 1
  readonly otherPeer: number
  readonly lacpSystemPriority: number
  readonly lacpPortPriority: number
  /** How long light must be gone before the device believes it, and whether a source says so. */
  readonly debounceUs: number
  readonly debounceAssumed: boolean
  readonly ageingUs: number
  readonly egressRule: 'all-frames' | 'flooded-frames'
}

export interface PlanBridgePort {
  /** A port-channel, or a single port. */
  readonly lag: number
  readonly port: number
  readonly vlans: readonly number[]
  /** Port number in spanning tree, 0 for the peer-link. */
  readonly stp: number
}

export interface PlanPort {
  readonly index: number
  readonly id: PortId
  readonly name: string
  readonly device: number
  readonly link: number
  readonly end: 0 | 1
  readonly far: number
  /** Index of its lag, or -1. */
  readonly lag: number
  /** Position in its device's bridge ports, or -1 (hosts, keepalive ports). */
  readonly bridgePort: number
  /** Position of the bridge port that a member has while it forwards by itself, or -1. */
  readonly individual: number
  readonly position: number
}

export interface PlanLink {
  readonly index: number
  readonly id: LinkId
  readonly ports: readonly [number, number]
  readonly delayUs: number
  readonly use: 'data' | 'keepalive'
  /** VLAN whose frames cross the cable without a tag. */
  readonly untaggedVlan: number
  /** An orphan port of this peer goes down with the members. */
  readonly suspendWithMembers: boolean
}

export interface PlanLag {
  readonly index: number
  readonly bond: BondId
  readonly device: number
  readonly name: string
  readonly channel: number
  readonly role: LagRole
  readonly end: BondEnd
  readonly options: LacpOptions
  readonly fallback: PlanFallback | null
  readonly ports: readonly number[]
  readonly bridgePort: number
}

/** What members without a partner do, and how long after it was given up. */
export interface PlanFallback {
  readonly way: NonNullable<LacpOptions['fallback']>
  readonly afterUs: number
  readonly onPair: Fallback['onPair']
}

export interface PlanDomain {
  readonly index: number
  readonly id: DomainId
  readonly name: string
  readonly vendor: VendorId
  /** Null: not documented. */
  readonly keepaliveUdpPort: number | null
  readonly peers: readonly [number, number]
  /** Lag of the peer-link on each peer, or -1. */
  readonly peerLinks: readonly [number, number]
  /** Ports from which each peer sends keepalives. */
  readonly keepalivePorts: readonly [readonly number[], readonly number[]]
  /** Cables of every keepalive path. */
  readonly keepalivePaths: readonly (readonly number[])[]
  /** Ports of each peer that lead to devices outside the pair and are in no bond. */
  readonly orphanPorts: readonly [readonly number[], readonly number[]]
  readonly configs: readonly [PeerConfig, PeerConfig]
  readonly parameters: readonly Parameter[]
}

/** One direction of a flow. Addresses are numbers of the sending and receiving host. */
export interface PlanDirection {
  readonly index: number
  readonly flow: FlowId
  readonly direction: 0 | 1
  readonly from: number
  readonly to: number
  readonly vlan: number
  /** UDP port of the sender and of the receiver. */
  readonly udpPorts: readonly [number, number]
  /** What a bonded host and a switch hash on. */
  readonly hostHash: number
  readonly switchHash: number
}

/** Numbers a checked topology. */
export function planOf(topology: Topology, profiles: Profiles): Plan {
  const net = networkOf(topology)
  const deviceIndex = indexOf(topology.devices.map(({ id }) => id))
  const portIndex = indexOf([...net.ports.keys()])
  const linkIndex = indexOf([...net.links.keys()])
  const domainIndex = indexOf([...net.domains.keys()])
  const allLags = topology.devices.flatMap(({ id }) => net.lagsOf.get(id) ?? [])
  const lagIndex = new Map<Lag, number>(allLags.map((lag, index) => [lag, index]))
  const bridges = topology.devices.map((device) => bridgePortsOf(net, device, lagIndex, portIndex))

  const ports = [...net.ports.values()].map((port, index): PlanPort => {
    const link = need(net.linkAt, port.id)
    const device = need(deviceIndex, port.device)
    const lag = net.lagAt.get(port.id)
    const lagNumber = lag === undefined ? -1 : need(lagIndex, lag)
    return {
      index,
      id: port.id,
      name: port.name,
      device,
      link: need(linkIndex, link.id),
      end: link.ends[0] === port.id ? 0 : 1,
      far: need(portIndex, need(net.neighbour, port.id).id),
      lag: lagNumber,
      bridgePort: (bridges[device] ?? []).findIndex((b) => (lagNumber < 0 ? b.port === index : b.lag === lagNumber)),
      individual: lagNumber < 0 ? -1 : (bridges[device] ?? []).findIndex((b) => b.port === index),
      position: port.kind === 'management' ? 256 + port.index : port.index,
    }
  })

  return {
    topology,
    ports,
    devices: topology.devices.map((device, index): PlanDevice => {
      const domain = net.domainOf.get(device.id)
      const profile = device.kind === 'switch' ? profileIn(profiles, device.vendor) : null
      const debounce = profile?.numbers['link-debounce-ms']
      const isHost = device.kind === 'host'
      const config = domain && peerConfigs(net, domain, profiles)[domain.peers[0] === device.id ? 0 : 1]
      return {
        index,
        id: device.id,
        name: device.name,
        kind: device.kind,
        mac: device.mac,
        ports: (net.portsOf.get(device.id) ?? []).map(({ id }) => need(portIndex, id)),
        lags: (net.lagsOf.get(device.id) ?? []).map((lag) => need(lagIndex, lag)),
        bridgePorts: bridges[index] ?? [],
        staticLags: (net.lagsOf.get(device.id) ?? [])
          .filter(({ bond, end }) => followsLight(bond.ends[end]))
          .map((lag) => need(lagIndex, lag)),
        singlePorts: (bridges[index] ?? []).flatMap(({ lag, port }, at) =>
          lag < 0 && (ports[port]?.lag ?? -1) < 0 ? [at] : [],
        ),
        stp: stpPlanOf(net, device),
        domain: domain === undefined ? -1 : need(domainIndex, domain.id),
        peer: domain === undefined ? -1 : domain.peers[0] === device.id ? 0 : 1,
        otherPeer: domain === undefined ? -1 : need(deviceIndex, need(net.peerOf, device.id).id),
        lacpSystemPriority: systemPriorityOf(device, config),
        lacpPortPriority: isHost ? 255 : 32768,
        debounceUs: isHost
          ? HOST_DEBOUNCE.value * 1000
          : (config?.rules.numbers['link-debounce-ms'] ?? debounce?.value ?? 0) * 1000,
        debounceAssumed: !isHost && debounce?.confidence === 'assumed',
        ageingUs:
          (config?.rules.numbers['mac-ageing-ms'] ?? profile?.numbers['mac-ageing-ms']?.value ?? 300_000) * 1000,
        egressRule: config?.rules.choices['egress-rule'] ?? 'flooded-frames',
      }
    }),
    links: [...net.links.values()].map((link, index) => ({
      index,
      id: link.id,
      ports: [need(portIndex, link.ends[0]), need(portIndex, link.ends[1])] as const,
      delayUs: link.delayUs,
      use: link.use,
      untaggedVlan: untaggedVlan(vlansOf(net, link)),
      suspendWithMembers: link.suspendWithMembers,
    })),
    lags: allLags.map((lag, index) => {
      const device = need(net.devices, lag.device)
      const words = device.kind === 'switch' ? profileIn(profiles, device.vendor).words : 'host'
      return {
        index,
        bond: lag.bond.id,
        device: need(deviceIndex, lag.device),
        name: lagName(words, lag.channel),
        channel: lag.channel,
        role: lag.role,
        end: lag.bond.ends[lag.end],
        options: optionsOf(net, lag, profiles),
        fallback: fallbackOf(net, lag, profiles),
        ports: lag.ports.map(({ id }) => need(portIndex, id)),
        bridgePort: (bridges[need(deviceIndex, lag.device)] ?? []).findIndex((b) => b.lag === index),
      }
    }),
    domains: topology.domains.map((domain, index) => {
      const at = (peer: 0 | 1) => need(deviceIndex, domain.peers[peer])
      const paths = net.keepalivePathsOf.get(domain.id) ?? []
      const keepalive = (peer: 0 | 1) => {
        const links = new Set(paths.flat())
        return (net.portsOf.get(domain.peers[peer]) ?? [])
          .filter((port) => links.has(need(net.linkAt, port.id).id))
          .map(({ id }) => need(portIndex, id))
      }
      const orphans = (peer: 0 | 1) =>
        (net.orphansOf.get(domain.id) ?? []).flatMap(({ ends }) =>
          ends.filter((end) => need(net.ports, end).device === domain.peers[peer]).map((end) => need(portIndex, end)),
        )
      const peerLink = (peer: 0 | 1) => {
        const lag = net.lagsOf.get(domain.peers[peer])?.find(({ role }) => role === 'peer-link')
        return lag === undefined ? -1 : need(lagIndex, lag)
      }
      return {
        index,
        id: domain.id,
        name: domain.name,
        vendor: vendorOf(net, domain.peers[0]),
        keepaliveUdpPort: profileIn(profiles, vendorOf(net, domain.peers[0])).keepaliveUdpPort?.value ?? null,
        peers: [at(0), at(1)] as const,
        peerLinks: [peerLink(0), peerLink(1)] as const,
        keepalivePorts: [keepalive(0), keepalive(1)] as const,
        keepalivePaths: paths.map((path) => path.map((id) => need(linkIndex, id))),
        orphanPorts: [orphans(0), orphans(1)] as const,
        configs: peerConfigs(net, domain, profiles),
        parameters: peerParameters(net, domain, profileIn(profiles, vendorOf(net, domain.peers[0]))),
      }
    }),
    directions: directionsOf(net, deviceIndex),
  }
}

/**
 * Priority of the LACP system itself. Where a pair announces the primary's system there is one priority for
 * everything on the switch; elsewhere the pair has its own beside the chassis'.
 */
function systemPriorityOf(device: Device, config: PeerConfig | undefined): number {
  if (device.kind !== 'switch') return HOST_SYSTEM_PRIORITY
  const shared = config?.rules.choices['pair-system'] === 'primary-mac-local-bit'
  return config !== undefined && shared ? config.systemPriority : device.lacpSystemPriority
}

function followsLight({ mode, lacp }: BondEnd): boolean {
  return mode === 'static' || lacp?.netboot === true || lacp?.fallback !== undefined
}

/** Without limits of the number of members where the platform ignores them. */
function optionsOf(net: Network, lag: Lag, profiles: Profiles): LacpOptions {
  const options = lag.bond.ends[lag.end].lacp ?? {}
  const device = need(net.devices, lag.device)
  const ofPair = lag.role === 'mlag' || lag.role === 'peer-link'
  if (device.kind !== 'switch' || !ofPair || !profileIn(profiles, device.vendor).lacpOptions?.plainOnly) return options
  const { minLinks: _min, maxBundle: _max, ...others } = options
  return others
}

/** Null where the end does not ask for it or the platform has no such way. */
function fallbackOf(net: Network, lag: Lag, profiles: Profiles): PlanFallback | null {
  const device = need(net.devices, lag.device)
  const { mode, lacp } = lag.bond.ends[lag.end]
  const way = lacp?.fallback
  if (device.kind !== 'switch' || mode === 'static' || way === undefined) return null
  const offered = profileIn(profiles, device.vendor).fallback
  if (offered === undefined || !offered.value.includes(way)) return null
  const { onPair, afterS } = offered
  const domain = net.domainOf.get(lag.device)
  const other = lag.role === 'mlag' && domain !== undefined && domain.preferredPrimary !== lag.device
  if (way === 'static' && onPair === 'preferred-peer' && other) return null
  const seconds = afterS === null ? 0 : (lacp?.fallbackAfterS ?? afterS.value)
  return { way, afterUs: seconds * 1_000_000, onPair }
}

export function vendorOf(net: Network, device: DeviceId): VendorId {
  const found = net.devices.get(device)
  if (found?.kind !== 'switch') throw new Error(`${device} is not a switch`)
  return found.vendor
}

function untaggedVlan(vlans: VlanMembership): number {
  return vlans.mode === 'access' ? vlans.vlan : vlans.native
}

function bridgePortsOf(
  net: Network,
  device: Device,
  lagIndex: ReadonlyMap<Lag, number>,
  portIndex: ReadonlyMap<PortId, number>,
): readonly PlanBridgePort[] {
  const vlanIds = net.topology.vlans.map(({ id }) => id)
  const numberOf = stpNumbers(net, device)
  return interfacesOf(net, device).map((one): PlanBridgePort => {
    const stp = numberOf(device, one)
    if ('lag' in one) {
      const vlans = vlanIds.filter((vlan) => carries(one.lag.bond.vlans, vlan))
      return { lag: need(lagIndex, one.lag), port: -1, vlans, stp }
    }
    const port = need(portIndex, one.port.id)
    if (device.kind === 'management-switch') return { lag: -1, port, vlans: [0], stp }
    const membership = one.member?.bond.vlans ?? vlansOf(net, need(net.linkAt, one.port.id))
    return { lag: -1, port, vlans: vlanIds.filter((vlan) => carries(membership, vlan)), stp }
  })
}

function directionsOf(net: Network, deviceIndex: ReadonlyMap<DeviceId, number>): readonly PlanDirection[] {
  return net.topology.flows.flatMap((flow, index): readonly PlanDirection[] => {
    const [a, b] = [net.devices.get(flow.from), net.devices.get(flow.to)]
    if (a?.kind !== 'host' || b?.kind !== 'host') return []
    const [p, q] = flow.ports
    return [
      { host: a, other: b, p, q },
      { host: b, other: a, p: q, q: p },
    ].map(({ host, other, p, q }, direction) => ({
      index: index * 2 + direction,
      flow: flow.id,
      direction: direction === 0 ? 0 : 1,
      from: need(deviceIndex, host.id),
      to: need(deviceIndex, other.id),
      vlan: accessVlanOf(net, host.id) ?? 0,
      udpPorts: [p, q],
      hostHash: layer34(host.ipv4, other.ipv4, p, q),
      switchHash: symmetric(host.ipv4, other.ipv4, p, q),
    }))
  })
}

function indexOf<T>(ids: readonly T[]): ReadonlyMap<T, number> {
  return new Map(ids.map((id, index) => [id, index]))
}
