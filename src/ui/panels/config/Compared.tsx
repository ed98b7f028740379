import type { CompareCell, CompareRow, RowKind } from '../../../core/vendors/compare.ts'

interface ComparedProps {
  readonly rows: readonly CompareRow[]
  readonly names: readonly [string, string]
  /** Too narrow for two columns: each row's right side stands below its left one where they differ. */
  readonly stacked: boolean
}

/** Both peers' configurations, line beside line. `≠` must be equal, `~` differs by design. */
export function Compared({ rows, names, stacked }: ComparedProps) {
  const numbered = numbers(rows)
  return (
    <div
      role="table"
      aria-label={`Configurations of ${names[0]} and ${names[1]}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto py-1 font-mono text-[11.5px] leading-[19px] [scrollbar-width:thin]"
    >
      <div role="row" className="sr-only">
        <span role="columnheader">{names[0]}</span>
        <span role="columnheader">{names[1]}</span>
      </div>
      <div className={stacked ? '' : 'grid grid-cols-2'}>
        {rows.map((row, at) => (
          // Lines may repeat; their place is their name.

          <div key={at} role="row" className={stacked ? '' : 'contents'}>
            <Cell cell={row.left} kind={row.kind} number={numbered[at]?.[0]} on={names[0]} />
            {(!stacked || row.kind !== 'same') && (
              <Cell cell={row.right} kind={row.kind} number={numbered[at]?.[1]} on={names[1]} indented={stacked} />
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

function Cell({ cell, kind, number, on, indented = false }: CellProps) {
  const bad = kind === 'mismatch' || kind === 'missing'
  return (
    <div
      role="cell"
      data-kind={kind}
      className={`flex min-w-0 border-r border-line ${indented ? 'bg-inset' : ''} ${bad ? 'bg-down-bg' : ''}`}
    >
      <span aria-hidden="true" className="w-[30px] shrink-0 text-right text-[10.5px] text-ink-3 select-none">
        {cell === null ? '' : number}
      </span>
      <span
        role="img"
        aria-label={MARK_WORD[kind]}
        className={`w-5 shrink-0 text-center font-bold select-none ${bad ? 'text-down-text' : 'text-ink-3'}`}
      >
        {MARK[kind]}
      </span>
      {cell === null ? (
        <span className="font-sans text-down-text">{bad ? `missing on ${on}` : ''}</span>
      ) : (
        <span className="min-w-0 break-words whitespace-pre-wrap">
          {cell.parts.map(({ text, differs }, at) => (
            <span key={at} className={differs && kind !== 'same' ? (bad ? BAD : BY_DESIGN) : ''}>
              {text}
            </span>
          ))}
        </span>
      )}
    </div>
  )
}

interface CellProps {
  readonly cell: CompareCell | null
  readonly kind: RowKind
  readonly number: number | undefined
  readonly on: string
  readonly indented?: boolean
}

/** Line numbers of both sides; rows without a line on a side do not count there. */
function numbers(rows: readonly CompareRow[]): readonly (readonly [number, number])[] {
  let [left, right] = [0, 0]
  return rows.map((row) => {
    left += row.left === null ? 0 : 1
    right += row.right === null ? 0 : 1
    return [left, right]
  })
}

const MARK: Readonly<Record<RowKind, string>> = { same: '', 'by-design': '~', mismatch: '≠', missing: '≠' }
const MARK_WORD: Readonly<Record<RowKind, string>> = {
  same: 'equal',
  'by-design': 'differs by design',
  mismatch: 'must be equal',
  missing: 'must be on both',
}
const BAD = 'rounded-1 bg-down px-0.5 text-on-mark -mx-0.5'
const BY_DESIGN = 'underline decoration-edge decoration-[1.5px] underline-offset-3'
