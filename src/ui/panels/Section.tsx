import type { ReactNode } from 'react'
import { WhatIs } from '../glossary/WhatIs.tsx'
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

interface SectionProps {
  readonly head: string
  readonly right?: ReactNode
  /** What the glossary explains of it. */
  readonly word?: WordId
  readonly children: ReactNode
}
