import { expect, test } from 'vitest'
import { clockTime, duration, milliseconds } from './time.ts'

test('a duration takes the unit that suits it', () => {
  expect([5, 999, 1_500, 412_000, 2_314_000, 90_000_000, 240_000_000, 301_000_000].map(duration)).toEqual([
    '5 µs',
    '999 µs',
    '1.5 ms',
    '412 ms',
    '2.31 s',
    '90 s',
    '4 min',
    '5 min 1 s',
  ])
})

test('the clock counts seconds to the millisecond', () => {
  expect([0, 31_402_118, 3_600_000_000].map(clockTime)).toEqual(['0.000 s', '31.402 s', '3600.000 s'])
})

test('milliseconds keep thousands apart', () => {
  expect([412_000, 30_931_400].map(milliseconds)).toEqual(['412 ms', '30\u2009931 ms'])
})
