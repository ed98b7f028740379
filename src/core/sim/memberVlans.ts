import type { Drift } from './course.ts'
import type { PlanDevice } from './plan.ts'
import type { Simulator } from './state.ts'
import { record } from './trace.ts'

/**
 * Sets which VLANs a member bond carries on one peer: the drawn ones, as somebody changed them on this peer, and of those
 * what the comparison with the other peer leaves (null: all).
 */
export function setMemberVlans(
  sim: Simulator,
  plan: PlanDevice,
  bridgePort: number,
  drifts: readonly Drift[],
  limit: readonly number[] | null,
): void {
  const port = sim.devices[plan.index]?.bridge?.ports[bridgePort]
  const drawn = plan.bridgePorts[bridgePort]
  const lag = sim.plan.lags[drawn?.lag ?? -1]
  if (!port || !drawn || !lag) return
  const vlans = memberVlans(drawn.vlans, lag.channel, drifts, limit)
  if (vlans.join() === [...port.vlans].join()) return
  port.vlans = new Set(vlans)
  const text = vlans.length === 0 ? 'carries no VLAN' : `carries VLAN ${vlans.join(', ')}`
  const links = lag.ports.map((member) => sim.plan.ports[member]?.link ?? -1)
  const whole = vlans.length === drawn.vlans.length
  record(sim, 'forwarding', whole ? 'forwarding' : 'suspended', `${lag.name} ${text}`, { device: plan.index, links })
}

function memberVlans(
  drawn: readonly number[],
  channel: number,
  drifts: readonly Drift[],
  limit: readonly number[] | null,
): readonly number[] {
  let vlans = drawn
  for (const drift of drifts) {
    if (drift.what === 'vlan-removed' && drift.channel === channel) vlans = vlans.filter((vlan) => vlan !== drift.vlan)
    if (drift.what === 'native-vlan' && drift.channel === channel) vlans = [drift.vlan]
  }
  return limit === null ? vlans : vlans.filter((vlan) => limit.includes(vlan))
}
