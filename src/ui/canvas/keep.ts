/** `next`, or the object before it where both say the same: what is drawn from it does not render again. */
export function keep<T>(before: T | undefined, next: T): T {
  return before !== undefined && isSame(before, next) ? before : next
}

/** Whether two pieces of plain data say the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return (
    left.length === right.length &&
    left.every(([key, value], index) => right[index]?.[0] === key && isSame(value, right[index][1]))
  )
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
