import type { Flow } from '../../core/model/topology.ts'
import { flowEndName } from '../../core/model/gateways.ts'
import type { Network } from '../../core/model/network.ts'

/** `srv-1 → srv-2` of a direction's key (`flow:direction`); numbered where several flows join the same hosts. */
export function directionName(net: Network, direction: string): string {
  const flow = net.topology.flows.find(({ id }) => direction.startsWith(`${id}:`))
  if (flow === undefined) return direction
  const [from, to] = [flow.from, flow.to].map((id) => flowEndName(net, id))
  const name = direction.endsWith(':1') ? `${to} → ${from}` : `${from} → ${to}`
  const alike = net.topology.flows.filter((other) => joins(other, flow))
  return alike.length === 1 ? name : `${name} #${alike.indexOf(flow) + 1}`
}

function joins(other: Flow, flow: Flow): boolean {
  return (other.from === flow.from && other.to === flow.to) || (other.from === flow.to && other.to === flow.from)
}
