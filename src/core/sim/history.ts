import { scheduleCommand, takeBack } from './commands.ts'
import { runUntil } from './simulator.ts'
import type { CommandEvent } from './events.ts'
import type { Simulator } from './state.ts'

/** Kept instants of a run, so that any past one can be shown without running it all again. */
export interface History {
  readonly kept: Kept[]
  /** Simulated time between two kept instants; doubles when there are too many. */
  everyUs: number
  readonly clone: Clone
}

/** Copies plain data; the page and Node bring `structuredClone`. */
export type Clone = <T>(value: T) => T

interface Kept {
  /** Engine time. */
  readonly at: number
  readonly state: Omit<Simulator, 'plan' | 'events' | 'marks' | 'frames' | 'capture'>
  readonly events: number
  /** Commands of the run that this instant has seen or has in its queue. */
  commands: number
}

/** A command with its reported time. */
export interface PastCommand {
  readonly at: number
  readonly command: CommandEvent
}

/** How many instants are kept, and the time between them at first: memory stays bounded however long a run is. */
const MOST = 128
const EVERY_US = 5_000_000

export function createHistory(clone: Clone): History {
  return { kept: [], everyUs: EVERY_US, clone }
}

/** Keeps the present instant when it is time to; `commands` counts those given so far. Call it between runs of the engine. */
export function remember(history: History, sim: Simulator, commands: number): void {
  const last = history.kept.at(-1)
  if (last !== undefined && sim.now - last.at < history.everyUs) return
  const { plan: _plan, events, marks: _marks, frames: _frames, capture: _capture, ...rest } = sim
  history.kept.push({ at: sim.now, state: history.clone(rest), events: events.length, commands })
  if (history.kept.length <= MOST) return
  history.everyUs *= 2
  history.kept.splice(0, history.kept.length, ...history.kept.filter((_, n) => n % 2 === 0))
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
    ...history.clone(kept.state),
    plan: sim.plan,
    events: sim.events.slice(0, kept.events),
    marks: sim.marks.slice(0, kept.events),
    frames: [],
    capture: null,
  }
  for (const { at, command } of commands.slice(kept.commands)) scheduleCommand(past, at, command)
  return past
}
