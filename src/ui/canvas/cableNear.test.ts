import { expect, test } from 'vitest'
import { leafPairs } from '../../../scripts/bench/leafPairs.ts'
import { nearestCable } from './cableNear.ts'
import { pointAt } from './curves.ts'
import { sceneOf } from './geometry.ts'

test('every cable is found near its end; far from all of them there is none', () => {
  const { topology, layout } = leafPairs(2, 8)
  const { cables } = sceneOf(topology, (id) => layout[id] ?? { x: 0, y: 0 })
  for (const { id, curve } of cables) {
    const found = nearestCable(cables, pointAt(curve, 0.93), 1)
    expect(found).toBe(id)
  }
  expect(nearestCable(cables, { x: -5_000, y: -5_000 }, 50)).toBeNull()
})
