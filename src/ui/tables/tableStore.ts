import { create } from 'zustand'
import type { Sorting } from './arrange.ts'
import type { TableId } from './table.ts'

interface TableState {
  readonly table: TableId
  readonly sorting: Readonly<Partial<Record<TableId, Sorting | null>>>
  readonly filter: string
  /** Chosen rows of things that the canvas does not show. */
  readonly picked: ReadonlySet<string>
  /** Why the last change was not taken; null after one that was. */
  readonly refusal: string | null
}

/** Which table is shown and how. Outlives a look at the canvas, not the visit. */
export const useTables = create<TableState>()((): TableState => ({
  table: 'devices',
  sorting: {},
  filter: '',
  picked: new Set(),
  refusal: null,
}))
