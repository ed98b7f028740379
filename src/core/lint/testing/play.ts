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
      return directions(sim, view, shown.host, shown.with).some(({ outages }) =>
        outages.some(({ startAt, endAt }) => (endAt ?? view.now) - startAt >= shown.leastS * 1_000_000),
      )
    case 'unreachable':
      return directions(sim, view, shown.host, shown.with).some(
        ({ flow, sent, delivered }) => (shown.flow ?? flow) === flow && sent > 0 && delivered === 0,
      )
    case 'held':
      return sim.plan.topology.ports.some(
        ({ id, device }) =>
          device === shown.device && view.ports.some(({ port, suspended }) => port === id && suspended !== null),
      )
    case 'port':
      return sim.plan.topology.links
        .filter(({ id }) => shown.links.includes(id))
        .flatMap(({ ends }) => ends)
        .filter(
          (end) =>
            shown.device === undefined ||
            sim.plan.topology.ports.some(({ id, device }) => id === end && device === shown.device),
        )
        .some((end) => view.ports.some(({ port, state }) => port === end && shown.states.includes(state)))
    case 'no-peer-link':
      return domain?.peerLink === 'down'
    case 'deaf':
      return domain?.keepalive === 'lost' || domain?.keepalive === 'none'
    case 'other-primary': {
      const preferred = sim.plan.topology.domains.find(({ id }) => id === shown.domain)?.preferredPrimary
      return domain?.views.some(({ device, role }) => device !== preferred && role === 'primary') === true
    }
    case 'two-systems': {
      const [a, b] = domain?.views ?? []
      return a?.inner?.systemId !== b?.inner?.systemId
    }
    case 'root': {
      const bridge = sim.plan.topology.devices.find(({ id }) => id === shown.device)
      return view.ports.some(({ stp }) => stp !== null && stp.root.mac === bridge?.mac)
    }
    case 'idle-members': {
      const lag = view.lags.find(({ bond, device }) => bond === shown.bond && device === shown.device)
      return lag !== undefined && lag.distributing.length < lag.members.length
    }
  }
}

function directions(sim: Simulator, view: RunView, host: DeviceId, other?: DeviceId) {
  const flows = new Set(
    sim.plan.topology.flows
      .filter(({ from, to }) => [from, to].includes(host) && (other === undefined || [from, to].includes(other)))
      .map(({ id }) => id),
  )
  return view.directions.filter(({ flow }) => flows.has(flow))
}
