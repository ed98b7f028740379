import { useId } from 'react'
import type { Part } from '../../core/runbook/parts.ts'
import { PlanTable } from './PlanTable.tsx'

/** One piece of a runbook as part of a page. */
export function PartView({ part }: { readonly part: Part }) {
  const id = useId()
  switch (part.kind) {
    case 'heading':
      if (part.level === 1) return <h2>{part.text}</h2>
      return part.level === 2 ? <h3>{part.text}</h3> : <h4>{part.text}</h4>
    case 'text':
      return <p>{part.text}</p>
    case 'list': {
      const items = part.items.map((item, at) => <li key={at}>{item}</li>)
      return part.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return <PlanTable head={part.head} rows={part.rows} />
    case 'lines':
      return (
        <figure>
          <figcaption id={id}>{part.title}</figcaption>
          {/* Wider than the page: reached by keyboard to be scrolled. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre className="font-mono" tabIndex={0} role="region" aria-labelledby={id}>
            {part.lines.join('\n')}
          </pre>
        </figure>
      )
  }
}
