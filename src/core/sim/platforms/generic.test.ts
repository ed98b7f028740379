import { expect, test } from 'vitest'
import type { DomainSettings, Topology } from '../../model/topology.ts'
import { heldPorts, partnersOf, worstBetween } from '../testing/outcome.ts'
import { domainOf, fail, outages, repair, start, until, withSettings } from '../testing/scenario.ts'
import { uplinkLoss } from '../testing/uplinks.ts'

const generic = (settings: Partial<DomainSettings> = {}) =>
  start({
    platform: 'generic',
    probeUs: 10_000,
    change: (topology: Topology) => withSettings(topology, { numbers: {}, switches: {}, choices: {}, ...settings }),
  })
const LOWER = '00:00:5e:00:53:0a'
const HIGHER = '00:00:5e:00:53:0b'
const SOLO = { distributing: 1, systems: [LOWER, HIGHER] }
const PAIRED = { distributing: 2, systems: [LOWER] }

test('1: one leg of a LAG down', () => {
  const sim = generic()
  fail(sim, 'link-cut', 'leaf-b:Ethernet1/1', 5)
  const view = until(sim, 20)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [LOWER] })
})

test('2: all legs of a LAG down', () => {
  const sim = generic()
  for (const device of ['leaf-a', 'leaf-b']) fail(sim, 'link-cut', `${device}:Ethernet1/1`, 5)
  const view = until(sim, 20)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('never')
  expect(worstBetween(sim, view, 'srv-2', 'orphan-a')).toBe('none')
})

test('3: peer-link down, both systems alive', () => {
  const sim = generic()
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 30)
  const view = until(sim, 29)
  for (const host of ['srv-1', 'srv-2']) expect(partnersOf(view, host)).toEqual(SOLO)
  expect(heldPorts(view)).toEqual([])
  const back = until(sim, 50)
  expect(partnersOf(back, 'srv-1')).toEqual(PAIRED)
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test.each([
  ['as the standard has it', {}, 8],
  ['with its slow timers', { numbers: { 'heartbeat-interval-ms': 30_000 } }, 95],
] as const)('3b: peer-link silent, %s', (_, settings, latest) => {
  const sim = generic(settings)
  fail(sim, 'peer-link-silent', 'leafs', 5)
  expect(partnersOf(until(sim, 6), 'srv-1')).toEqual(PAIRED)
  expect(partnersOf(until(sim, latest + 4), 'srv-1')).toEqual(SOLO)
})

test('7 and 9: the lower System ID dies, and returns', () => {
  const sim = generic()
  fail(sim, 'device-power-off', 'leaf-a', 5)
  repair(sim, 'device-power-off', 'leaf-a', 60)
  const dead = until(sim, 59)
  expect(partnersOf(dead, 'srv-1')).toEqual({ distributing: 1, systems: [HIGHER] })
  expect(worstBetween(sim, dead, 'srv-1', 'srv-2')).not.toBe('never')
  const view = until(sim, 90)
  expect(partnersOf(view, 'srv-1')).toEqual(PAIRED)
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['primary', 'secondary'])
})

test('8: the higher System ID dies', () => {
  const sim = generic()
  fail(sim, 'device-power-off', 'leaf-b', 5)
  const view = until(sim, 30)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [LOWER] })
})

test('30: all uplinks of one peer lost', () => {
  const seen = uplinkLoss('generic', {})
  expect(seen).toMatchObject({
    held: [],
    up: Number.POSITIVE_INFINITY,
    between: 0,
    upstream: 'nowhere',
    backWithinS: 1,
  })
})

test('31: all uplinks of one peer lost, tracked', () => {
  const seen = uplinkLoss('generic', { 'uplink-tracking': true })
  expect(seen).toMatchObject({ held: ['leaf-a-p1', 'leaf-a-p2'], upstream: 'nowhere', backWithinS: 1 })
  expect(Math.max(seen.up, seen.between)).toBeLessThan(1)
})

test('32: all uplinks of one peer lost, with a route by the other', () => {
  const seen = uplinkLoss('generic', { 'backup-route': true })
  expect(seen).toMatchObject({ held: [], between: 0, upstream: 'peer-link', backWithinS: 1 })
  expect(seen.up).toBeLessThan(1)
})
