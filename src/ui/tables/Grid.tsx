import { ArrowDown, ArrowUp } from 'lucide-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { TextOf } from './arrange.ts'
import { Cell } from './Cell.tsx'
import type { Table, TableRow } from './table.ts'
import { useGridKeys } from './useGridKeys.ts'
import { useTables } from './tableStore.ts'
import { openMenuAt } from '../canvas/openMenu.ts'
import { pickBy } from './picking.ts'

export interface GridProps {
  readonly table: Table
  readonly rows: readonly TableRow[]
  readonly picked: readonly TableRow[]
  readonly textOf: TextOf
}

/** Heads and rows. Only the rows in sight are drawn; arrow keys walk the cells, Enter edits, space chooses. */
export function Grid(props: GridProps) {
  const { table, rows, picked } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollPaddingStart: HEAD_PX,
  })
  const { at, editing, edit, finish, onKeyDown, onPaste, goTo } = useGridKeys(props, (row) =>
    virtual.scrollToIndex(row),
  )
  const chosen = new Set(picked.map(({ key }) => key))
  const first = rows.findIndex(({ key }) => key === picked[0]?.key)
  useEffect(() => {
    if (first >= 0) virtual.scrollToIndex(first)
    // Only when another row is chosen, not when the rows move.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [picked[0]?.key])
  const rowOf = (element: EventTarget): TableRow | undefined =>
    element instanceof Element ? rows[Number(element.closest<HTMLElement>('[data-row]')?.dataset['row'])] : undefined
  const template = table.columns.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(' ')
  const width = table.columns.reduce((sum, column) => sum + column.width, 0)
  return (
    <div
      ref={scroller}
      id="table-panel"
      role="tabpanel"
      aria-labelledby={`table-${table.id}`}
      className="min-h-0 flex-1 overflow-auto [scrollbar-width:thin]"
    >
      <div
        role="grid"
        aria-label={table.title}
        aria-rowcount={rows.length + 1}
        aria-colcount={table.columns.length}
        aria-multiselectable="true"
        style={{ minWidth: width + 24 }}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onClick={(click) => {
          const row = rowOf(click.target)
          if (row !== undefined) pickBy(click, row, rows, picked)
        }}
        onContextMenu={(event) => {
          const target = rowOf(event.target)?.target
          if (!target) return
          event.preventDefault()
          openMenuAt(target, event.clientX, event.clientY)
        }}
        onPaste={onPaste}
      >
        <div
          role="row"
          aria-rowindex={1}
          className="sticky top-0 z-10 grid border-b border-line bg-panel px-3"
          style={{ gridTemplateColumns: template, height: HEAD_PX }}
        >
          {table.columns.map((column, index) => (
            <Head key={column.head} table={table} column={index} />
          ))}
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <div
                key={row.key}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={chosen.has(row.key)}
                data-row={index}
                className="absolute inset-x-0 grid items-center border-b border-line px-3 hover:bg-hover aria-selected:bg-you-bg"
                style={{ gridTemplateColumns: template, height: ROW_PX, top: start }}
              >
                {table.columns.map((column, columnAt) => (
                  <Cell
                    key={column.head}
                    row={row}
                    table={table}
                    column={columnAt}
                    reachable={at.row === index && at.column === columnAt}
                    editing={editing && at.row === index && at.column === columnAt}
                    onEdit={() => edit(index, columnAt)}
                    onDone={(back) => finish(row, columnAt, back)}
                    onFocus={() => goTo(index, columnAt)}
                  />
                ))}
              </div>
            )
          })}
        </div>
        {rows.length === 0 && <Nothing table={table} />}
      </div>
    </div>
  )
}

function Head({ table, column }: { readonly table: Table; readonly column: number }) {
  const sorting = useTables((tables) => tables.sorting[table.id] ?? null)
  const sorted = sorting?.column === column ? (sorting.descending ? 'descending' : 'ascending') : 'none'
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
  const next =
    sorted === 'none' ? { column, descending: false } : sorted === 'ascending' ? { column, descending: true } : null
  return (
    <div role="columnheader" aria-sort={sorted} className="min-w-0 px-1">
      <button
        type="button"
        className="flex h-full w-full items-center gap-1 truncate text-left text-11 font-semibold text-ink-3 hover:text-ink focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-you"
        onClick={() => useTables.setState(({ sorting: all }) => ({ sorting: { ...all, [table.id]: next } }))}
      >
        {table.columns[column]?.head}
        {sorted !== 'none' && <Arrow size={12} strokeWidth={1.75} aria-hidden="true" />}
      </button>
    </div>
  )
}

function Nothing({ table }: { readonly table: Table }) {
  const filter = useTables((tables) => tables.filter)
  return (
    <p className="px-4 py-6 text-ink-3">
      {filter === '' ? `This design has no ${table.title.toLowerCase()} yet.` : `Nothing here holds “${filter}”.`}
    </p>
  )
}

const ROW_PX = 30
const HEAD_PX = 26
