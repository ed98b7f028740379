import type { Point } from '../../core/model/design.ts'

/** A cubic: start, two handles, end. */
export type Curve = readonly [Point, Point, Point, Point]

/** The point at `t` (0..1). */
export function pointAt([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t
  return {
    x: s * s * s * a.x + 3 * s * s * t * b.x + 3 * s * t * t * c.x + t * t * t * d.x,
    y: s * s * s * a.y + 3 * s * s * t * b.y + 3 * s * t * t * c.y + t * t * t * d.y,
  }
}

/** Direction of travel at `t`, in degrees clockwise from the x axis. */
export function angleAt([a, b, c, d]: Curve, t: number): number {
  const s = 1 - t
  const dx = 3 * s * s * (b.x - a.x) + 6 * s * t * (c.x - b.x) + 3 * t * t * (d.x - c.x)
  const dy = 3 * s * s * (b.y - a.y) + 6 * s * t * (c.y - b.y) + 3 * t * t * (d.y - c.y)
  return (Math.atan2(dy, dx) * 180) / Math.PI
}

/** The part between two values of `t` as a curve of its own (de Casteljau). */
export function between(curve: Curve, from: number, to: number): Curve {
  const head = split(curve, to)[0]
  return to === 0 ? head : split(head, from / to)[1]
}

/** SVG path data, to a tenth of a pixel. */
export function pathOf([a, b, c, d]: Curve): string {
  return `M${num(a.x)} ${num(a.y)}C${num(b.x)} ${num(b.y)} ${num(c.x)} ${num(c.y)} ${num(d.x)} ${num(d.y)}`
}

/** Length in px, from 24 chords. */
export function lengthOf(curve: Curve): number {
  let length = 0
  let last = curve[0]
  for (let i = 1; i <= 24; i++) {
    const next = pointAt(curve, i / 24)
    length += distance(last, next)
    last = next
  }
  return length
}

/** The same curve moved sideways by `by` px (to the right of travel), handles included. Good for gentle curves. */
export function shifted(curve: Curve, by: number): Curve {
  const [a, b, c, d] = curve
  const start = normal(angleAt(curve, 0), by)
  const end = normal(angleAt(curve, 1), by)
  return [plus(a, start), plus(b, start), plus(c, end), plus(d, end)]
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

export function plus(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y }
}

function split([a, b, c, d]: Curve, t: number): readonly [Curve, Curve] {
  const ab = mix(a, b, t)
  const bc = mix(b, c, t)
  const cd = mix(c, d, t)
  const abc = mix(ab, bc, t)
  const bcd = mix(bc, cd, t)
  const middle = mix(abc, bcd, t)
  return [
    [a, ab, abc, middle],
    [middle, bcd, cd, d],
  ]
}

function mix(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
}

function normal(angle: number, by: number): Point {
  const radians = ((angle + 90) * Math.PI) / 180
  return { x: Math.cos(radians) * by, y: Math.sin(radians) * by }
}

function num(value: number): number {
  return Math.round(value * 10) / 10
}
