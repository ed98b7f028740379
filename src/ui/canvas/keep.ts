import { isSame } from '../../core/model/same.ts'

/** `next`, or the object before it where both say the same: what is drawn from it does not render again. */
export function keep<T>(before: T | undefined, next: T): T {
  return before !== undefined && isSame(before, next) ? before : next
}

/** The same for flat objects that come by the hundred. */
export function keepFlat<T extends object>(before: T | undefined, next: T): T {
  return before !== undefined && sameFields(before, next) ? before : next
}

/** Each in its place, found by id. */
export function keepAll<T extends { readonly id: string }>(
  before: readonly T[],
  next: readonly T[],
  one: (before: T | undefined, next: T) => T,
): readonly T[] {
  const known = new Map(before.map((shape) => [shape.id, shape]))
  const all = next.map((shape) => one(known.get(shape.id), shape))
  return all.length === before.length && all.every((shape, index) => shape === before[index]) ? before : all
}

function sameFields<T extends object>(a: T, b: T): boolean {
  for (const key in b) if (a[key] !== b[key]) return false
  return true
}
