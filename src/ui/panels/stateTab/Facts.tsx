import type { ReactNode } from 'react'

/** Names and values in two columns; `since` makes a third one at the right. */
export function Facts({ rows }: { readonly rows: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[92px_minmax(0,1fr)_auto] gap-x-2 leading-5">
      {rows.map(({ name, value, since }) => (
        <div key={name} className="col-span-3 grid grid-cols-subgrid">
          <dt className="text-ink-3">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
          {since !== undefined && <dd className="font-mono text-11 text-ink-3">{since}</dd>}
        </div>
      ))}
    </dl>
  )
}

export interface Fact {
  readonly name: string
  readonly value: ReactNode
  readonly since?: string
}
