import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { designProblems } from '../../model/document.ts'
import { TEMPLATES } from '../../templates/index.ts'
import { dressedDesign } from '../testing/dressed.ts'
import { FORMATS, imported, statementsIn, textsOf } from '../testing/roundTrips.ts'

describe.each(FORMATS)('$name', (written) => {
  test.each(TEMPLATES)('$id is understood line by line and comes back as it was', ({ build }) => {
    const texts = textsOf(written, build().topology)
    const { files, design } = imported(texts)
    expect(files.flatMap(({ unread }) => unread)).toEqual([])
    expect(files.map(({ platform }) => platform)).toEqual(texts.map(() => written.vendor))
    expect(statementsIn(written, textsOf(written, design.topology))).toEqual(statementsIn(written, texts))
  })

  test('so do random designs with every option', () => {
    fc.assert(
      fc.property(dressedDesign(written.vendor), (drawn) => {
        const texts = textsOf(written, drawn)
        const { files, design } = imported(texts)
        expect(files.flatMap(({ unread }) => unread)).toEqual([])
        expect(designProblems(design)).toEqual([])
        expect(statementsIn(written, textsOf(written, design.topology))).toEqual(statementsIn(written, texts))
      }),
      { seed: 20_261_129, numRuns: 25, endOnFailure: true },
    )
  })
})
