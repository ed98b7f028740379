import { type ClipboardEvent, type KeyboardEvent, useEffect, useState } from 'react'
import { copyText } from '../../state/openDesign.ts'
import { isViewOnly } from '../room.ts'
import { removeRows } from './change.ts'
import type { GridProps } from './Grid.tsx'
import type { TableRow } from './table.ts'
import { pick, pickBy } from './picking.ts'
import { readCsv } from './readCsv.ts'

interface Place {
  readonly row: number
  readonly column: number
}

/** Walks a grid by keys, and says which cell has the focus and whether it is being edited. */
export function useGridKeys({ table, rows, picked, textOf }: GridProps, reveal: (row: number) => void) {
  // By its key: an edit may move the row.
  const [at, setAt] = useState<Place & { readonly key: string }>({ row: 0, column: 0, key: '' })
  const [editing, setEditing] = useState(false)
  const [walked, setWalked] = useState(0)
  const moved = rows.findIndex(({ key }) => key === at.key)
  const within: Place = { row: moved >= 0 ? moved : clamp(at.row, rows.length), column: at.column }
  const goTo = (row: number, column: number): void => setAt({ row, column, key: rows[row]?.key ?? '' })
  const walk = (row: number, column: number): void => {
    const place = { row: clamp(row, rows.length), column: clamp(column, table.columns.length) }
    goTo(place.row, place.column)
    reveal(place.row)
    setWalked((count) => count + 1)
  }
  useEffect(() => {
    if (walked > 0) document.querySelector<HTMLElement>('[role="grid"] [role="gridcell"][tabindex="0"]')?.focus()
  }, [walked])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing || !(event.target instanceof HTMLElement) || event.target.role !== 'gridcell') return
    const row = rows[within.row]
    if (row === undefined) return
    const command = event.ctrlKey || event.metaKey
    const step = STEPS[event.key]
    if (step !== undefined && !command) walk(within.row + step.row, within.column + step.column)
    else if (event.key === 'Home') walk(command ? 0 : within.row, 0)
    else if (event.key === 'End') walk(command ? rows.length : within.row, table.columns.length)
    else if (event.key === 'Enter' || event.key === 'F2') setEditing(row.cells[within.column]?.edit !== undefined)
    else if (event.key === ' ') pickBy({ ...modifiers(event), ctrlKey: !event.shiftKey }, row, rows, picked)
    else if (command && event.key === 'a') pick(rows)
    else if (command && event.key === 'c') void copy()
    else if (event.key === 'Delete' && picked.length > 0) removeRows(picked, table.title)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const copy = async (): Promise<void> => {
    const { csvOf } = await import('./csv.ts')
    const chosen = picked.length === 0 ? rows : rows.filter((row) => picked.includes(row))
    await copyText(csvOf(table, chosen, textOf, '\t'), `${chosen.length} rows`)
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (editing) return
    event.preventDefault()
    void readCsv(table, event.clipboardData.getData('text/plain'), 'The pasted text')
  }
  const finish = (row: TableRow, column: number, back: boolean): void => {
    setEditing(false)
    setAt({ row: within.row, column, key: row.key })
    if (back) setWalked((count) => count + 1)
  }
  const edit = (row: number, column: number): void => {
    goTo(row, column)
    setEditing(!isViewOnly())
  }
  return { at: within, editing, edit, finish, onKeyDown, onPaste, goTo }
}

function modifiers({ metaKey, shiftKey }: KeyboardEvent) {
  return { metaKey, shiftKey }
}

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(value, length - 1))
}

const PAGE = 12
const STEPS: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -PAGE, column: 0 },
  PageDown: { row: PAGE, column: 0 },
}
