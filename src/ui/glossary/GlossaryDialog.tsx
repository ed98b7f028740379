import { useRef, useState } from 'react'
import { Frame } from '../dialogs/Frame.tsx'
import { type Word, WORDS } from './words.ts'

/** What the words of the page mean; the one that was asked about is shown first. */
export function GlossaryDialog({ word }: { readonly word: string | null }) {
  const [wanted, setWanted] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const all: readonly (readonly [string, Word])[] = Object.entries(WORDS).toSorted(
    ([a], [b]) => Number(b === word) - Number(a === word),
  )
  const shown = all.filter(([, { name, also, text }]) =>
    `${name} ${also} ${text}`.toLowerCase().includes(wanted.toLowerCase()),
  )
  return (
    <Frame title="What the words mean" size="wide" first={field}>
      <input
        ref={field}
        aria-label="Find a word"
        placeholder="Find a word"
        value={wanted}
        spellCheck={false}
        className="sticky top-0 mb-2 h-7 w-full rounded-2 bg-panel px-2 text-13 shadow-[inset_0_0_0_1px_var(--edge)]"
        onChange={(change) => setWanted(change.target.value)}
      />
      <dl>
        {shown.map(([id, { name, also, text }]) => (
          <div key={id} className={`rounded-2 px-2 py-2 ${id === word ? 'bg-you-bg' : ''}`}>
            <dt className="text-13 font-semibold" aria-current={id === word}>
              {name}
            </dt>
            <dd className="text-13 leading-[19px] text-ink-2">{text}</dd>
            <dd className="pt-0.5 text-12 text-ink-3">Also: {also}</dd>
          </div>
        ))}
      </dl>
      {shown.length === 0 && <p className="text-13 text-ink-2">No word here says that.</p>}
    </Frame>
  )
}
