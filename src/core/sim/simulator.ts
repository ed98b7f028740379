import type { Profiles } from '../model/profile.ts'
import type { Topology } from '../model/topology.ts'
import { createLoads, startSecond } from './loads.ts'
import { addTo, createBag } from '../protocol/lacp/bag.ts'
import { lacpInput } from '../protocol/lacp/system.ts'
import { applyCommandEvent, onPhase } from './commands.ts'
import { captureArrival } from './capture.ts'
import { onCarrierTimer, refreshLight } from './carrier.ts'
import { noteActive } from './domains.ts'
import { askForAddress, sendFromHost } from './dataPlane.ts'
import { CLASS, createQueue, isCommandNext, nextTime, pop, push } from './eventQueue.ts'
import { runLags, transmitLacp } from './lags.ts'
import { runUplinks } from './uplinks.ts'
import { onPeerTimer, runPeer } from './peers.ts'
import { planOf } from './planOf.ts'
import { firstPowerOn } from './impairments.ts'
import { darkDevice } from './power.ts'
import { twinSends } from './twins.ts'
import { asksNow, createDirection, nextProbe } from './probes.ts'
import { receive } from './receive.ts'
import { createRng, nextRandom } from './rng.ts'
import type { SimEvent } from './events.ts'
import type { Simulator } from './state.ts'
import { reportFlood } from './storm.ts'
import { onStpTimer, runStp, transmitStp } from './stp.ts'
import { drop, lossUnderWay } from './wire.ts'

export interface RunOptions {
  readonly topology: Topology
  /** Behaviour of every platform that its switches run. */
  readonly profiles: Profiles
  readonly seed: number
  /** Interval between probes of one flow direction, microseconds. */
  readonly probeUs: number
  /** Start without probes: `settle` starts them when the design stands. */
  readonly quiet?: boolean
}

export type RunResult = 'reached' | 'budget-spent' | { readonly storm: string }

/** Devices do not power on in the same microsecond; the spread keeps their timers apart as in a real room. */
const POWER_ON_SPREAD_US = 400_000
/** Events of one instant beyond which a loop multiplies frames: a storm. */
const STORM_EVENTS = 20_000

/** A run at power-on: every device starts within the first half second. */
export function createSimulator({ topology, profiles, seed, probeUs, quiet = false }: RunOptions): Simulator {
  const plan = planOf(topology, profiles)
  const sim: Simulator = {
    plan,
    rng: createRng(seed),
    probeUs,
    queue: createQueue<SimEvent>(),
    now: 0,
    zero: 0,
    settled: false,
    processed: 0,
    devices: plan.devices.map(darkDevice),
    ports: plan.ports.map(({ index, link, end, far }) => ({
      light: false,
      carrier: false,
      carrierLosses: 0,
      held: null,
      standby: null,
      fallback: null,
      fallbackAt: null,
      shut: null,
      cable: { link, end, far },
      pluggedAt: 0,
      carrierCheck: 0,
      lacpWake: { type: 'lacp', port: index },
      lacpWakeAt: Number.POSITIVE_INFINITY,
      sent: null,
    })),
    links: plan.links.map(() => ({
      dark: [false, false],
      silent: [false, false],
      remoteFault: false,
      loss: 0,
      lacpLost: false,
      epoch: [0, 0],
    })),
    lags: plan.lags.map(() => ({ distributing: [], up: false, loader: null })),
    domains: plan.domains.map(() => ({ reachedActive: false, unsynced: false })),
    directions: plan.directions.map(createDirection),
    failures: [],
    loads: createLoads(plan.links.length, plan.devices.length),
    events: [],
    marks: [],
    hash: { a: 0x811c9dc5, b: 0xc2b2ae35 },
    dirty: createBag(),
    watchEvery: 0,
    steps: 0,
    frames: [],
    capture: null,
    storm: null,
  }
  for (const { index } of plan.devices) {
    const at = Math.floor(nextRandom(sim.rng) * POWER_ON_SPREAD_US)
    push(sim.queue, at, CLASS.timer, { type: 'power-on', device: index, boot: 0 })
  }
  if (!quiet) startProbes(sim)
  return sim
}

/** Starts the probes of every flow direction, spread over one interval. */
export function startProbes(sim: Simulator): void {
  startSecond(sim)
  const count = sim.plan.directions.length
  for (const { index } of sim.plan.directions) {
    const at = sim.now + Math.floor((index * sim.probeUs) / count)
    push(sim.queue, at, CLASS.timer, { type: 'probe', direction: index })
  }
}

/**
 * Runs every instant up to and including `until` (engine time). Within one: frames, then timers, then commands, then
 * the machines to a fix-point, then each port sends at most once. Stops for `budget` only between instants.
 */
export function runUntil(sim: Simulator, until: number, budget = Number.POSITIVE_INFINITY): RunResult {
  let done = 0
  for (;;) {
    const at = nextTime(sim.queue)
    if (sim.storm !== null) return { storm: sim.storm }
    if (at === Number.POSITIVE_INFINITY || at > until) {
      sim.now = Math.max(sim.now, until)
      return 'reached'
    }
    if (done >= budget) return 'budget-spent'
    sim.now = at
    done += runInstant(sim, at)
  }
}

/** One instant; returns how many events it had. */
export function runInstant(sim: Simulator, at: number): number {
  let count = 0
  for (;;) {
    while (nextTime(sim.queue) === at) {
      // A command acts after everything else of its instant, machines included.
      if (sim.dirty.size > 0 && isCommandNext(sim.queue)) break
      const event = pop(sim.queue)
      if (event !== undefined) handle(sim, event)
      count += 1
      if (count > STORM_EVENTS && sim.storm === null) reportFlood(sim)
      if (sim.storm !== null) break
    }
    if (sim.dirty.size === 0 || sim.storm !== null) break
    settleMachines(sim)
  }
  sim.processed += count
  return count
}

// Devices of the current round and of the current instant: filled and emptied within `settleMachines`.
const BATCH = createBag<number>()
const TOUCHED = createBag<number>()

/** Runs the machines of touched devices until nothing changes, then sends. */
function settleMachines(sim: Simulator): void {
  TOUCHED.size = 0
  while (sim.dirty.size > 0) {
    BATCH.size = 0
    for (let at = 0; at < sim.dirty.size; at += 1) addTo(BATCH, sim.dirty.items[at] ?? -1)
    sim.dirty.size = 0
    for (let at = 0; at < BATCH.size; at += 1) {
      const device = BATCH.items[at] ?? -1
      // A hung device's machines stand still; it becomes dirty again when it comes to itself.
      if (sim.devices[device]?.health !== 'well') continue
      addTo(TOUCHED, device)
      for (let changed = true; changed;) {
        changed = runLags(sim, device)
        changed = runUplinks(sim, device) || changed
        changed = runPeer(sim, device) || changed
        changed = runStp(sim, device) || changed
      }
    }
  }
  for (let at = 0; at < TOUCHED.size; at += 1) {
    const index = TOUCHED.items[at] ?? -1
    transmitLacp(sim, index)
    transmitStp(sim, index)
    const domain = sim.plan.domains[sim.plan.devices[index]?.domain ?? -1]
    if (domain) noteActive(sim, domain)
  }
}

const TIMERS = { type: 'timers' } as const

function handle(sim: Simulator, event: SimEvent): void {
  switch (event.type) {
    case 'frame': {
      const lost = lossUnderWay(sim, event.port, event.epoch)
      const discarded = lost === null ? receive(sim, event.port, event.frame) : null
      if (lost !== null) drop(sim, event.frame, lost)
      if (event.captured !== null) captureArrival(event.captured, lost, discarded)
      return
    }
    case 'probe': {
      push(sim.queue, sim.now + sim.probeUs, CLASS.timer, event)
      if (asksNow(sim, event.direction)) askForAddress(sim, event.direction)
      sendFromHost(sim, nextProbe(sim, event.direction))
      return
    }
    case 'lacp': {
      const port = sim.plan.ports[event.port]
      const state = sim.ports[event.port]
      const device = port && sim.devices[port.device]
      if (!port || !state || !device || state.lacpWake !== event) return
      state.lacpWakeAt = Number.POSITIVE_INFINITY
      if (device.health !== 'well') return
      lacpInput(device.lacp, port.lacpId, TIMERS, sim.now)
      // Even when nothing was due: the wake-up for the deadline that moved must be set.
      addTo(device.lacp.touched, port.lacpId)
      addTo(sim.dirty, port.device)
      return
    }
    case 'peer':
      onPeerTimer(sim, event.device, event.wake)
      return
    case 'fallback':
      addTo(sim.dirty, event.device)
      return
    case 'stp':
      onStpTimer(sim, event.device, event.wake)
      return
    case 'carrier':
      onCarrierTimer(sim, event.port, event.check)
      return
    case 'plugged':
      refreshLight(sim, event.link)
      return
    case 'twin':
      twinSends(sim, event.failure)
      return
    case 'power-on':
      if (sim.devices[event.device]?.boots === event.boot) firstPowerOn(sim, event.device)
      return
    case 'command':
      applyCommandEvent(sim, event.run)
      return
    case 'phase':
      onPhase(sim, event.failure, event.phase, event.round)
  }
}

/** Runs on until something happens that is not a probe's; returns false when nothing is left to happen. */
export function step(sim: Simulator): boolean {
  const before = sim.steps
  while (sim.steps === before && sim.storm === null) {
    const at = nextTime(sim.queue)
    if (at === Number.POSITIVE_INFINITY) return false
    sim.now = at
    runInstant(sim, at)
  }
  return true
}
