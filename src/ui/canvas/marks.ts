import type { Point } from '../../core/model/design.ts'
import { type Curve, distance, pointAt } from './curves.ts'
import type { Side } from './deviceShapes.ts'

/** Where the buttons of cables are, by squares twice as wide as a button: what is near lies in four of them at most. */
export class Marks {
  private readonly squares = new Map<number, Point[]>()

  put(point: Point): void {
    const square = this.squares.get(squareOf(point.x, point.y))
    if (square === undefined) this.squares.set(squareOf(point.x, point.y), [point])
    else square.push(point)
  }

  /** As near to the middle of a cable as the other cables' buttons allow. */
  clearPlace({ curve, sides }: { readonly curve: Curve; readonly sides: readonly Side[] }): number {
    const places = sides.every(isSideways) ? SIDEWAYS_PLACES : PLACES
    return places.find((t) => this.isFree(pointAt(curve, t))) ?? places[0] ?? 0.5
  }

  private isFree(point: Point): boolean {
    const { x, y } = point
    const [left, right] = [columnOf(x - BUTTON), columnOf(x + BUTTON)]
    const [top, bottom] = [columnOf(y - BUTTON), columnOf(y + BUTTON)]
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const square = this.squares.get(squareAt(column, row))
        if (square?.some((other) => distance(other, point) < BUTTON) === true) return false
      }
    }
    return true
  }
}

export function isSideways(side: Side): boolean {
  return side === 'left' || side === 'right'
}

function squareOf(x: number, y: number): number {
  return squareAt(columnOf(x), columnOf(y))
}

function columnOf(x: number): number {
  return Math.floor(x / (2 * BUTTON))
}

/** Squares far apart may share a number; what is in them is measured anyway. */
function squareAt(column: number, row: number): number {
  return (column << 15) + row
}

/** Size of a cable's button. */
const BUTTON = 22
/** The ring of a peer-link keeps the middle. */
const SIDEWAYS_PLACES: readonly number[] = [0.26, 0.74]
const PLACES: readonly number[] = [0.5, 0.44, 0.56, 0.38, 0.62, 0.33, 0.67, 0.28, 0.72, 0.47, 0.53]
