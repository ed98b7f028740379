import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { ConfigCell } from './ConfigCell.tsx'
import { explained } from './differences.ts'
import type { ConfigRow } from './rows.ts'

/** One row: the line, beside or above the peer's. */
export const ConfigRowView = memo(function ConfigRowView(props: ConfigRowViewProps) {
  const { id, row, names, stacked, closed, active, hit, wanted, marked, onFold, onChoose } = props
  const { left, right, kind, numbers, fold } = row
  const hasRight = names[1] !== null && (!stacked || kind !== 'same')
  const shared = { kind, wanted, head: fold !== null }
  return (
    // Keys are the grid's: it moves the active row and chooses it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="row"
      data-at={row.at}
      aria-selected={active}
      title={explained(row) ?? undefined}
      className={`group relative flex pl-4 hover:bg-hover ${stacked ? 'flex-col' : ''} ${active ? 'outline-1 -outline-offset-1 outline-you' : ''} ${hit ? 'bg-press' : ''}`}
      onClick={(click) => {
        if (window.getSelection()?.isCollapsed === false) return
        const onRight = click.target instanceof Element && click.target.closest('[data-side="right"]') !== null
        onChoose(onRight ? 'right' : 'left')
      }}
    >
      <ConfigCell cell={left} number={numbers[0]} on={names[0]} marked={marked.has(left?.line.from ?? '')} {...shared}>
        {fold !== null && (
          <button
            type="button"
            tabIndex={-1}
            aria-expanded={!closed}
            aria-label={`${closed ? 'Unfold' : 'Fold'} ${(left ?? right)?.line.text.trim()}`}
            className="absolute top-0.5 left-0.5 text-ink-3 hover:text-ink"
            onClick={(click) => {
              click.stopPropagation()
              onFold()
            }}
          >
            {closed ? <ChevronRight size={14} strokeWidth={1.5} /> : <ChevronDown size={14} strokeWidth={1.5} />}
          </button>
        )}
        {closed && fold !== null && (
          <span className="absolute top-0.5 right-2 badge font-sans">{fold.last - fold.head} lines</span>
        )}
      </ConfigCell>
      {hasRight && (
        <ConfigCell
          cell={right}
          number={numbers[1]}
          on={names[1] ?? ''}
          right
          indented={stacked}
          marked={marked.has(right?.line.from ?? '')}
          {...shared}
        />
      )}
    </div>
  )
})

interface ConfigRowViewProps {
  readonly id: string
  readonly row: ConfigRow
  readonly names: readonly [string, string | null]
  readonly stacked: boolean
  readonly closed: boolean
  /** The keyboard is on it. */
  readonly active: boolean
  /** The place that was looked for. */
  readonly hit: boolean
  readonly wanted: string
  readonly marked: ReadonlySet<string>
  readonly onFold: () => void
  readonly onChoose: (side: 'left' | 'right') => void
}
