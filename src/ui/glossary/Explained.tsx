import { useId, useState } from 'react'
import { type WordId, WORDS } from './words.ts'

/** Words of the text above, each of which opens its explanation right here: nothing that was begun is left. */
export function Explained({ words }: { readonly words: readonly WordId[] }) {
  const [open, setOpen] = useState<WordId | null>(null)
  const id = useId()
  if (words.length === 0) return null
  const shown = open !== null && words.includes(open) ? open : null
  return (
    <div className="text-11 leading-4 text-ink-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        What is this:
        {words.map((word) => (
          <button
            key={word}
            type="button"
            aria-expanded={word === shown}
            aria-controls={id}
            className="rounded-1 py-1 underline decoration-dotted underline-offset-2 hover:text-ink aria-expanded:font-semibold aria-expanded:text-ink"
            onClick={() => setOpen(word === shown ? null : word)}
          >
            {WORDS[word].name}
          </button>
        ))}
      </p>
      <p id={id} role="status" className={shown === null ? '' : 'pb-1 text-12 leading-[18px] text-ink-2'}>
        {shown !== null && WORDS[shown].text}
      </p>
    </div>
  )
}
