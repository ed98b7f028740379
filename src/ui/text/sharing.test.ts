import { expect, test } from 'vitest'
import { sharing } from './sharing.ts'

const before = {
  title: 'a',
  topology: {
    devices: [
      { id: 'x', name: 'x' },
      { id: 'y', name: 'y' },
    ],
    links: [],
  },
}

test('an equal value is the earlier object', () => {
  expect(sharing(before, structuredClone(before))).toBe(before)
})

test('of a changed value only what changed is new', () => {
  const after = structuredClone(before)
  after.topology.devices[1]!.name = 'z'
  const shared = sharing(before, after)
  expect(shared).toEqual(after)
  expect(shared.topology.devices[0]).toBe(before.topology.devices[0])
  expect(shared.topology.links).toBe(before.topology.links)
  expect(shared.topology).not.toBe(before.topology)
})

test('what is gone, is new or has another kind is not taken for what was', () => {
  expect(sharing({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
  expect(sharing([1, 2], [1])).toEqual([1])
  expect(sharing({ a: [1] }, { a: { 0: 1 } })).toEqual({ a: { 0: 1 } })
  expect(sharing(null, { a: 1 })).toEqual({ a: 1 })
})
