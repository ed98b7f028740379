import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merged, replacements } from './merge.ts'

const lines = fc.array(fc.constantFrom('a', 'b', 'c: 1', '  d: 2', ''), { maxLength: 12 }).map((all) => all.join('\n'))

test('replacements lead from one text to the other', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      let text = before
      for (const { from, to, insert } of replacements(before, after).toReversed())
        text = text.slice(0, from) + insert + text.slice(to)
      expect(text).toBe(after)
    }),
    { seed: 20_261_129 },
  )
})

test('a change of one line touches that line only', () => {
  expect(replacements('a\nb\nc\n', 'a\nB\nc\n')).toEqual([{ from: 2, to: 4, insert: 'B\n' }])
})

test('what both changed apart from each other is merged; the same lines are not', () => {
  const base = Array.from({ length: 12 }, (_, at) => `line ${at}`).join('\n')
  const theirs = base.replace('line 1\n', 'line one\n')
  expect(merged(base, theirs, base.replace('line 9', 'line 9 # mine'))).toBe(theirs.replace('line 9', 'line 9 # mine'))
  expect(merged(base, theirs, base.replace('line 1\n', 'my line\n'))).toBeNull()
  expect(merged(base, theirs, base)).toBe(theirs)
})
