import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { useUi } from '../../state/uiStore.ts'
import { change } from './change.ts'
import type { Table } from './table.ts'
import { TABLES } from './tables.ts'
import { useTables } from './tableStore.ts'

/** Takes a CSV file into the table that is shown. */
export async function readFile(file: File): Promise<void> {
  const table = TABLES.find(({ id }) => id === useTables.getState().table)
  if (table !== undefined) await readCsv(table, await file.text(), file.name)
}

/** Takes a CSV file or a pasted table into the design, as one step or not at all. */
export async function readCsv(table: Table, text: string, name: string): Promise<void> {
  const { editsFromCsv } = await import('./csv.ts')
  const result = editsFromCsv(table, useDocument.getState().design, presentNetwork(), text)
  const refuse = (sentences: readonly string[]): void =>
    useUi.getState().set({ dialog: { kind: 'refused', title: `${name} was not taken`, sentences } })
  if (!result.ok) return refuse([...result.sentences, 'Nothing was changed.'])
  const { edits, changed, added } = result
  if (edits.length === 0) return useUi.getState().announce(`${name} says what the design says already.`)
  const words = [changed > 0 ? `${changed} changed` : '', added > 0 ? `${added} added` : ''].filter(Boolean).join(', ')
  if (change(edits, `read ${name}`, `${table.title} from ${name}: ${words}. Undo takes it back.`)) return
  const { refusal } = useTables.getState()
  useTables.setState({ refusal: null })
  refuse([refusal ?? '', 'Nothing was changed.'])
}
