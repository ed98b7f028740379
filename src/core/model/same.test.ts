import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSame } from './same.ts'

test('plain data is the same where it reads the same, whatever the order of keys', () => {
  expect(isSame({ a: [1, { b: null }], c: 'x' }, { c: 'x', a: [1, { b: null }] })).toBe(true)
  expect(isSame([1, 2], [1, 2, 3])).toBe(false)
  expect(isSame({ a: 1 }, { b: 1 })).toBe(false)
  expect(isSame({}, null)).toBe(false)
  expect(isSame([], {})).toBe(false)
})

test('it agrees with what the data reads as', () => {
  const some = fc.jsonValue({ maxDepth: 3 })
  fc.assert(
    fc.property(some, some, (a, b) => {
      const copy: unknown = JSON.parse(JSON.stringify(a))
      expect(isSame(copy, JSON.parse(JSON.stringify(copy)))).toBe(true)
      expect(isSame(a, b) || JSON.stringify(a) !== JSON.stringify(b)).toBe(true)
    }),
    { seed: 1 },
  )
})
