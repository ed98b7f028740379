import type { NodeChange } from '@xyflow/react'
import type { Point } from '../../core/model/design.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import type * as Dragging from './dragging.ts'
import { later } from '../later.ts'
import { type FlowNode, targetOfNode } from './flowNodes.ts'
import { useFlow } from './flowStore.ts'

/** What React Flow wants to change: places while dragging, and what is selected. Sizes are ours. */
export function takeChanges(changes: readonly NodeChange<FlowNode>[]): void {
  const dragged = changes.flatMap((change): readonly Dragging.Dragged[] =>
    change.type === 'position' && change.position !== undefined && change.dragging === true
      ? [{ id: change.id, to: change.position }]
      : [],
  )
  if (dragged.length > 0) withDragging((it) => it.dragTo(dragged))
  let selection: readonly Target[] | null = null
  for (const change of changes) {
    if (change.type === 'select') selection = withSelected(selection ?? ownSelection(), change.id, change.selected)
  }
  if (selection !== null) useUi.getState().selectMany(selection)
}

/** The drag becomes one edit, and so one undo step. */
export function commitDrag(): void {
  withDragging((it) => it.commit())
}

/** Moves what is selected by keyboard: one edit per key press. */
export function nudge(targets: readonly Target[], by: Point): void {
  withDragging((it) => it.nudge(targets, by))
}

/** Moving loads when the pointer comes to the canvas; what is moved until then is moved once it is there. */
export const withDragging = later(() => import('./dragging.ts'))

/** The devices that a selection moves: selected ones, and both peers of a selected pair. */
export function selectedDevices(selection: readonly Target[]): readonly DeviceId[] {
  const net = presentNetwork()
  const ids = selection.flatMap((target) =>
    target.kind === 'device' ? [target.id] : target.kind === 'domain' ? (net.domains.get(target.id)?.peers ?? []) : [],
  )
  return [...new Set(ids)]
}

/** What is selected of the things that React Flow knows; selecting a device lets go of ports and cables. */
function ownSelection(): readonly Target[] {
  return useUi.getState().selection.filter(({ kind }) => kind === 'device' || kind === 'domain' || kind === 'note')
}

function withSelected(selection: readonly Target[], id: string, selected: boolean): readonly Target[] {
  const rest = selection.filter((target) => target.id !== id)
  const node = useFlow.getState().nodes.find((other) => other.id === id)
  return selected && node !== undefined ? [...rest, targetOfNode(node)] : rest
}
