import { expect, test } from 'vitest'
import type { Topology } from '../../model/topology.ts'
import { heldPorts, partnersOf, worstBetween } from '../testing/outcome.ts'
import { domainOf, fail, outages, repair, start, until, withSettings } from '../testing/scenario.ts'
import { uplinkLoss } from '../testing/uplinks.ts'

const junos = (change?: (topology: Topology) => Topology) =>
  start({ platform: 'juniper-junos', probeUs: 10_000, ...(change ? { change } : {}) })
const iccpBeside = (topology: Topology) =>
  withSettings(topology, { numbers: {}, switches: {}, choices: { 'session-path': 'keepalive-path' } })
const noLiveness = (topology: Topology): Topology => {
  const gone = new Set(topology.links.flatMap(({ use, ends }) => (use === 'keepalive' ? ends : [])))
  return {
    ...topology,
    links: topology.links.filter(({ use }) => use !== 'keepalive'),
    ports: topology.ports.filter(({ id }) => !gone.has(id)),
  }
}
const SYSTEM = '02:00:00:01:00:0a'
const STANDBY = '00:00:5e:00:53:0b'

test('1: one leg of an MC-AE down', () => {
  const sim = junos()
  fail(sim, 'link-cut', 'leaf-b:Ethernet1/1', 5)
  const view = until(sim, 20)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
})

test('2: all legs of a bond down', () => {
  const sim = junos()
  for (const device of ['leaf-a', 'leaf-b']) fail(sim, 'link-cut', `${device}:Ethernet1/1`, 5)
  const view = until(sim, 20)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('never')
  expect(worstBetween(sim, view, 'srv-2', 'orphan-a')).toBe('none')
})

test('3: ICL down, ICCP up on its own path', () => {
  const sim = junos(iccpBeside)
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 30)
  expect(partnersOf(until(sim, 5.9), 'srv-1').distributing).toBe(2)
  const view = until(sim, 29)
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM, STANDBY] })
  expect(worstBetween(sim, view, 'srv-1', 'orphan-a')).toBe('seconds')
  expect(partnersOf(until(sim, 40), 'srv-1')).toEqual({ distributing: 2, systems: [SYSTEM] })
})

test('3b: ICL down where ICCP rides on it, backup liveness answered', () => {
  const sim = junos()
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 30)
  const view = until(sim, 29)
  expect(domainOf(view).views.map(({ step }) => step)).toEqual([1, 1])
  for (const host of ['srv-1', 'srv-2']) {
    expect(partnersOf(view, host)).toEqual({ distributing: 1, systems: [SYSTEM, STANDBY] })
  }
  expect(worstBetween(sim, view, 'srv-1', 'orphan-a')).toBe('seconds')
  expect(heldPorts(view)).toEqual([])
  const back = until(sim, 50)
  expect(partnersOf(back, 'srv-1')).toEqual({ distributing: 2, systems: [SYSTEM] })
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test('4: ICCP down, ICL up, no backup liveness', () => {
  const sim = junos(iccpBeside)
  fail(sim, 'keepalive-down', 'leafs', 5)
  repair(sim, 'keepalive-down', 'leafs', 30)
  expect(partnersOf(until(sim, 6.5), 'srv-1').distributing).toBe(2)
  const view = until(sim, 29)
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM, STANDBY] })
  expect(outages(view.directions)).toEqual([])
  expect(partnersOf(until(sim, 40), 'srv-1')).toEqual({ distributing: 2, systems: [SYSTEM] })
})

test('4c: ICCP down, backup liveness not answered', () => {
  const sim = junos()
  fail(sim, 'mlag-agent-crash', 'leaf-a', 5, { restart: '60' })
  const view = until(sim, 50)
  expect(domainOf(view).views[1].step).toBe(1)
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 2, systems: [SYSTEM] })
  expect(outages(view.directions)).toEqual([])
})

test('5: ICCP down, then the ICL', () => {
  const sim = junos(iccpBeside)
  fail(sim, 'keepalive-then-peer-link', 'leafs', 5, { gap: '20' })
  const view = until(sim, 60)
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM, STANDBY] })
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('none')
  expect(worstBetween(sim, view, 'srv-1', 'orphan-a')).toBe('none')
})

test('7 and 9: active peer powered off, and it returns', () => {
  const sim = junos()
  fail(sim, 'device-power-off', 'leaf-a', 5)
  repair(sim, 'device-power-off', 'leaf-a', 60)
  const dead = until(sim, 59)
  expect(worstBetween(sim, dead, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(dead, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(heldPorts(until(sim, 299))).toEqual(['leaf-a-p1', 'leaf-a-p2'])
  const view = until(sim, 320)
  expect(heldPorts(view)).toEqual([])
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['primary', 'secondary'])
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 2, systems: [SYSTEM] })
  expect(outages(view.directions).filter(({ startAt }) => startAt > 60_000_000)).toEqual([])
})

test('7: active peer powered off, no backup liveness', () => {
  const sim = junos(noLiveness)
  fail(sim, 'device-power-off', 'leaf-a', 5)
  const view = until(sim, 30)
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [STANDBY] })
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('seconds')
})

test('8: standby peer powered off', () => {
  const sim = junos()
  fail(sim, 'device-power-off', 'leaf-b', 5)
  const view = until(sim, 30)
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['primary', 'off'])
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
})

test.each([
  [
    '11: a mandatory parameter of all MC-AEs differs',
    'system-id',
    ['leaf-a-p1', 'leaf-b-p1', 'leaf-a-p2', 'leaf-b-p2'],
  ],
  ['12: a mandatory parameter of one MC-AE differs', 'mlag-id', ['leaf-a-p1', 'leaf-b-p1']],
] as const)('%s', (_, what, held) => {
  const sim = junos()
  fail(sim, 'config-drift', 'leaf-b', 5, { what })
  repair(sim, 'config-drift', 'leaf-b', 30)
  const view = until(sim, 29)
  expect(heldPorts(view)).toEqual(held)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('never')
  expect(worstBetween(sim, view, 'orphan-a', 'orphan-b')).toBe('none')
  const back = until(sim, 50)
  expect(heldPorts(back)).toEqual([])
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test('13: VLAN missing on one peer', () => {
  const sim = junos()
  fail(sim, 'config-drift', 'leaf-b', 5, { what: 'vlan-removed', bond: '11' })
  const view = until(sim, 30)
  expect(partnersOf(view, 'srv-1').distributing).toBe(2)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('never')
  expect(worstBetween(sim, view, 'srv-2', 'orphan-b')).toBe('none')
})

test('14: redundancy groups differ', () => {
  const sim = junos()
  fail(sim, 'config-drift', 'leaf-b', 5, { what: 'domain-id' })
  expect(domainOf(until(sim, 30)).views.map(({ step }) => step)).toEqual([1, 1])
})

test('30: all uplinks of one peer lost', () => {
  const seen = uplinkLoss('juniper-junos', {})
  expect(seen).toMatchObject({
    held: [],
    up: Number.POSITIVE_INFINITY,
    between: 0,
    upstream: 'nowhere',
    backWithinS: 1,
  })
})

test('31: all uplinks of one peer lost, tracked', () => {
  const seen = uplinkLoss('juniper-junos', { 'uplink-tracking': true })
  expect(seen).toMatchObject({ held: ['leaf-a-p1', 'leaf-a-p2'], upstream: 'nowhere', backWithinS: 1 })
  expect(Math.max(seen.up, seen.between)).toBeLessThan(1)
})

test('32: all uplinks of one peer lost, with a route by the other', () => {
  const seen = uplinkLoss('juniper-junos', { 'backup-route': true })
  expect(seen).toMatchObject({ held: [], between: 0, upstream: 'peer-link', backWithinS: 1 })
  expect(seen.up).toBeLessThan(1)
})
