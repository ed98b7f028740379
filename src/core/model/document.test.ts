import { expect, test } from 'vitest'
import { TEMPLATES } from '../templates/index.ts'
import { loadDocument, saveDocument } from './document.ts'

test.each(TEMPLATES.map((t) => [t.id, t] as const))('%s', (_, t) => {
  const d = t.build()
  const r = loadDocument(saveDocument(d))
  if (!r.ok) console.log(r.problems)
  expect(r).toEqual({ ok: true, design: d })
})
