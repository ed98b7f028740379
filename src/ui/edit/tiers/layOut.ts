import type { Point } from '../../../core/model/design.ts'
import { type DeviceId, toId } from '../../../core/model/ids.ts'
import type { Network } from '../../../core/model/network.ts'
import { useDocument } from '../../../state/documentStore.ts'
import { placesInTiers } from '../../../state/layout.ts'
import { presentNetwork } from '../../../state/network.ts'
import { useUi } from '../../../state/uiStore.ts'
import { useCanvas } from '../../canvas/canvasStore.ts'
import { deviceShapes, type DeviceShape } from '../../canvas/deviceShapes.ts'
import { move } from '../../canvas/dragging.ts'
import { GRID } from '../../canvas/grid.ts'
import { PAIR_PADDING } from '../../canvas/pairShapes.ts'
import { counted } from '../../canvas/remove.ts'
import { blocksOf, edgesBetween, inRows } from './blocks.ts'
import { edgesOf, type Unit, unitsOf } from './units.ts'

type Layout = ReadonlyMap<string, Point>

/** Puts the whole design in tiers with peers side by side, as one step. What is locked keeps its place. */
export async function layOut(): Promise<void> {
  const ui = useUi.getState()
  const { design } = useDocument.getState()
  const { devices } = design.topology
  if (devices.length === 0) return ui.announce('There is nothing to lay out yet.')
  ui.announce('Laying out …')
  const net = presentNetwork()
  const before: Layout = new Map(devices.map(({ id }) => [id, design.layout[id] ?? ORIGIN]))
  let places: Layout
  try {
    // Faces grow by the ports that look one way, and that is known only once their neighbours stand.
    places = await placesOf(net, await placesOf(net, before))
  } catch (error) {
    return ui.announce(`The design could not be laid out: ${error instanceof Error ? error.message : String(error)}`)
  }
  const wanted = withNotes(held(anchored(places, before), before))
  if (useDocument.getState().design !== design)
    return ui.announce('The design was changed meanwhile; it stays as it is.')
  await glide(wanted)
  if (useDocument.getState().design === design) {
    move(wanted, `lay out ${counted(devices.length, 'device')}`)
    ui.announce(`Laid out ${counted(devices.length, 'device')} in tiers. Undo takes it back.`)
    ui.show(devices.map(({ id }) => ({ kind: 'device', id })))
  }
  useCanvas.setState({ drag: null })
}

/** Places of all devices, with faces of the sizes that they have at the places of `at`. */
async function placesOf(net: Network, at: Layout): Promise<Layout> {
  const shapes = deviceShapes(net.topology, (id) => at.get(id) ?? ORIGIN)
  const units = unitsOf(net).map((unit) => leftFirst(unit, at))
  const ordered = units.toSorted((a, b) => leftOf(a, at) - leftOf(b, at))
  const edges = edgesOf(net)
  const blocks = blocksOf(ordered, edges).map((block) => {
    const inside = block.units.toSorted((a, b) => rowOf(a, at) - rowOf(b, at))
    return { id: block.id, units: inside, ...inRows(inside.map((unit) => sizeOf(unit, shapes))) }
  })
  const inBlocks = new Set(blocks.flatMap((block) => block.units))
  const boxes = [
    ...ordered.filter((unit) => !inBlocks.has(unit)).map((unit) => ({ id: unit.id, ...sizeOf(unit, shapes) })),
    ...blocks.map(({ id, size }) => ({ id, ...size })),
  ]
  const placed = await placesInTiers(boxes, edgesBetween(edges, blocks))
  const corners = new Map([
    ...placed,
    ...blocks.flatMap(({ id, units: inside, places }) => {
      const { x, y } = placed.get(id) ?? ORIGIN
      return inside.map((unit, index) => {
        const by = places[index] ?? ORIGIN
        return [unit.id, { x: x + by.x, y: y + by.y }] as const
      })
    }),
  ])
  return new Map(
    ordered.flatMap(({ id, devices: [left, right] }) => {
      const corner = corners.get(id) ?? ORIGIN
      if (left === undefined) return []
      if (right === undefined) return [[left, corner] as const]
      const place = { x: corner.x + PAIR_PADDING.side, y: corner.y + PAIR_PADDING.top }
      return [[left, place] as const, [right, { ...place, x: place.x + widthOf(left, shapes) + PEER_GAP }] as const]
    }),
  )
}

function leftOf({ devices: [first] }: Unit, at: Layout): number {
  return at.get(first ?? '')?.x ?? 0
}

/** The row that a server of a block stands in now; what differs little in height is one row. */
function rowOf({ devices: [first] }: Unit, at: Layout): number {
  return Math.round((at.get(first ?? '')?.y ?? 0) / ROW)
}

function leftFirst({ id, devices }: Unit, at: Layout): Unit {
  return { id, devices: devices.toSorted((a, b) => (at.get(a)?.x ?? 0) - (at.get(b)?.x ?? 0)) }
}

function sizeOf({ devices }: Unit, shapes: Shapes): { readonly width: number; readonly height: number } {
  const faces = devices.flatMap((id) => shapes.get(id) ?? [])
  const width = faces.reduce((sum, face) => sum + face.width, 0)
  const height = Math.max(0, ...faces.map((face) => face.height))
  if (devices.length < 2) return { width, height }
  return {
    width: width + PEER_GAP + 2 * PAIR_PADDING.side,
    height: height + PAIR_PADDING.top + PAIR_PADDING.bottom,
  }
}

/** On the grid, with its middle where the middle was: the view need not move. */
function anchored(places: Layout, before: Layout): Layout {
  const [now, then] = [middleOf(places), middleOf(before)]
  return new Map(
    [...places].map(([id, { x, y }]) => [id, { x: snapped(x + then.x - now.x), y: snapped(y + then.y - now.y) }]),
  )
}

/** All of it shifted so that the first locked device is where it was; locked ones are there exactly. */
function held(places: Layout, before: Layout): Layout {
  const { locked = [] } = useDocument.getState().design.drawing ?? {}
  const [first] = locked
  const [now, then] = [first && places.get(first), first && before.get(first)]
  if (!now || !then) return places
  return new Map(
    [...places].map(([id, { x, y }]) => [
      id,
      locked.some((held) => held === id) ? (before.get(id) ?? then) : { x: x + then.x - now.x, y: y + then.y - now.y },
    ]),
  )
}

/** Notes go with the device that they stood nearest to. */
function withNotes(places: Layout): Layout {
  const { notes = [], layout } = useDocument.getState().design
  const devices = [...places.keys()].map((id) => [id, layout[toId<'device'>(id)] ?? ORIGIN] as const)
  const moved = notes.map(({ id, at }) => {
    const [nearest, from] = devices.reduce((best, one) => (away(one[1], at) < away(best[1], at) ? one : best))
    const to = places.get(nearest) ?? from
    return [id, { x: at.x + to.x - from.x, y: at.y + to.y - from.y }] as const
  })
  return new Map([...places, ...moved])
}

/** Everything travels to its place; at once where motion is not wanted. */
async function glide(to: Layout): Promise<void> {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const { layout, notes = [] } = useDocument.getState().design
  const from = new Map<string, Point>([...Object.entries(layout), ...notes.map(({ id, at }) => [id, at] as const)])
  const begin = performance.now()
  for (;;) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const done = Math.min(1, Math.max(0, (now - begin) / GLIDE_MS))
    if (done === 1) return
    const eased = 1 - (1 - done) ** 3
    const drag = new Map(
      [...to].map(([id, end]) => {
        const start = from.get(id) ?? end
        return [id, { x: start.x + (end.x - start.x) * eased, y: start.y + (end.y - start.y) * eased }]
      }),
    )
    useCanvas.setState({ drag })
  }
}

function middleOf(places: Layout): Point {
  const xs = [...places.values()].map(({ x }) => x)
  const ys = [...places.values()].map(({ y }) => y)
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 }
}

function widthOf(id: DeviceId, shapes: Shapes): number {
  return shapes.get(id)?.width ?? 0
}

function away(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function snapped(value: number): number {
  return Math.round(value / GRID) * GRID
}

type Shapes = ReadonlyMap<DeviceId, DeviceShape>

const ORIGIN: Point = { x: 0, y: 0 }
/** Between two peers. */
const PEER_GAP = 152
const ROW = 80
const GLIDE_MS = 240
