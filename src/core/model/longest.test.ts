import { expect, test } from 'vitest'
import { longestOf } from './longest.ts'

const outages = (...lengths: readonly number[]) => lengths.map((length, at) => ({ at, length }))
const lengthOf = ({ length }: { readonly length: number }) => length

test('a few are all shown', () => {
  expect(longestOf(outages(3, 1, 2), lengthOf)).toEqual({ shown: outages(3, 1, 2), others: 0 })
})

test('of many the longest stay in their order, of equal ones the first', () => {
  const { shown, others } = longestOf(outages(1, 5, 1, 9, 1), lengthOf, 3)
  expect([shown.map(({ at }) => at), others]).toEqual([[0, 1, 3], 2])
})
