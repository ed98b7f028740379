import { PROFILES } from '../../src/core/vendors/index.ts'
import { cpus } from 'node:os'
import { OVS_PROGRAMS, ovsVersion } from '../../e2e/interop/ovs/daemon.ts'
import { isInstalled } from '../../e2e/interop/programs.ts'
import type { BondEnd, Topology } from '../../src/core/model/topology.ts'
import { createSimulator, runUntil } from '../../src/core/sim/simulator.ts'
import { TEMPLATES } from '../../src/core/templates/index.ts'
import { campusStack } from '../../src/core/templates/campusStack.ts'
import { designTimes } from './designs.ts'
import { measure } from './measure.ts'
import type { Measured } from './measure.ts'
import { ovsHour } from './ovs.ts'
import { scrubbed } from './scrubbing.ts'
import { bondedServers } from './topologies.ts'

const SIZES = [1, 16, 200, 2000] as const
const WALL_S = 2
const HOUR_US = 3_600_000_000
const PROBE_US = 1_000

/** Prints every measurement as it is made; `only` those of these names, where some are given. */
export async function bench(designThread: string, only: readonly string[] = []): Promise<void> {
  console.log(`Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}, one core\n`)
  const parts = { lags, probes, hours, scrubbing, designs: () => designs(designThread) }
  for (const [name, part] of Object.entries(parts)) if (only.length === 0 || only.includes(name)) await part()
}

async function lags(): Promise<void> {
  console.log('LACP alone: two-member link aggregations at the fast rate, in steady state')
  const columns = [
    'LAGs',
    'events/s',
    'simulated s/s',
    'events per LAG and s',
    'cost of an event',
    'heap B/event',
    'GC',
  ]
  printRow(columns)
  let one = Number.NaN
  for (const size of SIZES) {
    const found = await measure(bondedServers(size), PROBE_US, WALL_S)
    const perEvent = found.wallS / found.events
    if (size === 1) one = perEvent
    printRow([
      String(size),
      count(found.events / found.wallS),
      count(found.simulatedS / found.wallS),
      (found.events / found.simulatedS / size).toFixed(1),
      `x ${(perEvent / one).toFixed(2)}`,
      count(found.bytesPerEvent),
      percent(found.collector),
    ])
  }
}

async function probes(): Promise<void> {
  console.log(`\nWhole designs, with a probe each way every ${PROBE_US / 1000} ms on every flow`)
  printRow(['template', 'events/s', 'simulated s/s', 'heap B/event', 'GC'])
  for (const { id, build } of TEMPLATES) {
    const found: Measured = await measure(build().topology, PROBE_US, WALL_S)
    printRow([
      id,
      count(found.events / found.wallS),
      count(found.simulatedS / found.wallS),
      count(found.bytesPerEvent),
      percent(found.collector),
    ])
  }
}

async function hours(): Promise<void> {
  console.log('\nOne simulated hour of one two-member bond, both ends, start included')
  const hasOvs = isInstalled('Open vSwitch in warped time', OVS_PROGRAMS)
  if (hasOvs) console.log(`beside Open vSwitch ${ovsVersion()} in warped time, between two of its bridges`)
  printRow(['rate', 'ours', 'times real time', ...(hasOvs ? ['Open vSwitch', 'its step', 'ours is faster'] : [])])
  for (const [rate, stepMs] of [
    ['fast', 1_000],
    ['slow', 10_000],
  ] as const) {
    const ours = ourHour(rate)
    const row = [rate, seconds(ours.wallS), count(3_600 / ours.wallS)]
    if (hasOvs) {
      const theirs = await ovsHour(rate, stepMs)
      if (theirs.membersUp !== 4) throw new Error(`${theirs.membersUp} of 4 members were up after the hour`)
      row.push(seconds(theirs.wallS), `${stepMs} ms`, `x ${count(theirs.wallS / ours.wallS)}`)
    }
    printRow(row)
  }
}

/** The template of ten devices. */
function scrubbing(): void {
  const { id, build } = campusStack
  const { topology } = build()
  console.log(`\nOne simulated hour of ${id}, ${topology.devices.length} devices, and instants of it shown in no order`)
  printRow([
    'probes every',
    'events',
    'run in',
    'keeping',
    'kept',
    'events between',
    'they take',
    'shown in',
    'at worst',
    'events for it',
    'events at most',
  ])
  for (const probeUs of [10_000, 1_000]) {
    const found = scrubbed(topology, probeUs, HOUR_US)
    const { events, cpuS, keeping, kept, eventsBetween, keptMB, medianMs, worstMs } = found
    printRow([
      `${probeUs / 1000} ms`,
      count(events),
      seconds(cpuS),
      percent(keeping),
      count(kept),
      count(eventsBetween),
      `${count(keptMB)} MB`,
      seconds(medianMs / 1000),
      `${seconds(worstMs / 1000)} (x ${(worstMs / medianMs).toFixed(1)})`,
      count(found.worstEvents),
      count(found.mostEvents),
    ])
  }
}

async function designs(thread: string): Promise<void> {
  console.log('\nA design of 200 devices on ten platforms, in the worker that reads designs')
  printRow(['question', 'answer', 'first time', 'then', 'question to answer', 'page held up by'])
  for (const { question, answer, firstMs, thenMs, roundTripMs, blockedMs } of await designTimes(thread)) {
    printRow([question, answer, ...[firstMs, thenMs, roundTripMs, blockedMs].map((ms) => seconds(ms / 1000))])
  }
}

/** The best of a few runs: what the machine can do when nothing else wants it. */
function ourHour(rate: BondEnd['rate']): { readonly wallS: number } {
  const topology = atRate(bondedServers(1), rate)
  let wallS = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round += 1) {
    const startedAt = performance.now()
    const sim = createSimulator({ profiles: PROFILES, topology, seed: 1, probeUs: PROBE_US, quiet: true })
    runUntil(sim, HOUR_US)
    wallS = Math.min(wallS, (performance.now() - startedAt) / 1000)
    const up = sim.lags.every(({ distributing }) => distributing.length === 2)
    if (!up) throw new Error('not all members were up after the hour')
  }
  return { wallS }
}

function atRate(topology: Topology, rate: BondEnd['rate']): Topology {
  const bonds = topology.bonds.map((bond) => {
    const [one, other] = bond.ends
    return {
      ...bond,
      ends: [
        { ...one, rate },
        { ...other, rate },
      ] as const,
    }
  })
  return { ...topology, bonds }
}

function printRow(cells: readonly string[]): void {
  const [first = '', ...rest] = cells
  console.log(`  ${first.padEnd(18)}${rest.map((cell) => cell.padStart(21)).join('')}`)
}

function count(value: number): string {
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function seconds(value: number): string {
  return value < 1 ? `${(value * 1000).toFixed(1)} ms` : `${value.toFixed(1)} s`
}
