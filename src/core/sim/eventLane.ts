/** An event that waits, with its key. */
export interface Queued<E> {
  readonly at: number
  /** Class and number of scheduling, as one number. */
  readonly order: number
  readonly event: E
}

/** Events in order, first in first out: a ring that doubles when it is full. */
export interface Lane<E> {
  /** Keys and events stand at the same places; the number of places is a power of two. */
  at: Float64Array
  order: Float64Array
  events: (E | null)[]
  first: number
  size: number
}

export function createLane<E>(): Lane<E> {
  return { at: new Float64Array(PLACES), order: new Float64Array(PLACES), events: blank(PLACES), first: 0, size: 0 }
}

/** Whether an event of that key comes after all that wait. */
export function isLast<E>({ at, order, first, size }: Lane<E>, itsAt: number, itsOrder: number): boolean {
  if (size === 0) return true
  const place = (first + size - 1) & (at.length - 1)
  const lastAt = at[place] ?? 0
  return lastAt < itsAt || (lastAt === itsAt && (order[place] ?? 0) < itsOrder)
}

export function append<E>(lane: Lane<E>, at: number, order: number, event: E): void {
  if (lane.size === lane.at.length) grow(lane)
  const place = (lane.first + lane.size) & (lane.at.length - 1)
  lane.at[place] = at
  lane.order[place] = order
  lane.events[place] = event
  lane.size += 1
}

/** Takes the first event out of a lane that has one. */
export function takeFirst<E>(lane: Lane<E>): E | null {
  const { events, first } = lane
  const event = events[first] ?? null
  events[first] = null
  lane.first = (first + 1) & (lane.at.length - 1)
  lane.size -= 1
  return event
}

/** What waits, in order. */
export function* waiting<E>({ at, order, events, first, size }: Lane<E>): Generator<Queued<E>> {
  for (let n = 0; n < size; n += 1) {
    const place = (first + n) & (at.length - 1)
    const event = events[place] ?? null
    if (event !== null) yield { at: at[place] ?? 0, order: order[place] ?? 0, event }
  }
}

function grow<E>(lane: Lane<E>): void {
  const places = lane.at.length
  lane.at = unrolled(lane.at, lane.first)
  lane.order = unrolled(lane.order, lane.first)
  lane.events = [...lane.events.slice(lane.first), ...lane.events.slice(0, lane.first), ...blank<E>(places)]
  lane.first = 0
}

/** The ring of twice the size, with what it holds from place 0 on. */
function unrolled(ring: Float64Array, first: number): Float64Array {
  const twice = new Float64Array(ring.length * 2)
  twice.set(ring.subarray(first))
  twice.set(ring.subarray(0, first), ring.length - first)
  return twice
}

function blank<E>(places: number): (E | null)[] {
  return Array.from({ length: places }, () => null)
}

const PLACES = 16
