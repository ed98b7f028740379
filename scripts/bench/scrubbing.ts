import { runInNewContext } from 'node:vm'
import type { Topology } from '../../src/core/model/topology.ts'
import { createHistory, historyLimits, remember, stateAt } from '../../src/core/sim/history.ts'
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
  readonly heapMB: number
  /** To show one of many instants all over the run, milliseconds of processor time: other programs want it too. */
  readonly medianMs: number
  readonly worstMs: number
}

/** Runs a design for so long as the page's worker does, then shows instants of it in no order. */
export function scrubbed(topology: Topology, probeUs: number, forUs: number): Scrubbed {
  const collect: () => void = runInNewContext('gc')
  const sim = createSimulator({ topology, profiles: PROFILES, seed: 1, probeUs, quiet: true })
  settle(sim)
  const history = createHistory((value) => structuredClone(value), historyLimits(sim))
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
  const took = Array.from({ length: INSTANTS }, (_, n) => {
    // Multiples of an irrational part of the whole: all over it, near and far in turn.
    const at = Math.round(forUs * ((n * GOLDEN) % 1))
    const from = cpuMs()
    viewOf(stateAt(history, sim, [], at))
    return cpuMs() - from
  }).toSorted((a, b) => a - b)
  const { length: kept } = history.kept
  const { everyEvents } = history
  collect()
  const withHistory = process.memoryUsage().heapUsed
  history.kept.length = 0
  collect()
  return {
    events: sim.processed - before,
    cpuS: wholeMs / 1000,
    keeping: keepingMs / wholeMs,
    kept,
    eventsBetween: everyEvents,
    heapMB: (withHistory - process.memoryUsage().heapUsed) / 1e6,
    medianMs: took[INSTANTS / 2] ?? Number.NaN,
    worstMs: took.at(-1) ?? Number.NaN,
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** As the worker between two looks at the clock. */
const SLICE_EVENTS = 4_000
const INSTANTS = 100
const GOLDEN = (Math.sqrt(5) - 1) / 2
