import type { CompareCell, CompareRow } from '../../../core/vendors/compare.ts'
import type { ConfigLine } from '../../../core/vendors/exporter.ts'
import { foldsOf, type Fold } from '../../../core/vendors/folds.ts'

/** A row of the view: a line of the switch, and beside it that of its peer where both are compared. */
export interface ConfigRow extends CompareRow {
  /** Position among all rows. */
  readonly at: number
  /** Line numbers, from 1, of the sides that have a line here. */
  readonly numbers: readonly [number, number]
  /** What folds away behind this row. */
  readonly fold: Fold | null
  /** Names the fold across edits: its first line and how many times that was there before. */
  readonly key: string
}

/** Lines of one configuration as rows. */
export function linesAsRows(lines: readonly ConfigLine[]): readonly CompareRow[] {
  return lines.map((line): CompareRow => ({
    left: { line, parts: [{ text: line.text, differs: false }] },
    right: null,
    kind: 'same',
    reason: null,
  }))
}

export function rowsOf(compared: readonly CompareRow[]): readonly ConfigRow[] {
  const folds = new Map(
    foldsOf(compared.map((row) => cellsOf(row)[0]?.line.text ?? '')).map((fold) => [fold.head, fold]),
  )
  const seen = new Map<string, number>()
  let [left, right] = [0, 0]
  return compared.map((row, at) => {
    left += row.left === null ? 0 : 1
    right += row.right === null ? 0 : 1
    const text = cellsOf(row)[0]?.line.text ?? ''
    const before = seen.get(text) ?? 0
    seen.set(text, before + 1)
    return { ...row, at, numbers: [left, right], fold: folds.get(at) ?? null, key: `${text} #${before}` }
  })
}

/** The lines of a row, that of the switch itself first. */
export function cellsOf({ left, right }: CompareRow): readonly CompareCell[] {
  return [left, right].flatMap((cell) => cell ?? [])
}

/** Positions of the rows that hold a text, whatever its letters' case; none for an empty text. */
export function rowsWith(rows: readonly ConfigRow[], text: string): readonly number[] {
  const wanted = text.toLowerCase()
  if (wanted === '') return []
  return rows.flatMap((row) =>
    cellsOf(row).some(({ line }) => line.text.toLowerCase().includes(wanted)) ? [row.at] : [],
  )
}

/** Rows that are shown: all but those in closed sections, which what is looked for opens again. */
export function shownRows(
  rows: readonly ConfigRow[],
  closed: ReadonlySet<string>,
  wanted: readonly number[],
): readonly ConfigRow[] {
  let hiddenTo = -1
  return rows.filter(({ at, fold, key }) => {
    if (at <= hiddenTo) return false
    if (fold !== null && isClosed({ fold, key }, closed, wanted)) hiddenTo = fold.last
    return true
  })
}

export function isClosed(
  { fold, key }: Pick<ConfigRow, 'fold' | 'key'>,
  closed: ReadonlySet<string>,
  wanted: readonly number[],
): boolean {
  return fold !== null && closed.has(key) && !wanted.some((at) => at > fold.head && at <= fold.last)
}
