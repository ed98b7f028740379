import type { MacView } from '../model/peerView.ts'
import { fdbKey } from '../protocol/bridge/bridge.ts'
import type { Plan } from './plan.ts'
import type { Simulator } from './state.ts'

/** What a bridge has learned and not yet forgotten, in the order in which it came to know. */
export function macTable(sim: Simulator, index: number): readonly MacView[] {
  const bridge = sim.devices[index]?.bridge
  const ports = sim.plan.devices[index]?.bridgePorts
  if (!bridge || !ports) return []
  return [...bridge.fdb].flatMap(([key, { port, bond, origin, at }]): readonly MacView[] => {
    const { lag = -1, port: single = -1 } = ports[port] ?? {}
    const on = sim.plan.lags[lag]?.bond ?? sim.plan.ports[single]?.id
    if (on === undefined || sim.now - at > bridge.ageingUs) return []
    const vlan = key % fdbKey(1, 0)
    return [{ mac: macOf(sim.plan, (key - vlan) / fdbKey(1, 0)), vlan, channel: bond < 0 ? null : bond, on, origin }]
  })
}

/** Address of a device, or of a virtual router, by its number. */
export function macOf(plan: Plan, address: number): string {
  return plan.devices[address]?.mac ?? plan.virtuals[address - plan.devices.length]?.mac ?? NOBODY
}

export const NOBODY = '00:00:00:00:00:00'
