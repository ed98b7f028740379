import type { PlanPort } from './plan.ts'
import type { Simulator } from './state.ts'

/** The bridged interface that a port belongs to now: its port-channel, or itself. */
export function bridgePortOf(sim: Simulator, { index, bridgePort, individual }: PlanPort): number {
  return sim.ports[index]?.fallback === 'individual' ? individual : bridgePort
}
