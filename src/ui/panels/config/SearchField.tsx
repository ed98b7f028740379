import { ChevronDown, ChevronUp } from 'lucide-react'
import { Button } from '../../controls/Button.tsx'

/** Looks for a text in the configuration. Enter goes to the next place, with shift to the one before. */
export function SearchField({ text, at, count, onText, onStep }: SearchFieldProps) {
  return (
    <search className="flex min-w-40 flex-1 items-center gap-1">
      <input
        type="search"
        aria-label="Search in the configuration"
        placeholder="Search"
        value={text}
        spellCheck={false}
        autoComplete="off"
        className="h-6 w-full max-w-60 min-w-0 rounded-2 bg-panel px-2 font-mono text-11 text-ink shadow-[inset_0_0_0_1px_var(--edge)] outline-none focus-visible:outline-2 focus-visible:outline-offset-1 focus-visible:outline-you"
        onChange={(change) => onText(change.target.value)}
        onKeyDown={(key) => {
          if (key.key === 'Enter') onStep(key.shiftKey ? -1 : 1)
          if (key.key !== 'Escape' || text === '') return
          key.stopPropagation()
          key.preventDefault()
          onText('')
        }}
      />
      {text !== '' && (
        <>
          <span role="status" className="shrink-0 text-11 whitespace-nowrap text-ink-3">
            {count === 0 ? 'not found' : `${at} of ${count}`}
          </span>
          <Button
            look="ghost"
            compact
            square
            aria-label="Place before"
            disabled={count === 0}
            onClick={() => onStep(-1)}
          >
            <ChevronUp strokeWidth={1.5} />
          </Button>
          <Button look="ghost" compact square aria-label="Next place" disabled={count === 0} onClick={() => onStep(1)}>
            <ChevronDown strokeWidth={1.5} />
          </Button>
        </>
      )}
    </search>
  )
}

interface SearchFieldProps {
  readonly text: string
  /** Number of the place that is shown, from 1; 0 where there is none. */
  readonly at: number
  /** Lines that hold the text. */
  readonly count: number
  readonly onText: (text: string) => void
  readonly onStep: (by: 1 | -1) => void
}
