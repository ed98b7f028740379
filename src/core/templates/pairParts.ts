import { type DeviceId, toId } from '../model/ids.ts'
import type {
  Bond,
  HostDevice,
  ManagementSwitch,
  MlagDomain,
  SwitchDevice,
  VendorId,
  VlanMembership,
} from '../model/topology.ts'
import {
  ACCESS,
  type Cable,
  end,
  front,
  keepaliveCable,
  leaf,
  management,
  managementPort,
  nic,
  pair,
  serverBond,
  serverCable,
  switchBond,
  switchCable,
  TRUNK,
} from './parts.ts'
import type { EndState } from './template.ts'

/** Two peers with their peer-link of two cables and their keepalive, as most templates draw them. */
export interface DrawnPair {
  readonly domain: MlagDomain
  readonly peers: readonly [SwitchDevice, SwitchDevice]
  readonly cables: readonly Cable[]
  readonly peerLink: Bond
}

/** Something that hangs below a pair by one bond. */
export interface Hung {
  readonly cables: readonly Cable[]
  readonly bond: Bond
}

interface PairWish {
  readonly name: string
  /** Of the domain, 1..250; its addresses carry it too. */
  readonly number: number
  readonly vendor: VendorId
  readonly names: readonly [string, string]
  /** Ends of their addresses. */
  readonly bytes: readonly [string, string]
  /** Where the keepalive runs: a switch and the first of two ports there, or one cable from peer to peer. */
  readonly keepalive: { readonly over: ManagementSwitch; readonly port: number } | 'direct'
  readonly vlans?: VlanMembership
  /** Priority in the spanning tree of both, where switches hang below. */
  readonly stpPriority?: number
}

export function drawPair(wish: PairWish): DrawnPair {
  const { name, number, vendor, vlans = TRUNK, stpPriority = 32_768, keepalive } = wish
  const peer = (at: 0 | 1): SwitchDevice => ({
    ...leaf(wish.names[at], wish.bytes[at], vendor),
    stp: { enabled: true, priority: stpPriority },
  })
  const [a, b] = [peer(0), peer(1)]
  const peerCables = [53, 54].map((index) => switchCable(front(a, index), front(b, index), vlans))
  const ends = [end({ device: a.id }, 10, 'slow'), end({ device: b.id }, 10, 'slow')] as const
  const peerLink = switchBond(`${name}-peer-link`, peerCables, ends, vlans)
  const hearts =
    keepalive === 'direct'
      ? [keepaliveCable(management(a), management(b))]
      : [a, b].map((peer, at) => keepaliveCable(management(peer), managementPort(keepalive.over, keepalive.port + at)))
  const net = keepalive === 'direct' ? '10.99' : '192.168'
  const domain = pair({
    id: toId(`domain-${name}`),
    name,
    number,
    peers: [a, b],
    peerLink: peerLink.id,
    keepalive: {
      addresses: [`${net}.${number}.1`, `${net}.${number}.2`],
      prefixLength: keepalive === 'direct' ? 30 : 24,
      vrf: 'management',
    },
    peering: [`10.255.${number}.1`, `10.255.${number}.2`],
  })
  return { domain, peers: [a, b], cables: [...peerCables, ...hearts], peerLink }
}

interface Hanging {
  /** First port on both peers. */
  readonly index: number
  readonly channel: number
  readonly rate?: 'fast' | 'slow'
  /** Cables to each peer. */
  readonly legs?: number
  readonly vlans?: VlanMembership
  readonly speedGbps?: number
}

/** A server with an LACP bond to both peers; its ports go to them in turn. */
export function hangServer(pair: DrawnPair, host: HostDevice, hanging: Hanging): Hung {
  const { index, channel, rate = 'fast', legs = 1, vlans = ACCESS, speedGbps = 25 } = hanging
  const cables = numbers(legs).flatMap((leg) =>
    pair.peers.map((peer, at) => serverCable(front(peer, index + leg), nic(host, 1 + leg * 2 + at), vlans, speedGbps)),
  )
  const ends = [end({ domain: pair.domain.id }, channel, rate), end({ device: host.id }, 0, rate)] as const
  return { cables, bond: serverBond(host.name, cables, ends, vlans) }
}

interface Uplink extends Hanging {
  /** First uplink port of the switch below. */
  readonly up: number
}

/** A switch with an LACP bond to both peers. */
export function hangSwitch(pair: DrawnPair, below: SwitchDevice, uplink: Uplink): Hung {
  const { index, channel, up, rate = 'fast', legs = 1, vlans = TRUNK, speedGbps = 100 } = uplink
  const cables = numbers(legs).flatMap((leg) =>
    pair.peers.map((peer, at) =>
      switchCable(front(peer, index + leg), front(below, up + leg * 2 + at), vlans, speedGbps),
    ),
  )
  const ends = [end({ domain: pair.domain.id }, channel, rate), end({ device: below.id }, channel, rate)] as const
  return { cables, bond: switchBond(below.name, cables, ends, vlans) }
}

/** How the peer-link of a pair stands: both cables at both ends. */
export function peerLinkUp(name: string, peers: readonly [string, string]): EndState['lags'] {
  return peers.map((peer) => ({ device: id(peer), bond: toId(`bond-${name}-peer-link`), distributing: 2 }))
}

/** How a bond below a pair stands: so many cables to each peer, and all of them at the other end. */
export function bondUp(peers: readonly [string, string], below: string, legs = 1): EndState['lags'] {
  const bond = toId<'bond'>(`bond-${below}`)
  return [
    ...peers.map((peer) => ({ device: id(peer), bond, distributing: legs })),
    { device: id(below), bond, distributing: legs * 2 },
  ]
}

function id(name: string): DeviceId {
  return toId(name)
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at)
}
