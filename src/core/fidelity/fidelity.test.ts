import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CHOICE_KEYS, SWITCH_KEYS } from '../model/profileKeys.ts'
import { isOffered } from '../vendors/effective.ts'
import { PROFILES } from '../vendors/index.ts'
import { VENDORS } from '../vendors/platforms.ts'
import { sourceLink } from './links.ts'
import { FIDELITY_ROWS } from './rows.ts'
import { valuesOf } from './values.ts'

describe.each(VENDORS)('%s', (vendor) => {
  test('every value says where it comes from', () => {
    const values = valuesOf(PROFILES[vendor])
    expect(values.length).toBeGreaterThan(20)
    expect(values.filter(({ source, label }) => source.trim() === '' || label.trim() === '')).toEqual([])
  })

  test('what is assumed can be changed by the user', () => {
    const { choices, switches } = PROFILES[vendor]
    const fixed = CHOICE_KEYS.filter((key) => choices[key].confidence === 'assumed' && choices[key].others.length === 0)
    expect(fixed).toEqual([])
    const stuck = SWITCH_KEYS.filter((key) => {
      const one = switches[key]
      return one !== null && one.confidence === 'assumed' && !isOffered(one)
    })
    expect(stuck).toEqual([])
  })

  test('rows of its failure table are numbered once and say why they are not held, if so', () => {
    const rows = FIDELITY_ROWS[vendor] ?? []
    expect(new Set(rows.map(({ row }) => row)).size).toBe(rows.length)
    expect(rows.filter(({ asserted, reason }) => asserted === (reason !== undefined))).toEqual([])
  })
})

test('a platform that makes no pairs has values of a switch only, each with its source', () => {
  const values = valuesOf(PROFILES['cisco-ios-xe'])
  expect(values.map(({ label }) => label)).toEqual(['Ageing time', 'Link debounce', 'Members that hear no LACPDU'])
  for (const { source } of values) expect(source).toMatch(/^\S.{10,}/)
})

test('every failure table is in the catalog', () => {
  const files = readdirSync('src/core/sim/platforms').filter((name) => name.endsWith('.rows.ts'))
  expect(Object.keys(FIDELITY_ROWS).toSorted()).toEqual(files.map((name) => name.replace('.rows.ts', '')).toSorted())
})

test('sources on public pages have an address', () => {
  expect(sourceLink('sonic-net/SONiC, doc/mclag/Sonic-mclag-hld.md')).toBe('https://github.com/sonic-net/SONiC')
  expect(sourceLink('Arista EOS User Manual, Multi-Chassis Link Aggregation')).toContain('arista.com')
  expect(sourceLink('Community posts call 127 the default')).toBeNull()
})
