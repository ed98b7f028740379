import { expect, test } from 'vitest'
import type { Topology } from '../../model/topology.ts'
import { heldPorts, partnersOf, worstBetween } from '../testing/outcome.ts'
import { between, domainOf, fail, outages, repair, start, until } from '../testing/scenario.ts'
import { uplinkLoss } from '../testing/uplinks.ts'

const vlt = (marked = false) =>
  start({
    platform: 'dell-os10',
    probeUs: 10_000,
    change: (topology: Topology) => ({
      ...topology,
      links: topology.links.map((link) => ({ ...link, suspendWithMembers: marked })),
    }),
  })
const LEGS = ['leaf-b-p1', 'leaf-b-p2']
const SYSTEM = '02:00:00:01:00:0a'

test('1: one leg of a VLT port-channel down', () => {
  const sim = vlt()
  fail(sim, 'link-cut', 'leaf-b:Ethernet1/1', 5)
  const view = until(sim, 20)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
})

test('2: all legs of a port-channel down', () => {
  const sim = vlt()
  for (const device of ['leaf-a', 'leaf-b']) fail(sim, 'link-cut', `${device}:Ethernet1/1`, 5)
  const view = until(sim, 20)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('never')
  for (const orphan of ['orphan-a', 'orphan-b']) expect(worstBetween(sim, view, 'srv-2', orphan)).toBe('none')
})

test('3: VLTi down, backup link up', () => {
  const sim = vlt()
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 30)
  const view = until(sim, 29)
  expect(heldPorts(view)).toEqual(LEGS)
  expect(view.ports.find(({ port }) => port === 'leaf-b-p1')?.suspended?.text).toMatch(/^shut by VLT: /)
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['primary', 'secondary'])
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(heldPorts(until(sim, 119))).toEqual(LEGS)
  const back = until(sim, 130)
  expect(heldPorts(back)).toEqual([])
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test('4: backup link down, VLTi up', () => {
  const sim = vlt()
  fail(sim, 'keepalive-down', 'leafs', 5)
  const view = until(sim, 120)
  expect(outages(view.directions)).toEqual([])
  expect(heldPorts(view)).toEqual([])
  expect(domainOf(view).keepalive).toBe('lost')
})

test('6: backup link down, then the VLTi', () => {
  const sim = vlt()
  fail(sim, 'keepalive-then-peer-link', 'leafs', 5, { gap: '20' })
  const view = until(sim, 60)
  expect(domainOf(view).dualActive).toBe(true)
  expect(heldPorts(view)).toEqual([])
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 2, systems: [SYSTEM] })
  expect(worstBetween(sim, view, 'orphan-a', 'orphan-b')).toBe('never')
})

test('7 and 9: the primary dies, and returns', () => {
  const sim = vlt()
  fail(sim, 'device-power-off', 'leaf-a', 5)
  repair(sim, 'device-power-off', 'leaf-a', 60)
  const dead = until(sim, 59)
  expect(worstBetween(sim, dead, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(heldPorts(dead)).toEqual([])
  expect(domainOf(dead).views[1].role).toBe('primary')
  expect(partnersOf(dead, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(heldPorts(until(sim, 148))).toEqual(['leaf-a-p1', 'leaf-a-p2'])
  const view = until(sim, 170)
  expect(heldPorts(view)).toEqual([])
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['secondary', 'primary'])
  expect(outages(view.directions).filter(({ startAt }) => startAt > 60_000_000)).toEqual([])
})

test('8: the secondary dies', () => {
  const sim = vlt()
  fail(sim, 'device-power-off', 'leaf-b', 5)
  const view = until(sim, 30)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['primary', 'off'])
})

test('13: VLAN missing on one peer', () => {
  const sim = vlt()
  fail(sim, 'config-drift', 'leaf-b', 5, { what: 'vlan-removed', bond: '11' })
  const view = until(sim, 20)
  expect(heldPorts(view)).toEqual([])
  expect(partnersOf(view, 'srv-1').distributing).toBe(2)
  expect(worstBetween(sim, view, 'srv-1', 'orphan-a')).toBe('never')
})

test.each([
  ['as it comes', false, LEGS],
  ['with delay-restore orphan-port', true, [...LEGS, 'leaf-b-p3']],
] as const)('15: single-homed port on the secondary, VLTi down, %s', (_, marked, held) => {
  const sim = vlt(marked)
  fail(sim, 'peer-link-down', 'leafs', 5)
  const view = until(sim, 30)
  expect(heldPorts(view)).toEqual(held)
  expect(worstBetween(sim, view, 'orphan-b', 'srv-2')).toBe('never')
})

test('30: all uplinks of one peer lost', () => {
  const seen = uplinkLoss('dell-os10', {})
  expect(seen).toMatchObject({
    held: [],
    up: Number.POSITIVE_INFINITY,
    between: 0,
    upstream: 'nowhere',
    backWithinS: 1,
  })
})

test('31: all uplinks of one peer lost, tracked', () => {
  const seen = uplinkLoss('dell-os10', { 'uplink-tracking': true })
  expect(seen).toMatchObject({ held: ['leaf-a-p1', 'leaf-a-p2'], upstream: 'nowhere', backWithinS: 1 })
  expect(Math.max(seen.up, seen.between)).toBeLessThan(1)
})

test('32: all uplinks of one peer lost, with a route by the other', () => {
  const seen = uplinkLoss('dell-os10', { 'backup-route': true })
  expect(seen).toMatchObject({ held: [], between: 0, upstream: 'peer-link', backWithinS: 1 })
  expect(seen.up).toBeLessThan(1)
})

test.each([
  ['dell-os10', true],
  ['cisco-nxos', false],
] as const)('untagged frames of a trunk that is not drawn with their VLAN, on %s: pass %s', (platform, pass) => {
  const sim = start({
    platform,
    probeUs: 10_000,
    change: (topology) => ({
      ...topology,
      bonds: topology.bonds.map((bond) =>
        bond.id === 'bond-srv-1' ? { ...bond, vlans: { mode: 'trunk', native: 10, allowed: [20] } } : bond,
      ),
    }),
  })
  const delivered = between(sim, until(sim, 10), 'srv-1', 'srv-2').map((direction) => direction.delivered > 0)
  expect([...new Set(delivered)]).toEqual([pass])
})
