import { PROFILES } from '../../vendors/index.ts'
import type { DirectionView, DomainView, LagView, Outage, RunView } from '../../model/runView.ts'
import type { Bond, DomainSettings, Topology, VendorId } from '../../model/topology.ts'
import { TEMPLATES } from '../../templates/index.ts'
import { withPlatform } from '../../vendors/exporter.ts'
import { scheduleCommand } from '../commands.ts'
import { settle } from '../settle.ts'
import { createSimulator, runUntil } from '../simulator.ts'
import type { Simulator } from '../state.ts'
import { viewOf } from '../view.ts'

export const SECOND = 1_000_000

export interface Scenario {
  readonly template?: string
  readonly platform?: VendorId
  readonly cold?: boolean
  readonly probeUs?: number
  readonly seed?: number
  readonly change?: (topology: Topology) => Topology
}

/** A run of a template, settled unless cold. */
export function start(scenario: Scenario = {}): Simulator {
  const { template = 'basic-pair', platform, cold = false, probeUs = 1000, seed = 1, change } = scenario
  const found = TEMPLATES.find(({ id }) => id === template)
  if (found === undefined) throw new Error(`No template ${template}`)
  const drawn = found.build().topology
  const chosen = platform === undefined ? drawn : withPlatform(drawn, platform)
  const sim = createSimulator({
    profiles: PROFILES,
    topology: change ? change(chosen) : chosen,
    seed,
    probeUs,
    quiet: !cold,
  })
  if (!cold) settle(sim)
  return sim
}

export function fail(
  sim: Simulator,
  failure: string,
  target: string,
  atS: number,
  options: Record<string, string> = {},
): void {
  const result = scheduleCommand(sim, atS * SECOND, { type: 'fail', failure, target, options })
  if (!result.ok) throw new Error(result.message)
}

export function repair(sim: Simulator, failure: string, target: string, atS: number): void {
  const result = scheduleCommand(sim, atS * SECOND, { type: 'repair', failure, target })
  if (!result.ok) throw new Error(result.message)
}

/** Runs to a reported time in seconds and shows the instant. */
export function until(sim: Simulator, seconds: number): RunView {
  const result = runUntil(sim, sim.zero + seconds * SECOND)
  if (result !== 'reached') throw new Error(JSON.stringify(result))
  return viewOf(sim)
}

/** Directions from one host to another, by device id. */
export function towards(sim: Simulator, view: RunView, from: string, to: string): readonly DirectionView[] {
  const flows = new Map(sim.plan.topology.flows.map((flow) => [flow.id, flow]))
  return view.directions.filter(({ flow, direction }) => {
    const ends = flows.get(flow)
    if (ends === undefined) return false
    const [source, target] = direction === 0 ? [ends.from, ends.to] : [ends.to, ends.from]
    return source === from && target === to
  })
}

export function between(sim: Simulator, view: RunView, a: string, b: string): readonly DirectionView[] {
  return [...towards(sim, view, a, b), ...towards(sim, view, b, a)]
}

export function outages(directions: readonly DirectionView[]): readonly Outage[] {
  return directions.flatMap((direction) => direction.outages)
}

/** Length in seconds; an open outage has none. */
export function lengthS(outage: Outage): number {
  return outage.endAt === null ? Number.POSITIVE_INFINITY : (outage.endAt - outage.startAt) / SECOND
}

export function domainOf(view: RunView): DomainView {
  const domain = view.domains[0]
  if (domain === undefined) throw new Error('The design has no domain')
  return domain
}

export function lagOf(view: RunView, device: string, bond: string): LagView {
  const lag = view.lags.find((l) => l.device === device && l.bond === bond)
  if (lag === undefined) throw new Error(`No lag ${bond} on ${device}`)
  return lag
}

/** Sets the rate of both ends of every bond, or of the ends that `where` chooses. */
export function withRates(topology: Topology, rate: (bond: Bond, end: 0 | 1) => 'fast' | 'slow'): Topology {
  const bonds = topology.bonds.map((bond) => ({
    ...bond,
    ends: [
      { ...bond.ends[0], rate: rate(bond, 0) },
      { ...bond.ends[1], rate: rate(bond, 1) },
    ] as const,
  }))
  return { ...topology, bonds }
}

export function withSettings(topology: Topology, settings: DomainSettings): Topology {
  return { ...topology, domains: topology.domains.map((domain) => ({ ...domain, settings })) }
}
