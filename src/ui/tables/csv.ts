import Papa from 'papaparse'
import type { Design } from '../../core/model/design.ts'
import type { Edit } from '../../core/model/edits.ts'
import type { Network } from '../../core/model/network.ts'
import type { TextOf } from './arrange.ts'
import type { CsvLine, Table, TableRow } from './table.ts'

/** Rows with the heads of their columns. What a spreadsheet would take for a formula is marked as text. */
export function csvOf(table: Table, rows: readonly TableRow[], textOf: TextOf, delimiter: ',' | '\t' = ','): string {
  const lines = rows.map((row) => table.columns.map((_, column) => textOf(row, column)))
  return Papa.unparse([table.columns.map(({ head }) => head), ...lines], {
    delimiter,
    newline: '\n',
    escapeFormulae: true,
  })
}

export type FromCsv =
  | { readonly ok: true; readonly edits: readonly Edit[]; readonly changed: number; readonly added: number }
  | { readonly ok: false; readonly sentences: readonly string[] }

/**
 * What a file with the heads of a table asks for: lines of things that are there change what differs, other lines add.
 * Columns that are not edited here are passed over. Any text is read; what cannot be taken is named by its line.
 */
export function editsFromCsv(table: Table, design: Design, net: Network, text: string): FromCsv {
  const read = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const [heads = [], ...lines] = read.data
  const missing = table.columns.filter(({ head, identifies }) => identifies === true && !heads.includes(head))
  if (missing.length > 0) return refused(noTable(table, missing[0]?.head ?? ''))
  if (lines.length > MOST_LINES) return refused(`The file has ${lines.length} lines; at most ${MOST_LINES} are taken.`)

  const rows = new Map(table.rows(net).map((row) => [keyOf(table, (column) => row.cells[column]?.text ?? ''), row]))
  const where = { net, bottom: Math.max(0, ...Object.values(design.layout).map(({ y }) => y)) }
  const seen = new Map<string, number>()
  const edits: Edit[] = []
  const sentences: string[] = []
  let [changed, added] = [0, 0]
  for (const [at, cells] of lines.entries()) {
    const number = at + 2
    const line: CsvLine = new Map(heads.map((head, column) => [head, plain(cells[column] ?? '')]))
    const key = keyOf(table, (column) => line.get(table.columns[column]?.head ?? '')?.trim() ?? '')
    const earlier = seen.get(key)
    if (earlier !== undefined) sentences.push(`Line ${number} is about the same as line ${earlier}.`)
    seen.set(key, number)
    const row = rows.get(key)
    const taken = row === undefined ? addition(table, where, line, added) : changes(table, row, line)
    for (const refusal of taken.refusals) sentences.push(`Line ${number}${refusal}`)
    if (row === undefined) added++
    else if (taken.edits.length > 0) changed++
    edits.push(...taken.edits)
  }
  if (sentences.length === 0) return { ok: true, edits, changed, added }
  const more = sentences.length - MOST_SENTENCES
  return {
    ok: false,
    sentences: [...sentences.slice(0, MOST_SENTENCES), ...(more > 0 ? [`… and ${more} more lines.`] : [])],
  }
}

interface LineEdits {
  readonly edits: readonly Edit[]
  /** To go on after "Line 3". */
  readonly refusals: readonly string[]
}

function changes(table: Table, row: TableRow, line: CsvLine): LineEdits {
  const taken = table.columns.map(({ head, identifies }, column): LineEdits => {
    const cell = row.cells[column]
    const wanted = line.get(head)?.trim()
    const same = wanted === undefined || wanted === cell?.text
    if (cell?.edit === undefined || identifies === true || same) return { edits: [], refusals: [] }
    const result = cell.edit.take(wanted)
    return 'edits' in result
      ? { edits: result.edits, refusals: [] }
      : { edits: [], refusals: [`, ${head} ${result.refusal}`] }
  })
  return { edits: taken.flatMap(({ edits }) => edits), refusals: taken.flatMap(({ refusals }) => refusals) }
}

function addition(
  table: Table,
  where: Parameters<NonNullable<Table['add']>>[0],
  line: CsvLine,
  nth: number,
): LineEdits {
  const name = keyOf(table, (column) => line.get(table.columns[column]?.head ?? '')?.trim() ?? '')
  if (table.add === undefined) return { edits: [], refusals: [`: ${name} is not in the design.`] }
  const result = table.add(where, line, nth)
  return 'edits' in result
    ? { edits: result.edits, refusals: [] }
    : { edits: [], refusals: [`: ${name} ${result.refusal}`] }
}

function keyOf(table: Table, text: (column: number) => string): string {
  return table.columns.flatMap(({ identifies }, column) => (identifies === true ? [text(column)] : [])).join(', ')
}

/** Takes the mark off that keeps a spreadsheet from computing. */
function plain(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}

function noTable({ title, columns }: Table, missing: string): string {
  const heads = columns.filter(({ identifies }) => identifies === true).map(({ head }) => head)
  return `This is no table of ${title.toLowerCase()}: its first line has no column ${missing}. Save one with "Save CSV" to see the form; ${heads.join(', ')} must be there.`
}

function refused(sentence: string): FromCsv {
  return { ok: false, sentences: [sentence] }
}

const MOST_LINES = 20_000
const MOST_SENTENCES = 12
