import { need, type Lag, type Network } from '../model/network.ts'
import { DEFAULT_SPANNING_TREE, spanningTreeTowards, type Device, type SpanningTreeEnd } from '../model/topology.ts'
import type { PortConfig } from '../protocol/rstp/types.ts'
import { pathCost } from '../protocol/rstp/vector.ts'
import { interfacesOf, type Interface } from './interfaces.ts'

/** Spanning tree of a bridge as drawn. Both peers of a pair have the same ports: the pair is one bridge. */
export interface PlanStp {
  readonly priority: number
  readonly ports: readonly PortConfig[]
}

/** Ports of the bridge that a device is or is part of; null where it runs no spanning tree. */
export function stpPlanOf(net: Network, device: Device): PlanStp | null {
  if (device.kind === 'host') return null
  const { enabled, priority } = device.kind === 'switch' ? device.stp : DEFAULT_SPANNING_TREE
  if (!enabled) return null
  const ports = new Map<number, PortConfig>()
  const numberOf = stpNumbers(net, device)
  for (const part of partsOf(net, device)) {
    for (const one of interfacesOf(net, part)) {
      const number = numberOf(part, one)
      if (number > 0) ports.set(number, portConfig(net, part, one, number))
    }
  }
  return { priority, ports: [...ports.values()].toSorted((a, b) => a.number - b.number) }
}

/**
 * Port numbers in spanning tree. A bond of a pair has one number on both peers; other ports of the pair have numbers of
 * their own. 0: the peer-link, which is inside the bridge and never blocked.
 */
export function stpNumbers(net: Network, device: Device): (part: Device, one: Interface) => number {
  const second = net.domainOf.get(device.id)?.peers[1]
  const lags = partsOf(net, device)
    .flatMap(({ id }) => net.lagsOf.get(id) ?? [])
    .filter(({ role, ports }) => role !== 'peer-link' && ports.length > 0)
    .toSorted((a, b) => rank(a) - rank(b) || a.channel - b.channel)
  const keys = [...new Set(lags.map(keyOf))]
  const numbers = new Map(keys.map((key, at) => [key, FIRST_LAG + at]))
  return (part, one) => {
    if ('port' in one) return one.port.index + (part.id === second ? SECOND_PEER : 0)
    return numbers.get(keyOf(one.lag)) ?? 0
  }
}

function keyOf({ bond, end, role, device }: Lag): string {
  return role === 'mlag' ? `${bond.id} ${end}` : `${bond.id} ${device}`
}

function rank({ role }: Lag): number {
  return role === 'mlag' ? 0 : 1
}

function portConfig(net: Network, device: Device, one: Interface, number: number): PortConfig {
  const { edge, guard, cost } = endOf(net, device, one)
  return {
    number,
    priority: 128,
    cost: cost ?? pathCost(speedOf(net, one)),
    edge,
    autoEdge: false,
    pointToPoint: true,
    guard,
  }
}

function endOf(net: Network, device: Device, one: Interface): SpanningTreeEnd {
  if ('lag' in one) return one.lag.bond.ends[one.lag.end].stp
  if (one.member) return one.member.bond.ends[one.member.end].stp
  const link = need(net.linkAt, one.port.id)
  if (device.kind === 'switch') return link.stp[link.ends[0] === one.port.id ? 0 : 1]
  // Management ports of switches do not bridge: they are hosts to a management switch.
  const far = need(net.devices, need(net.neighbour, one.port.id).device)
  return spanningTreeTowards(far.kind === 'management-switch' ? 'switch' : 'host')
}

/** Of a link aggregation all its cables, running or not: losing one is no reason to compute the tree anew. */
function speedOf(net: Network, one: Interface): number {
  if ('port' in one) return need(net.linkAt, one.port.id).speedGbps
  const members = one.lag.bond.members.flatMap((id) => net.links.get(id) ?? [])
  return Math.max(
    0.01,
    members.reduce((sum, { speedGbps }) => sum + speedGbps, 0),
  )
}

/** The devices that make one bridge: both peers of a pair, or the device alone. */
function partsOf(net: Network, device: Device): readonly Device[] {
  return net.domainOf.get(device.id)?.peers.map((id) => need(net.devices, id)) ?? [device]
}

/** Added to the port numbers of a pair's second peer. */
const SECOND_PEER = 1024
const FIRST_LAG = 2049
