import { describe, expect, test } from 'vitest'
import { basicPair } from '../templates/basicPair.ts'
import { TEMPLATES } from '../templates/index.ts'
import { PROFILES } from '../vendors/index.ts'
import { loadDocument, saveDocument } from '../model/document.ts'
import { casesOf, compareDesigns, comparePlatforms } from './comparison.ts'
import { builtAs, DESIGN_KINDS } from './designs.ts'
import { exampleTopology } from './example.ts'
import { measure } from './measure.ts'
import type { CaseResult, Comparison, Measured } from './types.ts'
import { outageWords } from './words.ts'

const DESIGNS = compareDesigns(exampleTopology())

describe('three designs', () => {
  test('are sound designs with the same hosts and flows, whatever pairs they come from', () => {
    const paired = TEMPLATES.map((template) => template.build()).filter(({ topology }) => topology.domains.length > 0)
    const drawn = [exampleTopology(), ...paired.map(({ topology }) => topology)]
    for (const topology of drawn) {
      for (const kind of DESIGN_KINDS) {
        const built = builtAs(topology, kind)
        const hosts = ({ devices }: typeof topology) => devices.filter((device) => device.kind === 'host')
        expect(hosts(built)).toEqual(hosts(topology))
        const bridged = topology.flows.filter(({ to }) => hosts(topology).some(({ id }) => id === to))
        expect(built.flows).toEqual(bridged)
        expect(built.domains).toHaveLength(kind === 'mlag-pair' ? topology.domains.length : 0)
        const layout = Object.fromEntries(built.devices.map(({ id }) => [id, { x: 0, y: 0 }]))
        const loaded = loadDocument(saveDocument({ title: kind, topology: built, layout }))
        expect(loaded.ok ? [] : loaded.problems).toEqual([])
      }
    }
  })

  test('without failures: only the two switches leave cables blocked and idle', () => {
    const [one, two, pair] = run(DESIGNS, 'cut-fast')
    expect(one?.healthy).toMatchObject({ blocked: 0, idle: 0, usableGbps: 525 })
    expect(pair?.healthy).toMatchObject({ blocked: 0, idle: 0, usableGbps: 525 })
    expect(two?.healthy).toMatchObject({ blocked: 2, idle: 2, usableGbps: 275 })
    expect(one?.healthy.servers[0]).toMatchObject({ used: 2, switches: 1 })
    expect(two?.healthy.servers[0]).toMatchObject({ used: 1, switches: 1 })
    expect(pair?.healthy.servers[0]).toMatchObject({ used: 2, switches: 2 })
  })

  test('a member cut is no faster with MLAG than on one switch', () => {
    const [one, two, pair] = run(DESIGNS, 'cut-fast').map(measuredOf)
    expect(pair?.worstUs).toBe(one?.worstUs)
    expect(two?.worstUs).toBeGreaterThan(pair?.worstUs ?? Number.POSITIVE_INFINITY)
    expect([one, two, pair].map((case_) => case_?.open)).toEqual([0, 0, 0])
  })

  test('a silent member waits for LACP on every design: three seconds fast', () => {
    for (const result of run(DESIGNS, 'silent-fast')) {
      expect(measuredOf(result).worstUs).toBeGreaterThan(2_000_000)
      expect(measuredOf(result).worstUs).toBeLessThan(10_000_000)
    }
  })

  test('only the single switch loses a dead switch for good', () => {
    const [one, two, pair] = run(DESIGNS, 'switch-dead').map(measuredOf)
    expect(one?.open).toBe(one?.directions.length)
    expect([two?.open, pair?.open]).toEqual([0, 0])
    expect(pair?.worstUs).toBeLessThan(two?.worstUs ?? 0)
  })

  test('what a design does not have cannot be cut there, and says so', () => {
    const [one, two] = run(DESIGNS, 'between')
    expect(one).toMatchObject({ measured: null, refused: expect.any(String) })
    expect(one && outageWords(one)).toBe('does not apply')
    expect(two?.measured).not.toBeNull()
  })

  test('the same comparison twice measures the same', () => {
    expect(run(DESIGNS, 'cut-fast')).toEqual(run(DESIGNS, 'cut-fast'))
  })
})

test('platforms differ where their profiles do: a lost peer-link on NX-OS and EOS', () => {
  const comparison = comparePlatforms(basicPair.build().topology, ['cisco-nxos', 'arista-eos'])
  const [nxos, eos] = run(comparison, 'peer-link').map(measuredOf)
  expect(nxos?.domains).toMatchObject([{ domain: 'leafs', status: 'failed-over', dualActive: false }])
  expect(eos?.domains).toMatchObject([{ domain: 'leafs', status: 'dual-active', dualActive: true }])
  expect(nxos?.after.usableGbps).toBeLessThan(eos?.after.usableGbps ?? 0)
  expect(nxos?.marks.map(({ kind }) => kind)).toContain('reaction')
})

function run(comparison: Comparison, fault: string): readonly CaseResult[] {
  return casesOf(comparison)
    .filter((one) => one.fault.id === fault)
    .map((one) => measure(one, PROFILES))
}

function measuredOf(result: CaseResult): Measured {
  if (result.measured === null) throw new Error(result.refused ?? '')
  return result.measured
}
