import type { Point } from '../../core/model/design.ts'
import type { BondId, DeviceId } from '../../core/model/ids.ts'
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
  const rings = topology.bonds.flatMap((bond): readonly RibbonShape[] => {
    const members = cables.filter((cable) => cable.bond === bond.id)
    const first = members[0]
    if (first === undefined) return []
    const sideways = members.every(({ sides }) => sides.every((side) => side === 'left' || side === 'right'))
    if (sideways) return [uprightRing(bond, members)]
    const level = ringLevel(bond, devices, pairs)
    return level === null ? [] : [lyingRing(bond, members, level)]
  })
  return rings.map((ring) => ({ ...ring, tag: tagAside(ring, rings) }))
}

/** Two rings side by side, as on a server with a bond to each of two switches, carry their tags on the outside. */
function tagAside(ring: RibbonShape, all: readonly RibbonShape[]): RibbonShape['tag'] {
  const beside = all.find((other) => {
    const gap = Math.max(other.x - ring.x - ring.width, ring.x - other.x - other.width)
    return other.id !== ring.id && !other.upright && other.y === ring.y && gap < TAG_ROOM
  })
  if (ring.upright || beside === undefined) return ring.tag
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
function ringLevel(
  bond: Bond,
  devices: ReadonlyMap<DeviceId, DeviceShape>,
  pairs: readonly PairShape[],
): number | null {
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

function topOf(
  { at }: BondEnd,
  devices: ReadonlyMap<DeviceId, DeviceShape>,
  pairs: readonly PairShape[],
): number | null {
  if ('device' in at) return devices.get(at.device)?.y ?? null
  return pairs.find(({ id }) => id === at.domain)?.y ?? null
}

function bottomOf(end: BondEnd | undefined, devices: ReadonlyMap<DeviceId, DeviceShape>): number | null {
  if (end === undefined || !('device' in end.at)) return null
  const shape = devices.get(end.at.device)
  return shape === undefined ? null : shape.y + shape.height + DEVICE_GAP
}

/** The point where a cable meets the level, or comes nearest to it. */
function crossing({ curve }: CableShape, y: number): Point {
  let best = curve[0]
  for (let i = 0; i <= 64; i++) {
    const point = pointAt(curve, i / 64)
    if (Math.abs(point.y - y) < Math.abs(best.y - y)) best = point
  }
  return best
}

/** Thickness of a ring, and how far it reaches beyond its outer members. */
const RING = 14
const REACH = 9
/** What a tag takes beside its ring. */
const TAG_ROOM = 64
const DEVICE_GAP = 28
const PAIR_GAP = 20
