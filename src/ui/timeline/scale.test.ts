import { expect, test } from 'vitest'
import { rulerDecimals, rulerMarks, rulerStep, timeOf, viewFrom, xOf, type Scale } from './scale.ts'

const second = 1_000_000
const scale: Scale = { from: 30.8 * second, spanUs: 1.1 * second, widthPx: 1_296 }

test("time and place are each other's inverse", () => {
  expect(timeOf(scale, xOf(scale, 31_402_118))).toBe(31_402_118)
})

test('marks stand on round times with room for their text', () => {
  expect(rulerStep(scale)).toBe(100_000)
  expect(rulerMarks(scale).slice(0, 3)).toEqual([30_800_000, 30_900_000, 31_000_000])
  expect(rulerDecimals(rulerStep(scale))).toBe(1)
})

test('no mark stands before the run began', () => {
  expect(rulerMarks({ from: -2 * second, spanUs: 10 * second, widthPx: 1_000 })[0]).toBe(0)
})

test('a following view keeps the present in sight, a pinned one stays', () => {
  expect(viewFrom(null, 10 * second, 60 * second)).toBe(54 * second)
  expect(viewFrom(3 * second, 10 * second, 60 * second)).toBe(3 * second)
  expect(viewFrom(null, 10 * second, 0)).toBeLessThanOrEqual(0)
})
