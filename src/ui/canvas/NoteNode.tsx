import type { NodeProps } from '@xyflow/react'
import { memo, type PointerEvent as ReactPointerEvent } from 'react'
import type { Note } from '../../core/model/drawing.ts'
import { NOTE_SIZE } from '../../core/model/fieldRules.ts'
import { useUi } from '../../state/uiStore.ts'
import { resizeNote, writeNote } from '../edit/notes.ts'
import { isViewOnly } from '../room.ts'
import { useCanvas } from './canvasStore.ts'
import type { NoteNode as NoteFlowNode } from './flowNodes.ts'
import { GRID } from './grid.ts'
import { useSnap } from './snapStore.ts'

/** A free text on the canvas: double click or Enter writes it, its corner makes it larger. */
export const NoteNode = memo(function NoteNode({ data: { note } }: NodeProps<NoteFlowNode>) {
  const writing = useCanvas((s) => s.writing === note.id)
  return (
    <div
      className="note"
      data-testid={note.id}
      onDoubleClick={() => !isViewOnly() && useCanvas.setState({ writing: note.id })}
    >
      {writing ? <Writing note={note} /> : <p className="note-text">{note.text}</p>}
      {note.text === '' && !writing && <p className="note-empty">Empty note</p>}
      <span
        className="note-corner nodrag nopan held"
        title="Drag to resize"
        onPointerDown={(event) => resize(event, note)}
      />
    </div>
  )
})

function Writing({ note: { id, text } }: { readonly note: Note }) {
  return (
    <textarea
      className="note-text nodrag nopan nowheel held"
      aria-label="Text of the note"
      defaultValue={text}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because one wants to write
      autoFocus
      spellCheck={false}
      onFocus={({ currentTarget }) => currentTarget.setSelectionRange(text.length, text.length)}
      onKeyDown={(key) => {
        if (key.key !== 'Escape' && !(key.key === 'Enter' && (key.ctrlKey || key.metaKey))) return
        key.preventDefault()
        key.currentTarget.closest<HTMLElement>('.react-flow__node')?.focus()
      }}
      onBlur={({ currentTarget }) => {
        const problem = writeNote(id, currentTarget.value, currentTarget.scrollHeight)
        if (problem !== undefined) useUi.getState().announce(problem)
        useCanvas.setState({ writing: null })
      }}
    />
  )
}

/** The corner follows the pointer; letting go is one step. */
function resize(event: ReactPointerEvent, { id, width, height }: Note): void {
  if (event.button !== 0) return
  event.stopPropagation()
  const { toCanvas } = useCanvas.getState()
  const start = toCanvas({ x: event.clientX, y: event.clientY })
  const stop = new AbortController()
  const { signal } = stop
  const grid = useSnap.getState().grid ? GRID : 1
  const sized = (size: number): number =>
    Math.min(NOTE_SIZE.max, Math.max(NOTE_SIZE.min, Math.round(size / grid) * grid))
  addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      const at = toCanvas({ x: clientX, y: clientY })
      const size = { width: sized(width + at.x - start.x), height: sized(height + at.y - start.y) }
      useCanvas.setState({ resizing: { id, ...size } })
    },
    { signal },
  )
  const end = (): void => {
    stop.abort()
    const { resizing } = useCanvas.getState()
    if (resizing !== null) resizeNote(id, { width: resizing.width, height: resizing.height })
    useCanvas.setState({ resizing: null })
  }
  addEventListener('pointerup', end, { signal })
  addEventListener('pointercancel', end, { signal })
}
