import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { designProblems } from '../../model/document.ts'
import { basicPair } from '../../templates/basicPair.ts'
import { TEMPLATES } from '../../templates/index.ts'
import { FORMATS, textsOf } from '../testing/roundTrips.ts'
import { importConfigs, type ImportResult } from './importConfigs.ts'

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
      expect(trouble(result)).toEqual([])
      if (result.ok) drawn += 1
    }),
    { seed: 20_261_124, numRuns: 400 },
  )
  expect(drawn).toBeGreaterThan(50)
})

/** A switch of the template of every format, and what hides the same text. */
const WHOLE = FORMATS.map((written) => ({ name: written.name, texts: textsOf(written, basicPair.build().topology) }))
const DISGUISES: readonly { readonly how: string; readonly put: (text: string) => string }[] = [
  { how: 'line ends of Windows', put: (text) => text.replaceAll('\n', '\r\n') },
  { how: 'a byte order mark', put: (text) => `\ufeff${text}` },
  { how: 'blanks behind its lines', put: (text) => text.replaceAll('\n', ' \t \n') },
  { how: 'NUL behind its lines', put: (text) => text.replaceAll('\n', '\0\n') },
  { how: 'empty lines between its lines', put: (text) => text.replaceAll('\n', '\n\n') },
]

describe.each(WHOLE)('$name', ({ texts }) => {
  const plain = importConfigs(texts)

  test.each(DISGUISES)('with $how is the same configuration', ({ put }) => {
    const disguised = importConfigs(texts.map(({ name, text }) => ({ name, text: put(text) })))
    expect(disguised.ok && disguised.design).toEqual(plain.ok && plain.design)
  })

  test('that breaks off anywhere is drawn as far as it goes, or refused with a way out', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (share, both) => {
        const cut = texts.map(({ name, text }, at) => ({
          name,
          text: at === 0 || both ? text.slice(0, Math.floor(text.length * share)) : text,
        }))
        expect(trouble(importConfigs(cut))).toEqual([])
      }),
      { seed: 20_261_203, numRuns: 15 },
    )
  })
})

test('bytes of any kind are drawn or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4_000 }), (bytes) => {
      expect(trouble(importConfigs([{ name: 'a.bin', text: new TextDecoder('utf-8').decode(bytes) }]))).toEqual([])
      expect(trouble(importConfigs([{ name: 'b.bin', text: String.fromCharCode(...bytes) }]))).toEqual([])
    }),
    { seed: 20_261_204, numRuns: 60 },
  )
})

test.each([
  ['five million characters', 'interface Ethernet1/1\n'.repeat(230_000)],
  ['one endless line', 'vlan '.repeat(390_000)],
  ['the same line again and again', 'interface Ethernet1/1\n'.repeat(90_000)],
  ['a line of numbers', `vlan ${'1,'.repeat(900_000)}`],
  ['brackets that never close', '{"a":['.repeat(300_000)],
  ['braces that never close', 'a { '.repeat(480_000)],
  ['steps to the right', Array.from({ length: 1_900 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ['a banner that never ends', `banner motd #\n${'text\n'.repeat(380_000)}`],
  ['lines that are continued', 'add name=a \\\n'.repeat(140_000)],
])('%s: answered', (_, text) => {
  expect(trouble(importConfigs([{ name: 'long.txt', text }]))).toEqual([])
})

/** What is wrong with an answer: an unsound design, or a refusal without a way out. */
function trouble(result: ImportResult): readonly string[] {
  if (result.ok) return designProblems(result.design).map(({ text }) => text)
  const refusal = `${result.text} ${result.wayOut}`
  return /^(?!.*cannot be drawn)\w.*\.$/s.test(refusal) ? [] : [refusal]
}
