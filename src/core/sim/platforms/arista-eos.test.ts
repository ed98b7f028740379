import { expect, test } from 'vitest'
import type { Topology } from '../../model/topology.ts'
import { heldPorts, partnersOf, worstBetween } from '../testing/outcome.ts'
import { domainOf, fail, outages, repair, start, until, withSettings } from '../testing/scenario.ts'
import { uplinkLoss } from '../testing/uplinks.ts'

const detecting = (topology: Topology) =>
  withSettings(topology, {
    numbers: { 'dual-primary-delay-ms': 5000 },
    switches: { 'dual-primary-detection': true },
    choices: {},
  })
const eos = (change?: (topology: Topology) => Topology) =>
  start({ platform: 'arista-eos', probeUs: 10_000, ...(change ? { change } : {}) })
const SYSTEM = '02:00:5e:00:53:0a'

test('1: one leg of an MLAG down', () => {
  const sim = eos()
  fail(sim, 'link-cut', 'leaf-a:Ethernet1/1', 5)
  const view = until(sim, 20)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
})

test('2: all legs of a bond down', () => {
  const sim = eos()
  for (const device of ['leaf-a', 'leaf-b']) fail(sim, 'link-cut', `${device}:Ethernet1/1`, 5)
  const view = until(sim, 20)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('never')
  expect(worstBetween(sim, view, 'srv-2', 'orphan-a')).toBe('none')
})

test('3 and 15: peer-link down, heartbeat alive, detection on', () => {
  const sim = eos(detecting)
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 40)
  expect(heldPorts(until(sim, 9.5))).toEqual([])
  const view = until(sim, 39)
  expect(heldPorts(view)).toEqual(['leaf-b-p1', 'leaf-b-p2', 'leaf-b-p3'])
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(worstBetween(sim, view, 'orphan-b', 'srv-2')).toBe('never')
  const back = until(sim, 60)
  expect(heldPorts(back)).toEqual([])
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test('3b and 15: peer-link down, detection off', () => {
  const sim = eos()
  fail(sim, 'peer-link-down', 'leafs', 5)
  const view = until(sim, 39)
  expect(heldPorts(view)).toEqual([])
  expect(domainOf(view).dualActive).toBe(true)
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 2, systems: [SYSTEM] })
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('none')
  expect(worstBetween(sim, view, 'orphan-b', 'srv-2')).toBe('none')
  expect(worstBetween(sim, view, 'orphan-b', 'srv-1')).toBe('never')
})

test('4: heartbeat down, peer-link up', () => {
  const sim = eos(detecting)
  fail(sim, 'keepalive-down', 'leafs', 5)
  const view = until(sim, 60)
  expect(outages(view.directions)).toEqual([])
  expect(heldPorts(view)).toEqual([])
})

test('6: heartbeat first, then peer-link', () => {
  const sim = eos(detecting)
  fail(sim, 'keepalive-then-peer-link', 'leafs', 5, { gap: '60' })
  const view = until(sim, 120)
  expect(domainOf(view).dualActive).toBe(true)
  expect(heldPorts(view)).toEqual([])
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('none')
})

test('7 and 9: primary powered off, and it returns', () => {
  const sim = eos()
  fail(sim, 'device-power-off', 'leaf-a', 5)
  repair(sim, 'device-power-off', 'leaf-a', 60)
  const dead = until(sim, 59)
  expect(worstBetween(sim, dead, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(domainOf(dead).views[1].role).toBe('primary')
  expect(partnersOf(dead, 'srv-1').systems).toEqual([SYSTEM])
  expect(heldPorts(until(sim, 355))).toEqual(['leaf-a-p1', 'leaf-a-p2', 'leaf-a-p3'])
  const view = until(sim, 400)
  expect(heldPorts(view)).toEqual([])
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['secondary', 'primary'])
  expect(outages(view.directions).filter(({ startAt }) => startAt > 60_000_000)).toEqual([])
})

test('8: secondary powered off', () => {
  const sim = eos()
  fail(sim, 'device-power-off', 'leaf-b', 5)
  const view = until(sim, 30)
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['primary', 'off'])
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
})

test.each([
  ['11', 'stp-mode'],
  ['12', 'mtu'],
] as const)('%s: a parameter differs (%s)', (_, what) => {
  const sim = eos()
  fail(sim, 'config-drift', 'leaf-a', 5, { what })
  const view = until(sim, 30)
  expect(heldPorts(view)).toEqual([])
  expect(outages(view.directions)).toEqual([])
  expect(domainOf(view).reasons.join('\n')).toMatch(/at the peer/)
})

test('13: VLAN missing on one peer', () => {
  const sim = eos()
  fail(sim, 'config-drift', 'leaf-b', 5, { what: 'vlan-removed', bond: '11' })
  const view = until(sim, 30)
  expect(partnersOf(view, 'srv-1').distributing).toBe(2)
  expect(worstBetween(sim, view, 'srv-1', 'orphan-a')).toBe('never')
  expect(worstBetween(sim, view, 'srv-2', 'orphan-b')).toBe('none')
})

test('30: all uplinks of one peer lost', () => {
  const seen = uplinkLoss('arista-eos', {})
  expect(seen).toMatchObject({
    held: [],
    up: Number.POSITIVE_INFINITY,
    between: 0,
    upstream: 'nowhere',
    backWithinS: 1,
  })
})

test('31: all uplinks of one peer lost, tracked', () => {
  const seen = uplinkLoss('arista-eos', { 'uplink-tracking': true })
  expect(seen).toMatchObject({ held: ['leaf-a-p1', 'leaf-a-p2'], upstream: 'nowhere', backWithinS: 1 })
  expect(Math.max(seen.up, seen.between)).toBeLessThan(1)
})

test('32: all uplinks of one peer lost, with a route by the other', () => {
  const seen = uplinkLoss('arista-eos', { 'backup-route': true })
  expect(seen).toMatchObject({ held: [], between: 0, upstream: 'peer-link', backWithinS: 1 })
  expect(seen.up).toBeLessThan(1)
})
