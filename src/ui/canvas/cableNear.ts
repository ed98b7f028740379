import type { Point } from '../../core/model/design.ts'
import type { LinkId } from '../../core/model/ids.ts'
import type { CableShape } from './cableShapes.ts'
import { distance, pointAt } from './curves.ts'

/** The cable that passes nearest to a point, not further away than `reach`; null where none does. */
export function nearestCable(cables: readonly CableShape[], at: Point, reach: number): LinkId | null {
  let best: LinkId | null = null
  let least = reach
  for (const cable of cables) {
    if (!mayReach(cable, at, reach)) continue
    const away = distanceTo(cable, at)
    if (away > least) continue
    least = away
    best = cable.id
  }
  return best
}

/** A curve stays within the box round its four points. */
function mayReach({ curve }: CableShape, { x, y }: Point, reach: number): boolean {
  const [xs, ys] = [curve.map((point) => point.x), curve.map((point) => point.y)]
  return (
    Math.max(...xs) >= x - reach &&
    Math.min(...xs) <= x + reach &&
    Math.max(...ys) >= y - reach &&
    Math.min(...ys) <= y + reach
  )
}

/** To the chords that stand for the curve. */
function distanceTo({ curve }: CableShape, at: Point): number {
  let least = Infinity
  let last = curve[0]
  for (let i = 1; i <= CHORDS; i++) {
    const next = pointAt(curve, i / CHORDS)
    least = Math.min(least, distanceToChord(last, next, at))
    last = next
  }
  return least
}

function distanceToChord(a: Point, b: Point, at: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const square = dx * dx + dy * dy
  const part = square === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - a.x) * dx + (at.y - a.y) * dy) / square))
  return distance(at, { x: a.x + part * dx, y: a.y + part * dy })
}

const CHORDS = 24
