import { expect, test } from 'vitest'
import { unrest } from './atRest.ts'
import { bridges } from './families.ts'
import { addCable, run } from './twoNodes.ts'

test('what is judged to be at rest is: a system that still waits, or whose partner was cut off unseen, is not', () => {
  const lab = bridges('a', 'b')
  const cable = addCable(lab, 'a:1', 'b:1')
  run(lab, 1_000)
  expect(unrest(lab).length).toBeGreaterThan(0)
  run(lab, 5_000)
  expect(unrest(lab)).toEqual([])
  cable.carry = () => null
  run(lab, 95_000)
  expect(unrest(lab).join('; ')).toMatch(/a:1 does not hear.*b:1 does not hear/)
})
