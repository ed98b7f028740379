import { expect, test } from 'vitest'
import { arranged } from './arrange.ts'
import type { TableRow } from './table.ts'

const rows: readonly TableRow[] = ['leaf-a Ethernet1/10', 'leaf-b Ethernet1/2', 'leaf-a Ethernet1/2'].map((text) => ({
  key: text,
  target: null,
  cells: [{ text }],
}))
const shown = (filter: string, descending: boolean | null) =>
  arranged(
    rows,
    1,
    (row) => row.cells[0]?.text ?? '',
    filter,
    descending === null ? null : { column: 0, descending },
  ).map(({ key }) => key)

test('numbers in names count as numbers', () => {
  expect(shown('', false)).toEqual(['leaf-a Ethernet1/2', 'leaf-a Ethernet1/10', 'leaf-b Ethernet1/2'])
  expect(shown('', true)).toEqual(['leaf-b Ethernet1/2', 'leaf-a Ethernet1/10', 'leaf-a Ethernet1/2'])
  expect(shown('', null)).toEqual(rows.map(({ key }) => key))
})

test('every word of the filter is somewhere in the row', () => {
  expect(shown('1/2 LEAF-A', null)).toEqual(['leaf-a Ethernet1/2'])
  expect(shown('leaf-c', null)).toEqual([])
})
