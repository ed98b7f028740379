import { expect, test } from 'vitest'
import type { DomainSettings, Topology } from '../../model/topology.ts'
import { heldPorts, partnersOf, worstBetween } from '../testing/outcome.ts'
import { domainOf, fail, outages, repair, start, until, withSettings } from '../testing/scenario.ts'
import { uplinkLoss } from '../testing/uplinks.ts'

const comware = (settings: Partial<DomainSettings> = {}) =>
  start({
    platform: 'h3c-comware',
    probeUs: 10_000,
    change: (topology: Topology) => withSettings(topology, { numbers: {}, switches: {}, choices: {}, ...settings }),
  })
const LOOSE = { choices: { 'on-type-1-mismatch': 'report' } } as const
const LEGS = ['leaf-b-p1', 'leaf-b-p2']
const ALL_PORTS = [...LEGS, 'leaf-b-p3']
const SYSTEM = '02:00:00:01:00:0a'

test('1: one leg of an M-LAG down', () => {
  const sim = comware()
  fail(sim, 'link-cut', 'leaf-b:Ethernet1/1', 5)
  repair(sim, 'link-cut', 'leaf-b:Ethernet1/1', 20)
  const view = until(sim, 19)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(partnersOf(until(sim, 23), 'srv-1').distributing).toBe(2)
})

test('2: all legs of a bond down', () => {
  const sim = comware()
  for (const device of ['leaf-a', 'leaf-b']) fail(sim, 'link-cut', `${device}:Ethernet1/1`, 5)
  const view = until(sim, 20)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('never')
  for (const orphan of ['orphan-a', 'orphan-b']) expect(worstBetween(sim, view, 'srv-2', orphan)).toBe('none')
})

test('3: peer-link down, keepalive up', () => {
  const sim = comware()
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 30)
  const view = until(sim, 29)
  expect(heldPorts(view)).toEqual(ALL_PORTS)
  expect(view.ports.find(({ port }) => port === 'leaf-b-p1')?.suspended?.text).toMatch(/^M-LAG MAD DOWN: /)
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(heldPorts(until(sim, 60))).toEqual(ALL_PORTS)
  const back = until(sim, 75)
  expect(heldPorts(back)).toEqual([])
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test('4: keepalive down, peer-link up', () => {
  const sim = comware()
  fail(sim, 'keepalive-down', 'leafs', 5)
  const view = until(sim, 60)
  expect(outages(view.directions)).toEqual([])
  expect(heldPorts(view)).toEqual([])
  expect(domainOf(view).keepalive).toBe('lost')
})

test.each([
  ['by default', {}, [], true, 2],
  ['persistent', { choices: { 'suspended-and-keepalive-lost': 'stay' } }, ALL_PORTS, false, 1],
] as const)('5: peer-link down, then the keepalive, %s', (_, settings, held, dualActive, distributing) => {
  const sim = comware(settings)
  fail(sim, 'peer-link-then-keepalive', 'leafs', 5, { gap: '20' })
  expect(heldPorts(until(sim, 29))).toEqual(ALL_PORTS)
  const view = until(sim, 60)
  expect(heldPorts(view)).toEqual(held)
  expect(domainOf(view).dualActive).toBe(dualActive)
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing, systems: [SYSTEM] })
})

test('6: keepalive first, then the peer-link; the keepalive is back first', () => {
  const sim = comware()
  fail(sim, 'keepalive-down', 'leafs', 5)
  fail(sim, 'peer-link-down', 'leafs', 30)
  repair(sim, 'keepalive-down', 'leafs', 60)
  const split = until(sim, 59)
  expect(domainOf(split).dualActive).toBe(true)
  expect(heldPorts(split)).toEqual([])
  expect(partnersOf(split, 'srv-1')).toEqual({ distributing: 2, systems: [SYSTEM] })
  expect(worstBetween(sim, split, 'orphan-a', 'orphan-b')).toBe('never')
  const view = until(sim, 65)
  expect(heldPorts(view)).toEqual(ALL_PORTS)
  expect(domainOf(view).dualActive).toBe(false)
})

test('7 and 9: primary powered off, and it returns', () => {
  const sim = comware()
  fail(sim, 'device-power-off', 'leaf-a', 5)
  repair(sim, 'device-power-off', 'leaf-a', 60)
  const dead = until(sim, 59)
  expect(worstBetween(sim, dead, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(heldPorts(dead)).toEqual([])
  expect(domainOf(dead).views[1].role).toBe('primary')
  expect(partnersOf(dead, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(heldPorts(until(sim, 88))).toEqual(['leaf-a-p1', 'leaf-a-p2', 'leaf-a-p3'])
  const view = until(sim, 110)
  expect(heldPorts(view)).toEqual([])
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['secondary', 'primary'])
  expect(outages(view.directions).filter(({ startAt }) => startAt > 60_000_000)).toEqual([])
})

test('8: secondary powered off', () => {
  const sim = comware()
  fail(sim, 'device-power-off', 'leaf-b', 5)
  const view = until(sim, 30)
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['primary', 'off'])
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
})

test.each([
  ['without auto-recovery', {}, 0],
  ['with auto-recovery', { switches: { 'solo-start': true } }, 1],
] as const)('9b: both restart, only one returns, %s', (_, settings, distributing) => {
  const sim = comware(settings)
  for (const device of ['leaf-a', 'leaf-b']) fail(sim, 'device-power-off', device, 5)
  repair(sim, 'device-power-off', 'leaf-b', 10)
  expect(partnersOf(until(sim, 300), 'srv-1').distributing).toBe(0)
  expect(partnersOf(until(sim, 330), 'srv-1').distributing).toBe(distributing)
})

test.each([
  ['11', 'stp-mode', {}, LEGS, 'below 1 s'],
  ['11', 'stp-mode', LOOSE, [], 'none'],
  ['12', 'native-vlan', {}, ['leaf-b-p1'], 'below 1 s'],
  ['12', 'native-vlan', LOOSE, [], 'never'],
] as const)('%s: type 1 configuration differs (%s, %o)', (_, what, settings, held, outage) => {
  const sim = comware(settings)
  fail(sim, 'config-drift', 'leaf-b', 5, { what })
  repair(sim, 'config-drift', 'leaf-b', 25)
  const view = until(sim, 20)
  expect(heldPorts(view)).toEqual(held)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe(outage)
  expect(domainOf(view).reasons.join('\n')).toMatch(/at the peer/)
  expect(heldPorts(until(sim, 30))).toEqual([])
})

test.each(['mtu', 'lacp-mode'])('12: what the check does not compare is no matter (%s)', (what) => {
  const sim = comware()
  fail(sim, 'config-drift', 'leaf-b', 5, { what })
  const view = until(sim, 20)
  expect(heldPorts(view)).toEqual([])
  expect(domainOf(view).reasons.join('\n')).not.toMatch(/at the peer/)
})

test('13: VLAN missing on one device', () => {
  const sim = comware()
  fail(sim, 'config-drift', 'leaf-b', 5, { what: 'vlan-removed', bond: '11' })
  const view = until(sim, 20)
  expect(heldPorts(view)).toEqual([])
  expect(partnersOf(view, 'srv-1').distributing).toBe(2)
  expect(worstBetween(sim, view, 'srv-1', 'orphan-a')).toBe('never')
})

test.each([
  ['by default', {}, ALL_PORTS],
  ['with default action none', { choices: { 'orphan-hold': 'marked-with-members' } }, LEGS],
] as const)('15: orphan on the secondary, peer-link down, %s', (_, settings, held) => {
  const sim = comware(settings)
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 30)
  const view = until(sim, 29)
  expect(heldPorts(view)).toEqual(held)
  expect(worstBetween(sim, view, 'orphan-b', 'srv-2')).toBe('never')
  const back = until(sim, 75)
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test('30: all uplinks of one peer lost', () => {
  const seen = uplinkLoss('h3c-comware', {})
  expect(seen).toMatchObject({
    held: [],
    up: Number.POSITIVE_INFINITY,
    between: 0,
    upstream: 'nowhere',
    backWithinS: 1,
  })
})

test('31: all uplinks of one peer lost, tracked', () => {
  const seen = uplinkLoss('h3c-comware', { 'uplink-tracking': true })
  expect(seen).toMatchObject({ held: ['leaf-a-p1', 'leaf-a-p2'], upstream: 'nowhere', backWithinS: 1 })
  expect(Math.max(seen.up, seen.between)).toBeLessThan(1)
})

test('32: all uplinks of one peer lost, with a route by the other', () => {
  const seen = uplinkLoss('h3c-comware', { 'backup-route': true })
  expect(seen).toMatchObject({ held: [], between: 0, upstream: 'peer-link', backWithinS: 1 })
  expect(seen.up).toBeLessThan(1)
})
