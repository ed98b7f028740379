import { useEffect, useMemo, useState } from 'react'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { useCanvas } from '../canvas/canvasStore.ts'
import { lazily } from '../lazily.tsx'
import { isViewOnly } from '../room.ts'
import { arranged, type TextOf } from './arrange.ts'
import { BulkBar } from './BulkBar.tsx'
import { Grid } from './Grid.tsx'
import { liveText } from './live.ts'
import { usePicked } from './picking.ts'
import { TableBar } from './TableBar.tsx'
import type { Table } from './table.ts'
import { TABLES } from './tables.ts'
import { useTables } from './tableStore.ts'

const CanvasMenu = lazily(() => import('../canvas/CanvasMenu.tsx').then(({ CanvasMenu }) => CanvasMenu))

/** The design as tables in place of the canvas: sorted, searched, edited in place. The selection is the canvas's. */
export function TableView() {
  const shown = useTables((tables) => tables.table)
  const table = TABLES.find(({ id }) => id === shown)
  useSelectedTable()
  return (
    <div className="flex h-full min-h-0 flex-col bg-panel text-12">
      {table !== undefined && <Shown key={table.id} table={table} />}
      <Menu />
    </div>
  )
}

function Shown({ table }: { readonly table: Table }) {
  const net = useNetwork()
  const filter = useTables((tables) => tables.filter)
  const sorting = useTables((tables) => tables.sorting[table.id] ?? null)
  const refusal = useTables((tables) => tables.refusal)
  const all = useMemo(() => table.rows(net), [table, net])
  const textOf: TextOf = (row, column) => {
    const live = table.columns[column]?.live
    if (live === undefined) return row.cells[column]?.text ?? ''
    return liveText(net, useRuntime.getState(), row, live)
  }
  // What the run says changes sixty times a second; the order of rows follows twice a second.
  const tick = useTick(filter !== '' || (sorting !== null && table.columns[sorting.column]?.live !== undefined))
  const rows = useMemo(
    () => arranged(all, table.columns.length, textOf, filter, sorting),
    // oxlint-disable-next-line react/exhaustive-deps -- textOf reads the run as it is at each tick
    [all, table, filter, sorting, tick],
  )
  const picked = usePicked(rows)
  return (
    <>
      <TableBar table={table} rows={rows} total={all.length} picked={picked} textOf={textOf} />
      {picked.length > 1 && !isViewOnly() && <BulkBar table={table} rows={picked} />}
      {refusal !== null && (
        <p role="alert" className="flex items-center gap-2 bg-down-bg px-4 py-1.5 text-down-text">
          <span className="flex-1">{refusal} Nothing was changed.</span>
          <button type="button" className="underline" onClick={() => useTables.setState({ refusal: null })}>
            Close
          </button>
        </p>
      )}
      <Grid table={table} rows={rows} picked={picked} textOf={textOf} />
    </>
  )
}

/** A thing that is selected elsewhere is shown in its table. */
function useSelectedTable(): void {
  const kind = useUi((ui) => ui.selection[0]?.kind)
  useEffect(() => {
    const table = TABLES.find(({ id }) => id === TABLE_OF[kind ?? ''])
    if (table !== undefined) useTables.setState({ table: table.id })
  }, [kind])
}

function useTick(runs: boolean): number {
  const [tick, setTick] = useState(0)
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => setTick((count) => count + 1), 500)
    return () => clearInterval(timer)
  }, [runs])
  return tick
}

function Menu() {
  const open = useCanvas((canvas) => canvas.menu !== null)
  return open ? <CanvasMenu /> : null
}

const TABLE_OF: Readonly<Record<string, string>> = { device: 'devices', port: 'ports', link: 'cables', bond: 'bonds' }
