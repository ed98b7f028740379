import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { applyEdit } from '../model/edits.ts'
import { loadDocument, saveDocument } from '../model/document.ts'
import { VENDOR_IDS } from '../model/topology.ts'
import { TEMPLATES } from '../templates/index.ts'
import { PROFILES } from '../vendors/index.ts'
import { NAMINGS, PLATFORMS } from '../vendors/platforms.ts'
import { applyFix } from './fix.ts'
import { lint } from './lint.ts'
import { RULES } from './rules/index.ts'
import { named, pairWith, templateWith, without } from './testing/designs.ts'

const onePeerCable = pairWith(without(named(/p54-leaf/)))

test.each(TEMPLATES.flatMap(({ id }) => VENDOR_IDS.map((vendor) => [id, vendor] as const)))(
  '%s on %s is free of errors',
  (id, vendor) => {
    const { findings } = lint(
      templateWith(id, (same) => same, vendor),
      PROFILES,
    )
    expect(findings.filter(({ severity }) => severity === 'error').map(({ text }) => text)).toEqual([])
  },
)

test('a rule is called as its folder and file, has a title and words on every platform, and stands in the catalog once', () => {
  const root = new URL('./rules/', import.meta.url)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\/(?!.*\.test)/.test(file))
  const ids = files.map((file) =>
    file.replace(/\.ts$/, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  )
  expect(RULES.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  for (const { title, why, source } of RULES) {
    expect(title).toMatch(/^[A-Z].*\.$/)
    expect(source.general.length).toBeGreaterThan(10)
    for (const vendor of VENDOR_IDS) expect(why(PLATFORMS[vendor].words)).toMatch(/^[A-Z].*\.$/s)
  }
  expect(new Set(RULES.map(({ title }) => title)).size).toBe(RULES.length)
})

test('errors come first, and what is found is plain data', () => {
  const { findings } = lint(onePeerCable, PROFILES)
  const order = findings.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(structuredClone(findings)).toEqual(findings)
})

test('why and source are in the platform’s words', () => {
  const words = (vendor: (typeof VENDOR_IDS)[number]) =>
    lint(
      pairWith(
        without(({ use }) => use === 'keepalive'),
        vendor,
      ),
      PROFILES,
    ).findings.find(({ rule }) => rule === 'keepalive/present')
  expect(words('cisco-nxos')).toMatchObject({
    why: expect.stringContaining('peer-keepalive'),
    source: expect.stringContaining('Nexus'),
  })
  expect(words('huawei-vrp8')).toMatchObject({
    why: expect.stringContaining('DAD heartbeat'),
    source: expect.stringContaining('CloudEngine'),
  })
})

test('a rule that is turned off says nothing; the reason and what it would say are kept', () => {
  const reason = 'One cable on purpose: a lab'
  const off = { ...onePeerCable, checks: { off: [{ rule: 'peer-link/two-cables', reason }] } }
  const report = lint(off, PROFILES)
  expect(report.findings.map(({ rule }) => rule)).not.toContain('peer-link/two-cables')
  expect(report.off).toMatchObject([{ rule: 'peer-link/two-cables', reason, findings: [{ severity: 'error' }] }])
  const loaded = loadDocument(saveDocument(off))
  expect(loaded).toEqual({ ok: true, design: off })
})

test('a rule that is not known may be turned off; a reason must be given', () => {
  const off = (rule: string, reason: string) => ({ ...onePeerCable, checks: { off: [{ rule, reason }] } })
  expect(lint(off('peer-link/of-tomorrow', 'later'), PROFILES).off).toMatchObject([{ findings: [] }])
  expect(loadDocument(saveDocument(off('peer-link/of-tomorrow', 'later')))).toMatchObject({ ok: true })
  expect(loadDocument(saveDocument(off('peer-link/two-cables', '  ')))).toMatchObject({ ok: false })
  expect(loadDocument(saveDocument(off('Anything', 'why')))).toMatchObject({ ok: false })
})

test('edits keep what is turned off', () => {
  const off = { ...onePeerCable, checks: { off: [{ rule: 'peer-link/two-cables', reason: 'a lab' }] } }
  const result = applyEdit(off, { type: 'set-title', title: 'Another' }, { namings: NAMINGS })
  expect(result).toMatchObject({ ok: true, design: { checks: off.checks } })
})

test('a fix of which one edit is refused changes nothing', () => {
  const fix = {
    label: 'Impossible',
    edits: [
      { type: 'set-title', title: 'Changed' },
      { type: 'set-title', title: 'two\nlines' },
    ],
  } as const
  expect(applyFix(onePeerCable, fix, { namings: NAMINGS })).toMatchObject({ ok: false })
})
