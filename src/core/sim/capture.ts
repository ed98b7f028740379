import type { Frame } from './wireFrames.ts'
import type { Simulator } from './state.ts'

/** Records frames as they are sent. A run without one pays nothing; with one it happens all the same. */
export interface CaptureTap {
  /** Cables to listen on; null: all. */
  readonly links: ReadonlySet<number> | null
  /** Probes too, not only what protocols say. */
  readonly probes: boolean
  /** How many frames are kept, and which of them when there are more. */
  readonly limit: number
  readonly keep: 'first' | 'latest'
  /** In order of sending while `seen` is not beyond the limit; then, keeping the latest, a ring. */
  readonly records: Captured[]
  seen: number
}

/** One frame on one cable. */
export interface Captured {
  /** Counts from 0 in one tap. */
  readonly seq: number
  /** Reported time of sending, microseconds. */
  readonly at: number
  readonly link: number
  readonly fromEnd: 0 | 1
  readonly frame: Frame
  fate: Fate
}

/** `lost`: on its way. `discarded`: it arrived, and the device did nothing with it. */
export type Fate =
  | { readonly is: 'under-way' | 'delivered' }
  | { readonly is: 'lost' | 'discarded'; readonly reason: string }

export function createTap(options: Omit<CaptureTap, 'records' | 'seen'>): CaptureTap {
  return { ...options, records: [], seen: 0 }
}

/** Notes a frame that goes onto a cable. Returns what to tell its fate to; null: nobody listens. */
export function captureSent(
  sim: Simulator,
  link: number,
  fromEnd: 0 | 1,
  frame: Frame,
  lost: string | null,
): Captured | null {
  const tap = sim.capture
  if (tap === null || (frame.kind === 'data' && !tap.probes) || tap.links?.has(link) === false) return null
  const seq = tap.seen
  tap.seen += 1
  if (seq >= tap.limit && tap.keep === 'first') return null
  const fate: Fate = lost === null ? UNDER_WAY : { is: 'lost', reason: lost }
  const captured: Captured = { seq, at: sim.now - sim.zero, link, fromEnd, frame, fate }
  tap.records[seq % tap.limit] = captured
  return captured
}

/** Notes what became of a frame at the end of its cable. Reasons are null where there is none. */
export function captureArrival(captured: Captured, lost: string | null, discarded: string | null): void {
  if (lost !== null) captured.fate = { is: 'lost', reason: lost }
  else captured.fate = discarded === null ? DELIVERED : { is: 'discarded', reason: discarded }
}

/** What the tap holds, in order of sending. */
export function capturedFrames({ records, seen, limit, keep }: CaptureTap): readonly Captured[] {
  if (keep === 'first' || seen <= limit) return records
  const oldest = seen % limit
  return [...records.slice(oldest), ...records.slice(0, oldest)]
}

const UNDER_WAY: Fate = { is: 'under-way' }
const DELIVERED: Fate = { is: 'delivered' }
