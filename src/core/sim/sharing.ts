/**
 * Plain data that uses of an older value whatever is equal in it, so that many values that differ little cost little
 * memory. `now` belongs to the caller and is changed; neither value may be changed afterwards. What is one object at two
 * places of `now` is one object in the answer, and what is two stays two: a clone of the answer is a clone of `now`.
 */
export function sharedWith<T>(before: T | undefined, now: T, seen?: Seen): T
export function sharedWith(before: unknown, now: unknown, seen: Seen = createSeen()): unknown {
  if (!isObject(now)) return now
  const known = seen.results.get(now)
  if (known !== undefined) return known
  const old = isObject(before) && !seen.used.has(before) ? before : undefined
  const isSame = ArrayBuffer.isView(now) ? sameNumbers(old, now) : sharedChildren(old, now, seen)
  const result = old !== undefined && isSame ? old : now
  if (result === old) seen.used.add(old)
  seen.results.set(now, result)
  return result
}

export interface Seen {
  /** What became of each object. */
  readonly results: Map<object, object>
  /** Older objects that stand for one of them. */
  readonly used: Set<object>
}

export function createSeen(): Seen {
  return { results: new Map(), used: new Set() }
}

/** Whether every child became the old one. */
function sharedChildren(old: object | undefined, now: object, seen: Seen): boolean {
  if (now instanceof Map) {
    const was = old instanceof Map ? old : null
    let isSame = was !== null && was.size === now.size
    for (const [key, value] of now) {
      const result: unknown = sharedWith<unknown>(was?.get(key), value, seen)
      if (result !== value) now.set(key, result)
      isSame &&= was !== null && was.has(key) && was.get(key) === result
    }
    // A map is also its order.
    return isSame && was !== null && sameOrder(was.keys(), now.keys())
  }
  if (now instanceof Set) {
    return old instanceof Set && old.size === now.size && sameOrder(old.values(), now.values())
  }
  const was = old !== undefined && Array.isArray(old) === Array.isArray(now) && !(old instanceof Map) ? old : undefined
  const keys = Object.keys(now)
  let isSame = was !== undefined && Object.keys(was).length === keys.length
  for (const key of keys) {
    const value: unknown = Reflect.get(now, key)
    const older: unknown = was && Reflect.get(was, key)
    const result = sharedWith(older, value, seen)
    if (result !== value) Reflect.set(now, key, result)
    isSame &&= Object.is(result, older)
  }
  return isSame
}

function sameOrder(a: Iterable<unknown>, b: Iterable<unknown>): boolean {
  const others = [...b]
  return [...a].every((one, at) => one === others[at])
}

function sameNumbers(old: object | undefined, now: ArrayBufferView): boolean {
  if (!ArrayBuffer.isView(old) || old.byteLength !== now.byteLength) return false
  const [a, b] = [old, now].map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength))
  return a !== undefined && b !== undefined && a.every((octet, at) => octet === b[at])
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
