import { scheduleCommand, takeBack } from './commands.ts'
import { keptState, restored, type Clone, type KeptState } from './keptState.ts'
import { runUntil } from './simulator.ts'
import type { CommandEvent } from './events.ts'
import type { Simulator } from './state.ts'

/** Kept instants of a run, so that any past one can be shown without running it all again. */
export interface History {
  readonly kept: Kept[]
  /** Events between two kept instants, which is what it costs to go from one to the next; doubles with too many. */
  everyEvents: number
  readonly most: number
  readonly clone: Clone
}

interface Kept {
  /** Engine time. */
  readonly at: number
  /** Events handled until then. */
  readonly processed: number
  readonly state: KeptState
  readonly events: number
  /** Commands of the run that this instant has seen or has in its queue. */
  commands: number
}

/** A command with its reported time. */
export interface PastCommand {
  readonly at: number
  readonly command: CommandEvent
}

/** What bounds the time to any instant and the memory that instants take. */
export type HistoryLimits = Pick<History, 'everyEvents' | 'most'>

/** Running on over so many events takes tens of milliseconds. */
const EVERY_EVENTS = 25_000
/** Keeping an instant of a large design takes longer, so it is done less often. */
const EVERY_EVENTS_PER_PORT = 600
/** A kept instant takes about a third of a kilobyte for each port. */
const PORTS_KEPT = 200_000
const [FEWEST, MOST] = [128, 4096]

export function historyLimits({ plan }: Pick<Simulator, 'plan'>): HistoryLimits {
  const ports = Math.max(1, plan.ports.length)
  return {
    everyEvents: Math.max(EVERY_EVENTS, EVERY_EVENTS_PER_PORT * ports),
    most: Math.min(MOST, Math.max(FEWEST, Math.floor(PORTS_KEPT / ports))),
  }
}

export function createHistory(clone: Clone, limits: HistoryLimits): History {
  return { kept: [], clone, ...limits }
}

/** Keeps the present instant when it is time to; `commands` counts those given so far. Call it between runs of the engine. */
export function remember(history: History, sim: Simulator, commands: number): void {
  const { kept, clone, most } = history
  const { now: at, processed, events } = sim
  const last = kept.at(-1)
  if (last !== undefined && processed - last.processed < history.everyEvents) return
  kept.push({ at, processed, state: keptState(sim, last?.state, clone), events: events.length, commands })
  if (kept.length <= most) return
  history.everyEvents *= 2
  kept.splice(0, kept.length, ...kept.filter((_, n) => n % 2 === 0))
}

/** A command that still waits was taken back: it was number `index` of the run's, at an engine time. */
export function forget(history: History, index: number, at: number, command: CommandEvent): void {
  for (const kept of history.kept.filter(({ commands }) => commands > index)) {
    takeBack(kept.state.queue, at, command)
    kept.commands -= 1
  }
}

/** The run as it was at a reported time: the nearest kept instant before it, run on with the commands given since. */
export function stateAt(history: History, sim: Simulator, commands: readonly PastCommand[], at: number): Simulator {
  const goal = Math.min(Math.max(at + sim.zero, history.kept[0]?.at ?? 0), sim.now)
  const past = keptBefore(history, sim, commands, goal)
  runUntil(past, goal)
  return past
}

/** The nearest kept instant at or before an engine time, with the commands that were given since in its queue. */
export function keptBefore(
  history: History,
  sim: Simulator,
  commands: readonly PastCommand[],
  goal: number,
): Simulator {
  const kept = history.kept.findLast((one) => one.at <= goal) ?? history.kept[0]
  if (kept === undefined) throw new Error('No instant of the run was kept')
  const past: Simulator = {
    ...restored(kept.state, history.clone),
    plan: sim.plan,
    events: sim.events.slice(0, kept.events),
    marks: sim.marks.slice(0, kept.events),
    frames: [],
    capture: null,
  }
  for (const { at, command } of commands.slice(kept.commands)) scheduleCommand(past, at, command)
  return past
}
