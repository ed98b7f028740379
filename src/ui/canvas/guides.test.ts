import { expect, test } from 'vitest'
import { onGuides } from './guides.ts'

const BOX = { x: 0, y: 0, width: 100, height: 50 }
const BELOW = { x: 203, y: 200, width: 100, height: 50 }

test('a box that nearly lines up goes into line, with the gap between the two', () => {
  const { by, guides } = onGuides(BOX, { x: 200, y: 20 }, [BELOW], 5)
  expect(by).toEqual({ x: 203, y: null })
  expect(guides({ x: 203, y: 16 })).toEqual([{ from: { x: 203, y: 16 }, to: { x: 203, y: 250 }, distance: 134 }])
})

test('middles count as well, the nearest line wins, and what is far off does not pull', () => {
  const wide = { x: 140, y: 300, width: 224, height: 50 }
  expect(onGuides(BOX, { x: 201, y: 0 }, [BELOW, wide], 5).by).toEqual({ x: 202, y: null })
  expect(onGuides(BOX, { x: 180, y: 190 }, [BELOW], 5).by).toEqual({ x: null, y: null })
})
