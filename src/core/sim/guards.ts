import type { Suspension } from '../model/runView.ts'
import { refreshLight } from './carrier.ts'
import type { FailureRuntime } from './course.ts'
import type { Simulator } from './state.ts'

/** A protection of the switch disables ports: from then on that is an active failure of each, to be repaired by hand. */
export function disable(sim: Simulator, ports: readonly number[], hold: Suspension): void {
  for (const port of ports) {
    const plan = sim.plan.ports[port]
    const state = sim.ports[port]
    if (!plan || !state) continue
    state.shut = hold
    const target = `${sim.plan.devices[plan.device]?.name}:${plan.name}`
    const impairments = [{ on: 'port', port, hold }] as const
    sim.failures.push({
      active: { failure: DISABLED, target, options: {}, at: sim.now - sim.zero },
      repairedAt: null,
      course: { phases: [{ afterUs: 0, impairments }], repeatUs: null, endsAfterUs: null },
      impairments,
    })
    refreshLight(sim, plan.link)
  }
}

/** What a protection disabled of these ports is free again: they were shut and opened, or their switch starts anew. */
export function letGo(sim: Simulator, ports: readonly number[]): void {
  for (const failure of sim.failures) {
    if (failure.repairedAt === null && disables(failure, ports)) failure.repairedAt = sim.now - sim.zero
  }
}

function disables({ active, impairments }: FailureRuntime, ports: readonly number[]): boolean {
  const here = impairments.some((i) => i.on === 'port' && i.hold.code === BPDU_GUARD && ports.includes(i.port))
  return active.failure === DISABLED && here
}

/** Id of the failure, whoever caused it. */
const DISABLED = 'port-err-disable'
export const BPDU_GUARD = 'bpdu-guard'
