import { expect, test } from 'vitest'
import { createPacker, octetsOf, pack, unpack } from './packing.ts'

const FIRST = {
  now: 0,
  until: Number.POSITIVE_INFINITY,
  ports: [
    { name: 'eth0', held: null as null | { code: string }, up: true },
    { name: 'eth1', held: null, up: false, note: undefined },
  ],
  table: new Map<number | string, unknown>([
    [7, { at: 1 }],
    ['x', new Set([3, 1])],
  ]),
}

test('what is packed comes out as it went in, and all its own', () => {
  const packer = createPacker()
  const packed = pack(packer, FIRST)
  const [one, two] = [unpack(packer, packed), unpack(packer, packed)]
  expect(one).toStrictEqual(FIRST)
  expect(two).toStrictEqual(FIRST)
  expect(two).not.toBe(one)
  expect([...new Map(Object.entries(one as typeof FIRST)).keys()]).toEqual(Object.keys(FIRST))
})

test('later values differ from the first, and neither changes what was packed before', () => {
  const packer = createPacker()
  const value = structuredClone(FIRST)
  const seen = Array.from({ length: 40 }, (_, n) => {
    value.now = n
    if (n === 3) value.ports[0]!.held = { code: 'held' }
    if (n === 5) value.ports[0]!.held = null
    if (n === 7) value.ports.push({ name: 'eth2', held: null, up: true })
    if (n === 9) value.table.delete(7)
    if (n === 11) value.table.set(7, { at: 11 })
    return { packed: pack(packer, value), wanted: structuredClone(value) }
  })
  for (const { packed, wanted } of seen) expect(unpack(packer, packed)).toStrictEqual(wanted)
  // A map is also its order.
  expect([...(unpack(packer, seen[20]!.packed) as typeof FIRST).table.keys()]).toEqual(['x', 7])
  expect(seen[1]!.packed.base).toBe(seen[0]!.packed.base)
  expect(seen[8]!.packed.base).not.toBe(seen[0]!.packed.base)
})

test('one object at two places stays one, and two equal ones stay two', () => {
  const packer = createPacker()
  const event = { port: 1 }
  const one = unpack(packer, pack(packer, { waits: event, queue: [{ port: 2 }, event] })) as Waiting
  expect(one.waits).toBe(one.queue[1])
  const two = unpack(packer, pack(packer, { waits: { port: 1 }, queue: [{ port: 2 }, { port: 1 }] })) as Waiting
  expect(two.waits).not.toBe(two.queue[1])
  expect(two).toEqual({ waits: { port: 1 }, queue: [{ port: 2 }, { port: 1 }] })
})

test('a part that grows moves no other: only what changed takes memory', () => {
  const packer = createPacker()
  const parts = Array.from({ length: 50 }, (_, n) => ({ list: [n, n + 1, n + 2] }))
  const first = pack(packer, { parts })
  parts[3]!.list.push(99)
  const second = pack(packer, { parts })
  expect(second.base).toBe(first.base)
  expect(second.values.length).toBeLessThan(4)
  expect(octetsOf([first, second])).toBeLessThan(octetsOf([first]) + 1_000)
  expect(unpack(packer, second)).toEqual({ parts })
})

test('rings of numbers are refused', () => {
  expect(() => pack(createPacker(), { ring: new Float64Array(2) })).toThrow('not packed')
})

interface Waiting {
  readonly waits: object
  readonly queue: readonly object[]
}
