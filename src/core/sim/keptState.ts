import { FATES } from './fates.ts'
import type { DirectionRuntime } from './directionState.ts'
import { queueFrom, waitingIn, type WaitingEvents } from './eventQueue.ts'
import type { SimEvent } from './events.ts'
import { pack, unpack, type Packed, type Packer } from './packing.ts'
import type { Simulator } from './state.ts'

type Whole = Omit<Simulator, 'plan' | 'events' | 'marks' | 'frames' | 'capture'>

/** A run at an instant without what can be had from elsewhere. */
type Bare = Omit<Whole, 'directions' | 'queue'> & {
  readonly directions: readonly BareDirection[]
  readonly queue: WaitingEvents<SimEvent>
}

/** Of a direction's thousands of probes only those whose fate is open matter to what comes. */
type BareDirection = Omit<DirectionRuntime, 'fate' | 'sentAt' | 'doneAt'> & {
  readonly probes: readonly (readonly [fate: number, sentAt: number, doneAt: number])[]
}

/** The present state of a run. */
export function keptState(packer: Packer, sim: Simulator): Packed {
  const { plan: _plan, events: _events, marks: _marks, frames: _frames, capture: _capture, queue, ...whole } = sim
  const bare: Bare = { ...whole, directions: sim.directions.map(bareDirection), queue: waitingIn(queue) }
  return pack(packer, bare)
}

/** What a run needs to go on from there, all its own. */
export function restored(packer: Packer, kept: Packed): Whole {
  const { directions, queue, ...rest } = bareOf(packer, kept)
  return { ...rest, directions: directions.map(restoredDirection), queue: queueFrom(queue) }
}

/** What was packed comes out as it went in. */
function bareOf(packer: Packer, kept: Packed): Bare
function bareOf(packer: Packer, kept: Packed): unknown {
  return unpack(packer, kept)
}

function bareDirection({ fate, sentAt, doneAt, ...rest }: DirectionRuntime): BareDirection {
  const open = Array.from({ length: rest.nextSeq - rest.settledSeq }, (_, n) => (rest.settledSeq + n) % FATES)
  return { ...rest, probes: open.map((at) => [fate[at] ?? 0, sentAt[at] ?? 0, doneAt[at] ?? 0] as const) }
}

function restoredDirection({ probes, ...rest }: BareDirection): DirectionRuntime {
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
