import { expect, test } from 'vitest'
import { comparePeers } from '../../../core/vendors/compare.ts'
import { linesAsRows, rowsOf, rowsWith, shownRows } from './rows.ts'

const lines = (...texts: string[]) => texts.map((text) => ({ text, from: null }))
const TEXT = lines(
  'hostname a',
  '',
  'vpc domain 1',
  '  role priority 1',
  '  delay restore 30',
  '',
  'vlan 10',
  '  name x',
)

test('a closed section leaves its first line, and opens for what is looked for in it', () => {
  const rows = rowsOf(linesAsRows(TEXT))
  const closed = new Set(['vpc domain 1 #0'])
  expect(shownRows(rows, closed, []).map(({ at }) => at)).toEqual([0, 1, 2, 5, 6, 7])
  expect(shownRows(rows, closed, rowsWith(rows, 'DELAY')).map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(rowsWith(rows, '')).toEqual([])
})

test('numbers count the lines of each side', () => {
  const rows = rowsOf(comparePeers(lines('feature lacp', 'feature vpc', 'end'), lines('feature lacp', 'end')))
  expect(rows.map(({ left, right, numbers: [a, b] }) => [left && a, right && b])).toEqual([
    [1, 1],
    [2, null],
    [3, 2],
  ])
})
