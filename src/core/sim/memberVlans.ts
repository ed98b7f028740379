import { drifted } from './drifted.ts'
import type { PlanDevice } from './plan.ts'
import type { Simulator } from './state.ts'
import { ifName } from './stpPorts.ts'
import { record } from './trace.ts'

/**
 * Sets which VLANs a port of a peer bridges: those drawn, less what somebody changed on this peer takes away, less what
 * the comparison with the other peer leaves out.
 */
export function setMemberVlans(sim: Simulator, plan: PlanDevice, bridgePort: number): void {
  const port = sim.devices[plan.index]?.bridge?.ports[bridgePort]
  const drawn = plan.bridgePorts[bridgePort]
  if (!port || !drawn) return
  const vlans = bridgedVlans(sim, plan, port.bond, drawn.vlans)
  if (vlans.join() === [...port.vlans].join()) return
  port.vlans = new Set(vlans)
  const text = vlans.length === 0 ? 'carries no VLAN' : `carries VLAN ${vlans.join(', ')}`
  const links = (sim.plan.lags[drawn.lag]?.ports ?? [drawn.port]).map((member) => sim.plan.ports[member]?.link ?? -1)
  const word = vlans.length === drawn.vlans.length ? 'forwarding' : 'suspended'
  record(sim, 'forwarding', word, `${ifName(sim, drawn)} ${text}`, { device: plan.index, links })
}

function bridgedVlans(
  sim: Simulator,
  { index }: PlanDevice,
  bond: number,
  drawn: readonly number[],
): readonly number[] {
  const limit = sim.devices[index]?.peer?.vlanLimits.get(bond)
  // The default VLAN cannot be deleted.
  const switched = listOf(drifted(sim, index, 'vlan-deleted'))?.concat(1)
  const lists = [switched, listOf(drifted(sim, index, 'vlan-removed', bond)), limit]
  const carried = untagged(sim, index, bond, drawn) ?? drawn
  return carried.filter((vlan) => lists.every((list) => list?.includes(vlan) !== false))
}

/** Where frames without a tag now belong; undefined: as drawn. A port that becomes a trunk takes them into VLAN 1. */
function untagged(sim: Simulator, index: number, bond: number, drawn: readonly number[]) {
  const native = drifted(sim, index, 'native-vlan', bond)
  const mode = drifted(sim, index, 'port-mode', bond)
  if (native !== undefined) return [Number(native)]
  return mode === undefined ? undefined : mode === 'trunk' ? [1] : drawn.slice(0, 1)
}

function listOf(text: string | undefined): readonly number[] | undefined {
  return text?.split(',').map(Number)
}
