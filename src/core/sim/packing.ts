/**
 * Plain data as a list of numbers, and most lists as what differs from an earlier one: thousands of instants of a run
 * that are nearly alike take little memory, and keeping one makes no objects. Objects, lists, maps, sets, texts,
 * numbers, `true`, `false`, `null` and `undefined`; what is one object at two places stays one.
 */
export interface Packer {
  /** The list that is being written, reused from one value to the next. */
  numbers: Float64Array
  size: number
  /** Where each part begins. Parts are compared with one another: one that grew moves no other. */
  readonly starts: number[]
  readonly seen: Map<object, number>
  /** Texts, and keys of objects joined, by their number and the other way round. */
  readonly numberOf: Map<string, number>
  readonly words: string[]
  readonly keys: Map<number, readonly string[]>
  base: Base | null
  /** Numbers that were written down as differing from the base. */
  differing: number
}

/** A whole list that others are told by. */
interface Base {
  readonly numbers: Float64Array
  /** Where each part begins, and last where the list ends. */
  readonly starts: Uint32Array
}

export interface Packed {
  readonly base: Base
  readonly starts: Uint32Array
  /** Places whose number is not that of the same part of the base, and those numbers. */
  readonly at: Uint32Array
  readonly values: Float64Array
}

export function createPacker(): Packer {
  return {
    numbers: new Float64Array(FIRST_SIZE),
    size: 0,
    starts: [],
    seen: new Map(),
    numberOf: new Map(),
    words: [],
    keys: new Map(),
    base: null,
    differing: 0,
  }
}

/** The value as it is now; it may change afterwards. */
export function pack(packer: Packer, value: object): Packed {
  packer.size = 0
  packer.starts.length = 0
  put(packer, value, 0)
  packer.starts.push(packer.size)
  packer.seen.clear()
  const { base } = packer
  const packed = base === null ? null : difference(packer, base)
  if (packed !== null && packer.differing < BASE_PAYS * packer.size) return packed
  const starts = Uint32Array.from(packer.starts)
  packer.base = { numbers: packer.numbers.slice(0, packer.size), starts }
  packer.differing = 0
  return { base: packer.base, starts, at: new Uint32Array(0), values: new Float64Array(0) }
}

/** A value like the one that was packed, all its own. */
export function unpack(packer: Packer, { base, starts, at, values }: Packed): unknown {
  const numbers = new Float64Array(starts.at(-1) ?? 0)
  for (let part = 0; part + 1 < starts.length; part += 1) {
    const [to, end, from] = [starts[part] ?? 0, starts[part + 1] ?? 0, base.starts[part] ?? 0]
    const baseEnd = base.starts[part + 1] ?? 0
    numbers.set(base.numbers.subarray(from, Math.min(baseEnd, from + end - to)), to)
  }
  for (let n = 0; n < at.length; n += 1) numbers[at[n] ?? 0] = values[n] ?? 0
  return take({ packer, numbers, at: 0, objects: [] })
}

/** Octets that packed values take, each base once. */
export function octetsOf(all: readonly Packed[]): number {
  let octets = 0
  let last: Base | null = null
  for (const { base, at, values } of all) {
    octets += OVERHEAD + at.byteLength + values.byteLength
    if (base !== last) octets += base.numbers.byteLength + base.starts.byteLength
    last = base
  }
  return octets
}

/** What the list differs in from the base; null where another base says it in fewer numbers. */
function difference(packer: Packer, base: Base): Packed | null {
  const { numbers, starts } = packer
  if (starts.length !== base.starts.length) return null
  const places: number[] = []
  let isMoved = false
  for (let part = 0; part + 1 < starts.length; part += 1) {
    const [to, end, from] = [starts[part] ?? 0, starts[part + 1] ?? 0, base.starts[part] ?? 0]
    const known = (base.starts[part + 1] ?? 0) - from
    isMoved ||= to !== from || end - to !== known
    for (let n = 0; n < end - to; n += 1) {
      if (n >= known || numbers[to + n] !== base.numbers[from + n]) places.push(to + n)
    }
  }
  if (places.length > packer.size / 2) return null
  packer.differing += places.length
  const at = Uint32Array.from(places)
  return {
    base,
    starts: isMoved ? Uint32Array.from(starts) : base.starts,
    at,
    values: Float64Array.from(at, (place) => numbers[place] ?? 0),
  }
}

function put(packer: Packer, value: unknown, depth: number): void {
  if (depth <= PART_DEPTH) packer.starts.push(packer.size)
  if (typeof value === 'number') write(packer, NUMBER, value)
  else if (typeof value === 'string') write(packer, TEXT, wordNumber(packer, value))
  else if (typeof value === 'object' && value !== null) putObject(packer, value, depth)
  else write(packer, value === null ? NULL : value === undefined ? UNDEFINED : value === true ? TRUE : FALSE, 0)
}

function putObject(packer: Packer, value: object, depth: number): void {
  const { seen } = packer
  const known = seen.get(value)
  if (known !== undefined) {
    write(packer, AGAIN, known)
    return
  }
  seen.set(value, seen.size)
  if (Array.isArray(value)) {
    write(packer, LIST, value.length)
    for (const item of value) put(packer, item, depth + 1)
  } else if (value instanceof Map) {
    write(packer, MAP, value.size)
    for (const [key, item] of value) {
      put(packer, key, IN_PART)
      put(packer, item, IN_PART)
    }
  } else if (value instanceof Set) {
    write(packer, SET, value.size)
    for (const item of value) put(packer, item, IN_PART)
  } else {
    if (ArrayBuffer.isView(value)) throw new Error('Rings of numbers are not packed: pack what they hold.')
    const keys = Object.keys(value)
    write(packer, OBJECT, keysNumber(packer, keys))
    for (const key of keys) put(packer, Reflect.get(value, key), depth + 1)
  }
}

/** Always two numbers: a `null` that becomes a time moves nothing behind it. */
function write(packer: Packer, kind: number, value: number): void {
  if (packer.size === packer.numbers.length) {
    const larger = new Float64Array(2 * packer.size)
    larger.set(packer.numbers)
    packer.numbers = larger
  }
  packer.numbers[packer.size] = kind
  packer.numbers[packer.size + 1] = value
  packer.size += 2
}

function wordNumber({ numberOf, words }: Packer, word: string): number {
  const known = numberOf.get(word)
  if (known !== undefined) return known
  numberOf.set(word, words.length)
  return words.push(word) - 1
}

function keysNumber(packer: Packer, keys: readonly string[]): number {
  const number = wordNumber(packer, keys.join(BETWEEN_KEYS))
  if (!packer.keys.has(number)) packer.keys.set(number, keys)
  return number
}

interface Reading {
  readonly packer: Packer
  readonly numbers: Float64Array
  at: number
  readonly objects: object[]
}

function take(reading: Reading): unknown {
  const { packer, numbers, objects, at } = reading
  const value = numbers[at + 1] ?? 0
  reading.at += 2
  switch (numbers[at] ?? UNDEFINED) {
    case NUMBER:
      return value
    case TEXT:
      return packer.words[value]
    case NULL:
      return null
    case TRUE:
      return true
    case FALSE:
      return false
    case AGAIN:
      return objects[value]
    case LIST: {
      const list: unknown[] = []
      objects.push(list)
      for (let n = 0; n < value; n += 1) list.push(take(reading))
      return list
    }
    case MAP: {
      const map = new Map<unknown, unknown>()
      objects.push(map)
      for (let n = 0; n < value; n += 1) map.set(take(reading), take(reading))
      return map
    }
    case SET: {
      const set = new Set<unknown>()
      objects.push(set)
      for (let n = 0; n < value; n += 1) set.add(take(reading))
      return set
    }
    case OBJECT: {
      const object: Record<string, unknown> = {}
      objects.push(object)
      for (const key of packer.keys.get(value) ?? []) object[key] = take(reading)
      return object
    }
    default:
      return undefined
  }
}

const [UNDEFINED, NULL, FALSE, TRUE, NUMBER, TEXT, AGAIN, LIST, MAP, SET, OBJECT] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const FIRST_SIZE = 1 << 14
/** Parts are the whole, its children, and theirs. */
const PART_DEPTH = 2
const IN_PART = PART_DEPTH + 1
/** A new base is taken when the differences from it together are so many times as long. */
const BASE_PAYS = 8
/** Of an object with two lists of numbers, about. */
const OVERHEAD = 400
const BETWEEN_KEYS = '\n'
