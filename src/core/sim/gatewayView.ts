import type { GatewayView } from '../model/runView.ts'
import type { PlanDomain } from './plan.ts'
import { hasAddress } from './routing.ts'
import type { Simulator } from './state.ts'

/** Who answers for the router addresses of a domain now. */
export function gatewayViews(sim: Simulator, domain: PlanDomain): readonly GatewayView[] {
  return [...domain.virtuals].flatMap(([vlan, number]) => {
    const virtual = sim.plan.virtuals[number - sim.plan.devices.length]
    if (virtual === undefined) return []
    const able = domain.peers.filter((peer) => hasAddress(sim, peer, vlan, number))
    const answering = able.flatMap((peer) => sim.plan.devices[peer]?.id ?? [])
    return [{ vlan, address: virtual.ipv4, mac: virtual.mac, answering }]
  })
}
