import { useNetwork } from '../../state/network.ts'
import type { Network } from '../../core/model/network.ts'

/** `srv-1 → srv-2` of a direction's key. */
export function useDirectionName(direction: string): string {
  return directionName(useNetwork(), direction)
}

export function directionName(net: Network, direction: string): string {
  const flow = net.topology.flows.find(({ id }) => direction.startsWith(`${id}:`))
  if (flow === undefined) return direction
  const [from, to] = [flow.from, flow.to].map((id) => net.devices.get(id)?.name ?? '')
  return direction.endsWith(':1') ? `${to} → ${from}` : `${from} → ${to}`
}
