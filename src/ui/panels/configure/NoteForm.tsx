import { useId, useState } from 'react'
import type { Note } from '../../../core/model/drawing.ts'
import { NOTE_SIZE } from '../../../core/model/fieldRules.ts'
import { NumberField, type Refusal } from '../../controls/fields.tsx'
import { resizeNote, writeNote } from '../../edit/notes.ts'
import { Section } from '../Section.tsx'

/** The text and the size of a note. */
export function NoteForm({ note }: { readonly note: Note }) {
  return (
    <Section head="Note">
      {/* Written on the canvas as well: another text begins anew. */}
      <Text key={note.text} note={note} />
      <NumberField
        label="Width"
        value={note.width}
        min={NOTE_SIZE.min}
        max={NOTE_SIZE.max}
        onCommit={(width) => resizeNote(note.id, { width })}
      />
      <NumberField
        label="Height"
        value={note.height}
        min={NOTE_SIZE.min}
        max={NOTE_SIZE.max}
        onCommit={(height) => resizeNote(note.id, { height })}
      />
    </Section>
  )
}

function Text({ note: { id, text } }: { readonly note: Note }) {
  const field = useId()
  const [error, setError] = useState<Refusal>()
  return (
    <>
      <label htmlFor={field} className="block pt-1 pb-1 text-12 text-ink-3">
        Text
      </label>
      <textarea
        id={field}
        rows={6}
        defaultValue={text}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${field}-error`}
        className="mb-1 w-full resize-y rounded-2 bg-panel px-2 py-1 text-12 leading-[18px] text-ink shadow-[inset_0_0_0_1px_var(--edge)] outline-none focus-visible:outline-2 focus-visible:outline-offset-1 focus-visible:outline-you aria-invalid:bg-down-bg"
        onBlur={({ currentTarget }) => setError(writeNote(id, currentTarget.value))}
      />
      {error !== undefined && (
        <p id={`${field}-error`} role="alert" className="pb-1 text-11 text-down-text">
          {error}
        </p>
      )}
    </>
  )
}
