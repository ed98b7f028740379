import type { Point } from '../../core/model/design.ts'
import type { BondId, DeviceId, LinkId, PortId } from '../../core/model/ids.ts'
import type { Link, Topology } from '../../core/model/topology.ts'
import { between, type Curve, distance, lengthOf, plus, pointAt } from './curves.ts'
import { type DeviceShape, type PortSpot, type Side, outlet } from './deviceShapes.ts'
import type { PairShape } from './pairShapes.ts'

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

export function cableShapes(
  topology: Topology,
  devices: ReadonlyMap<DeviceId, DeviceShape>,
  pairs: readonly PairShape[],
  bends: Readonly<Record<LinkId, Point>> = {},
): readonly CableShape[] {
  const spots = spotsByPort(devices)
  const bondOf = new Map(topology.bonds.flatMap((bond) => bond.members.map((link) => [link, bond.id])))
  const peerLinks = new Set(topology.domains.map(({ peerLink }) => peerLink))
  const marks: Point[] = []
  return topology.links.flatMap((link): readonly CableShape[] => {
    const [a, b] = [spots.get(link.ends[0]), spots.get(link.ends[1])]
    if (a === undefined || b === undefined) return []
    const bond = bondOf.get(link.id) ?? null
    const kind = kindOf(link, bond, peerLinks)
    const curve = bent(curveBetween(a, b), bends[link.id])
    const sideways = isSideways(a.spot.side) && isSideways(b.spot.side)
    const markAt = clearPlace(curve, sideways ? SIDEWAYS_PLACES : PLACES, marks)
    const near = Math.min(0.4, MARK_AWAY / lengthOf(curve))
    marks.push(pointAt(curve, markAt))
    return [
      {
        id: link.id,
        kind,
        bond,
        devices: [a.shape.id, b.shape.id],
        ports: [link.ends[0], link.ends[1]],
        sides: [a.spot.side, b.spot.side],
        curve,
        casing: kind === 'peer-link' ? null : casingOf(curve, [a.shape, b.shape], pairs),
        markAt,
        ground: groundAt(pairs, pointAt(curve, 0.5)),
        endGrounds: [groundAt(pairs, pointAt(curve, near)), groundAt(pairs, pointAt(curve, 1 - near))],
      },
    ]
  })
}

interface Placed {
  readonly shape: DeviceShape
  readonly spot: PortSpot
}

function spotsByPort(devices: ReadonlyMap<DeviceId, DeviceShape>): ReadonlyMap<PortId, Placed> {
  const spots = new Map<PortId, Placed>()
  for (const shape of devices.values()) for (const spot of shape.ports) spots.set(spot.id, { shape, spot })
  return spots
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
    return !ends.some((end) => contains(end, point, RING_ZONE)) && !pairs.some((pair) => contains(pair, point, 14))
  })
  const [first, last] = [open[0], open.at(-1)]
  return first === undefined || last === undefined || first === last ? null : between(curve, first, last)
}

/** As near to the middle as the other cables' buttons allow. */
function clearPlace(curve: Curve, places: readonly number[], taken: readonly Point[]): number {
  const free = places.find((t) => {
    const point = pointAt(curve, t)
    return taken.every((other) => distance(other, point) >= BUTTON)
  })
  return free ?? places[0] ?? 0.5
}

function isSideways(side: Side): boolean {
  return side === 'left' || side === 'right'
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
/** Size of a cable's button. */
const BUTTON = 22
/** The ring of a peer-link keeps the middle. */
const SIDEWAYS_PLACES: readonly number[] = [0.26, 0.74]
const PLACES: readonly number[] = [0.5, 0.44, 0.56, 0.38, 0.62, 0.33, 0.67, 0.28, 0.72, 0.47, 0.53]
