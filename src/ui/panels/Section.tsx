import type { ReactNode } from 'react'
import { useUi } from '../../state/uiStore.ts'
import type { WordId } from '../glossary/words.ts'

/** One part of the inspector: a head, what belongs to it on the right, and its content. */
export function Section({ head, right, word, children }: SectionProps) {
  return (
    <section className="border-b border-line px-4 py-2.5 last:border-0 max-[1100px]:px-3">
      <div className="flex items-baseline gap-1 pb-1.5 text-11 text-ink-3">
        <h3 className="font-semibold">{head}</h3>
        {word !== undefined && <WhatIs word={word} />}
        {right !== undefined && <span className="ml-auto">{right}</span>}
      </div>
      {children}
    </section>
  )
}

/** Explains the word at the head of a part. Beside the heading, so that the heading stays what it says. */
function WhatIs({ word }: { readonly word: WordId }) {
  return (
    <button
      type="button"
      aria-label={`What is this: ${word}`}
      title="What is this?"
      className="-my-1 size-6 rounded-full font-semibold text-ink-3 hover:bg-hover hover:text-ink"
      onClick={() => useUi.getState().set({ dialog: { kind: 'glossary', word } })}
    >
      ?
    </button>
  )
}

interface SectionProps {
  readonly head: string
  readonly right?: ReactNode
  /** What the glossary explains of it. */
  readonly word?: WordId
  readonly children: ReactNode
}
