import { expect, test } from 'vitest'
import { sharedWith } from './sharing.ts'

test('what is equal is the older object, what differs is not, and the value is the same', () => {
  const before = {
    a: { n: 1, list: [1, 2] },
    b: { n: 2 },
    map: new Map([[1, { x: 1 }]]),
    ring: new Float64Array([1, 2]),
  }
  const now = structuredClone(before)
  now.b.n = 3
  const wanted = structuredClone(now)
  const shared = sharedWith(before, now)
  expect(shared).toEqual(wanted)
  expect(shared).not.toBe(before)
  expect(shared.a).toBe(before.a)
  expect(shared.map).toBe(before.map)
  expect(shared.ring).toBe(before.ring)
  expect(shared.b).not.toBe(before.b)
  expect(sharedWith(shared, structuredClone(shared))).toBe(shared)
})

test('one object at two places stays one, and two equal ones stay two', () => {
  const event = { port: 1 }
  const before = { waits: event, queue: [event, { port: 2 }] }
  const moved = { port: 1 }
  const one = sharedWith(before, { waits: moved, queue: [{ port: 2 }, moved] })
  expect(one.waits).toBe(one.queue[1])
  const two = sharedWith(before, { waits: { port: 1 }, queue: [{ port: 1 }, { port: 2 }] })
  expect(two.waits).not.toBe(two.queue[0])
  expect(two).toEqual({ waits: { port: 1 }, queue: [{ port: 1 }, { port: 2 }] })
})

test.each([
  [
    'maps in another order',
    new Map([
      [1, 'a'],
      [2, 'b'],
    ]),
    new Map([
      [2, 'b'],
      [1, 'a'],
    ]),
  ],
  ['maps of which one lacks a key', new Map([[1, undefined]]), new Map([[2, undefined]])],
  ['sets in another order', new Set([1, 2]), new Set([2, 1])],
  ['a list and an object with its keys', ['a'], { 0: 'a' }],
  ['numbers of another kind', new Float64Array([1]), new Float64Array([2])],
  ['nothing and a list', null, [1]],
  ['a shorter list', [1, 2], [1]],
])('%s are not shared', (_, before, now) => {
  const wanted = structuredClone(now)
  const shared = sharedWith<unknown>(before, now)
  expect(shared).toBe(now)
  expect(shared).toEqual(wanted)
})
