/**
 * A small set in order of addition. Unlike a `Set` or a `Map` it keeps its room when it is emptied: what is filled and
 * emptied for every frame would otherwise be most of what the engine allocates. Entries from `size` on are stale.
 */
export interface Bag<T> {
  readonly items: T[]
  size: number
}

export function createBag<T>(): Bag<T> {
  return { items: [], size: 0 }
}

/** Adds an item unless it is there. Bags hold a few items at a time, so looking through them is cheap. */
export function addTo<T>(bag: Bag<T>, item: T): void {
  for (let at = 0; at < bag.size; at += 1) if (bag.items[at] === item) return
  bag.items[bag.size] = item
  bag.size += 1
}
