import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TEMPLATES } from '../templates/index.ts'
import { NAMINGS } from '../vendors/platforms.ts'
import { designProblems, loadDocument, saveDocument } from './document.ts'
import { applyEdit, connectProblem } from './edits.ts'
import { editFor, EDITS, pickers } from './testing/randomEdits.ts'

const CONTEXT = { namings: NAMINGS }

describe.each(TEMPLATES.map((template) => [template.id, template] as const))('random edits on %s', (_, template) => {
  test('leave a design that can be saved and read, or change nothing and say why', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), { maxLength: 25 }), (dice) => {
        let design = template.build()
        for (const throws of dice) {
          const edit = editFor(design, throws)
          const before = JSON.stringify(design)
          const result = applyEdit(design, edit, CONTEXT)
          expect(JSON.stringify(design)).toBe(before)
          // No user can bring the later ones about.
          expect(result.ok ? 'Taken.' : result.message).toMatch(
            /^(?!.*(used twice|hangs loose|no position|Nothing is plugged))\w.*\.$/,
          )
          if (!result.ok) continue
          expect([edit, designProblems(result.design)]).toEqual([edit, []])
          expect(result.design === design).toBe(JSON.stringify(result.design) === before)
          design = result.design
        }
        expect(loadDocument(saveDocument(design))).toEqual({ ok: true, design })
      }),
      { seed: 20_261_124, numRuns: 100 },
    )
  })
})

test('whether a cable can be drawn is the same question as whether it can be connected', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TEMPLATES), fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (template, dice) => {
      const design = template.build()
      const edit = EDITS.connect!(design, pickers(design, dice))
      if (edit.type !== 'connect') return
      const problem = connectProblem(design, edit.from, edit.to, CONTEXT)
      const result = applyEdit(design, { ...edit, bond: 'never' }, CONTEXT)
      expect(result.ok ? null : result.message).toBe(problem)
    }),
    { seed: 20_261_124 },
  )
})
