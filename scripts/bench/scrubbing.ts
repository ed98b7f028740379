import { existsSync, readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import type { Topology } from '../../src/core/model/topology.ts'
import { createHistory, historyLimits, keptOctets, remember, stateAt } from '../../src/core/sim/history.ts'
import { settle } from '../../src/core/sim/settle.ts'
import { createSimulator, runUntil } from '../../src/core/sim/simulator.ts'
import { viewOf } from '../../src/core/sim/view.ts'
import { PROFILES } from '../../src/core/vendors/index.ts'

export interface Scrubbed {
  readonly events: number
  readonly cpuS: number
  /** Share of that time that keeping instants took, 0..1. */
  readonly keeping: number
  readonly kept: number
  readonly eventsBetween: number
  /** What the kept instants take. */
  readonly keptMB: number
  /** To show one of many instants all over the run, milliseconds of processor time: other programs want it too. */
  readonly medianMs: number
  readonly worstMs: number
  /** Events that were run again for one: the most, and for the one that took longest. */
  readonly mostEvents: number
  readonly worstEvents: number
}

/** Runs a design for so long as the page's worker does, then shows instants of it in no order. */
export function scrubbed(topology: Topology, probeUs: number, forUs: number): Scrubbed {
  const collect: () => void = runInNewContext('gc')
  const sim = createSimulator({ topology, profiles: PROFILES, seed: 1, probeUs, quiet: true })
  settle(sim)
  const history = createHistory(historyLimits(sim))
  const before = sim.processed
  const startedAt = cpuMs()
  let keepingMs = 0
  for (let result = 'budget-spent' as ReturnType<typeof runUntil>; result === 'budget-spent';) {
    result = runUntil(sim, sim.zero + forUs, SLICE_EVENTS)
    const from = cpuMs()
    remember(history, sim, 0)
    keepingMs += cpuMs() - from
  }
  const wholeMs = cpuMs() - startedAt
  // What is compiled at the first look is compiled once.
  for (const at of [0, forUs / 2, forUs]) viewOf(stateAt(history, sim, [], at))
  collect()
  const looks = Array.from({ length: INSTANTS }, (_, n) => {
    // Multiples of an irrational part of the whole: all over it, near and far in turn.
    const at = Math.round(forUs * ((n * GOLDEN) % 1))
    const from = cpuMs()
    const past = stateAt(history, sim, [], at)
    viewOf(past)
    const ms = cpuMs() - from
    return { ms, events: past.processed - (history.kept.findLast((one) => one.at <= past.now)?.processed ?? 0) }
  }).toSorted((a, b) => a.ms - b.ms)
  return {
    events: sim.processed - before,
    cpuS: wholeMs / 1000,
    keeping: keepingMs / wholeMs,
    kept: history.kept.length,
    eventsBetween: history.everyEvents,
    keptMB: keptOctets(history) / 1e6,
    medianMs: looks[INSTANTS / 2]?.ms ?? Number.NaN,
    worstMs: looks.at(-1)?.ms ?? Number.NaN,
    mostEvents: looks.reduce((most, { events }) => Math.max(most, events), 0),
    worstEvents: looks.at(-1)?.events ?? Number.NaN,
  }
}

/** Of this thread where the system tells it: what compiles and collects beside it holds up nobody. */
function cpuMs(): number {
  if (existsSync(THREAD)) return Number(readFileSync(THREAD, 'utf8').split(' ')[0]) / 1e6
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const THREAD = '/proc/thread-self/schedstat'
/** As the worker between two looks at the clock. */
const SLICE_EVENTS = 4_000
const INSTANTS = 100
const GOLDEN = (Math.sqrt(5) - 1) / 2
