import type { Point } from '../../core/model/design.ts'
import type { Note } from '../../core/model/drawing.ts'
import { type DeviceId, toId } from '../../core/model/ids.ts'
import { useDocument } from '../../state/documentStore.ts'
import { editAll } from '../../state/editing.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import { useCanvas } from './canvasStore.ts'
import { placeOf, useFlow } from './flowStore.ts'
import { type Box, boundsOf } from '../edit/freePlace.ts'
import { onGuides } from './guides.ts'
import { GRID } from './grid.ts'
import { selectedDevices } from './nodeChanges.ts'
import { useSnap } from './snapStore.ts'

/** A node that React Flow drags, and where its top left corner would be. */
export interface Dragged {
  readonly id: string
  readonly to: Point
}

/**
 * Moves everything that is dragged by one way: onto the line of a thing that it nearly lines up with, else onto the grid
 * where it is on.
 */
export function dragTo(dragged: readonly Dragged[]): void {
  if (givenUp) return
  if (useCanvas.getState().drag === null) addEventListener('keydown', giveUpByKey, true)
  const moved = dragged.map(({ id }) => partsOf(id))
  const [first] = dragged
  const corner = first && cornerOf(first.id)
  const bounds = boundsOf(moved.flatMap(({ box }) => box ?? []))
  if (first === undefined || corner === undefined || bounds === null) return
  const way = { x: first.to.x - corner.x, y: first.to.y - corner.y }
  const ids = new Set(moved.flatMap(({ ids }) => ids))
  const nodes = new Set([...ids, ...dragged.map(({ id }) => id)])
  const near = NEAR_PX / zoom()
  const { by, guides } = onGuides(bounds, way, others(nodes), near)
  const settled = {
    x: by.x ?? onGrid(corner.x, way.x),
    y: by.y ?? onGrid(corner.y, way.y),
  }
  const drag = new Map([...ids].flatMap((id) => [[id, plus(placeBefore(id), settled)] as const]))
  useCanvas.setState({ drag, guides: guides(settled) })
}

/** The drag becomes one edit, and so one undo step; one that was given up leaves everything where it was. */
export function commit(): void {
  const { drag } = useCanvas.getState()
  if (drag !== null) move(drag)
  useCanvas.setState({ drag: null, guides: [] })
  removeEventListener('keydown', giveUpByKey, true)
  givenUp = false
}

/** Escape while the button is still held: everything goes back, and follows the pointer no more. */
function giveUpByKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return
  event.preventDefault()
  event.stopPropagation()
  givenUp = true
  useCanvas.setState({ drag: null, guides: [] })
  useUi.getState().announce('Cancelled')
}

let givenUp = false

/** Moves what is selected, by keyboard. What is locked says so. */
export function nudge(targets: readonly Target[], by: Point): void {
  const ids = movable(targets)
  if (ids !== null) move(new Map(ids.map((id) => [id, plus(placeBefore(id), by)])))
}

/** Ids of what the targets move, devices and notes; null, and said, where one of them is locked. */
export function movable(targets: readonly Target[]): readonly string[] | null {
  const devices = selectedDevices(targets)
  const held = devices.find((id) => lockedOnes().includes(id))
  if (held !== undefined) {
    useUi.getState().announce(`${presentNetwork().devices.get(held)?.name} is locked. Unlock it first.`)
    return null
  }
  return [...devices, ...targets.flatMap((target) => (target.kind === 'note' ? [target.id] : []))]
}

/** Puts devices and notes where they are wanted, as one step; nothing where all of them are there already. */
export function move(places: ReadonlyMap<string, Point>, step?: string): void {
  const changed = [...places].filter(([id, { x, y }]) => {
    const before = placeBefore(id)
    return before.x !== x || before.y !== y
  })
  if (changed.length === 0) return
  const notes = new Set<string>(allNotes().map(({ id }) => id))
  const result = editAll(
    [
      {
        type: 'move-devices',
        to: Object.fromEntries(changed.filter(([id]) => !notes.has(id))),
        notes: Object.fromEntries(changed.filter(([id]) => notes.has(id))),
      },
    ],
    step ?? `move ${nameOf(changed.map(([id]) => id))}`,
  )
  if (!result.ok) useUi.getState().announce(result.message)
}

/** "leaf-a", "note", "3 things". */
function nameOf([id, ...more]: readonly string[]): string {
  if (id === undefined || more.length > 0) return `${more.length + 1} things`
  return presentNetwork().devices.get(toId(id))?.name ?? 'note'
}

/** What a node moves: both peers of a pair, a device, a note; and the box that it fills before the drag. */
function partsOf(id: string): { readonly ids: readonly string[]; readonly box: Box | undefined } {
  const { scene } = useFlow.getState()
  const pair = presentNetwork().domains.get(toId(id))
  const ids = pair?.peers ?? [id]
  const size = scene.pairs.find((shape) => shape.id === id) ?? scene.devices.get(toId(id)) ?? noteOf(id)
  const at = cornerOf(id)
  return { ids, box: size && at && { ...at, width: size.width, height: size.height } }
}

/** Top left corner of a node before the drag. */
function cornerOf(id: string): Point | undefined {
  const { scene } = useFlow.getState()
  const shape = scene.pairs.find((pair) => pair.id === id) ?? scene.devices.get(toId(id))
  const [first] = presentNetwork().domains.get(toId(id))?.peers ?? []
  if (shape === undefined || first === undefined) return placeBefore(id)
  // The pair is drawn where the drag has it; it came from there by the way that its peers came.
  const [now, before] = [placeOf(first), placeBefore(first)]
  return { x: shape.x - now.x + before.x, y: shape.y - now.y + before.y }
}

/** Where a device or note stands in the document. */
function placeBefore(id: string): Point {
  const { layout } = useDocument.getState().design
  return layout[toId<'device'>(id)] ?? noteOf(id)?.at ?? { x: 0, y: 0 }
}

function noteOf(id: string): Note | undefined {
  return allNotes().find((note) => note.id === id)
}

function allNotes(): readonly Note[] {
  return useDocument.getState().design.notes ?? []
}

function lockedOnes(): readonly DeviceId[] {
  return useDocument.getState().design.drawing?.locked ?? []
}

/** Boxes of what stands still while these are dragged. */
function others(ids: ReadonlySet<string>): readonly Box[] {
  const { devices } = useFlow.getState().scene
  const notes = allNotes().map((note) => ({ id: note.id, ...note.at, width: note.width, height: note.height }))
  return [...devices.values(), ...notes].filter(({ id }) => !ids.has(id))
}

/** A way along one axis that ends on the grid where it is on; a hair's breadth stays no way at all. */
function onGrid(start: number, way: number): number {
  if (Math.abs(way) < GRID / 4) return 0
  return useSnap.getState().grid ? Math.round((start + way) / GRID) * GRID - start : Math.round(way)
}

/** Screen px per canvas px. */
function zoom(): number {
  const { toCanvas } = useCanvas.getState()
  return 100 / (toCanvas({ x: 100, y: 0 }).x - toCanvas({ x: 0, y: 0 }).x)
}

function plus(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y }
}

/** Nearer than this on the screen, things line up. */
const NEAR_PX = 5
