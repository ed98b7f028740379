import { FATES } from './fates.ts'
import type { DirectionRuntime } from './directionState.ts'
import { createSeen, sharedWith } from './sharing.ts'
import type { Simulator } from './state.ts'

/** Copies plain data; the page and Node bring `structuredClone`. */
export type Clone = <T>(value: T) => T

type Whole = Omit<Simulator, 'plan' | 'events' | 'marks' | 'frames' | 'capture'>

/** A run at an instant, small: without what can be had from elsewhere, and sharing what did not change meanwhile. */
export type KeptState = Omit<Whole, 'directions'> & { readonly directions: readonly KeptDirection[] }

/** Of a direction's thousands of probes only those whose fate is open matter to what comes. */
type KeptDirection = Omit<DirectionRuntime, 'fate' | 'sentAt' | 'doneAt'> & {
  readonly probes: readonly (readonly [fate: number, sentAt: number, doneAt: number])[]
}

/** The present state of a run; `before`, the one kept last, is shared with where they are equal. */
export function keptState(sim: Simulator, before: KeptState | undefined, clone: Clone): KeptState {
  const { plan: _plan, events: _events, marks: _marks, frames: _frames, capture: _capture, ...whole } = sim
  const { queue, ...rest } = clone({ ...whole, directions: sim.directions.map(keptDirection) })
  const seen = createSeen()
  const shared = sharedWith(before && withoutQueue(before), rest, seen)
  // Events that wait may be taken back later: each kept instant has a queue of its own.
  return { ...shared, queue: sharedWith(undefined, queue, seen) }
}

/** What a run needs to go on from there, all its own. */
export function restored(kept: KeptState, clone: Clone): Whole {
  const { directions, ...rest } = clone(kept)
  return { ...rest, directions: directions.map(restoredDirection) }
}

function withoutQueue({ queue: _queue, ...rest }: KeptState): Omit<KeptState, 'queue'> {
  return rest
}

function keptDirection({ fate, sentAt, doneAt, ...rest }: DirectionRuntime): KeptDirection {
  const open = Array.from({ length: rest.nextSeq - rest.settledSeq }, (_, n) => (rest.settledSeq + n) % FATES)
  return { ...rest, probes: open.map((at) => [fate[at] ?? 0, sentAt[at] ?? 0, doneAt[at] ?? 0] as const) }
}

function restoredDirection({ probes, ...rest }: KeptDirection): DirectionRuntime {
  const direction: DirectionRuntime = {
    ...rest,
    fate: new Uint8Array(FATES),
    sentAt: new Float64Array(FATES),
    doneAt: new Float64Array(FATES),
  }
  for (const [n, [fate, sentAt, doneAt]] of probes.entries()) {
    const at = (rest.settledSeq + n) % FATES
    direction.fate[at] = fate
    direction.sentAt[at] = sentAt
    direction.doneAt[at] = doneAt
  }
  return direction
}
