import { useId, useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { setCells } from './change.ts'
import type { Table, TableRow } from './table.ts'

/** One value for all chosen rows, as one step. */
export function BulkBar({ table, rows }: { readonly table: Table; readonly rows: readonly TableRow[] }) {
  const id = useId()
  const editable = table.columns.flatMap(({ head }, column) => {
    const cells = rows.filter((row) => row.cells[column]?.edit !== undefined)
    return cells.length === 0 ? [] : [{ column, head, count: cells.length, like: cells[0]?.cells[column]?.edit }]
  })
  const [wanted, setWanted] = useState<number | null>(null)
  const [text, setText] = useState('')
  const chosen = editable.find(({ column }) => column === wanted) ?? editable[0]
  if (chosen === undefined) return null
  const choices = chosen.like?.choices
  const value = choices === undefined || choices.includes(text) ? text : (choices[0] ?? '')
  return (
    <form
      aria-label={`Set all ${rows.length} chosen rows`}
      className="flex min-h-9 flex-wrap items-center gap-2 border-b border-line bg-you-bg px-4 py-1"
      onSubmit={(submit) => {
        submit.preventDefault()
        setCells(rows, table.columns, chosen.column, value)
      }}
    >
      <span>{rows.length} rows chosen. Set</span>
      <select
        aria-label="Column"
        value={chosen.column}
        className={CONTROL}
        onChange={(change) => setWanted(Number(change.target.value))}
      >
        {editable.map(({ column, head }) => (
          <option key={column} value={column}>
            {head}
          </option>
        ))}
      </select>
      <label htmlFor={id}>to</label>
      {choices === undefined ? (
        <input
          id={id}
          value={value}
          autoComplete="off"
          className={`${CONTROL} w-44 font-mono`}
          onChange={(change) => setText(change.target.value)}
        />
      ) : (
        <select id={id} value={value} className={CONTROL} onChange={(change) => setText(change.target.value)}>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      )}
      <Button compact type="submit">
        Apply to {chosen.count}
      </Button>
    </form>
  )
}

const CONTROL =
  'h-6 rounded-2 bg-panel px-1.5 text-12 text-ink shadow-[inset_0_0_0_1px_var(--edge)] outline-none focus-visible:outline-2 focus-visible:outline-you'
