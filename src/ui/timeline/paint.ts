import type { DeviceId } from '../../core/model/ids.ts'
import type { DirectionView, FrameView, RunEvent, SimTime } from '../../core/model/runView.ts'
import type { TimedCommand } from '../../core/model/scenario.ts'
import type { Colours } from './colours.ts'
import type { DeviceLane, FlowLane, Lane } from './lanes.ts'
import { paintMark } from './marks.ts'
import { firstAtOrAfter, outageEnd } from './outages.ts'
import { paintOutage } from './paintOutage.ts'
import { rulerDecimals, rulerMarks, rulerStep, xOf, type Scale } from './scale.ts'

/** Everything the lanes show; `height` is the visible part, `scrolled` how far down it begins. */
export interface LaneScene {
  readonly scale: Scale
  readonly height: number
  readonly scrolled: number
  /** Where the run stands, and the instant that is shown. */
  readonly now: SimTime
  readonly shown: SimTime
  readonly lanes: readonly Lane[]
  readonly directionOf: (lane: FlowLane) => DirectionView | undefined
  readonly events: readonly RunEvent[]
  /** Commands that wait for their time. */
  readonly coming: readonly TimedCommand[]
  readonly frames: readonly FrameView[]
  readonly senderOf: (frame: FrameView) => DeviceId | undefined
  readonly probeUs: number
  /** Since when all directions that had no outage deliver; null while one does not yet. */
  readonly quietSince: SimTime | null
}

/** What the ruler shows: the instant in view, the next timer, and commands to come. */
export interface RulerScene {
  readonly scale: Scale
  readonly shown: SimTime
  readonly timerAt: SimTime | null
  readonly coming: readonly TimedCommand[]
}

type Context = CanvasRenderingContext2D

/** The totals that were written on the lane of a flow, from left to right. */
export interface WrittenTotals {
  readonly lane: FlowLane
  readonly totals: readonly string[]
}

/** Draws all visible lanes with what happened on them up to now. Returns what was written of outages, by lane. */
export function paintLanes(c: Context, colours: Colours, scene: LaneScene): readonly WrittenTotals[] {
  const { scale, height, scrolled, now } = scene
  c.clearRect(0, 0, scale.widthPx, height)
  const present = xOf(scale, now)
  hatchFuture(c, colours, present, scale.widthPx, height)
  for (const { at, command } of scene.coming) {
    c.fillStyle = colours.state[command.type === 'fail' ? 'down' : 'forwarding']
    c.fillRect(xOf(scale, at) - 0.5, 0, 1, height)
  }
  const sent = sentBy(scene)
  const written: WrittenTotals[] = []
  for (const lane of scene.lanes) {
    const top = lane.top - scrolled
    if (top > height || top + lane.height < 0) continue
    c.fillStyle = colours.line
    c.fillRect(0, top, scale.widthPx, 1)
    if (lane.kind === 'flow') written.push({ lane, totals: paintFlow(c, colours, scene, lane, top) })
    else if (lane.kind === 'device') paintDevice(c, colours, scene, lane, top, sent.get(lane.device) ?? [])
    else if (scene.quietSince !== null) {
      line(c, colours.state.forwarding, xOf(scale, scene.quietSince), present, top + lane.height / 2)
    }
  }
  c.fillStyle = colours.you
  c.fillRect(xOf(scale, scene.shown) - 0.75, 0, 1.5, height)
  return written
}

/** Draws the ruler with the flag of the instant that is shown and the marks of the next timer and of commands. */
export function paintRuler(c: Context, colours: Colours, { scale, shown: now, timerAt, coming }: RulerScene): void {
  c.clearRect(0, 0, scale.widthPx, RULER)
  const decimals = rulerDecimals(rulerStep(scale))
  c.font = `11px ${colours.families.mono}`
  c.textBaseline = 'middle'
  c.textAlign = 'left'
  for (const mark of rulerMarks(scale)) {
    const x = Math.round(xOf(scale, mark))
    c.fillStyle = colours.line2
    c.fillRect(x, 0, 1, RULER)
    c.fillStyle = colours.ink3
    c.fillText((mark / 1_000_000).toFixed(decimals), x + 5, RULER / 2 + 0.5)
  }
  if (timerAt !== null) paintDiamond(c, colours.panel, colours.ink2, xOf(scale, timerAt))
  for (const { at, command } of coming) {
    const colour = colours.state[command.type === 'fail' ? 'down' : 'forwarding']
    paintDiamond(c, colour, colour, xOf(scale, at))
  }
  paintFlag(c, colours, xOf(scale, now), (now / 1_000_000).toFixed(3))
}

function paintFlow(c: Context, colours: Colours, scene: LaneScene, lane: FlowLane, top: number): readonly string[] {
  const view = scene.directionOf(lane)
  if (view === undefined) return []
  const { scale, now } = scene
  const middle = top + lane.height / 2
  const begin = view.startup * scene.probeUs
  if (view.delivered > 0) line(c, colours.state.forwarding, xOf(scale, begin), xOf(scale, now), middle)
  const seen = view.outages.filter(
    (outage) => outageEnd(outage, now) >= scale.from && outage.startAt <= scale.from + scale.spanUs,
  )
  let free = 0
  const totals: string[] = []
  for (const [at, outage] of seen.entries()) {
    const next = seen[at + 1]
    const room = { from: free, to: next === undefined ? Infinity : xOf(scale, next.startAt) }
    const { end, total } = paintOutage(c, colours, scene, outage, { top, height: lane.height, room })
    free = end
    if (total !== null) totals.push(total)
  }
  return totals
}

/** Frames within the view by the device that sent them. */
function sentBy({ scale, frames, senderOf }: LaneScene): ReadonlyMap<DeviceId, readonly FrameView[]> {
  const all = new Map<DeviceId, FrameView[]>()
  for (let at = firstAtOrAfter(frames, scale.from); at < frames.length; at++) {
    const frame = frames[at]
    const device = frame && senderOf(frame)
    if (frame === undefined || device === undefined) continue
    const own = all.get(device)
    if (own === undefined) all.set(device, [frame])
    else own.push(frame)
  }
  return all
}

function paintDevice(
  c: Context,
  colours: Colours,
  scene: LaneScene,
  lane: DeviceLane,
  top: number,
  sent: readonly FrameView[],
): void {
  const { scale, events } = scene
  const middle = top + lane.height / 2
  c.fillStyle = colours.ink3
  for (const { at } of sent) c.fillRect(xOf(scale, at), middle - 3, 1.5, 6)
  const clusters = clustersOf(scene, events, lane)
  clusters.forEach((cluster, at) => {
    const next = clusters[at + 1]?.x ?? scale.widthPx
    const before = clusters[at - 1]?.end ?? 0
    cluster.end = paintCluster(c, colours, lane.name, cluster, before, next, middle)
  })
}

interface Cluster {
  readonly x: number
  readonly events: RunEvent[]
  end: number
}

/** Events of a lane within the view; what would stand on top of each other is one cluster. */
function clustersOf({ scale }: LaneScene, events: readonly RunEvent[], lane: DeviceLane): readonly Cluster[] {
  const clusters: Cluster[] = []
  const until = scale.from + scale.spanUs
  for (let at = firstAtOrAfter(events, scale.from); at < events.length; at++) {
    const event = events[at]
    if (event === undefined || event.at > until) break
    if (event.device !== lane.device) continue
    const x = xOf(scale, event.at)
    const last = clusters.at(-1)
    if (last !== undefined && x - last.x < CLUSTER_PX) last.events.push(event)
    else clusters.push({ x, events: [event], end: x + 6 })
  }
  return clusters
}

/** Returns where what was drawn ends. */
function paintCluster(
  c: Context,
  colours: Colours,
  device: string,
  { x, events }: Cluster,
  before: number,
  next: number,
  y: number,
): number {
  const worst = events.find((event) => event.kind === 'failure') ?? events.at(-1)
  if (worst === undefined) return x
  // The lane says whose it is.
  const named = worst.text.startsWith(device)
  const what = named ? worst.text.slice(device.length).replace(/^:? /, '') : worst.text
  const text = events.length > 1 ? `${events.length} events: ${what}` : what
  c.font = `11px ${colours.families.ui}`
  c.textBaseline = 'middle'
  const wide = c.measureText(text).width
  const fitsRight = x + 11 + wide + 4 < next - 6
  const fitsLeft = !fitsRight && x - 11 - wide - 4 > before
  let end = x + 6
  if (fitsRight || fitsLeft) {
    const from = fitsRight ? x + 11 : x - 11 - wide
    c.fillStyle = colours.panel
    c.fillRect(from - 3, y - 8, wide + 6, 16)
    c.fillStyle = colours.ink2
    c.textAlign = 'left'
    c.fillText(text, from, y + 1)
    if (fitsRight) end = from + wide
  } else if (events.length > 1) {
    c.fillStyle = colours.ink2
    c.textAlign = 'left'
    if (x + 9 + 14 < next) c.fillText(String(events.length), x + 9, y + 1)
  }
  paintMark(c, colours, worst.state, x, y)
  return end
}

function paintDiamond(c: Context, fill: string, edge: string, x: number): void {
  const y = RULER / 2
  c.beginPath()
  c.moveTo(x, y - 4.5)
  c.lineTo(x + 4.5, y)
  c.lineTo(x, y + 4.5)
  c.lineTo(x - 4.5, y)
  c.closePath()
  c.fillStyle = fill
  c.fill()
  c.strokeStyle = edge
  c.lineWidth = 1.25
  c.stroke()
}

function paintFlag(c: Context, colours: Colours, x: number, text: string): void {
  c.font = `600 11px ${colours.families.mono}`
  const wide = c.measureText(text).width + 12
  c.fillStyle = colours.you
  c.beginPath()
  c.roundRect(x - wide / 2, 1, wide, 18, 2)
  c.fill()
  c.fillStyle = colours.onYou
  c.textAlign = 'center'
  c.textBaseline = 'middle'
  c.fillText(text, x, RULER / 2 + 0.5)
}

/** Nothing is known right of the present. */
function hatchFuture(c: Context, colours: Colours, from: number, width: number, height: number): void {
  if (from >= width) return
  c.save()
  c.beginPath()
  c.rect(Math.max(0, from), 0, width - Math.max(0, from), height)
  c.clip()
  c.globalAlpha = 0.55
  c.strokeStyle = colours.line
  c.lineWidth = 1
  c.beginPath()
  for (let x = -height; x < width; x += 9.9) {
    c.moveTo(x, height)
    c.lineTo(x + height, 0)
  }
  c.stroke()
  c.restore()
}

function line(c: Context, colour: string, from: number, to: number, y: number): void {
  const left = Math.max(0, from)
  if (to <= left) return
  c.fillStyle = colour
  c.fillRect(left, y - 1, Math.min(to, c.canvas.clientWidth) - left, 2)
}

const RULER = 20
const CLUSTER_PX = 13
