import type { Point } from '../../core/model/design.ts'
import type { Box } from '../edit/freePlace.ts'
import type { Guide } from './canvasStore.ts'

/**
 * Where a dragged box lines up with others: its left edge, middle or right edge with theirs, its top, middle or bottom.
 * `by` is the way to go instead of `way`, null along an axis on which nothing is near; `guides` are the lines for the
 * way that it went in the end.
 */
export function onGuides(
  box: Box,
  way: Point,
  others: readonly Box[],
  near: number,
): {
  readonly by: { readonly x: number | null; readonly y: number | null }
  readonly guides: (by: Point) => readonly Guide[]
} {
  const columns = nearest(placesOf(box.x + way.x, box.width), others, ({ x, width }) => placesOf(x, width), near)
  const rows = nearest(placesOf(box.y + way.y, box.height), others, ({ y, height }) => placesOf(y, height), near)
  return {
    by: {
      x: columns === null ? null : Math.round(way.x + columns.off),
      y: rows === null ? null : Math.round(way.y + rows.off),
    },
    guides: (by) => {
      const moved = { ...box, x: box.x + by.x, y: box.y + by.y }
      return [
        ...(columns === null ? [] : [upright(columns.at, moved, columns.other)]),
        ...(rows === null ? [] : [lying(rows.at, moved, rows.other)]),
      ]
    },
  }
}

interface Found {
  /** What is missing to be in line. */
  readonly off: number
  readonly at: number
  readonly other: Box
}

function nearest(
  own: readonly number[],
  others: readonly Box[],
  places: (other: Box) => readonly number[],
  near: number,
): Found | null {
  let best: Found | null = null
  for (const other of others) {
    for (const at of places(other)) {
      for (const mine of own) {
        const off = at - mine
        if (Math.abs(off) <= near && (best === null || Math.abs(off) < Math.abs(best.off))) best = { off, at, other }
      }
    }
  }
  return best
}

/** Start, middle and end. */
function placesOf(start: number, size: number): readonly number[] {
  return [start, start + size / 2, start + size]
}

function upright(x: number, a: Box, b: Box): Guide {
  const from = Math.min(a.y, b.y)
  const to = Math.max(a.y + a.height, b.y + b.height)
  const distance = Math.max(0, to - from - a.height - b.height)
  return { from: { x, y: from }, to: { x, y: to }, distance: Math.round(distance) }
}

function lying(y: number, a: Box, b: Box): Guide {
  const from = Math.min(a.x, b.x)
  const to = Math.max(a.x + a.width, b.x + b.width)
  const distance = Math.max(0, to - from - a.width - b.width)
  return { from: { x: from, y }, to: { x: to, y }, distance: Math.round(distance) }
}
