import { History, X } from 'lucide-react'
import type { FrameDetail } from '../../core/model/capture.ts'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { Button } from '../controls/Button.tsx'
import { seconds } from '../controls/time.ts'
import { WhatIs } from '../glossary/WhatIs.tsx'
import { endText, hexDump, KIND_EXPLAINED, KIND_WORDS } from './frameWords.ts'

/** One frame: its fields from the outside in, what became of it, and its octets. */
export function FrameDetails({ detail, onClose }: { readonly detail: FrameDetail; readonly onClose: () => void }) {
  const net = useNetwork()
  const { row, fields, octets } = detail
  const word = KIND_EXPLAINED[row.kind]
  return (
    <section
      aria-label="Fields of the frame"
      className="flex w-96 shrink-0 flex-col border-l border-line max-[1100px]:w-72"
    >
      <header className="flex h-9 shrink-0 items-center gap-1 pr-2 pl-3">
        <h3 className="min-w-0 flex-1 truncate text-12 font-semibold">
          {KIND_WORDS[row.kind]}, {endText(net, row.from)} to {endText(net, row.to)}
        </h3>
        {word !== undefined && <WhatIs word={word} />}
        <Button
          look="ghost"
          compact
          square
          aria-label={`Show this instant, ${seconds(row.at, 6)} s`}
          onClick={() => useRuntime.getState().review(row.at)}
        >
          <History strokeWidth={1.5} />
        </Button>
        <Button look="ghost" compact square aria-label="Close" onClick={onClose}>
          <X strokeWidth={1.5} />
        </Button>
      </header>
      <div
        role="group"
        aria-label="Fields and octets"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto px-3 pb-3 text-11 leading-4 [scrollbar-width:thin]"
      >
        {row.fate !== null && <p className={`pb-1 ${row.lost ? 'text-down-text' : 'text-ink-2'}`}>{row.fate}</p>}
        <dl className="grid grid-cols-[120px_minmax(0,1fr)] gap-x-2">
          {fields.map(({ name, value }) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">{name}</dt>
              <dd className="font-mono break-words">{value}</dd>
            </div>
          ))}
        </dl>
        <pre role="group" aria-label="Octets" className="pt-2 font-mono text-10 leading-[15px] text-ink-2">
          {hexDump(octets)}
        </pre>
      </div>
    </section>
  )
}
