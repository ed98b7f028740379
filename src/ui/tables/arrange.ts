import type { TableRow } from './table.ts'

/** The column that rows are sorted by, and which way. */
export interface Sorting {
  readonly column: number
  readonly descending: boolean
}

/** Text of a cell as it is shown: a live one's comes from the run. */
export type TextOf = (row: TableRow, column: number) => string

/** Rows whose cells hold every word of the filter, whichever case, in the order that was asked for. */
export function arranged(
  rows: readonly TableRow[],
  columns: number,
  textOf: TextOf,
  filter: string,
  sorting: Sorting | null,
): readonly TableRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const all = Array.from({ length: columns }, (_, at) => at)
  const found =
    words.length === 0
      ? rows
      : rows.filter((row) => {
          const text = all.map((column) => textOf(row, column).toLowerCase()).join('\n')
          return words.every((word) => text.includes(word))
        })
  if (sorting === null) return found
  const sign = sorting.descending ? -1 : 1
  return [...found].sort(
    (a, b) => sign * ORDER.compare(textOf(a, sorting.column), textOf(b, sorting.column)) || ORDER.compare(a.key, b.key),
  )
}

// Ethernet1/2 before Ethernet1/10, as engineers count.
const ORDER = new Intl.Collator('en', { numeric: true })
