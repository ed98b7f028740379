import { Download, Search, Trash2, Upload } from 'lucide-react'
import { chooseFiles, download, fileName } from '../../state/openDesign.ts'
import { useDocument } from '../../state/documentStore.ts'
import { useNetwork } from '../../state/network.ts'
import { Button } from '../controls/Button.tsx'
import { WhatIs } from '../glossary/WhatIs.tsx'
import { isViewOnly } from '../room.ts'
import type { TextOf } from './arrange.ts'
import { removeRows } from './change.ts'
import { readCsv } from './readCsv.ts'
import type { Table, TableRow } from './table.ts'
import { TABLES } from './tables.ts'
import { useTables } from './tableStore.ts'

/** Above a table: which one, what it is searched for, and what leaves and enters as CSV. */
export function TableBar({ table, rows, total, picked, textOf }: TableBarProps) {
  const filter = useTables((tables) => tables.filter)
  return (
    <header className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line pr-2 pl-2">
      <Tabs shown={table} />
      {table.word !== undefined && <WhatIs word={table.word} />}
      <label className="flex h-6 items-center gap-1.5 rounded-2 px-1.5 shadow-[inset_0_0_0_1px_var(--line-2)] focus-within:outline-2 focus-within:outline-you">
        <Search size={14} strokeWidth={1.5} className="text-ink-3" aria-hidden="true" />
        <input
          type="search"
          aria-label={`Filter ${table.title.toLowerCase()}`}
          placeholder="Filter"
          value={filter}
          className="w-24 bg-transparent text-12 outline-none"
          onChange={(change) => useTables.setState({ filter: change.target.value })}
        />
      </label>
      <span className="text-11 text-ink-3" aria-live="polite">
        {rows.length < total && `${rows.length} of ${total} rows`}
      </span>
      <span className="flex-1" />
      <div className="flex gap-1">
        {!isViewOnly() && picked.some(({ remove }) => remove !== undefined) && (
          <Button compact look="ghost" onClick={() => removeRows(picked, table.title)}>
            <Trash2 strokeWidth={1.5} />
            Remove {picked.length}
          </Button>
        )}
        {!isViewOnly() && (
          <Button compact look="ghost" onClick={() => chooseCsv(table)}>
            <Upload strokeWidth={1.5} />
            Read CSV
          </Button>
        )}
        <SaveButton table={table} rows={rows} textOf={textOf} />
      </div>
    </header>
  )
}

interface TableBarProps {
  readonly table: Table
  readonly rows: readonly TableRow[]
  readonly total: number
  readonly picked: readonly TableRow[]
  readonly textOf: TextOf
}

function SaveButton({ table, rows, textOf }: Pick<TableBarProps, 'table' | 'rows' | 'textOf'>) {
  const title = useDocument((state) => state.design.title)
  return (
    <Button
      compact
      title="The rows shown, in this order"
      onClick={() => {
        void import('./csv.ts').then(({ csvOf }) => {
          const text = csvOf(table, rows, textOf)
          download(`${fileName(title)}-${table.id}.csv`, new Blob([text], { type: 'text/csv' }))
        })
      }}
    >
      <Download strokeWidth={1.5} />
      Save CSV
    </Button>
  )
}

function chooseCsv(table: Table): void {
  chooseFiles('.csv,.tsv,text/csv,text/plain', ([file]) => {
    if (file !== undefined) void file.text().then((text) => readCsv(table, text, file.name))
  })
}

function Tabs({ shown }: { readonly shown: Table }) {
  const net = useNetwork()
  const choose = (at: number): void => {
    const table = TABLES[(at + TABLES.length) % TABLES.length]
    if (table === undefined) return
    useTables.setState({ table: table.id, refusal: null, picked: new Set() })
    document.getElementById(`table-${table.id}`)?.focus()
  }
  return (
    <div role="tablist" aria-label="Tables" className="flex h-9">
      {TABLES.map((table, at) => (
        <button
          key={table.id}
          id={`table-${table.id}`}
          type="button"
          role="tab"
          aria-selected={table.id === shown.id}
          aria-controls="table-panel"
          tabIndex={table.id === shown.id ? 0 : -1}
          className="relative flex items-center gap-1 px-2 font-medium text-ink-2 hover:text-ink focus-visible:outline-offset-[-3px] aria-selected:text-ink aria-selected:after:absolute aria-selected:after:inset-x-2 aria-selected:after:-bottom-px aria-selected:after:h-0.5 aria-selected:after:bg-ink"
          onClick={() => choose(at)}
          onKeyDown={(key) => {
            if (key.key === 'ArrowRight') choose(at + 1)
            if (key.key === 'ArrowLeft') choose(at - 1)
          }}
        >
          {table.title}
          <span className="text-11 font-normal text-ink-3">{COUNTS[table.id](net.topology)}</span>
        </button>
      ))}
    </div>
  )
}

type Counted = ReturnType<typeof useNetwork>['topology']
const COUNTS: Readonly<Record<Table['id'], (topology: Counted) => number>> = {
  devices: ({ devices }) => devices.length,
  ports: ({ ports }) => ports.length,
  cables: ({ links }) => links.length,
  bonds: ({ bonds }) => bonds.length,
  vlans: ({ vlans }) => vlans.length,
  flows: ({ flows }) => flows.length,
}
