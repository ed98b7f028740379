import { expect, test } from 'vitest'
import { remembering } from './remember.ts'

test('the latest are derived once, older ones anew', () => {
  const derived: number[] = []
  const things = [0, 1, 2, 3].map((number) => ({ number }))
  const half = remembering(({ number }: { readonly number: number }) => {
    derived.push(number)
    return { half: number / 2 }
  })
  const [first] = things
  if (first === undefined) throw new Error('no thing')
  const result = half(first)
  expect(half(first)).toBe(result)
  for (const thing of things) half(thing)
  expect(derived).toEqual([0, 1, 2, 3])
  expect(half(first)).toEqual(result)
  expect(derived).toEqual([0, 1, 2, 3, 0])
})
