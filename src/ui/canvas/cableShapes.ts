import type { Point } from '../../core/model/design.ts'
import { type BondId, type DeviceId, type LinkId, type PortId, toId } from '../../core/model/ids.ts'
import type { Link, Topology } from '../../core/model/topology.ts'
import { between, type Curve, distance, lengthOf, plus, pointAt } from './curves.ts'
import { type DeviceShape, type DeviceShapes, type PortSpot, type Side, outlet } from './deviceShapes.ts'
import { keep } from './keep.ts'
import { Marks } from './marks.ts'
import type { PairShape } from './pairShapes.ts'
import { wiringOf } from './wiring.ts'

export type Ground = 'canvas' | 'pair'

export type CableKind = 'peer-link' | 'keepalive' | 'member' | 'orphan' | 'uplink'

/** A cable on the canvas. */
export interface CableShape {
  readonly id: LinkId
  readonly kind: CableKind
  readonly bond: BondId | null
  readonly devices: readonly [DeviceId, DeviceId]
  readonly ports: readonly [PortId, PortId]
  readonly sides: readonly [Side, Side]
  readonly curve: Curve
  /** The stretch that gets a casing, so that a crossing reads as over and under; null on straight peer-links. */
  readonly casing: Curve | null
  /** Where on the curve the cable's button and failure mark sit (0..1). */
  readonly markAt: number
  /** What lies behind the middle of the cable, and behind the marks near its ends. */
  readonly ground: Ground
  readonly endGrounds: readonly [Ground, Ground]
}

/** The scene that a new one is made from: what is the same in both is taken over. */
export interface Earlier {
  readonly devices: DeviceShapes
  readonly pairs: readonly PairShape[]
  readonly cables: readonly CableShape[]
  readonly bends: Bends
}

/** How far the middle of a cable is pulled from where it would lie. */
export type Bends = Readonly<Record<LinkId, Point>>

export function cableShapes(
  topology: Topology,
  devices: DeviceShapes,
  pairs: readonly PairShape[],
  bends: Bends = {},
  earlier: Earlier | null = null,
): readonly CableShape[] {
  const wiring = wiringOf(topology)
  const known = earlier === null ? null : new Map(earlier.cables.map((cable) => [cable.id, cable]))
  const moved = earlier === null ? [] : changedPairs(earlier.pairs, pairs)
  const marks = new Marks()
  const shapes: CableShape[] = []
  for (const link of topology.links) {
    const a = devices.get(wiring.deviceOf.get(link.ends[0]) ?? NO_DEVICE)
    const b = devices.get(wiring.deviceOf.get(link.ends[1]) ?? NO_DEVICE)
    if (a === undefined || b === undefined) continue
    const old = known?.get(link.id)
    const bond = wiring.bondOf.get(link.id) ?? null
    const kind = kindOf(link, bond, wiring.peerLinks)
    const same =
      old !== undefined &&
      old.kind === kind &&
      old.bond === bond &&
      old.ports[0] === link.ends[0] &&
      old.ports[1] === link.ends[1] &&
      earlier?.devices.get(a.id) === a &&
      earlier.devices.get(b.id) === b &&
      earlier.bends[link.id] === bends[link.id] &&
      !moved.some((pair) => passes(old.curve, pair))
    const drawn = same ? old : drawnBetween(link, a, b, bond, kind, pairs, bends[link.id])
    if (drawn === null) continue
    const markAt = marks.clearPlace(drawn)
    marks.put(pointAt(drawn.curve, markAt))
    const shape = drawn.markAt === markAt ? drawn : { ...drawn, markAt }
    shapes.push(shape === old ? old : keep(old, shape))
  }
  return shapes
}

const NO_DEVICE = toId<'device'>('')

/** A cable before its mark is placed. */
function drawnBetween(
  link: Link,
  from: DeviceShape,
  to: DeviceShape,
  bond: BondId | null,
  kind: CableKind,
  pairs: readonly PairShape[],
  bend: Point | undefined,
): CableShape | null {
  const [a, b] = [placedOf(from, link.ends[0]), placedOf(to, link.ends[1])]
  if (a === null || b === null) return null
  const curve = bent(curveBetween(a, b), bend)
  const near = Math.min(0.4, MARK_AWAY / lengthOf(curve))
  return {
    id: link.id,
    kind,
    bond,
    devices: [from.id, to.id],
    ports: [link.ends[0], link.ends[1]],
    sides: [a.spot.side, b.spot.side],
    curve,
    casing: kind === 'peer-link' ? null : casingOf(curve, [from, to], pairs),
    markAt: NaN,
    ground: groundAt(pairs, pointAt(curve, 0.5)),
    endGrounds: [groundAt(pairs, pointAt(curve, near)), groundAt(pairs, pointAt(curve, 1 - near))],
  }
}

interface Placed {
  readonly shape: DeviceShape
  readonly spot: PortSpot
}

function placedOf(shape: DeviceShape, port: PortId): Placed | null {
  const spot = shape.ports.find(({ id }) => id === port)
  return spot === undefined ? null : { shape, spot }
}

/** Pairs that came, went or changed, as they were and as they are. */
function changedPairs(before: readonly PairShape[], now: readonly PairShape[]): readonly PairShape[] {
  if (before === now) return []
  const [had, has] = [new Set(before), new Set(now)]
  return [...before.filter((pair) => !has.has(pair)), ...now.filter((pair) => !had.has(pair))]
}

/** Whether a cable may lie over a pair: it stays within the box round its four points. */
function passes(curve: Curve, { x, y, width, height }: PairShape): boolean {
  const [xs, ys] = [curve.map((point) => point.x), curve.map((point) => point.y)]
  return (
    Math.max(...xs) > x - PAIR_MARGIN &&
    Math.min(...xs) < x + width + PAIR_MARGIN &&
    Math.max(...ys) > y - PAIR_MARGIN &&
    Math.min(...ys) < y + height + PAIR_MARGIN
  )
}

function kindOf(link: Link, bond: BondId | null, peerLinks: ReadonlySet<BondId | null>): CableKind {
  if (link.use !== 'data') return link.use
  if (bond === null) return 'orphan'
  return peerLinks.has(bond) ? 'peer-link' : 'member'
}

function curveBetween(a: Placed, b: Placed): Curve {
  return curveFrom(outlet(a.shape, a.spot), a.spot.side, outlet(b.shape, b.spot), b.spot.side)
}

/** With its middle pulled away: that of a cubic goes three quarters of the way of its handles. */
function bent([a, b, c, d]: Curve, by: Point | undefined): Curve {
  if (by === undefined) return [a, b, c, d]
  const pull = { x: (by.x * 4) / 3, y: (by.y * 4) / 3 }
  return [a, plus(b, pull), plus(c, pull), d]
}

/** Leaves both ends at right angles. Also the line of a cable that is being drawn. */
export function curveFrom(from: Point, fromSide: Side, to: Point, toSide: Side): Curve {
  return [from, handle(from, fromSide, to), handle(to, toSide, from), to]
}

/** 46 % of the way towards the other end; a port that looks away from it still leaves its face straight. */
function handle(at: Point, side: Side, other: Point): Point {
  const out = OUTWARD[side]
  const ahead = (other.x - at.x) * out.x + (other.y - at.y) * out.y
  const reach = Math.max(0.46 * ahead, Math.min(64, 0.5 * distance(at, other)))
  return { x: at.x + out.x * reach, y: at.y + out.y * reach }
}

/** Casings stay clear of faces, rings and pair containers: there they would wipe out what lies below. */
function casingOf(curve: Curve, ends: readonly DeviceShape[], pairs: readonly PairShape[]): Curve | null {
  const steps = Array.from({ length: STEPS - 1 }, (_, i) => (i + 1) / STEPS)
  const open = steps.filter((t) => {
    const point = pointAt(curve, t)
    return (
      !ends.some((end) => contains(end, point, RING_ZONE)) && !pairs.some((pair) => contains(pair, point, PAIR_MARGIN))
    )
  })
  const [first, last] = [open[0], open.at(-1)]
  return first === undefined || last === undefined || first === last ? null : between(curve, first, last)
}

function groundAt(pairs: readonly PairShape[], point: Point): Ground {
  return pairs.some((pair) => contains(pair, point)) ? 'pair' : 'canvas'
}

function contains(
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  point: Point,
  margin = 0,
): boolean {
  return point.x > x - margin && point.x < x + width + margin && point.y > y - margin && point.y < y + height + margin
}

const OUTWARD: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
}

/** Distance of a mark from the end that holds the cable. */
export const MARK_AWAY = 22

const STEPS = 32
const RING_ZONE = 44
/** Casings end so far from a pair's container. */
const PAIR_MARGIN = 14
