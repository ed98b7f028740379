import { scheduleCommand, takeBack } from './commands.ts'
import { keptState, restored } from './keptState.ts'
import { createPacker, octetsOf, type Packed, type Packer } from './packing.ts'
import { runUntil } from './simulator.ts'
import type { CommandEvent } from './events.ts'
import type { Simulator } from './state.ts'

/** Kept instants of a run, so that any past one can be shown without running it all again. */
export interface History {
  readonly kept: Kept[]
  /** Events between two kept instants, which is what it costs to go from one to the next; doubles with too many. */
  everyEvents: number
  readonly mostOctets: number
  readonly packer: Packer
}

interface Kept {
  /** Engine time. */
  readonly at: number
  /** Events handled until then. */
  readonly processed: number
  readonly state: Packed
  readonly events: number
  /** Commands of the run that this instant has seen or has in its queue. */
  commands: number
  /** Commands that wait in its queue and were taken back since, at their engine time. */
  takenBack: readonly PastCommand[]
}

/** A command with its time. */
export interface PastCommand {
  readonly at: number
  readonly command: CommandEvent
}

/** What bounds the time to any instant and the memory that instants take. */
export type HistoryLimits = Pick<History, 'everyEvents' | 'mostOctets'>

/** Running on over so many events takes tens of milliseconds. */
const EVERY_EVENTS = 25_000
/** Keeping an instant of a large design takes longer, so it is done less often. */
const EVERY_EVENTS_PER_PORT = 600
/** An hour of ten devices with a probe each way every millisecond takes less. */
const MOST_OCTETS = 128_000_000

export function historyLimits({ plan }: Pick<Simulator, 'plan'>): HistoryLimits {
  return {
    everyEvents: Math.max(EVERY_EVENTS, EVERY_EVENTS_PER_PORT * plan.ports.length),
    mostOctets: MOST_OCTETS,
  }
}

export function createHistory(limits: HistoryLimits): History {
  return { kept: [], packer: createPacker(), ...limits }
}

/** Keeps the present instant when it is time to; `commands` counts those given so far. Call it between runs of the engine. */
export function remember(history: History, sim: Simulator, commands: number): void {
  const { kept, packer } = history
  const { now: at, processed, events } = sim
  const last = kept.at(-1)
  if (last !== undefined && processed - last.processed < history.everyEvents) return
  const state = keptState(packer, sim)
  kept.push({ at, processed, state, events: events.length, commands, takenBack: [] })
  // Adding up takes time, and one more is not much.
  if (kept.length % COUNTED_EVERY !== 0 || keptOctets(history) <= history.mostOctets) return
  history.everyEvents *= 2
  kept.splice(0, kept.length, ...kept.filter((_, n) => n % 2 === 0))
}

/** Octets that kept instants take. */
export function keptOctets({ kept }: History): number {
  return octetsOf(kept.map(({ state }) => state))
}

/** A command that still waits was taken back: it was number `index` of the run's, at an engine time. */
export function forget(history: History, index: number, at: number, command: CommandEvent): void {
  for (const kept of history.kept.filter(({ commands }) => commands > index)) {
    kept.takenBack = [...kept.takenBack, { at, command }]
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
    ...restored(history.packer, kept.state),
    plan: sim.plan,
    events: sim.events.slice(0, kept.events),
    marks: sim.marks.slice(0, kept.events),
    frames: [],
    capture: null,
  }
  for (const { at, command } of kept.takenBack) takeBack(past.queue, at, command)
  for (const { at, command } of commands.slice(kept.commands)) scheduleCommand(past, at, command)
  return past
}

const COUNTED_EVERY = 32
