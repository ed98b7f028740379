import { expect, test } from 'vitest'
import page from '../../../docs/conformance.md?raw'
import { blocksOf, piecesOf, plainText } from './pageText.ts'

test('headings, paragraphs and tables; the title and comments are left out', () => {
  const text =
    '# Page\n\nOne\nline.\n\n<!-- mark -->\n\n## Part\n\n| a | b |\n|---|---|\n| `x` | 1 \\| 2 |\n| | &lt;y |\n'
  expect(blocksOf(text)).toEqual([
    { kind: 'text', text: 'One line.' },
    { kind: 'heading', level: 2, text: 'Part' },
    {
      kind: 'table',
      head: ['a', 'b'],
      rows: [
        ['`x`', '1 \\| 2'],
        ['', '&lt;y'],
      ],
    },
  ])
})

test('code is told apart, links become what they name, escapes are undone', () => {
  expect(piecesOf('see [`pdu.ts`](../src/pdu.ts), **1 of 2 fail**, a \\| &lt;b')).toEqual([
    { code: false, text: 'see ' },
    { code: true, text: 'pdu.ts' },
    { code: false, text: ', 1 of 2 fail, a | <b' },
  ])
  expect(plainText('`a` b')).toBe('a b')
})

test('the conformance page comes out whole: every row of a table has as many cells as its head', () => {
  const blocks = blocksOf(page)
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  expect(tables.length).toBeGreaterThan(15)
  for (const { head, rows } of tables) {
    for (const row of rows) expect([row, row.length]).toEqual([row, head.length])
  }
  const titles = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.text] : []))
  expect(titles).toEqual([
    'Where each clause is',
    'Known deviations and choices',
    'Against other stacks',
    'Files of servers',
    'Scenario families',
    'Test vectors',
  ])
})
