import type { NodeChange } from '@xyflow/react'
import type { Point } from '../../core/model/design.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import { useCanvas } from './canvasStore.ts'
import { type FlowNode, placeOf, useFlow } from './flowStore.ts'

export const GRID = 16

/** What React Flow wants to change: places while dragging, and what is selected. Sizes are ours. */
export function takeChanges(changes: readonly NodeChange<FlowNode>[]): void {
  const moved = new Map(useCanvas.getState().drag)
  let selection: readonly Target[] | null = null
  for (const change of changes) {
    if (change.type === 'position' && change.position !== undefined && change.dragging === true) {
      for (const [device, place] of placesOf(change.id, change.position, moved)) moved.set(device, place)
    }
    if (change.type === 'select') selection = withSelected(selection ?? ownSelection(), change.id, change.selected)
  }
  if (moved.size > 0 && changes.some(({ type }) => type === 'position')) useCanvas.setState({ drag: moved })
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

/** A dragged pair takes both peers along, on the grid. */
function placesOf(id: string, to: Point, moved: ReadonlyMap<DeviceId, Point>): readonly (readonly [DeviceId, Point])[] {
  const { scene, nodes } = useFlow.getState()
  const pair = scene.pairs.find((shape) => shape.id === id)
  if (pair === undefined) {
    const node = nodes.find((other) => other.id === id)
    return node === undefined || node.type === 'pair' ? [] : [[node.data.device.id, to]]
  }
  const [first] = pair.peers
  const from = placeOf(first)
  const dx = Math.round((from.x + to.x - pair.x) / GRID) * GRID - from.x
  const dy = Math.round((from.y + to.y - pair.y) / GRID) * GRID - from.y
  return pair.peers.map((peer) => {
    const at = moved.get(peer) ?? placeOf(peer)
    return [peer, { x: at.x + dx, y: at.y + dy }] as const
  })
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
