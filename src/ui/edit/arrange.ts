import type { Point } from '../../core/model/design.ts'
import { type Box, boundsOf } from './freePlace.ts'

export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'

/** How far each box has to go so that all of them share an edge, or the line through their middles, of their bounds. */
export function waysToAlign(boxes: readonly Box[], edge: Edge): readonly Point[] {
  const all = boundsOf(boxes)
  return boxes.map((box) => {
    if (all === null) return { x: 0, y: 0 }
    switch (edge) {
      case 'left':
        return { x: all.x - box.x, y: 0 }
      case 'centre':
        return { x: Math.round(all.x + all.width / 2 - box.x - box.width / 2), y: 0 }
      case 'right':
        return { x: all.x + all.width - box.x - box.width, y: 0 }
      case 'top':
        return { x: 0, y: all.y - box.y }
      case 'middle':
        return { x: 0, y: Math.round(all.y + all.height / 2 - box.y - box.height / 2) }
      case 'bottom':
        return { x: 0, y: all.y + all.height - box.y - box.height }
    }
  })
}

/** How far each box has to go so that the gaps between neighbours are equal; the outer two stay. */
export function waysToDistribute(boxes: readonly Box[], axis: 'x' | 'y'): readonly Point[] {
  const size = axis === 'x' ? 'width' : 'height'
  const all = boundsOf(boxes)
  const order = boxes.toSorted((a, b) => a[axis] + a[size] / 2 - b[axis] - b[size] / 2)
  if (all === null) return []
  const gap = (all[size] - boxes.reduce((sum, box) => sum + box[size], 0)) / Math.max(1, boxes.length - 1)
  let next = all[axis]
  const places = new Map<Box, number>()
  for (const box of order) {
    places.set(box, next)
    next += box[size] + gap
  }
  return boxes.map((box) => {
    const way = Math.round((places.get(box) ?? box[axis]) - box[axis])
    return axis === 'x' ? { x: way, y: 0 } : { x: 0, y: way }
  })
}
