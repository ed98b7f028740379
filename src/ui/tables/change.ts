import type { Edit } from '../../core/model/edits.ts'
import { editAll } from '../../state/editing.ts'
import { useUi } from '../../state/uiStore.ts'
import { useTables } from './tableStore.ts'
import type { Column, TableRow, Taken } from './table.ts'

/** Takes edits as one step. False where they were refused: the table then says why. */
export function change(edits: readonly Edit[], step: string, said?: string): boolean {
  const result = editAll(edits, step)
  useTables.setState({ refusal: result.ok ? null : result.message })
  if (result.ok && said !== undefined) useUi.getState().announce(said)
  return result.ok
}

/** Gives a cell of one or more rows a text, as one step. */
export function setCells(rows: readonly TableRow[], columns: readonly Column[], column: number, text: string): boolean {
  const refusal = setRows(rows, columns, column, text)
  useTables.setState({ refusal })
  return refusal === null
}

/** The same wherever rows are changed: why it cannot be, as a sentence, or null. */
export function setRows(
  rows: readonly TableRow[],
  columns: readonly Column[],
  column: number,
  text: string,
): string | null {
  const head = columns[column]?.head ?? ''
  const taken = rows.flatMap((row): readonly Taken[] => {
    const cell = row.cells[column]
    return cell?.edit === undefined || cell.text === text.trim() ? [] : [cell.edit.take(text)]
  })
  for (const one of taken) if ('refusal' in one) return `${head} ${one.refusal}`
  const edits = taken.flatMap((one) => ('edits' in one ? one.edits : []))
  const step = rows.length > 1 ? `set ${head} of ${rows.length} rows` : `set ${head}`
  const result = editAll(edits, step)
  if (!result.ok) return result.message
  if (rows.length > 1) useUi.getState().announce(`${head} of ${rows.length} rows is ${text}. Undo takes it back.`)
  return null
}

/** Takes the things of the rows out of the design, as one step. */
export function removeRows(rows: readonly TableRow[], title: string): void {
  const edits = rows.flatMap(({ remove }) => remove ?? [])
  const links = edits.flatMap((edit) => (edit.type === 'remove' ? edit.links : []))
  const devices = edits.flatMap((edit) => (edit.type === 'remove' ? edit.devices : []))
  const others = edits.filter((edit) => edit.type !== 'remove')
  const removal: readonly Edit[] =
    links.length + devices.length === 0 ? [] : [{ type: 'remove', devices, links: [...new Set(links)] }]
  const words = `${edits.length} of ${title.toLowerCase()}`
  if (change([...removal, ...others], `remove ${words}`, `Removed ${words}. Undo takes it back.`)) {
    useUi.getState().select(null)
    useTables.setState({ picked: new Set() })
  }
}
