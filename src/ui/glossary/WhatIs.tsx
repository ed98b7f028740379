import { useUi } from '../../state/uiStore.ts'
import type { WordId } from './words.ts'

/** Explains a word where it stands. Beside a heading or a field, so that these stay what they say. */
export function WhatIs({ word }: { readonly word: WordId }) {
  return (
    <button
      type="button"
      aria-label={`What is this: ${word}`}
      title="What is this?"
      className="-my-1 size-6 shrink-0 rounded-full text-11 font-semibold text-ink-3 hover:bg-hover hover:text-ink"
      onClick={() => useUi.getState().set({ dialog: { kind: 'glossary', word } })}
    >
      ?
    </button>
  )
}
