import { toId, type BondId, type DomainId } from '../../model/ids.ts'
import type {
  BondEnd,
  Link,
  MlagDomain,
  SpanningTree,
  SpanningTreeEnd,
  SwitchDevice,
  Topology,
} from '../../model/topology.ts'
import {
  designOf,
  end,
  flow,
  front,
  keepaliveCable,
  leaf,
  management,
  nic,
  pair,
  server,
  serverBond,
  serverCable,
  switchBond,
  switchCable,
} from '../../templates/parts.ts'
import { PROFILES } from '../../vendors/index.ts'
import { settle } from '../settle.ts'
import { createSimulator } from '../simulator.ts'
import type { Simulator } from '../state.ts'
import { viewOf } from '../view.ts'

export interface Mesh {
  readonly switches: number
  readonly cables: readonly (readonly [number, number])[]
  /** By cable; 100 Gbit/s where none is given. */
  readonly speeds?: readonly number[]
  /** The first two switches are a pair, and the third, if there is one, hangs on it by an MLAG bond. */
  readonly paired?: boolean
}

/** Switches `sw-1` … with single cables between them and a host on each; one flow from the first host to every other. */
export function meshOf({ switches: count, cables, speeds = [], paired = false }: Mesh): Topology {
  const switches = Array.from({ length: count }, (_, at) => leaf(`sw-${at + 1}`, `0${at + 1}`))
  const hosts = switches.map((_, at) => server(`srv-${at + 1}`, 11 + at))
  const used = switches.map(() => 10)
  const plug = (at: number) => front(nth(switches, at), (used[at] = (used[at] ?? 0) + 1))
  const between = cables.map(([a, b], at) => {
    const { link, ports } = switchCable(plug(a), plug(b))
    return { link: { ...link, speedGbps: speeds[at] ?? link.speedGbps }, ports }
  })
  const [a, b] = [nth(switches, 0), nth(switches, paired ? 1 : 0)]
  const peerCables = paired ? [53, 54].map((index) => switchCable(front(a, index), front(b, index))) : []
  const below = paired ? switches.slice(2, 3) : []
  const legs = below.flatMap((access) => [
    switchCable(front(a, 50), front(access, 50)),
    switchCable(front(b, 50), front(access, 51)),
  ])
  const domain = toId<'domain'>('domain-pair')
  const peerLink = switchBond('peer-link', peerCables, [
    end({ device: a.id }, 10, 'fast'),
    end({ device: b.id }, 10, 'fast'),
  ])
  const [first, ...others] = hosts
  if (first === undefined) throw new Error('A mesh has a switch')
  const { topology } = designOf({
    title: 'Mesh',
    devices: [...switches, ...hosts].map((device) => [device, { x: 0, y: 0 }]),
    cables: [
      ...between,
      ...hosts.map((host, at) => serverCable(front(nth(switches, at), 1), nic(host, 1))),
      ...peerCables,
      ...legs,
      ...(paired ? [keepaliveCable(management(a), management(b))] : []),
    ],
    bonds: paired
      ? [
          peerLink,
          ...below.map((access) =>
            switchBond('below', legs, [end({ domain }, 12, 'fast'), end({ device: access.id }, 12, 'fast')]),
          ),
        ]
      : [],
    domains: paired ? [pairOf(domain, [a, b], peerLink.id)] : [],
    flows: others.map((host) => flow(first, host, 40_001)),
  })
  return topology
}

export interface BelowPair {
  /** A further cable from the access switch to the first or second peer. */
  readonly extra?: 'leaf-a' | 'leaf-b'
  /** A further cable between the two peers, in no bond. */
  readonly between?: boolean
}

/** A pair with a bonded server, and an access switch on an MLAG bond with a server behind it. */
export function accessBelowPair({ extra, between = false }: BelowPair = {}): Topology {
  const a = leaf('leaf-a', '0a')
  const b = leaf('leaf-b', '0b')
  const access = leaf('access', '0c')
  const srv1 = server('srv-1', 11)
  const srv2 = server('srv-2', 12)
  const peerCables = [53, 54].map((index) => switchCable(front(a, index), front(b, index)))
  const legs = [serverCable(front(a, 1), nic(srv1, 1)), serverCable(front(b, 1), nic(srv1, 2))]
  const uplinks = [switchCable(front(a, 10), front(access, 51)), switchCable(front(b, 10), front(access, 52))]
  const domain = toId<'domain'>('domain-leafs')
  const peerLink = switchBond('peer-link', peerCables, [
    end({ device: a.id }, 10, 'slow'),
    end({ device: b.id }, 10, 'slow'),
  ])
  const others = [
    serverCable(front(access, 1), nic(srv2, 1)),
    keepaliveCable(management(a), management(b)),
    ...(extra === undefined ? [] : [switchCable(front(extra === 'leaf-a' ? a : b, 20), front(access, 49))]),
    ...(between ? [switchCable(front(a, 21), front(b, 21))] : []),
  ]
  return designOf({
    title: 'Access switch below a pair',
    devices: [a, b, access, srv1, srv2].map((device) => [device, { x: 0, y: 0 }]),
    cables: [...peerCables, ...legs, ...uplinks, ...others],
    bonds: [
      peerLink,
      serverBond('srv-1', legs, [end({ domain }, 11, 'fast'), end({ device: srv1.id }, 0, 'fast')]),
      switchBond('access', uplinks, [end({ domain }, 12, 'fast'), end({ device: access.id }, 12, 'fast')]),
    ],
    domains: [pairOf(domain, [a, b], peerLink.id)],
    flows: [flow(srv1, srv2, 40_001), flow(srv1, srv2, 40_002), flow(srv1, srv2, 40_003)],
  }).topology
}

export function withStp(topology: Topology, stp: (device: SwitchDevice) => Partial<SpanningTree>): Topology {
  const devices = topology.devices.map((device) =>
    device.kind === 'switch' ? { ...device, stp: { ...device.stp, ...stp(device) } } : device,
  )
  return { ...topology, devices }
}

/** Sets both ends of the cables and bonds that `where` chooses. */
export function withEnds(topology: Topology, where: (id: string) => boolean, set: Partial<SpanningTreeEnd>): Topology {
  const onEnd = (one: BondEnd): BondEnd => ({ ...one, stp: { ...one.stp, ...set } })
  const onLink = ({ stp: [a, b], ...link }: Link): Link => ({
    ...link,
    stp: [
      { ...a, ...set },
      { ...b, ...set },
    ],
  })
  return {
    ...topology,
    links: topology.links.map((link) => (where(link.id) ? onLink(link) : link)),
    bonds: topology.bonds.map((bond) =>
      where(bond.id) ? { ...bond, ends: [onEnd(bond.ends[0]), onEnd(bond.ends[1])] as const } : bond,
    ),
  }
}

export function settled(topology: Topology, probeUs = 1000): Simulator {
  const sim = createSimulator({ topology, profiles: PROFILES, seed: 1, probeUs, quiet: true })
  settle(sim)
  return sim
}

/** "root forwarding" and the like, by `device:port`, of ports between switches. */
export function standings(sim: Simulator): Readonly<Record<string, string>> {
  const found = viewOf(sim).ports.flatMap(({ port, stp }) => {
    const plan = sim.plan.ports.find(({ id }) => id === port)
    const far = sim.plan.devices[sim.plan.ports[plan?.far ?? -1]?.device ?? -1]
    if (!plan || stp === null || far?.kind === 'host') return []
    return [[`${sim.plan.devices[plan.device]?.name}:${plan.name}`, `${stp.role} ${stp.state}`]]
  })
  return Object.fromEntries(found)
}

function pairOf(id: DomainId, peers: readonly [SwitchDevice, SwitchDevice], peerLink: BondId): MlagDomain {
  return pair({
    id,
    name: 'leafs',
    number: 10,
    peers,
    peerLink,
    keepalive: { addresses: ['10.99.0.1', '10.99.0.2'], prefixLength: 30, vrf: 'management' },
    peering: ['10.255.255.1', '10.255.255.2'],
  })
}

function nth<T>(items: readonly T[], at: number): T {
  const item = items[at]
  if (item === undefined) throw new Error(`There is no item ${at}`)
  return item
}
