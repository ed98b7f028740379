import type { DeviceId } from '../../model/ids.ts'
import type { RunView } from '../../model/runView.ts'
import type { Topology } from '../../model/topology.ts'
import { scheduleCommand } from '../../sim/commands.ts'
import { settle } from '../../sim/settle.ts'
import { createSimulator, runUntil } from '../../sim/simulator.ts'
import type { Simulator } from '../../sim/state.ts'
import { viewOf } from '../../sim/view.ts'
import { PROFILES } from '../../vendors/index.ts'
import type { Counterexample, Shown } from '../rule.ts'

/** Plays a counterexample on a design with the engine; returns what it was to show and did not. */
export function unseen(topology: Topology, { scenario, shows }: Counterexample): readonly Shown[] {
  const quiet = scenario.start === 'settled'
  const sim = createSimulator({ topology, profiles: PROFILES, seed: 1, probeUs: 100_000, quiet })
  if (quiet) settle(sim)
  for (const { at, command } of scenario.steps) {
    const scheduled = scheduleCommand(sim, at, command)
    if (!scheduled.ok) throw new Error(scheduled.message)
  }
  runUntil(sim, sim.zero + scenario.until)
  const view = viewOf(sim)
  return shows.filter((shown) => !isSeen(sim, view, shown))
}

function isSeen(sim: Simulator, view: RunView, shown: Shown): boolean {
  const domain = 'domain' in shown ? view.domains.find((one) => one.domain === shown.domain) : undefined
  switch (shown.what) {
    case 'dual-active':
      return domain?.dualActive === true
    case 'status':
      return domain !== undefined && shown.status.includes(domain.status)
    case 'storm':
      return sim.storm !== null
    case 'outage':
      return directions(sim, view, shown.host).some(({ outages }) =>
        outages.some(({ startAt, endAt }) => (endAt ?? view.now) - startAt >= shown.leastS * 1_000_000),
      )
    case 'unreachable':
      return directions(sim, view, shown.host).some(({ sent, delivered }) => sent > 0 && delivered === 0)
    case 'held':
      return sim.plan.topology.ports.some(
        ({ id, device }) =>
          device === shown.device && view.ports.some(({ port, suspended }) => port === id && suspended !== null),
      )
    case 'idle-members': {
      const lag = view.lags.find(({ bond, device }) => bond === shown.bond && device === shown.device)
      return lag !== undefined && lag.distributing.length < lag.members.length
    }
  }
}

function directions(sim: Simulator, view: RunView, host: DeviceId) {
  const flows = new Set(
    sim.plan.topology.flows.filter(({ from, to }) => from === host || to === host).map(({ id }) => id),
  )
  return view.directions.filter(({ flow }) => flows.has(flow))
}
