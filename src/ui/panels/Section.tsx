import type { ReactNode } from 'react'

/** One part of the inspector: a head, what belongs to it on the right, and its content. */
export function Section({ head, right, children }: SectionProps) {
  return (
    <section className="border-b border-line px-4 py-2.5 last:border-0 max-[1100px]:px-3">
      <h3 className="flex items-baseline gap-2 pb-1.5 text-11 font-semibold text-ink-3">
        {head}
        {right !== undefined && <span className="ml-auto font-normal">{right}</span>}
      </h3>
      {children}
    </section>
  )
}

interface SectionProps {
  readonly head: string
  readonly right?: ReactNode
  readonly children: ReactNode
}
