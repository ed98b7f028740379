import type { Flow } from '../../core/model/topology.ts'
import type { Network } from '../../core/model/network.ts'

/** `srv-1 → srv-2` of a direction's key (`flow:direction`); with its UDP port where two flows join the same hosts. */
export function directionName(net: Network, direction: string): string {
  const flow = net.topology.flows.find(({ id }) => direction.startsWith(`${id}:`))
  if (flow === undefined) return direction
  const [from, to] = [flow.from, flow.to].map((id) => net.devices.get(id)?.name ?? '')
  const name = direction.endsWith(':1') ? `${to} → ${from}` : `${from} → ${to}`
  return isOnly(net, flow) ? name : `${name} :${flow.ports[0]}`
}

function isOnly(net: Network, flow: Flow): boolean {
  const hosts = [flow.from, flow.to]
  return net.topology.flows.every((other) => other === flow || !hosts.includes(other.from) || !hosts.includes(other.to))
}
