import { expect, test } from 'vitest'
import { z } from 'zod'
import { lint } from '../core/lint/lint.ts'
import { pairWith, without } from '../core/lint/testing/designs.ts'
import { saveDocument } from '../core/model/document.ts'
import { PROFILES } from '../core/vendors/index.ts'
import { lintOutput } from './output.ts'
import { sarif } from './sarif.ts'
import { commandLine } from './testing/commandLine.ts'

const { mlagWith } = commandLine()

/**
 * Of SARIF's own schema what is written here, and nothing beside it.
 * Source: OASIS SARIF 2.1.0, sarif-schema-2.1.0.json; 3.27.6: `ruleIndex` is a place in the driver's rules.
 */
const text = z.strictObject({ text: z.string().min(1) })
const log = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string().min(1),
            rules: z.array(
              z.strictObject({ id: z.string(), shortDescription: text, fullDescription: text, help: text }),
            ),
          }),
        }),
        results: z.array(
          z.strictObject({
            ruleId: z.string(),
            ruleIndex: z.int().min(-1),
            level: z.enum(['none', 'note', 'warning', 'error']),
            message: text,
            locations: z
              .array(
                z.strictObject({
                  physicalLocation: z
                    .strictObject({ artifactLocation: z.strictObject({ uri: z.string() }) })
                    .optional(),
                  logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string() })).optional(),
                }),
              )
              .min(1),
            suppressions: z
              .array(z.strictObject({ kind: z.enum(['inSource', 'external']), justification: z.string().min(1) }))
              .optional(),
          }),
        ),
      }),
    )
    .length(1),
})

const DESIGN = pairWith(without(({ use }) => use === 'keepalive'))

test('is what the schema of SARIF takes: levels, rules by place, what is turned off with its reason', async () => {
  const off = { ...DESIGN, checks: { off: [{ rule: 'keepalive/present', reason: 'Both stand in one rack' }] } }
  const { findings } = lint(DESIGN, PROFILES)
  const [run] = (await written('design.json', off)).runs
  expect(run?.results).toHaveLength(findings.length)
  for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  expect(new Set(run?.results.map(({ level }) => level))).toEqual(new Set(['error', 'warning', 'note']))
  expect(run?.results.find(({ ruleId }) => ruleId === 'keepalive/present')?.suppressions).toEqual([
    { kind: 'external', justification: 'Both stand in one rack' },
  ])
})

test.each([
  ['leafs.json', 'leafs.json'],
  ['my designs/row #2?.json', 'my%20designs/row%20%232%3F.json'],
  ['/srv/leafs.json', 'file:///srv/leafs.json'],
  ['C:\\designs\\leafs.json', 'file:///C:/designs/leafs.json'],
  ['a:b.json', './a:b.json'],
])('%s is named as a reference that leads there', async (file, uri) => {
  const [run] = (await written(file, DESIGN)).runs
  expect(run?.results[0]?.locations[0]?.physicalLocation?.artifactLocation.uri).toBe(uri)
})

async function written(file: string, design: typeof DESIGN) {
  const { out } = await mlagWith(saveDocument(design), 'lint', '-', '--json')
  return log.parse(sarif({ ...lintOutput.parse(JSON.parse(out)), file }))
}
