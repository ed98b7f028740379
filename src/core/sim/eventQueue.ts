/** Within one instant: frames before timers before commands. */
export const CLASS = { frame: 0, timer: 1, command: 2 } as const
export type EventClass = (typeof CLASS)[keyof typeof CLASS]

export interface Queued<E> {
  readonly at: number
  readonly cls: EventClass
  readonly seq: number
  readonly event: E
}

/** Binary heap keyed by (time, class, order of scheduling). Plain data: a clone of it is a snapshot. */
export interface EventQueue<E> {
  readonly heap: Queued<E>[]
  seq: number
}

export function createQueue<E>(): EventQueue<E> {
  return { heap: [], seq: 0 }
}

export function push<E>(queue: EventQueue<E>, at: number, cls: EventClass, event: E): void {
  const item: Queued<E> = { at, cls, seq: queue.seq++, event }
  const heap = queue.heap
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

export function peek<E>(queue: EventQueue<E>): Queued<E> | undefined {
  return queue.heap[0]
}

export function pop<E>(queue: EventQueue<E>): Queued<E> | undefined {
  const heap = queue.heap
  const top = heap[0]
  const last = heap.pop()
  if (top === undefined || last === undefined || heap.length === 0) return top
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
    if (!before(best, last)) break
    heap[hole] = best
    hole = child
  }
  heap[hole] = last
  return top
}

function before<E>(a: Queued<E>, b: Queued<E>): boolean {
  if (a.at !== b.at) return a.at < b.at
  if (a.cls !== b.cls) return a.cls < b.cls
  return a.seq < b.seq
}
