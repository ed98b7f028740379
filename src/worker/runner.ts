import { createTap } from '../core/sim/capture.ts'
import { fingerprint } from '../core/sim/trace.ts'
import { commandProblem, scheduleCommand, takeBack } from '../core/sim/commands.ts'
import { createHistory, forget, historyLimits, remember, stateAt, type History } from '../core/sim/history.ts'
import { isQuiet, nextLook, nextRoutineTimer, pendingTimers, settle } from '../core/sim/settle.ts'
import { createSimulator, runUntil, step } from '../core/sim/simulator.ts'
import type { Simulator } from '../core/sim/state.ts'
import { viewOf } from '../core/sim/view.ts'
import { changedSince, type Sent } from './deltas.ts'
import type { Command, RunCommand, TimedCommand, Update } from './messages.ts'

/** One run as the worker drives it. Knows no clock: the worker says how much real time passed. */
export interface Runner {
  readonly id: number
  readonly sim: Simulator
  readonly commands: TimedCommand[]
  readonly history: History
  /** The past instant that is shown, as a run of its own; null: the present. */
  past: Simulator | null
  running: boolean
  /** Simulated seconds per second; null: as fast as it goes. */
  speed: number | null
  factor: number
  sentEvents: number
  /** Updates so far. */
  deltas: number
  readonly sent: Sent
  fresh: boolean
  /** Reported time at which a `run-to` stops; `converged`: when nothing is pending. */
  runTo: number | 'converged' | null
  /** Reported time at which playing pauses; null: it goes on. */
  playUntil: number | null
  /** Why commands of the recording were left out when it was loaded. */
  readonly refused: readonly string[]
}

/** Protocol frames of a run that its list remembers; some minutes of a pair. Probes are left to captures. */
const FRAMES_REMEMBERED = 20_000
/** Counters are read by people: while the run goes on, every so many updates bring them, five times a second. */
const COUNTED_EVERY = 12
/** Events between two looks at the real clock. */
const SLICE_EVENTS = 4_000
/** Up to this speed frames are drawn travelling. */
const WATCH_SPEED = 10
/** Of each flow direction about two probes a second are drawn, in real time. */
const WATCHED_PER_SECOND = 2

export function loadRun(command: Command & { type: 'load' }, previous: Runner | null): Runner {
  const { topology, seed, probeUs, start, commands, until } = command.run
  const sim = createSimulator({ topology, profiles: command.profiles, seed, probeUs, quiet: start === 'settled' })
  if (start === 'settled') settle(sim)
  sim.capture = createTap({ links: null, probes: false, limit: FRAMES_REMEMBERED, keep: 'latest' })
  const refused: string[] = []
  const runner: Runner = {
    id: command.id,
    sim,
    commands: [],
    history: createHistory(historyLimits(sim)),
    past: null,
    running: false,
    speed: previous?.speed ?? 1,
    factor: 0,
    sentEvents: 0,
    deltas: 0,
    sent: new Map(),
    fresh: true,
    runTo: null,
    playUntil: null,
    refused,
  }
  for (const { at, command: what } of commands) {
    const result = scheduleCommand(sim, at, what)
    if (result.ok) runner.commands.push({ at, command: what })
    else refused.push(result.message)
  }
  const goal = sim.zero + (until ?? commands.reduce((latest, { at }) => Math.max(latest, at), 0))
  remember(runner.history, sim, runner.commands.length)
  while (sim.now < goal && sim.storm === null) {
    runUntil(sim, goal, runner.history.everyEvents)
    remember(runner.history, sim, runner.commands.length)
  }
  watch(runner)
  return runner
}

/**
 * Carries out a command at the present instant, or at a later reported time. A failure is repaired again after `forUs`,
 * if given. Returns why it was refused, or null.
 */
export function doAt(runner: Runner, command: RunCommand, later?: number, forUs?: number): string | null {
  const { sim } = runner
  const now = sim.now - sim.zero
  const at = later ?? now
  if (at < now) return `${inSeconds(at)} is past: the run stands at ${inSeconds(now)}.`
  const problem = commandProblem(sim, command)
  if (problem !== null) return problem
  scheduleCommand(sim, at, command)
  runUntil(sim, sim.now)
  runner.commands.push({ at, command })
  if (forUs === undefined || command.type !== 'fail') return null
  return doAt(runner, { type: 'repair', failure: command.failure, target: command.target }, at + forUs)
}

/** Takes back a command that waits for its time; the past that is kept forgets it as well. */
export function takeStepBack(runner: Runner, { at, command }: TimedCommand): void {
  const { sim, commands, history } = runner
  if (!takeBack(sim.queue, at + sim.zero, command)) return
  const text = JSON.stringify(command)
  const index = commands.findIndex((step) => step.at === at && JSON.stringify(step.command) === text)
  commands.splice(index, 1)
  forget(history, index, at + sim.zero, command)
}

/** Advances by real time. `clock` gives milliseconds; no longer than `budgetMs` is spent. */
export function advance(runner: Runner, elapsedMs: number, clock: () => number, budgetMs: number): void {
  const { sim } = runner
  const from = sim.now
  const started = clock()
  let goal = goalOf(runner, elapsedMs)
  while (clock() - started < budgetMs) {
    const result = runUntil(sim, goal, SLICE_EVENTS)
    remember(runner.history, sim, runner.commands.length)
    if (result === 'budget-spent') continue
    if (result !== 'reached') runner.running = false
    if (result !== 'reached' || runner.runTo !== 'converged' || isQuiet(sim)) break
    goal = goalOf(runner, elapsedMs)
  }
  if (runner.playUntil !== null && sim.now >= runner.playUntil + sim.zero) {
    runner.playUntil = null
    runner.running = false
  }
  if (runner.runTo === 'converged' ? isQuiet(sim) : runner.runTo !== null && sim.now >= runner.runTo + sim.zero) {
    runner.runTo = null
    runner.running = false
  }
  const reached = (sim.now - from) / 1000 / Math.max(1, elapsedMs)
  runner.factor = runner.factor * 0.8 + reached * 0.2
}

/** Shows a past instant; null: the present again. The run itself stands still meanwhile. */
export function review(runner: Runner, at: number | null): void {
  runner.running = false
  runner.runTo = null
  runner.past = at === null ? null : stateAt(runner.history, runner.sim, runner.commands, at)
  runner.sent.clear()
}

export function oneStep(runner: Runner): void {
  runner.running = false
  step(runner.sim)
}

export function toNextTimer(runner: Runner): void {
  runner.running = false
  const next = nextTimer(runner)
  if (next !== null) runUntil(runner.sim, next.at)
}

export function deltaOf(runner: Runner): Update {
  const { sim } = runner
  const shown = runner.past ?? sim
  const counters = !runner.running || runner.fresh || runner.deltas % COUNTED_EVERY === 0
  runner.deltas += 1
  const changes = changedSince(runner.sent, viewOf(shown), counters)
  const events = sim.events.slice(runner.sentEvents)
  runner.sentEvents = sim.events.length
  const next = nextTimer(runner)
  const update: Update = {
    type: 'delta',
    id: runner.id,
    now: shown.now - sim.zero,
    liveNow: sim.now - sim.zero,
    running: runner.running,
    factor: runner.running ? runner.factor : 0,
    settled: sim.settled,
    fresh: runner.fresh,
    ...changes,
    events,
    frames: sim.frames.slice(),
    nextTimer: next === null ? null : { name: next.name, at: next.at - sim.zero },
    commands: runner.commands.slice(),
  }
  sim.frames.length = 0
  runner.fresh = false
  return update
}

export function fingerprintOf({ id, sim }: Runner): Update {
  return { type: 'fingerprint', id, now: sim.now - sim.zero, fingerprint: fingerprint(sim) }
}

/** How densely frames are collected at the present speed. */
export function watch(runner: Runner): void {
  const { speed, sim } = runner
  const perSecond = 1_000_000 / sim.probeUs
  sim.watchEvery =
    speed === null || speed > WATCH_SPEED ? 0 : Math.max(1, Math.round((perSecond * speed) / WATCHED_PER_SECOND))
}

function nextTimer({ sim }: Runner): { readonly name: string; readonly at: number } | null {
  return pendingTimers(sim).find(({ at }) => at > sim.now) ?? nextRoutineTimer(sim)
}

function inSeconds(us: number): string {
  return `${us / 1_000_000} s`
}

function goalOf({ sim, speed, runTo, playUntil }: Runner, elapsedMs: number): number {
  if (runTo === 'converged') return nextLook(sim)
  if (runTo !== null) return runTo + sim.zero
  const ahead = speed === null || speed >= 1000 ? 3_600_000_000 : Math.round(elapsedMs * 1000 * speed)
  return Math.min(sim.now + ahead, playUntil === null ? Infinity : Math.max(sim.now, playUntil + sim.zero))
}
