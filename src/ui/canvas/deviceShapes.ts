import type { Point } from '../../core/model/design.ts'
import type { DeviceId, PortId } from '../../core/model/ids.ts'
import type { Device, Port, Topology } from '../../core/model/topology.ts'
import { keep } from './keep.ts'
import { isPluggedAlike, wiringOf, type Wiring } from './wiring.ts'
import { FULL, SMALL, type Size } from './deviceSizes.ts'

export type Side = 'top' | 'bottom' | 'left' | 'right'

/** Where a port sits. */
export interface PortSpot {
  readonly id: PortId
  readonly side: Side
  /** Centre of the cell, from the device's top left corner. */
  readonly x: number
  readonly y: number
}

/** A face on the canvas with its ports. Plain data: equal input gives equal output. */
export interface DeviceShape {
  readonly id: DeviceId
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly ports: readonly PortSpot[]
  /** Where a new cable can be started: on the outline, clear of texts, one place per side at most. */
  readonly free: readonly Omit<PortSpot, 'id'>[]
  /** Left edge of the texts; they make room for ports on the left. */
  readonly textX: number
}

/** Shapes by device. */
export type DeviceShapes = ReadonlyMap<DeviceId, DeviceShape>

/** The shapes that new ones are made from. */
export interface EarlierShapes {
  readonly topology: Topology
  readonly wide: readonly string[]
  readonly devices: DeviceShapes
}

/**
 * Sizes and port places of all devices; `at` holds their top left corners. Shapes from before are taken over where the
 * device is plugged as it was and neither it nor what it is plugged to has moved. `small`: as a
 * phone shows them.
 */
export function deviceShapes(
  topology: Topology,
  at: (device: DeviceId) => Point,
  wide: readonly string[] = [],
  before: EarlierShapes | null = null,
  small = false,
): DeviceShapes {
  const wiring = wiringOf(topology)
  const sizes = small ? SMALL : FULL
  const places = new Map(topology.devices.map(({ id }) => [id, at(id)]))
  const boxOf = (id: DeviceId): Box => {
    const device = wiring.devices.get(id)
    const size = device === undefined ? NO_SIZE : wide.includes(id) ? sizes.collapsed : sizes[device.kind]
    return { ...(places.get(id) ?? at(id)), ...size }
  }
  const touched = before === null ? null : touchedBy(before, places, wide, wiring)
  return new Map(
    topology.devices.map((device) => {
      const known = before?.devices.get(device.id)
      if (known !== undefined && touched?.has(device.id) === false) return [device.id, known]
      return [device.id, keep(known, shapeOf(device, boxOf(device.id), plugsOf(device.id, wiring, boxOf), small))]
    }),
  )
}

/** What is plugged otherwise; what came, moved or became another kind of thing, and what has a cable to it or is its peer. */
function touchedBy(
  { topology, wide: wasWide, devices }: EarlierShapes,
  places: ReadonlyMap<DeviceId, Point>,
  wide: readonly string[],
  wiring: Wiring,
): ReadonlySet<DeviceId> {
  const before = wiringOf(topology)
  const touched = new Set<DeviceId>()
  for (const id of new Set([...places.keys(), ...devices.keys()])) {
    if (!isPluggedAlike(id, before, wiring)) touched.add(id)
    const [known, now] = [devices.get(id), places.get(id)]
    const sameKind = wiring.devices.get(id)?.kind === before.devices.get(id)?.kind
    const there = known !== undefined && known.x === now?.x && known.y === now.y
    if (there && sameKind && wide.includes(id) === wasWide.includes(id)) continue
    touched.add(id)
    for (const { far } of wiring.plugs.get(id) ?? []) touched.add(far)
    const peer = wiring.peerOf.get(id)
    if (peer !== undefined) touched.add(peer)
  }
  return touched
}

export function portSize(side: Side): { readonly width: number; readonly height: number } {
  return side === 'top' || side === 'bottom' ? { width: 20, height: 12 } : { width: 16, height: 12 }
}

/** Where the cable of a port leaves the face, in canvas coordinates. */
export function outlet(shape: DeviceShape, spot: Omit<PortSpot, 'id'>): Point {
  switch (spot.side) {
    case 'top':
      return { x: shape.x + spot.x, y: shape.y }
    case 'bottom':
      return { x: shape.x + spot.x, y: shape.y + shape.height }
    case 'left':
      return { x: shape.x, y: shape.y + spot.y }
    case 'right':
      return { x: shape.x + shape.width, y: shape.y + spot.y }
  }
}

/** The edge of a device that looks at a place. */
export function facing(shape: DeviceShape, from: { readonly x: number; readonly y: number }): Side {
  if (from.y <= shape.y) return 'top'
  if (from.y >= shape.y + shape.height) return 'bottom'
  return from.x < shape.x + shape.width / 2 ? 'left' : 'right'
}

export function centreOf(shape: Pick<DeviceShape, 'x' | 'y' | 'width' | 'height'>): Point {
  return { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 }
}

/** A port with what it needs to find its place: the box of its neighbour and a rank that both ends share. */
interface Plug {
  readonly port: Port
  readonly peer: Box
  readonly rank: number
  /** Where the other peer of the domain stands: -1 left, 1 right, 0 none. */
  readonly inward: -1 | 0 | 1
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function plugsOf(id: DeviceId, { plugs, peerOf }: Wiring, boxOf: (id: DeviceId) => Box): readonly Plug[] {
  const peer = peerOf.get(id)
  const inward = peer === undefined ? 0 : sign(boxOf(peer).x - boxOf(id).x)
  return (plugs.get(id) ?? []).map(({ port, far, rank }) => ({ port, peer: boxOf(far), rank, inward }))
}

function shapeOf(device: Device, base: Box, plugs: readonly Plug[], small: boolean): DeviceShape {
  const bySide = sides(base, device, plugs)
  const pitch = small ? SMALL_PITCH : device.kind === 'host' ? 32 : 48
  const row = Math.max(bySide.top.length, bySide.bottom.length)
  const column = Math.max(bySide.left.length, bySide.right.length)
  const rowRoom = Math.floor((base.width - (small ? 36 : device.kind === 'host' ? 40 : 48)) / pitch)
  const columnRoom = device.kind === 'management-switch' ? 1 : device.kind === 'host' || small ? 2 : 3
  const width = base.width + pitch * Math.min(16, Math.max(0, row - rowRoom))
  const height = base.height + 22 * Math.max(0, column - columnRoom)
  const size = { width, height }
  const nudge = device.kind === 'switch' ? 12 * (Math.min(1, bySide.left.length) - Math.min(1, bySide.right.length)) : 0
  const ports = [
    ...topRow(bySide.top, base.x, size, pitch, nudge, small ? 18 : 36),
    ...inRow(bySide.bottom, 'bottom', size, pitch, nudge),
    ...inColumn(bySide.left, 'left', size),
    ...inColumn(bySide.right, 'right', size),
  ]
  return {
    id: device.id,
    x: base.x,
    y: base.y,
    ...size,
    ports,
    free: freeSpots(size, ports),
    textX: device.kind === 'host' ? 28 : bySide.left.length > 0 ? 66 : 18,
  }
}

/** Which edge of the face looks at each neighbour. */
function sides(box: Box, device: Device, plugs: readonly Plug[]): Readonly<Record<Side, readonly Plug[]>> {
  const result: Record<Side, Plug[]> = { top: [], bottom: [], left: [], right: [] }
  for (const plug of plugs) result[sideOf(box, device, plug)].push(plug)
  const byX = (a: Plug, b: Plug): number => middleX(a.peer) - middleX(b.peer) || a.rank - b.rank
  const byY = (a: Plug, b: Plug): number => middleY(a.peer) - middleY(b.peer) || a.rank - b.rank
  return {
    top: result.top.toSorted(byX),
    bottom: result.bottom.toSorted(byX),
    left: result.left.toSorted(byY),
    right: result.right.toSorted(byY),
  }
}

function sideOf(box: Box, device: Device, { port, peer }: Plug): Side {
  if (device.kind === 'management-switch') return middleX(peer) < middleX(box) ? 'left' : 'right'
  if (port.kind === 'management') return 'top'
  const above = peer.y + peer.height <= box.y
  const below = peer.y >= box.y + box.height
  if (above) return 'top'
  if (below) return 'bottom'
  if (device.kind === 'host') return middleY(peer) <= middleY(box) ? 'top' : 'bottom'
  return middleX(peer) < middleX(box) ? 'left' : 'right'
}

/** Management ports take the inner end of the top edge, where a pair's header is free; the others share the rest. */
function topRow(
  plugs: readonly Plug[],
  left: number,
  size: Size,
  pitch: number,
  nudge: number,
  corner: number,
): readonly PortSpot[] {
  const management = plugs.filter(({ port }) => port.kind === 'management')
  const front = plugs.filter(({ port }) => port.kind !== 'management')
  const placed = management.map(({ port, inward, peer }, index): PortSpot => {
    const toRight = inward === 0 ? middleX(peer) >= left + size.width / 2 : inward > 0
    const inset = corner + index * pitch
    return { id: port.id, side: 'top', x: toRight ? size.width - inset : inset, y: 6 }
  })
  const room = management.length * pitch * ((management[0]?.inward ?? 0) >= 0 ? -1 : 1)
  return [...inRow(front, 'top', size, pitch, front.length > 0 && room !== 0 ? room / 2 : nudge), ...placed]
}

function inRow(
  plugs: readonly Plug[],
  side: 'top' | 'bottom',
  size: Size,
  pitch: number,
  nudge: number,
): readonly PortSpot[] {
  const step =
    plugs.length < 2 ? pitch : Math.max(Math.min(28, pitch), Math.min(pitch, (size.width - 48) / (plugs.length - 1)))
  const start = size.width / 2 + nudge - (step * (plugs.length - 1)) / 2
  return plugs.map(({ port }, index) => ({
    id: port.id,
    side,
    x: Math.round(start + step * index),
    y: side === 'top' ? 6 : size.height - 6,
  }))
}

function inColumn(plugs: readonly Plug[], side: 'left' | 'right', size: Size): readonly PortSpot[] {
  // Two or fewer sit a little above the middle, clear of the port numbers of the bottom edge.
  const middle = plugs.length < 3 && size.height >= 80 ? size.height / 2 - 3 : size.height / 2
  return plugs.map(({ port }, index) => ({
    id: port.id,
    side,
    x: side === 'left' ? 8 : size.width - 8,
    y: middle + 22 * (index - (plugs.length - 1) / 2),
  }))
}

function freeSpots(size: Size, ports: readonly PortSpot[]): DeviceShape['free'] {
  const rows = (['bottom', 'top'] as const).flatMap((side) => {
    const taken = ports.filter((port) => port.side === side).map(({ x }) => x)
    const x = firstClear(size.width / 2, 24, size.width - 24, taken, 26)
    return x === null ? [] : [{ side, x, y: side === 'top' ? 0 : size.height }]
  })
  const columns = (['left', 'right'] as const).flatMap((side) => {
    const taken = ports.filter((port) => port.side === side).map(({ y }) => y)
    const y = firstClear(size.height / 2, 14, size.height - 14, taken, 20)
    return y === null ? [] : [{ side, x: side === 'left' ? 0 : size.width, y }]
  })
  return [...rows, ...columns]
}

/** The place nearest to `middle` that keeps `gap` from all taken ones. */
function firstClear(middle: number, min: number, max: number, taken: readonly number[], gap: number): number | null {
  for (let away = 0; away <= max - min; away += 4) {
    for (const place of [middle + away, middle - away]) {
      if (place >= min && place <= max && taken.every((other) => Math.abs(other - place) >= gap)) return place
    }
  }
  return null
}

function middleX(box: Box): number {
  return box.x + box.width / 2
}

function middleY(box: Box): number {
  return box.y + box.height / 2
}

function sign(value: number): -1 | 0 | 1 {
  return value > 0 ? 1 : value < 0 ? -1 : 0
}

const NO_SIZE: Size = { width: 0, height: 0 }
/** From port to port on a phone, in px. */
const SMALL_PITCH = 24
