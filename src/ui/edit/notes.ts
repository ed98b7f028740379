import type { Point } from '../../core/model/design.ts'
import { addNote, setNote } from '../../core/model/editDrawing.ts'
import { NOTE_SIZE } from '../../core/model/fieldRules.ts'
import { type NoteId, toId } from '../../core/model/ids.ts'
import { change } from '../../state/editing.ts'
import { useUi } from '../../state/uiStore.ts'
import { useCanvas } from '../canvas/canvasStore.ts'

/** Puts an empty note there and begins to write it. */
export function placeNote(at: Point): void {
  const ui = useUi.getState()
  const result = change('place note', (design) => addNote(design, at))
  const [made] = result.ok ? result.made : []
  if (!result.ok || made === undefined) return ui.announce(result.ok ? '' : result.message)
  ui.select({ kind: 'note', id: toId(made) })
  useCanvas.setState({ writing: toId(made) })
  ui.announce('Placed a note. Escape ends writing.')
}

/** What was typed or pasted becomes the text of a note, which grows to `height`. Why it cannot, where it cannot. */
export function writeNote(id: NoteId, typed: string, height = 0): string | undefined {
  const text = typed.replaceAll('\r\n', '\n').replaceAll('\t', '  ')
  const result = change('write note', (design) => {
    const before = design.notes?.find((note) => note.id === id)
    const grown = before === undefined ? height : Math.max(before.height, Math.min(height, NOTE_SIZE.max))
    return setNote(design, id, { text, height: grown })
  })
  return result.ok ? undefined : result.message
}

export function resizeNote(
  id: NoteId,
  size: { readonly width?: number; readonly height?: number },
): string | undefined {
  const result = change('resize note', (design) => setNote(design, id, size))
  return result.ok ? undefined : result.message
}
