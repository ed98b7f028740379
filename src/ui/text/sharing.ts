/** The later value, in which what is as it was is the earlier object itself: what looks at it alone need not look again. */
export function sharing<T>(before: unknown, after: T): T
export function sharing(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before
  if (Array.isArray(before) && Array.isArray(after)) {
    const items = after.map((item, at) => sharing(before[at], item))
    return before.length === items.length && items.every((item, at) => item === before[at]) ? before : items
  }
  if (!isRecord(before) || !isRecord(after)) return after
  const entries = Object.entries(after).map(([key, value]) => [key, sharing(before[key], value)] as const)
  const same = Object.keys(before).length === entries.length && entries.every(([key, value]) => before[key] === value)
  return same ? before : Object.fromEntries(entries)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
