import { decodeFrame } from '../core/capture/decode.ts'
import { writePcapng } from '../core/capture/pcapng.ts'
import type { CaptureScope, FrameKind, FrameRow } from '../core/model/capture.ts'
import { capturedFrames, createTap, type Captured, type CaptureTap } from '../core/sim/capture.ts'
import { captureFile, fateText, linksIn } from '../core/sim/captureFile.ts'
import { encodeFrame } from '../core/sim/frameOctets.ts'
import { keptBefore } from '../core/sim/history.ts'
import { runUntil } from '../core/sim/simulator.ts'
import type { Frame } from '../core/sim/wireFrames.ts'
import type { Simulator } from '../core/sim/state.ts'
import type { Command, Update } from './messages.ts'
import type { Runner } from './runner.ts'

/** Frames of a file: about 30 megabytes, and a few seconds to put them together. */
const FRAMES_CAPTURED = 200_000
/** Rows after the instant that is shown. */
const ROWS_AHEAD = 4
/** Events between two looks at the clock. */
const SLICE_EVENTS = 4_000

/** Part of the list of latest frames. Frames are recorded as they are, and put into octets and words only here. */
export function frameRows({ id, sim, past }: Runner, { filter, from, count }: Command & { type: 'frames' }): Update {
  const frames = remembered(sim)
  const links = linksIn(sim.plan, filter.scope)
  const matching = frames.filter(
    ({ link, frame }) => (links?.has(link) ?? true) && (filter.kind === null || KINDS[frame.kind] === filter.kind),
  )
  const first = from ?? Math.max(0, (past === null ? matching.length : shownEnd(matching, past)) - count)
  const rows = matching.slice(first, first + count).flatMap((captured) => rowOf(sim, captured) ?? [])
  return { type: 'frames', id, total: matching.length, from: first, rows }
}

export function frameDetail({ id, sim }: Runner, seq: number): Update {
  const captured = remembered(sim).find((one) => one.seq === seq)
  const row = captured && rowOf(sim, captured)
  if (!captured || !row) return { type: 'frame', id, detail: null }
  const octets = octetsOf(sim, captured)
  return { type: 'frame', id, detail: { row, fields: decodeFrame(octets).fields, octets } }
}

/** A run that goes once more from its beginning to where it stood, recording. */
export interface CaptureJob {
  readonly id: number
  readonly sim: Simulator
  readonly tap: CaptureTap
  /** Engine time. */
  readonly until: number
}

export function startCapture(runner: Runner, scope: CaptureScope, probes: boolean): CaptureJob {
  const { history, commands, sim: live } = runner
  const sim = keptBefore(history, live, commands, live.zero)
  const tap = createTap({ links: linksIn(sim.plan, scope), probes, limit: FRAMES_CAPTURED, keep: 'first' })
  sim.capture = tap
  return { id: runner.id, sim, tap, until: live.now }
}

/** Runs the job on for so long. `clock` gives milliseconds. */
export function captureSome({ sim, until }: CaptureJob, clock: () => number, budgetMs: number): void {
  const started = clock()
  while (clock() - started < budgetMs) if (runUntil(sim, until, SLICE_EVENTS) !== 'budget-spent') return
}

export function captureDone({ sim, tap, until }: CaptureJob): boolean {
  return sim.now >= until || sim.storm !== null || tap.seen > tap.limit
}

export function captureUpdate({ id, sim, tap }: CaptureJob): Update & { readonly type: 'capture' } {
  const file = captureFile(sim, tap)
  return {
    type: 'capture',
    id,
    pcapng: writePcapng(file),
    frames: file.packets.length,
    complete: tap.seen <= tap.limit,
  }
}

/** Where the latest rows end while a past instant is shown: a little after it, so that what comes next is seen. */
function shownEnd(frames: readonly Captured[], past: Simulator): number {
  const next = frames.findIndex(({ at }) => at > past.now - past.zero)
  return next < 0 ? frames.length : Math.min(frames.length, next + ROWS_AHEAD)
}

function remembered(sim: Simulator): readonly Captured[] {
  return sim.capture === null ? [] : capturedFrames(sim.capture)
}

function rowOf(sim: Simulator, captured: Captured): FrameRow | null {
  const { plan } = sim
  const { seq, at, link, fromEnd, frame } = captured
  const kind = KINDS[frame.kind]
  const [from, to] = (fromEnd === 0 ? [0, 1] : [1, 0]).map((end) => plan.ports[plan.links[link]?.ports[end] ?? -1])
  if (kind === null || !from || !to) return null
  return {
    seq,
    at,
    kind,
    from: from.id,
    to: to.id,
    summary: decodeFrame(octetsOf(sim, captured)).summary,
    lost: captured.fate.is === 'lost',
    fate: fateText(plan, captured),
  }
}

function octetsOf({ plan, zero }: Simulator, { link, fromEnd, frame }: Captured): Uint8Array {
  return encodeFrame(plan, link, fromEnd, frame, zero)
}

/** Probes have no row. */
const KINDS: Readonly<Record<Frame['kind'], FrameKind | null>> = {
  data: null,
  arp: 'arp',
  lacp: 'lacp',
  bpdu: 'bpdu',
  keepalive: 'keepalive',
  peer: 'peer-sync',
}
