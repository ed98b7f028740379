import type { Point } from '../../core/model/design.ts'
import type { Note } from '../../core/model/drawing.ts'
import type { DeviceId, DomainId, NoteId } from '../../core/model/ids.ts'
import type { Device, Topology } from '../../core/model/topology.ts'
import { deviceShapes } from './deviceShapes.ts'
import { fullSize } from './deviceSizes.ts'
import type { Scene } from './geometry.ts'
import { PAIR_PADDING, SMALL_PADDING } from './pairShapes.ts'

/**
 * Where devices stand on a phone: small faces in the same rows and in the same order, as near to each other as their
 * cables allow. `at` holds their places in the document, which stay as they are.
 */
export function compactPlaces(
  topology: Topology,
  at: (device: DeviceId) => Point,
  wide: readonly string[] = [],
): ReadonlyMap<DeviceId, Point> {
  const rows = rowsOf(boxesOf(topology, at, wide))
  const scale = CLOSER * Math.min(1, ...rows.map(tightest))
  const places = new Map<DeviceId, Point>()
  let [bottomBefore, bottom]: [number | null, number] = [null, 0]
  for (const row of rows) {
    const top = Math.min(...row.map((box) => box.y - (box.pair === null ? 0 : PAIR_PADDING.top)))
    const way = bottomBefore === null ? 0 : Math.min(ROWS.most, Math.max(ROWS.least, ROWS.of * (top - bottomBefore)))
    const head = row.some(({ pair }) => pair !== null) ? SMALL_PADDING.top : 0
    const y = bottom + way + head
    for (const [index, x] of packed(row, scale).entries()) {
      const box = row[index]
      if (box !== undefined) places.set(box.id, { x: Math.round(x - box.width / 2), y: Math.round(y) })
    }
    const foot = head === 0 ? [0, 0] : [SMALL_PADDING.bottom, PAIR_PADDING.bottom]
    bottom = y + Math.max(...row.map(({ height }) => height)) + (foot[0] ?? 0)
    bottomBefore = Math.max(...row.map((box) => box.y + box.full)) + (foot[1] ?? 0)
  }
  return places
}

/** Where notes stand on a phone: below everything, one under the other in the order in which one reads them. */
export function compactNotes(notes: readonly Note[], { devices, pairs }: Scene): ReadonlyMap<NoteId, Point> {
  const boxes = [...devices.values(), ...pairs]
  const left = Math.min(...boxes.map(({ x }) => x))
  let bottom = Math.max(...boxes.map(({ y, height }) => y + height))
  if (boxes.length === 0) return new Map()
  const read = notes.toSorted((a, b) => a.at.y - b.at.y || a.at.x - b.at.x)
  return new Map(
    read.map(({ id, height }) => {
      const at = { x: left, y: bottom + GAP.others }
      bottom = at.y + height
      return [id, at] as const
    }),
  )
}

/** A device: where its middle is in the document, how large its small face is, and the pair that it belongs to. */
interface Box {
  readonly id: DeviceId
  readonly centre: number
  readonly y: number
  /** Height of its face in the document. */
  readonly full: number
  readonly width: number
  readonly height: number
  readonly pair: DomainId | null
}

function boxesOf(topology: Topology, at: (device: DeviceId) => Point, wide: readonly string[]): readonly Box[] {
  const small = deviceShapes(topology, at, wide, null, true)
  const pairOf = new Map(topology.domains.flatMap(({ id, peers }) => peers.map((peer) => [peer, id] as const)))
  return topology.devices.map((device: Device) => {
    const { x, y } = at(device.id)
    const full = fullSize(wide.includes(device.id) ? 'collapsed' : device.kind)
    const { width = 0, height = 0 } = small.get(device.id) ?? {}
    return {
      id: device.id,
      centre: x + full.width / 2,
      y,
      full: full.height,
      width,
      height,
      pair: pairOf.get(device.id) ?? null,
    }
  })
}

/** Devices at about the same height are a row; from left to right. */
function rowsOf(boxes: readonly Box[]): readonly (readonly Box[])[] {
  const rows: Box[][] = []
  let last = -Infinity
  for (const box of boxes.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    if (middleOf(box) - last > SAME_ROW) rows.push([])
    rows.at(-1)?.push(box)
    last = middleOf(box)
  }
  return rows.map((row) => row.toSorted((a, b) => a.centre - b.centre))
}

function middleOf({ y, full }: Box): number {
  return y + full / 2
}

/** Of the way between the outermost devices of a row, what is left where all stand close together. */
function tightest(row: readonly Box[]): number {
  const [first, last] = [row[0], row.at(-1)]
  if (first === undefined || last === undefined || last.centre <= first.centre) return 1
  const close = row.slice(1).reduce((sum, box, index) => sum + stepOf(row[index] ?? box, box), 0)
  return close / (last.centre - first.centre)
}

/** Middles of a row's faces: where the scale puts them, moved apart until none meets another. */
function packed(row: readonly Box[], scale: number): readonly number[] {
  const xs: number[] = []
  for (const [index, box] of row.entries()) {
    const before = row[index - 1]
    const least = before === undefined ? -Infinity : (xs[index - 1] ?? 0) + stepOf(before, box)
    xs.push(Math.max(box.centre * scale, least))
  }
  const pushed = xs.reduce((sum, x, index) => sum + x - (row[index]?.centre ?? 0) * scale, 0) / Math.max(1, xs.length)
  return xs.map((x) => x - pushed)
}

/** From middle to middle of two neighbours that stand close together. */
function stepOf(left: Box, right: Box): number {
  const peers = left.pair !== null && left.pair === right.pair
  const frames = [left, right].filter(({ pair }) => pair !== null).length
  return (left.width + right.width) / 2 + (peers ? GAP.peers : GAP.others + frames * SMALL_PADDING.side)
}

/** Than the tightest row needs: wider gaps within a row close as well. */
const CLOSER = 0.75
/** Between faces of a row: two peers leave room for their peer-link. */
const GAP = { peers: 54, others: 12 } as const
/** Between rows: a part of what is there in the document, at least and at most so much. */
const ROWS = { of: 0.8, least: 44, most: 172 } as const
/** Middles that differ by less are in one row. */
const SAME_ROW = 40
