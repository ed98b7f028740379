/** Within one instant: frames before timers before commands. */
export const CLASS = { frame: 0, timer: 1, command: 2 } as const
export type EventClass = (typeof CLASS)[keyof typeof CLASS]

export interface Queued<E> {
  readonly at: number
  readonly cls: EventClass
  readonly seq: number
  readonly event: E
  /** The lane it is the first of, or waits in; -1: none. */
  readonly lane: number
}

/**
 * Events by (time, class, order of scheduling). Plain data: a clone of it is a snapshot.
 *
 * Most events are scheduled a fixed time ahead: the delay of a cable, a period. Those of one such time are in order as
 * they come, so they wait in a lane, of which only the first is in the heap. The heap stays small however much is
 * pending, and a push or a pop costs the same with one port as with thousands.
 */
export interface EventQueue<E> {
  readonly heap: Queued<E>[]
  readonly lanes: readonly Lane<E>[]
  seq: number
  /** Time of the last event that was taken. */
  now: number
}

/** Empty, it may take on another time ahead. */
interface Lane<E> {
  aheadUs: number
  /** Those from `first` up to `end`, in order; the other places are free. */
  readonly items: (Queued<E> | null)[]
  first: number
  end: number
}

/** A switch's timers, cables and probes hardly use more; with all taken, the heap takes the rest. */
const LANES = 8
/** So many places of items that are gone a lane may keep before it closes up. */
const ROOM = 64

export function createQueue<E>(): EventQueue<E> {
  const lanes = Array.from({ length: LANES }, (): Lane<E> => ({ aheadUs: -1, items: [], first: 0, end: 0 }))
  return { heap: [], lanes, seq: 0, now: 0 }
}

export function push<E>(queue: EventQueue<E>, at: number, cls: EventClass, event: E): void {
  const number = laneFor(queue.lanes, at - queue.now)
  const lane = number < 0 ? undefined : queue.lanes[number]
  const last = lane && lane.end > 0 ? lane.items[lane.end - 1] : null
  const fits = lane !== undefined && (!last || last.at < at || (last.at === at && last.cls <= cls))
  const item: Queued<E> = { at, cls, seq: queue.seq++, event, lane: fits ? number : -1 }
  if (fits) lane.items[lane.end++] = item
  if (!fits || !last) rise(queue.heap, item)
}

export function peek<E>(queue: EventQueue<E>): Queued<E> | undefined {
  return queue.heap[0]
}

export function pop<E>(queue: EventQueue<E>): Queued<E> | undefined {
  const { heap, lanes } = queue
  const top = heap[0]
  if (top === undefined) return undefined
  queue.now = top.at
  const lane = top.lane < 0 ? undefined : lanes[top.lane]
  const next = (lane && takeFirst(lane)) ?? heap.pop()
  if (next !== undefined && heap.length > 0) sink(heap, next)
  return top
}

/** Takes out the first event, in their order, that is wanted gone; false when none is. What is left keeps its order. */
export function takeOut<E>(queue: EventQueue<E>, unwanted: (item: Queued<E>) => boolean): boolean {
  const waiting = queue.lanes.flatMap(({ items, first, end }) => items.slice(first, end).flatMap((item) => item ?? []))
  const all = [...queue.heap.filter(({ lane }) => lane < 0), ...waiting].toSorted((a, b) => (before(a, b) ? -1 : 1))
  const at = all.findIndex(unwanted)
  if (at < 0) return false
  for (const lane of queue.lanes) {
    lane.aheadUs = -1
    lane.items.length = 0
    lane.first = 0
    lane.end = 0
  }
  // What is in order is a heap.
  const left = all.toSpliced(at, 1).map((item) => ({ ...item, lane: -1 }))
  queue.heap.splice(0, queue.heap.length, ...left)
  return true
}

/** The lane of events so far ahead, or one that is free for them; -1: all are taken. */
function laneFor<E>(lanes: readonly Lane<E>[], aheadUs: number): number {
  let free = -1
  for (let number = 0; number < lanes.length; number += 1) {
    const lane = lanes[number]
    if (lane === undefined) break
    if (lane.aheadUs === aheadUs) return number
    if (free < 0 && lane.end === 0) free = number
  }
  const lane = free < 0 ? undefined : lanes[free]
  if (lane) lane.aheadUs = aheadUs
  return free
}

/** Takes the first item out; returns the one that is first now. */
function takeFirst<E>(lane: Lane<E>): Queued<E> | null {
  const { items } = lane
  items[lane.first] = null
  lane.first += 1
  if (lane.first === lane.end) {
    lane.first = 0
    lane.end = 0
    return null
  }
  if (lane.first >= ROOM && lane.first * 2 >= lane.end) {
    items.splice(0, lane.first)
    lane.end -= lane.first
    lane.first = 0
  }
  return items[lane.first] ?? null
}

function rise<E>(heap: Queued<E>[], item: Queued<E>): void {
  let child = heap.length
  heap.push(item)
  while (child > 0) {
    const parent = (child - 1) >> 1
    const above = heap[parent]
    if (above === undefined || !before(item, above)) break
    heap[child] = above
    child = parent
  }
  heap[child] = item
}

/** Puts an item in the place of the first and lets it sink to where it belongs. */
function sink<E>(heap: Queued<E>[], item: Queued<E>): void {
  let hole = 0
  for (;;) {
    let child = 2 * hole + 1
    let best = heap[child]
    if (best === undefined) break
    const right = heap[child + 1]
    if (right !== undefined && before(right, best)) {
      child += 1
      best = right
    }
    if (!before(best, item)) break
    heap[hole] = best
    hole = child
  }
  heap[hole] = item
}

function before<E>(a: Queued<E>, b: Queued<E>): boolean {
  if (a.at !== b.at) return a.at < b.at
  if (a.cls !== b.cls) return a.cls < b.cls
  return a.seq < b.seq
}
