import type { Design, Point } from '../../core/model/design.ts'
import type { DeviceId, NoteId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import { useDocument } from '../../state/documentStore.ts'
import type { Target } from '../../state/uiStore.ts'
import { useCanvas } from './canvasStore.ts'
import { collapsedNodes } from './collapsed.ts'
import { type FlowNode, holdOf, type NoteNode, standing } from './flowNodes.ts'
import { LAYER } from './layers.ts'
import type { Scene } from './geometry.ts'

export { CollapsedNode } from './CollapsedNode.tsx'
export { NoteNode } from './NoteNode.tsx'
export { collapsedPlace, drawnTopology } from './collapsed.ts'

/** Notes and collapsed pairs. `notesAt` holds places of notes that are not drawn where the document has them. */
export function extraNodes(
  net: Network,
  scene: Scene,
  selection: readonly Target[],
  notesAt?: ReadonlyMap<NoteId, Point>,
): readonly FlowNode[] {
  return [...collapsedNodes(net, scene, selection), ...noteNodes(useDocument.getState().design, selection, notesAt)]
}

/** Notes as they are drawn now, a running drag or resizing included. */
function noteNodes(
  { notes = [] }: Design,
  selection: readonly Target[],
  notesAt?: ReadonlyMap<NoteId, Point>,
): readonly NoteNode[] {
  const { drag, resizing } = useCanvas.getState()
  return notes.map((note) => {
    const dragged = drag?.get(note.id) ?? notesAt?.get(note.id)
    const live = resizing?.id === note.id ? { ...note, ...resizing } : dragged ? { ...note, at: dragged } : note
    const { at, width, height } = live
    const [line = ''] = note.text.split('\n')
    const selected = selection.some(({ kind, id }) => kind === 'note' && id === note.id)
    return {
      id: note.id,
      type: 'note',
      ...standing(at),
      width,
      height,
      measured: { width, height },
      handles: [],
      zIndex: LAYER.note,
      selected,
      draggable: holdOf([], NONE, selected).draggable,
      ariaLabel: line === '' ? 'empty note' : `note: ${line.slice(0, 80)}`,
      domAttributes: { 'aria-roledescription': 'note' },
      data: { note: live },
    }
  })
}

const NONE: ReadonlySet<DeviceId> = new Set()
