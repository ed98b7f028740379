import type { Point } from '../../core/model/design.ts'
import { GRID } from '../canvas/grid.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * How far to move a box so that it stands near a wished place and clear of all others: on the grid, the nearest such
 * place first, to the right and below before left and above. `gap` is kept clear round it.
 */
export function freeWay(box: Box, wish: Point, others: readonly Box[], gap = GAP): Point {
  const start = { x: onGrid(wish.x - box.x), y: onGrid(wish.y - box.y) }
  for (let ring = 0; ring <= RINGS; ring++) {
    for (const by of ringOf(ring)) {
      const way = { x: start.x + by.x, y: start.y + by.y }
      const moved = { ...box, x: box.x + way.x, y: box.y + way.y }
      if (!others.some((other) => overlap(moved, other, gap))) return way
    }
  }
  const below = Math.max(...others.map(({ y, height }) => y + height))
  return { x: start.x, y: onGrid(below + 2 * GAP - box.y) }
}

/** The box round all of them; null for none. */
export function boundsOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

function overlap(a: Box, b: Box, gap: number): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  )
}

/** The places of a square ring round the middle, right and below first. */
function ringOf(ring: number): readonly Point[] {
  if (ring === 0) return [{ x: 0, y: 0 }]
  const steps = Array.from({ length: 2 * ring + 1 }, (_, at) => at - ring)
  const all = steps.flatMap((x) => steps.map((y) => ({ x, y })))
  return all
    .filter(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)) === ring)
    .sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y) || b.x - a.x || b.y - a.y)
    .map(({ x, y }) => ({ x: x * STEP, y: y * STEP }))
}

function onGrid(value: number): number {
  return Math.round(value / GRID) * GRID
}

/** Kept clear between devices. */
const GAP = 16
const STEP = 2 * GRID
const RINGS = 40
