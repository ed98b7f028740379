import { append, createLane, isLast, takeFirst, waiting, type Lane, type Queued } from './eventLane.ts'

/** Within one instant: frames before timers before commands. */
export const CLASS = { frame: 0, timer: 1, command: 2 } as const
export type EventClass = (typeof CLASS)[keyof typeof CLASS]

/**
 * Events by (time, class, order of scheduling). Plain data: a clone of it is a snapshot.
 *
 * Most events are scheduled a fixed time ahead: the delay of a cable, a period. Those of one such time are in order as
 * they come, so they wait in a lane of their own, and a heap takes the others. A push or a pop costs the same with one
 * port as with thousands, and leaves nothing to collect.
 */
export interface EventQueue<E> {
  readonly lanes: readonly Lane<E>[]
  /** How far ahead the events of each lane are scheduled. */
  readonly aheadUs: Float64Array
  readonly heap: Queued<E>[]
  /** Keys of the first event in each lane and, last, in the heap; infinite where there is none. */
  readonly firstAt: Float64Array
  readonly firstOrder: Float64Array
  /** Whose first event is next: a lane's number, or that of the heap. */
  next: number
  /** Events scheduled so far. */
  seq: number
  /** Time of the last event that was taken. */
  now: number
}

/** A switch's timers, cables and probes hardly use more; with all taken, the heap takes the rest. */
const LANES = 8
const HEAP = LANES
/** More than events are ever scheduled in a run; the highest order is an integer that a double holds. */
const CLASS_STEP = 2 ** 51
const NEVER = Number.POSITIVE_INFINITY

export function createQueue<E>(): EventQueue<E> {
  return {
    lanes: Array.from({ length: LANES }, () => createLane<E>()),
    aheadUs: new Float64Array(LANES).fill(-1),
    heap: [],
    firstAt: new Float64Array(LANES + 1).fill(NEVER),
    firstOrder: new Float64Array(LANES + 1).fill(NEVER),
    next: HEAP,
    seq: 0,
    now: 0,
  }
}

export function push<E>(queue: EventQueue<E>, at: number, cls: EventClass, event: E): void {
  const order = cls * CLASS_STEP + queue.seq
  queue.seq += 1
  const number = laneFor(queue, at - queue.now)
  const lane = queue.lanes[number]
  const isQueued = lane !== undefined && isLast(lane, at, order)
  if (isQueued) append(lane, at, order, event)
  else rise(queue.heap, { at, order, event })
  const source = isQueued ? number : HEAP
  if (!isBefore(queue, at, order, source)) return
  queue.firstAt[source] = at
  queue.firstOrder[source] = order
  if (source !== queue.next && isBefore(queue, at, order, queue.next)) queue.next = source
}

/** Time of the next event; infinite when nothing is left to happen. */
export function nextTime<E>({ firstAt, next }: EventQueue<E>): number {
  return firstAt[next] ?? NEVER
}

export function isCommandNext<E>({ firstOrder, next }: EventQueue<E>): boolean {
  return (firstOrder[next] ?? 0) >= CLASS.command * CLASS_STEP
}

/** Takes the next event out; undefined when there is none. */
export function pop<E>(queue: EventQueue<E>): E | undefined {
  const { lanes, heap, firstAt, firstOrder, next } = queue
  const at = nextTime(queue)
  if (at === NEVER) return undefined
  queue.now = at
  const lane = lanes[next]
  const event = lane ? takeFirst(lane) : takeTop(heap)
  if (lane && lane.size > 0) {
    firstAt[next] = lane.at[lane.first] ?? NEVER
    firstOrder[next] = lane.order[lane.first] ?? NEVER
  } else {
    const top = lane ? undefined : heap[0]
    firstAt[next] = top?.at ?? NEVER
    firstOrder[next] = top?.order ?? NEVER
  }
  queue.next = earliest(queue)
  return event ?? undefined
}

/** All that is scheduled, in no order. */
export function* scheduled<E>({ lanes, heap }: EventQueue<E>): Generator<Queued<E>> {
  for (const lane of lanes) yield* waiting(lane)
  yield* heap
}

/** Takes out the first event, in their order, that is wanted gone; false when none is. What is left keeps its order. */
export function takeOut<E>(queue: EventQueue<E>, unwanted: (item: Queued<E>) => boolean): boolean {
  const all = inOrder(queue)
  const at = all.findIndex(unwanted)
  if (at < 0) return false
  for (const lane of queue.lanes) while (lane.size > 0) takeFirst(lane)
  queue.firstAt.fill(NEVER)
  queue.firstOrder.fill(NEVER)
  fill(queue, all.toSpliced(at, 1))
  return true
}

/** What a queue holds, without the room it has. */
export interface WaitingEvents<E> extends Pick<EventQueue<E>, 'seq' | 'now'> {
  /** In order. */
  readonly events: readonly Queued<E>[]
}

export function waitingIn<E>(queue: EventQueue<E>): WaitingEvents<E> {
  return { seq: queue.seq, now: queue.now, events: inOrder(queue) }
}

/** A queue from which the same events come in the same order. */
export function queueFrom<E>({ seq, now, events }: WaitingEvents<E>): EventQueue<E> {
  const queue = { ...createQueue<E>(), seq, now }
  fill(queue, events)
  return queue
}

function inOrder<E>(queue: EventQueue<E>): readonly Queued<E>[] {
  return [...scheduled(queue)].toSorted((a, b) => (comesFirst(a, b) ? -1 : 1))
}

/** Puts events into the heap of a queue whose lanes are empty: what is in order is a heap. */
function fill<E>(queue: EventQueue<E>, events: readonly Queued<E>[]): void {
  queue.heap.splice(0, queue.heap.length, ...events)
  queue.firstAt[HEAP] = events[0]?.at ?? NEVER
  queue.firstOrder[HEAP] = events[0]?.order ?? NEVER
  queue.next = HEAP
}

/** The lane of events so far ahead, or one that is free for them; that of the heap when all are taken. */
function laneFor<E>({ lanes, aheadUs }: EventQueue<E>, itsUs: number): number {
  let free = HEAP
  for (let number = 0; number < LANES; number += 1) {
    if (aheadUs[number] === itsUs) return number
    if (free === HEAP && lanes[number]?.size === 0) free = number
  }
  if (free !== HEAP) aheadUs[free] = itsUs
  return free
}

function earliest<E>(queue: EventQueue<E>): number {
  const { firstAt, firstOrder } = queue
  let best = HEAP
  for (let source = 0; source < LANES; source += 1) {
    if (isBefore(queue, firstAt[source] ?? NEVER, firstOrder[source] ?? NEVER, best)) best = source
  }
  return best
}

/** Whether a key comes before the first of a lane, or of the heap. */
function isBefore<E>({ firstAt, firstOrder }: EventQueue<E>, at: number, order: number, source: number): boolean {
  const first = firstAt[source] ?? NEVER
  return at < first || (at === first && order < (firstOrder[source] ?? NEVER))
}

function rise<E>(heap: Queued<E>[], item: Queued<E>): void {
  let child = heap.length
  heap.push(item)
  while (child > 0) {
    const parent = (child - 1) >> 1
    const above = heap[parent]
    if (above === undefined || !comesFirst(item, above)) break
    heap[child] = above
    child = parent
  }
  heap[child] = item
}

function takeTop<E>(heap: Queued<E>[]): E | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (last !== undefined && heap.length > 0) sink(heap, last)
  return top?.event
}

/** Puts an item in the place of the first and lets it sink to where it belongs. */
function sink<E>(heap: Queued<E>[], item: Queued<E>): void {
  let hole = 0
  for (;;) {
    let child = 2 * hole + 1
    let best = heap[child]
    if (best === undefined) break
    const right = heap[child + 1]
    if (right !== undefined && comesFirst(right, best)) {
      child += 1
      best = right
    }
    if (!comesFirst(best, item)) break
    heap[hole] = best
    hole = child
  }
  heap[hole] = item
}

function comesFirst<E>(a: Queued<E>, b: Queued<E>): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}
