import { type Target, useUi } from '../../state/uiStore.ts'
import type { TableRow } from './table.ts'
import { useTables } from './tableStore.ts'

/** The rows that are chosen: things of the canvas by its selection, the others by themselves. */
export function usePicked(rows: readonly TableRow[]): readonly TableRow[] {
  const selection = useUi((ui) => ui.selection)
  const picked = useTables((tables) => tables.picked)
  const selected = new Set(selection.map(name))
  return rows.filter((row) => (row.target === null ? picked.has(row.key) : selected.has(name(row.target))))
}

/** Chooses these rows and no others. */
export function pick(rows: readonly TableRow[]): void {
  useTables.setState({ picked: new Set(rows.filter(({ target }) => target === null).map(({ key }) => key)) })
  useUi.getState().selectMany(rows.flatMap(({ target }) => target ?? []))
}

/**
 * What a click or the space bar does to the choice: this row alone; with Ctrl in or out; with Shift all from the row
 * that was chosen last.
 */
export function pickBy(
  event: { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean },
  row: TableRow,
  rows: readonly TableRow[],
  chosen: readonly TableRow[],
): void {
  if (event.shiftKey && chosen.length > 0) {
    const last = chosen.at(-1)
    const [from, to] = [rows.findIndex(({ key }) => key === last?.key), rows.indexOf(row)].sort((a, b) => a - b)
    return pick(rows.slice(from, (to ?? 0) + 1))
  }
  if (!event.ctrlKey && !event.metaKey) return pick([row])
  const others = chosen.filter(({ key }) => key !== row.key)
  pick(others.length === chosen.length ? [...chosen, row] : others)
}

function name({ kind, id }: Target): string {
  return `${kind} ${id}`
}
