import { useState } from 'react'
import { useDocument } from '../../state/documentStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { later } from '../later.ts'

/** Name of the design; taken on Enter or on leaving the field. */
export function TitleField() {
  const title = useDocument((state) => state.design.title)
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? title
  const commit = (): void => {
    if (draft === null || draft === title) return setDraft(null)
    withEditing(({ edit }) => {
      const result = edit({ type: 'set-title', title: draft })
      if (!result.ok) useUi.getState().announce(result.message)
      setDraft(null)
    })
  }
  return (
    <input
      aria-label="Name of the design"
      value={text}
      maxLength={100}
      spellCheck={false}
      className="ml-1.5 h-7 min-w-16 rounded-2 bg-transparent px-1.5 text-13 font-semibold field-sizing-content max-w-64 truncate hover:bg-hover focus:bg-panel"
      onChange={(change) => setDraft(change.target.value)}
      onBlur={commit}
      onKeyDown={(key) => {
        if (key.key === 'Enter') key.currentTarget.blur()
        if (key.key === 'Escape') setDraft(null)
      }}
    />
  )
}

const withEditing = later(() => import('../../state/editing.ts'))
