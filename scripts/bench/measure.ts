import { PROFILES } from '../../src/core/vendors/index.ts'
import { PerformanceObserver } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { runInNewContext } from 'node:vm'
import type { Topology } from '../../src/core/model/topology.ts'
import { createSimulator, runUntil } from '../../src/core/sim/simulator.ts'
import type { Simulator } from '../../src/core/sim/state.ts'

const SECOND_US = 1_000_000
/** Everything has powered on and come up long before. */
const WARM_UP_S = 20

/** The best of so many slices counts: other programs want the processor too. */
const SLICES = 8

const STEP_EVENTS = 10_000

interface Slice {
  readonly events: number
  readonly simulatedS: number
  readonly wallS: number
}

export interface Measured extends Slice {
  /** Share of the wall time that the collector took, 0..1. */
  readonly collector: number
  /** Heap bytes that one event allocates. */
  readonly bytesPerEvent: number
}

/** Runs a design in its steady state for about `wallS` seconds. */
export async function measure(topology: Topology, probeUs: number, wallS: number): Promise<Measured> {
  const sim = createSimulator({ profiles: PROFILES, topology, seed: 1, probeUs, quiet: topology.flows.length === 0 })
  runUntil(sim, WARM_UP_S * SECOND_US)
  const stepUs = stepOf(sim)
  const bytesPerEvent = allocated(sim)

  let collectorMs = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) collectorMs += duration
  })
  observer.observe({ entryTypes: ['gc'] })
  let wallMs = 0
  let best: Slice = { events: 0, simulatedS: 0, wallS: Number.POSITIVE_INFINITY }
  for (let slice = 0; slice < SLICES; slice += 1) {
    const found = runFor(sim, wallS / SLICES, stepUs)
    wallMs += found.wallS * 1000
    if (found.events / found.wallS > best.events / best.wallS) best = found
  }
  // The collector's times are handed over when the thread is idle.
  await pause(10)
  observer.disconnect()
  return { ...best, collector: collectorMs / wallMs, bytesPerEvent }
}

/** Simulated time in which so much happens that looking at the clock in between costs nothing. */
function stepOf(sim: Simulator): number {
  const before = sim.processed
  runUntil(sim, sim.now + SECOND_US)
  return Math.ceil((SECOND_US * STEP_EVENTS) / (sim.processed - before))
}

function runFor(sim: Simulator, wallS: number, stepUs: number): Slice {
  const before = sim.processed
  const from = sim.now
  const startedAt = performance.now()
  let ms = 0
  while (ms < wallS * 1000) {
    runUntil(sim, sim.now + stepUs)
    ms = performance.now() - startedAt
  }
  return { events: sim.processed - before, simulatedS: (sim.now - from) / SECOND_US, wallS: ms / 1000 }
}

/** Growth of the heap over a few thousand events without a collection between; the median of several such runs. */
function allocated(sim: Simulator): number {
  const collect: () => void = runInNewContext('gc')
  const found: number[] = []
  for (let round = 0; round < 9; round += 1) {
    collect()
    const before = sim.processed
    const heap = process.memoryUsage().heapUsed
    while (sim.processed - before < 4_000) runUntil(sim, sim.now + SECOND_US / 10)
    found.push((process.memoryUsage().heapUsed - heap) / (sim.processed - before))
  }
  return found.toSorted((a, b) => a - b)[4] ?? Number.NaN
}
