import type { Point } from '../../core/model/design.ts'
import type { BondId, DeviceId, DomainId } from '../../core/model/ids.ts'
import type { Bond, BondEnd, Topology } from '../../core/model/topology.ts'
import type { CableShape } from './cableShapes.ts'
import { pointAt } from './curves.ts'
import type { DeviceShape } from './deviceShapes.ts'
import type { PairShape } from './pairShapes.ts'

/** The ring round the member cables of a bond. */
export interface RibbonShape {
  readonly id: BondId
  /** Lying round cables that run up and down, or upright round a peer-link. */
  readonly upright: boolean
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Where its tag is attached. */
  readonly tag: 'left' | 'right' | 'below'
  readonly ground: 'canvas' | 'pair'
}

export function ribbonShapes(
  topology: Topology,
  devices: ReadonlyMap<DeviceId, DeviceShape>,
  pairs: readonly PairShape[],
  cables: readonly CableShape[],
): readonly RibbonShape[] {
  const membersOf = new Map<BondId, CableShape[]>()
  for (const cable of cables) {
    const { bond } = cable
    if (bond === null) continue
    const members = membersOf.get(bond)
    if (members === undefined) membersOf.set(bond, [cable])
    else members.push(cable)
  }
  const pairOf = new Map(pairs.map((pair) => [pair.id, pair]))
  const rings = topology.bonds.flatMap((bond): readonly RibbonShape[] => {
    const members = membersOf.get(bond.id)
    if (members === undefined) return []
    const sideways = members.every(({ sides }) => sides.every((side) => side === 'left' || side === 'right'))
    if (sideways) return [uprightRing(bond, members)]
    const level = ringLevel(bond, devices, pairOf)
    return level === null ? [] : [lyingRing(bond, members, level)]
  })
  const lying = new Map<number, RibbonShape[]>()
  for (const ring of rings) if (!ring.upright) lying.set(ring.y, [...(lying.get(ring.y) ?? []), ring])
  return rings.map((ring) => (ring.upright ? ring : { ...ring, tag: tagAside(ring, lying.get(ring.y) ?? []) }))
}

/** Two rings side by side, as on a server with a bond to each of two switches, carry their tags on the outside. */
function tagAside(ring: RibbonShape, level: readonly RibbonShape[]): RibbonShape['tag'] {
  const beside = level.find((other) => {
    const gap = Math.max(other.x - ring.x - ring.width, ring.x - other.x - other.width)
    return other.id !== ring.id && gap < TAG_ROOM
  })
  if (beside === undefined) return ring.tag
  return ring.x < beside.x ? 'left' : 'right'
}

function uprightRing(bond: Bond, members: readonly CableShape[]): RibbonShape {
  const middles = members.map(({ curve }) => pointAt(curve, 0.5))
  const x = middles.reduce((sum, { x }) => sum + x, 0) / middles.length
  const ys = middles.map(({ y }) => y)
  return {
    id: bond.id,
    upright: true,
    x: x - RING / 2,
    y: Math.min(...ys) - REACH,
    width: RING,
    height: Math.max(...ys) - Math.min(...ys) + 2 * REACH,
    tag: 'below',
    ground: members[0]?.ground ?? 'canvas',
  }
}

function lyingRing(bond: Bond, members: readonly CableShape[], y: number): RibbonShape {
  const xs = members.map((cable) => crossing(cable, y).x)
  const left = Math.min(...xs) - REACH
  const right = Math.max(...xs) + REACH
  const far = members.map(({ curve }) => (curve[0].y < curve[3].y ? curve[0].x : curve[3].x))
  const middle = far.reduce((sum, x) => sum + x, 0) / far.length
  return {
    id: bond.id,
    upright: false,
    x: left,
    y: y - RING / 2,
    width: right - left,
    height: RING,
    tag: (left + right) / 2 < middle ? 'left' : 'right',
    ground: 'canvas',
  }
}

/** Height of the ring: a little above the lower end; outside of its container where that end is a pair. */
function ringLevel(bond: Bond, devices: ReadonlyMap<DeviceId, DeviceShape>, pairs: Pairs): number | null {
  const tops = bond.ends.map((end) => topOf(end, devices, pairs))
  const [a, b] = [tops[0] ?? null, tops[1] ?? null]
  if (a === null || b === null) return null
  const ends = bond.ends.map(({ at }) => 'domain' in at)
  const lower = a > b ? 0 : 1
  const top = Math.max(a, b)
  // Where the pair is the lower end of a bond with one device above it, the ring stays with the device.
  if (ends[lower] === true && ends[1 - lower] === false) return bottomOf(bond.ends[1 - lower], devices)
  return top - (ends[lower] === true ? PAIR_GAP : DEVICE_GAP)
}

function topOf({ at }: BondEnd, devices: ReadonlyMap<DeviceId, DeviceShape>, pairs: Pairs): number | null {
  return ('device' in at ? devices.get(at.device)?.y : pairs.get(at.domain)?.y) ?? null
}

type Pairs = ReadonlyMap<DomainId, PairShape>

function bottomOf(end: BondEnd | undefined, devices: ReadonlyMap<DeviceId, DeviceShape>): number | null {
  if (end === undefined || !('device' in end.at)) return null
  const shape = devices.get(end.at.device)
  return shape === undefined ? null : shape.y + shape.height + DEVICE_GAP
}

/** The point where a cable meets the level, or comes nearest to it. */
function crossing(cable: CableShape, y: number): Point {
  const known = CROSSINGS.get(cable)
  if (known?.level === y) return known.at
  let best = cable.curve[0]
  for (let i = 0; i <= 64; i++) {
    const point = pointAt(cable.curve, i / 64)
    if (Math.abs(point.y - y) < Math.abs(best.y - y)) best = point
  }
  CROSSINGS.set(cable, { level: y, at: best })
  return best
}

/** Of cables that stay where they are while something else is dragged. */
const CROSSINGS = new WeakMap<CableShape, { readonly level: number; readonly at: Point }>()

/** Thickness of a ring, and how far it reaches beyond its outer members. */
const RING = 14
const REACH = 9
/** What a tag takes beside its ring. */
const TAG_ROOM = 64
const DEVICE_GAP = 28
const PAIR_GAP = 20
