import type { Edit } from '../../core/model/edits.ts'
import type { FlowId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import type { Target } from '../../state/uiStore.ts'
import type { WordId } from '../glossary/words.ts'

export type TableId = 'devices' | 'ports' | 'cables' | 'bonds' | 'vlans' | 'flows'

/** All things of one kind, a row each. What a cell says is what is sorted by, searched and written to CSV. */
export interface Table {
  readonly id: TableId
  readonly title: string
  /** What the glossary explains of it. */
  readonly word?: WordId
  readonly columns: readonly Column[]
  readonly rows: (net: Network) => readonly TableRow[]
  /** A line of a CSV file whose thing is not in the design yet. Missing: lines cannot add anything here. */
  readonly add?: (where: AddTo, line: CsvLine, nth: number) => Taken
}

/** The design that lines of a file are added to. */
export interface AddTo {
  readonly net: Network
  /** Where the drawing ends: what is added stands below, in CSS px. */
  readonly bottom: number
}

export interface Column {
  readonly head: string
  /** CSS px, at least. */
  readonly width: number
  readonly mono?: boolean
  /** The columns that tell a row from all others. */
  readonly identifies?: boolean
  /** What the run says at the instant that is shown, and not the design. */
  readonly live?: 'state' | 'worst outage'
}

export interface TableRow {
  readonly key: string
  /** What is selected with the row; null where the canvas has no such thing. */
  readonly target: Target | null
  /** The flow whose run the live columns tell of; else they tell of the target. */
  readonly flow?: FlowId
  /** In the order of the columns; empty text in live ones. */
  readonly cells: readonly Cell[]
  /** Takes the thing out of the design. */
  readonly remove?: Edit
}

export interface Cell {
  readonly text: string
  readonly edit?: CellEdit
}

export interface CellEdit {
  /** The texts there are; missing: any text. */
  readonly choices?: readonly string[]
  readonly take: (text: string) => Taken
}

/** The edits that a text asks for, or why it cannot be taken. */
export type Taken = { readonly edits: readonly Edit[] } | { readonly refusal: string }

/** Texts of a line by the head of their column. */
export type CsvLine = ReadonlyMap<string, string>

export function take(...edits: readonly Edit[]): Taken {
  return { edits }
}

export function refuse(refusal: string): Taken {
  return { refusal }
}

/** A cell whose text becomes a number of an edit; what is no number is refused by the edit in its own words. */
export function numberCell(value: number, edit: (value: number) => Edit): Cell {
  return {
    text: String(value),
    edit: { take: (text) => take(edit(text.trim() === '' ? Number.NaN : Number(text.trim()))) },
  }
}

export function textCell(text: string, edit: (text: string) => Edit): Cell {
  return { text, edit: { take: (typed) => take(edit(typed.trim())) } }
}

/** A cell with one of a few texts. */
export function choiceCell<V>(
  value: V,
  choices: readonly { readonly value: V; readonly text: string }[],
  edit: (value: V) => Edit,
): Cell {
  const texts = choices.map(({ text }) => text)
  return {
    text: choices.find((choice) => choice.value === value)?.text ?? '',
    edit: {
      choices: texts,
      take: (typed) => {
        const chosen = choices.find(({ text }) => text.toLowerCase() === typed.trim().toLowerCase())
        return chosen === undefined ? refuse(`must be one of: ${texts.join(', ')}.`) : take(edit(chosen.value))
      },
    },
  }
}

export function plainCell(text: string | number): Cell {
  return { text: String(text) }
}

/** Filled in by what the run says. */
export const LIVE_CELL: Cell = { text: '' }
