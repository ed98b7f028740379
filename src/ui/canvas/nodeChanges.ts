import type { NodeChange } from '@xyflow/react'
import type { Point } from '../../core/model/design.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import { useCanvas } from './canvasStore.ts'
import { type FlowNode, placeOf, useFlow } from './flowStore.ts'
import { PAIR_PADDING } from './pairShapes.ts'

export const GRID = 16

/** What React Flow wants to change: places while dragging, and what is selected. Sizes are ours. */
export function takeChanges(changes: readonly NodeChange<FlowNode>[]): void {
  const dragged = changes.flatMap((change): readonly Dragged[] =>
    change.type === 'position' && change.position !== undefined && change.dragging === true
      ? [{ id: change.id, to: change.position }]
      : [],
  )
  if (dragged.length > 0) useCanvas.setState({ drag: dragTo(dragged) })
  let selection: readonly Target[] | null = null
  for (const change of changes) {
    if (change.type === 'select') selection = withSelected(selection ?? ownSelection(), change.id, change.selected)
  }
  if (selection !== null) useUi.getState().selectMany(selection)
}

/** The drag becomes one edit, and so one undo step. */
export function commitDrag(): void {
  const { drag } = useCanvas.getState()
  if (drag === null) return
  moveDevices(drag)
  useCanvas.setState({ drag: null })
}

/** Moves devices by keyboard: one edit per key press. */
export function nudge(devices: readonly DeviceId[], by: Point): void {
  moveDevices(
    new Map(
      devices.map((id) => {
        const { x, y } = placeOf(id)
        return [id, { x: x + by.x, y: y + by.y }]
      }),
    ),
  )
}

/** The devices that a selection moves: selected ones, and both peers of a selected pair. */
export function selectedDevices(selection: readonly Target[]): readonly DeviceId[] {
  const net = presentNetwork()
  const ids = selection.flatMap((target) =>
    target.kind === 'device' ? [target.id] : target.kind === 'domain' ? (net.domains.get(target.id)?.peers ?? []) : [],
  )
  return [...new Set(ids)]
}

function moveDevices(places: ReadonlyMap<DeviceId, Point>): void {
  const changed = [...places].filter(([id, { x, y }]) => {
    const before = useDocument.getState().design.layout[id]
    return before === undefined || before.x !== x || before.y !== y
  })
  if (changed.length === 0) return
  const result = useDocument.getState().edit({ type: 'move-devices', to: Object.fromEntries(changed) })
  if (!result.ok) useUi.getState().announce(result.message)
}

interface Dragged {
  readonly id: string
  readonly to: Point
}

/** All that is dragged moves by the same way: the one that brings the first device onto the grid. */
function dragTo(dragged: readonly Dragged[]): ReadonlyMap<DeviceId, Point> {
  const { layout } = useDocument.getState().design
  const started = dragged.flatMap(({ id, to }) => {
    const devices = devicesOf(id)
    const starts = devices.map((device) => layout[device] ?? { x: 0, y: 0 })
    const corner = cornerOf(id, starts)
    return corner === null ? [] : [{ devices, starts, way: { x: to.x - corner.x, y: to.y - corner.y } }]
  })
  const first = started[0]
  const start = first?.starts[0]
  if (first === undefined || start === undefined) return new Map()
  const by = { x: onGrid(start.x, first.way.x), y: onGrid(start.y, first.way.y) }
  return new Map(
    started.flatMap(({ devices, starts }) =>
      devices.map((device, index) => {
        const { x, y } = starts[index] ?? start
        return [device, { x: x + by.x, y: y + by.y }] as const
      }),
    ),
  )
}

/** Both peers of a dragged pair, or the device itself. */
function devicesOf(id: string): readonly DeviceId[] {
  const node = useFlow.getState().nodes.find((other) => other.id === id)
  if (node === undefined) return []
  return node.type === 'pair' ? node.data.shape.peers : [node.data.device.id]
}

/** Top left corner of a node before the drag. */
function cornerOf(id: string, starts: readonly Point[]): Point | null {
  const [first, second] = starts
  if (first === undefined) return null
  const isPair = useFlow.getState().scene.pairs.some((pair) => pair.id === id)
  if (!isPair || second === undefined) return first
  return { x: Math.min(first.x, second.x) - PAIR_PADDING.side, y: Math.min(first.y, second.y) - PAIR_PADDING.top }
}

/** A way along one axis that ends on the grid; a hair's breadth stays no way at all. */
function onGrid(start: number, way: number): number {
  return Math.abs(way) < GRID / 4 ? 0 : Math.round((start + way) / GRID) * GRID - start
}

/** What is selected of the things that React Flow knows; selecting a device lets go of ports and cables. */
function ownSelection(): readonly Target[] {
  return useUi.getState().selection.filter(({ kind }) => kind === 'device' || kind === 'domain')
}

function withSelected(selection: readonly Target[], id: string, selected: boolean): readonly Target[] {
  const rest = selection.filter((target) => target.id !== id)
  const node = useFlow.getState().nodes.find((other) => other.id === id)
  if (!selected || node === undefined) return rest
  return [
    ...rest,
    node.type === 'pair' ? { kind: 'domain', id: node.data.domain.id } : { kind: 'device', id: node.data.device.id },
  ]
}
