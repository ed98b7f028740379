import type { SimTime } from '../../core/model/runView.ts'

/** The stretch of time that the lanes show. */
export interface Scale {
  /** Simulated time at the left edge; may be negative before the run is as long as the view. */
  readonly from: SimTime
  readonly spanUs: number
  readonly widthPx: number
}

export function xOf(scale: Scale, at: SimTime): number {
  return ((at - scale.from) / scale.spanUs) * scale.widthPx
}

export function timeOf(scale: Scale, x: number): SimTime {
  return Math.round(scale.from + (x / scale.widthPx) * scale.spanUs)
}

/** Where the view begins: a fixed place, or so that the present stands at six tenths of the width. */
export function viewFrom(pinnedFrom: SimTime | null, spanUs: number, now: SimTime): SimTime {
  return pinnedFrom ?? Math.max(-spanUs * LEAD, now - spanUs * PRESENT)
}

/** Distance of ruler marks: the smallest 1, 2 or 5 times a power of ten that leaves room for their text. */
export function rulerStep(scale: Scale): number {
  const least = (RULER_GAP_PX / scale.widthPx) * scale.spanUs
  const power = 10 ** Math.floor(Math.log10(least))
  return power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10)
}

/** Times of the ruler's marks within the view, none before the run began. */
export function rulerMarks(scale: Scale): readonly SimTime[] {
  const step = rulerStep(scale)
  const first = Math.max(0, Math.ceil(scale.from / step))
  const last = Math.floor((scale.from + scale.spanUs) / step)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => (first + at) * step)
}

/** Digits behind the point that tell marks of this distance apart. */
export function rulerDecimals(stepUs: number): number {
  return Math.min(6, Math.max(0, Math.ceil(-Math.log10(stepUs / 1_000_000))))
}

export const SPAN_MIN_US = 10_000
export const SPAN_MAX_US = 3_600_000_000

const PRESENT = 0.6
const LEAD = 0.02
const RULER_GAP_PX = 84
