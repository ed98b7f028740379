import type { Design } from '../../core/model/design.ts'
import type { Target } from '../../state/uiStore.ts'
import { useCanvas } from './canvasStore.ts'
import { LAYER, type NoteNode } from './flowStore.ts'

/** Notes as they are drawn now, a running drag or resizing included. */
export function noteNodes({ notes = [] }: Design, selection: readonly Target[]): readonly NoteNode[] {
  const { drag, resizing } = useCanvas.getState()
  return notes.map((note) => {
    const dragged = drag?.get(note.id)
    const live = resizing?.id === note.id ? { ...note, ...resizing } : dragged ? { ...note, at: dragged } : note
    const { at, width, height } = live
    const [line = ''] = note.text.split('\n')
    return {
      id: note.id,
      type: 'note',
      position: at,
      width,
      height,
      measured: { width, height },
      handles: [],
      zIndex: LAYER.note,
      selected: selection.some(({ kind, id }) => kind === 'note' && id === note.id),
      ariaLabel: line === '' ? 'empty note' : `note: ${line.slice(0, 80)}`,
      domAttributes: { 'aria-roledescription': 'note' },
      data: { note: live },
    }
  })
}
