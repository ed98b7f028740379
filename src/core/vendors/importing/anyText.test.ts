import fc from 'fast-check'
import { expect, test } from 'vitest'
import { designProblems } from '../../model/document.ts'
import { TEMPLATES } from '../../templates/index.ts'
import { FORMATS, textsOf } from '../testing/roundTrips.ts'
import { importConfigs } from './importConfigs.ts'

const LINES = FORMATS.flatMap((written) =>
  TEMPLATES.flatMap((template) => textsOf(written, template.build().topology)).flatMap(({ text }) => text.split('\n')),
)
/** A line of a real text, or that with a piece of it changed, or anything. */
const line = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...LINES) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...LINES), fc.nat(60), fc.string({ unit: 'binary', maxLength: 6 }))
      .map(([text, at, piece]) => text.slice(0, at) + piece + text.slice(at + 2)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
)
const text = fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n'))

test('any texts are drawn as a sound design with every line accounted for, or refused with a way out', () => {
  let drawn = 0
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
      const result = importConfigs(texts.map((text, at) => ({ name: `${at}.cfg`, text })))
      const refusal = result.ok ? 'Drawn.' : `${result.text} ${result.wayOut}`
      expect(refusal).toMatch(/^(?!.*cannot be drawn)\w.*\.$/s)
      expect(result.ok ? designProblems(result.design) : []).toEqual([])
      if (result.ok) drawn += 1
    }),
    { seed: 20_261_124, numRuns: 400 },
  )
  expect(drawn).toBeGreaterThan(50)
})
