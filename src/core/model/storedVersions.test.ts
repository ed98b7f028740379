import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadDocument, saveDocument } from './document.ts'

const STORED_V4 = readFileSync(new URL('./stored/v4.mlag.json', import.meta.url), 'utf8')
const STORED_V3 = readFileSync(new URL('./stored/v3.mlag.json', import.meta.url), 'utf8')
const STORED_V2 = readFileSync(new URL('./stored/v2.mlag.json', import.meta.url), 'utf8')
const STORED_V1 = readFileSync(new URL('./stored/v1.mlag.json', import.meta.url), 'utf8')

test('a design stored as version 1 is read; its pairs are the gateway of nothing', () => {
  const loaded = loadDocument(STORED_V1)
  if (!loaded.ok) throw new Error(loaded.problem.text)
  expect(loaded.design.topology.domains[0]?.settings.numbers).toEqual({ 'member-restore-ms': 60_000 })
  expect(loaded.design.topology.domains.map(({ gateways }) => gateways)).toEqual([[]])
  expect(loadDocument(saveDocument(loaded.design))).toEqual(loaded)
})

test('a design stored as version 2 is read, with its notes and drawing', () => {
  const loaded = loadDocument(STORED_V2)
  if (!loaded.ok) throw new Error(loaded.problem.text)
  expect(loaded.design.notes?.[0]?.text).toBe('Row 7, rack 2\nmaintenance Tuesdays')
  expect(Object.keys(loaded.design.drawing ?? {})).toEqual(['bends', 'collapsed', 'locked'])
  expect(loadDocument(saveDocument(loaded.design))).toEqual(loaded)
})

test('a design stored as version 3 is read, with its gateways', () => {
  const loaded = loadDocument(STORED_V3)
  if (!loaded.ok) throw new Error(loaded.problem.text)
  expect(loaded.design.topology.domains[0]?.gateways.map(({ vlan }) => vlan)).toEqual([10])
  expect(loadDocument(saveDocument(loaded.design))).toEqual(loaded)
})

test('a design stored as version 4 is read, and saved to the same text', () => {
  const loaded = loadDocument(STORED_V4)
  if (!loaded.ok) throw new Error(loaded.problem.text)
  expect(loaded.design.topology.domains[0]?.settings.numbers).toEqual({ 'heartbeat-timeout-ms': 20_000 })
  expect(saveDocument(loaded.design)).toBe(STORED_V4)
})

test.each([null, [], { domains: [null, 3] }])('a file of version 1 that is none is no accident: %j', (topology) => {
  const file = { format: 'mlag-studio', version: 1, design: { topology } }
  expect(loadDocument(JSON.stringify(file)).ok).toBe(false)
})
