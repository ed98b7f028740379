import { type KeyboardEvent, useState } from 'react'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { StateMark } from '../state/StateMark.tsx'
import { setCells } from './change.ts'
import { liveState, liveText } from './live.ts'
import type { CellEdit, Column, Table, TableRow } from './table.ts'

/** One cell: what it says, or the field in which it is changed. */
export function Cell({ row, table, column, reachable, editing, onEdit, onDone, onFocus }: CellProps) {
  const cell = row.cells[column]
  const { mono, live } = table.columns[column] ?? {}
  const edit = cell?.edit
  return (
    <div
      role="gridcell"
      aria-colindex={column + 1}
      tabIndex={reachable ? 0 : -1}
      title={editing ? undefined : cell?.text}
      className={`h-full min-w-0 truncate px-1 leading-[29px] focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-you ${mono === true ? 'font-mono text-11' : ''} ${edit === undefined ? 'text-ink-2' : 'cursor-text'}`}
      onFocus={onFocus}
      onDoubleClick={() => edit !== undefined && onEdit()}
    >
      {live !== undefined ? (
        <Live row={row} live={live} />
      ) : editing && edit !== undefined && cell !== undefined ? (
        <Editor row={row} table={table} column={column} edit={edit} text={cell.text} onDone={onDone} />
      ) : (
        cell?.text
      )}
    </div>
  )
}

interface CellProps {
  readonly row: TableRow
  readonly table: Table
  readonly column: number
  /** The cell that Tab goes to. */
  readonly reachable: boolean
  readonly editing: boolean
  readonly onEdit: () => void
  readonly onDone: (back: boolean) => void
  readonly onFocus: () => void
}

function Live({ row, live }: { readonly row: TableRow; readonly live: NonNullable<Column['live']> }) {
  const net = useNetwork()
  const state = useRuntime((run) => liveState(net, run, row))
  const text = useRuntime((run) => liveText(net, run, row, live))
  return (
    <span className="flex items-center gap-1.5">
      {live === 'state' && <StateMark state={state} />}
      {text}
    </span>
  )
}

interface EditorProps {
  readonly row: TableRow
  readonly table: Table
  readonly column: number
  readonly edit: CellEdit
  readonly text: string
  readonly onDone: (back: boolean) => void
}

/** Enter or leaving takes the text, Escape drops it. A refused text stays to be mended. `back`: the cell gets the focus. */
function Editor({ row, table, column, edit, text, onDone }: EditorProps) {
  const [draft, setDraft] = useState(text)
  const [refused, setRefused] = useState(false)
  const commit = (wanted: string, back: boolean): void => {
    if (setCells([row], table.columns, column, wanted)) onDone(back)
    else setRefused(true)
  }
  const label = `${table.columns[column]?.head} of ${row.cells[0]?.text}`
  const onKeyDown = (key: KeyboardEvent): void => {
    key.stopPropagation()
    if (key.key === 'Escape') onDone(true)
    if (key.key === 'Enter') commit(draft, true)
  }
  if (edit.choices !== undefined) {
    return (
      <select
        ref={focusIt}
        aria-label={label}
        value={draft}
        className={CONTROL}
        onKeyDown={onKeyDown}
        onBlur={() => onDone(false)}
        onChange={(change) => commit(change.target.value, true)}
      >
        {edit.choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    )
  }
  return (
    <input
      ref={focusIt}
      aria-label={label}
      aria-invalid={refused}
      value={draft}
      spellCheck={false}
      autoComplete="off"
      className={CONTROL}
      onFocus={(focus) => focus.target.select()}
      onKeyDown={onKeyDown}
      onBlur={() => (refused ? onDone(false) : commit(draft, false))}
      onChange={(change) => {
        setDraft(change.target.value)
        setRefused(false)
      }}
    />
  )
}

// Outside of the component: as a ref that never changes it is called once.
function focusIt(element: HTMLElement | null): void {
  element?.focus()
}

const CONTROL =
  'h-6 w-full min-w-0 rounded-2 bg-panel px-1 text-inherit text-ink shadow-[inset_0_0_0_1px_var(--edge)] outline-none focus-visible:outline-2 focus-visible:outline-you aria-invalid:bg-down-bg aria-invalid:shadow-[inset_0_0_0_1.5px_var(--down)]'
