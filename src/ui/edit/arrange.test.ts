import { expect, test } from 'vitest'
import { waysToAlign, waysToDistribute } from './arrange.ts'

const BOXES = [
  { x: 0, y: 0, width: 100, height: 50 },
  { x: 130, y: 80, width: 40, height: 20 },
  { x: 400, y: 10, width: 100, height: 50 },
]

test('aligned boxes share an edge or the line through their middles', () => {
  expect(waysToAlign(BOXES, 'left').map(({ x }) => x)).toEqual([0, -130, -400])
  expect(waysToAlign(BOXES, 'right').map(({ x }) => x)).toEqual([400, 330, 0])
  expect(waysToAlign(BOXES, 'top').map(({ y }) => y)).toEqual([0, -80, -10])
  expect(waysToAlign(BOXES, 'middle').map(({ y }) => y)).toEqual([25, -40, 15])
})

test('distributed boxes have equal gaps and the outer two stay, whatever their order', () => {
  const shuffled = [BOXES[2]!, BOXES[0]!, BOXES[1]!]
  expect(waysToDistribute(shuffled, 'x').map(({ x }) => x)).toEqual([0, 0, 100])
  expect(waysToDistribute([], 'y')).toEqual([])
})
