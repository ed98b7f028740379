import { FilePlus2, Play } from 'lucide-react'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { openNew, openTemplate } from '../../state/openDesign.ts'
import { Button } from '../controls/Button.tsx'
import { Frame } from '../dialogs/Frame.tsx'
import { playReady } from '../scenarios/playReady.ts'
import { type Card, cardsOf, matching } from './cards.ts'
import { Picture } from './Picture.tsx'

/** Designs to start from, each drawn, with the scenarios that play on it. */
export function GalleryDialog() {
  const cards = useMemo(() => cardsOf(), [])
  const [words, setWords] = useState('')
  const filter = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const found = matching(cards, words)
  return (
    <Frame
      title="Templates"
      size="full"
      first={filter}
      description="Each opens with its flows running. The design that is open now stays in the list of designs, and undo brings it back."
    >
      <div className="sticky top-0 z-10 flex flex-wrap items-center gap-2 bg-raised pt-1 pb-3">
        <input
          ref={filter}
          type="search"
          aria-label="Filter templates"
          placeholder="Filter: firewall, EOS, upgrade …"
          value={words}
          spellCheck={false}
          className="h-7 w-72 max-w-full rounded-2 bg-inset px-2 text-12 text-ink shadow-[inset_0_0_0_1px_var(--edge)] placeholder:text-ink-3 focus-visible:outline-2 focus-visible:outline-you"
          onChange={(change) => setWords(change.target.value)}
          onKeyDown={(key) => {
            const [first] = found
            if (key.key === 'Enter' && first !== undefined) void openTemplate(first.id)
            else if (key.key === 'ArrowDown') cardButtons(list.current)[0]?.focus()
            else return
            key.preventDefault()
          }}
        />
        <span role="status" className="text-11 text-ink-3">
          {found.length} of {cards.length}
        </span>
        <Button className="ml-auto" onClick={openNew}>
          <FilePlus2 strokeWidth={1.5} />
          Empty design
        </Button>
      </div>
      {found.length === 0 && <p className="py-6 text-13 text-ink-2">No template has all of these words.</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows go on from a focused card */}
      <ul
        ref={list}
        className="grid grid-cols-[repeat(auto-fill,minmax(min(260px,100%),1fr))] gap-3"
        onKeyDown={(key) => walk(key, list.current)}
      >
        {found.map((card) => (
          <Item key={card.id} card={card} />
        ))}
      </ul>
    </Frame>
  )
}

function Item({ card }: { readonly card: Card }) {
  const { id, title, description, design, platform, size, scenarios } = card
  return (
    <li className="flex flex-col overflow-hidden rounded-3 bg-panel shadow-[inset_0_0_0_1px_var(--line-2)]">
      <button
        type="button"
        data-card
        aria-label={title}
        aria-describedby={`card-${id}`}
        className="m-px flex flex-1 flex-col rounded-t-3 text-left transition-colors duration-[var(--t-fast)] hover:bg-hover focus-visible:outline-2 focus-visible:outline-offset-[-2px] focus-visible:outline-you"
        onClick={() => void openTemplate(id)}
      >
        <span className="block h-38 w-full bg-canvas p-2">
          <Picture design={design} />
        </span>
        <span className="block px-3 pt-2 text-13 font-semibold">{title}</span>
        <span id={`card-${id}`} className="block px-3 pb-2">
          <span className="block text-11 text-ink-3">
            {platform} · {size}
          </span>
          <span className="block pt-1 text-12 text-ink-2">{description}</span>
        </span>
      </button>
      <ul aria-label={`Scenarios of ${title}`} className="border-t border-line px-1.5 py-1.5">
        {scenarios.slice(0, SHOWN).map((scenario) => (
          <li key={scenario.id}>
            <button
              type="button"
              aria-label={`Open and play ${scenario.name}`}
              title={scenario.story}
              className="flex h-6 w-full items-center gap-2 rounded-2 px-1.5 text-left text-12 text-ink hover:bg-hover focus-visible:outline-2 focus-visible:outline-offset-[-2px] focus-visible:outline-you"
              onClick={() => void playReady(scenario, null)}
            >
              <Play size={13} strokeWidth={1.5} aria-hidden className="shrink-0 text-ink-2" />
              <span className="truncate">{scenario.name}</span>
            </button>
          </li>
        ))}
        {scenarios.length > SHOWN && (
          <li className="px-1.5 text-11 text-ink-3">and {scenarios.length - SHOWN} more scenarios</li>
        )}
      </ul>
    </li>
  )
}

/** Arrows walk over the cards as they lie; Home and End go to the first and the last. */
function walk(event: KeyboardEvent, list: HTMLUListElement | null): void {
  const cards = cardButtons(list)
  const at = cards.findIndex((card) => card === document.activeElement)
  const present = cards[at]
  if (present === undefined) return
  const next = {
    ArrowRight: cards[at + 1],
    ArrowLeft: cards[at - 1],
    ArrowDown: cards.slice(at + 1).find((card) => inColumn(card, present)),
    ArrowUp: cards.slice(0, at).findLast((card) => inColumn(card, present)),
    Home: cards[0],
    End: cards.at(-1),
  }[event.key]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

function inColumn(a: HTMLElement, b: HTMLElement): boolean {
  return Math.abs(a.getBoundingClientRect().left - b.getBoundingClientRect().left) < 2
}

function cardButtons(list: HTMLUListElement | null): readonly HTMLButtonElement[] {
  return [...(list?.querySelectorAll<HTMLButtonElement>('button[data-card]') ?? [])]
}

/** Scenarios on a card; the dialog of scenarios has them all. */
const SHOWN = 2
