import { expect, test } from 'vitest'
import type { Choices } from '../../model/profileKeys.ts'
import type { Topology } from '../../model/topology.ts'
import { heldPorts, partnersOf, worstBetween } from '../testing/outcome.ts'
import { domainOf, fail, outages, repair, start, towards, until, withSettings } from '../testing/scenario.ts'
import { uplinkLoss } from '../testing/uplinks.ts'

const vrp = (choices: Partial<Choices> = {}) =>
  start({
    platform: 'huawei-vrp8',
    probeUs: 10_000,
    change: (topology: Topology) => withSettings(topology, { numbers: {}, switches: {}, choices }),
  })
const strict = { 'on-type-1-mismatch': 'secondary-suspends' } as const
const BACKUP_LEGS = ['leaf-b-p1', 'leaf-b-p2']
const BACKUP_PORTS = [...BACKUP_LEGS, 'leaf-b-p3']
const SYSTEM = '02:00:00:01:00:0a'

test('1: one leg of an M-LAG down', () => {
  const sim = vrp()
  fail(sim, 'link-cut', 'leaf-b:Ethernet1/1', 5)
  repair(sim, 'link-cut', 'leaf-b:Ethernet1/1', 20)
  const view = until(sim, 19)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(partnersOf(until(sim, 23), 'srv-1').distributing).toBe(2)
})

test('2: all legs of a bond down', () => {
  const sim = vrp()
  for (const device of ['leaf-a', 'leaf-b']) fail(sim, 'link-cut', `${device}:Ethernet1/1`, 5)
  const view = until(sim, 20)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('never')
  for (const orphan of ['orphan-a', 'orphan-b']) expect(worstBetween(sim, view, 'srv-2', orphan)).toBe('none')
})

test('3: peer-link down, DAD normal', () => {
  const sim = vrp()
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 30)
  expect(heldPorts(until(sim, 7.9))).toEqual([])
  const view = until(sim, 29)
  expect(heldPorts(view)).toEqual(BACKUP_PORTS)
  expect(view.ports.find(({ port }) => port === 'leaf-b-p1')?.suspended?.text).toMatch(/^error-down: /)
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(worstBetween(sim, view, 'srv-1', 'orphan-a')).toBe('seconds')
  expect(heldPorts(until(sim, 35))).toEqual(BACKUP_LEGS)
  expect(heldPorts(until(sim, 269))).toEqual(BACKUP_LEGS)
  const back = until(sim, 280)
  expect(heldPorts(back)).toEqual([])
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test('4: DAD down, peer-link up', () => {
  const sim = vrp()
  fail(sim, 'keepalive-down', 'leafs', 5)
  const view = until(sim, 60)
  expect(outages(view.directions)).toEqual([])
  expect(heldPorts(view)).toEqual([])
  expect(domainOf(view).keepalive).toBe('lost')
})

test.each([
  ['with the peer address', {}, [], 'tens of seconds'],
  ['without', { 'suspended-and-keepalive-lost': 'stay' }, BACKUP_PORTS, 'never'],
] as const)('5: peer-link down, then the master dies, %s', (_, choices, held, outage) => {
  const sim = vrp(choices)
  fail(sim, 'peer-link-down', 'leafs', 5)
  fail(sim, 'device-power-off', 'leaf-a', 20)
  expect(heldPorts(until(sim, 63))).toEqual(BACKUP_PORTS)
  const view = until(sim, 80)
  expect(heldPorts(view)).toEqual(held)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe(outage)
})

test('6: DAD first, then the peer-link; DAD is back first', () => {
  const sim = vrp()
  fail(sim, 'keepalive-down', 'leafs', 5)
  fail(sim, 'peer-link-down', 'leafs', 60)
  repair(sim, 'keepalive-down', 'leafs', 100)
  const split = until(sim, 90)
  expect(domainOf(split).dualActive).toBe(true)
  expect(partnersOf(split, 'srv-1')).toEqual({ distributing: 2, systems: [SYSTEM] })
  expect(worstBetween(sim, split, 'orphan-a', 'orphan-b')).toBe('never')
  const view = until(sim, 110)
  expect(heldPorts(view)).toEqual(BACKUP_PORTS)
  expect(domainOf(view).dualActive).toBe(false)
})

test('7 and 9: master powered off, and it returns', () => {
  const sim = vrp()
  fail(sim, 'device-power-off', 'leaf-a', 5)
  repair(sim, 'device-power-off', 'leaf-a', 60)
  const dead = until(sim, 59)
  expect(worstBetween(sim, dead, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(heldPorts(dead)).toEqual([])
  expect(domainOf(dead).views[1].role).toBe('primary')
  expect(partnersOf(dead, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(heldPorts(until(sim, 295))).toEqual(['leaf-a-p1', 'leaf-a-p2'])
  const view = until(sim, 320)
  expect(heldPorts(view)).toEqual([])
  expect(partnersOf(view, 'srv-1').distributing).toBe(2)
  expect(outages(view.directions).filter(({ startAt }) => startAt > 60_000_000)).toEqual([])
})

test('8: backup powered off', () => {
  const sim = vrp()
  fail(sim, 'device-power-off', 'leaf-b', 5)
  const view = until(sim, 30)
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['primary', 'off'])
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
})

test.each([
  ['11', 'stp-mode', strict, BACKUP_LEGS],
  ['11', 'stp-mode', {}, []],
  ['12', 'lacp-mode', strict, ['leaf-b-p1']],
  ['12', 'lacp-mode', {}, []],
] as const)('%s: type 1 configuration differs (%s, %o)', (_, what, choices, held) => {
  const sim = vrp(choices)
  fail(sim, 'config-drift', 'leaf-a', 5, { what })
  repair(sim, 'config-drift', 'leaf-a', 25)
  const view = until(sim, 20)
  expect(heldPorts(view)).toEqual(held)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe(held.length === 0 ? 'none' : 'below 1 s')
  expect(domainOf(view).reasons.join('\n')).toMatch(/at the peer/)
  expect(heldPorts(until(sim, 30))).toEqual([])
})

test('13: VLAN missing on one device', () => {
  const sim = vrp(strict)
  fail(sim, 'config-drift', 'leaf-b', 5, { what: 'vlan-removed', bond: '11' })
  const view = until(sim, 20)
  expect(heldPorts(view)).toEqual([])
  expect(partnersOf(view, 'srv-1').distributing).toBe(2)
  expect(worstBetween(sim, view, 'srv-1', 'orphan-a')).toBe('never')
})

test.each([
  ['by default', {}, BACKUP_PORTS],
  ['reserved', { 'orphan-hold': 'marked' }, BACKUP_LEGS],
] as const)('15: orphan on the backup, peer-link down, %s', (_, choices, held) => {
  const sim = vrp(choices)
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 30)
  const view = until(sim, 29)
  expect(heldPorts(view)).toEqual(held)
  expect(worstBetween(sim, view, 'orphan-b', 'srv-2')).toBe('never')
  const back = until(sim, 40)
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test.each([
  [
    'without uplink-port',
    {},
    ['leaf-b-p49', 'leaf-b-p50', 'leaf-b-p1', 'leaf-b-p2', 'leaf-b-p3'],
    ['primary', 'secondary'],
  ],
  ['with uplink-port', { 'uplinks-decide': true }, ['leaf-a-p1', 'leaf-a-p2'], ['secondary', 'primary']],
] as const)('16: the master has lost its uplinks, then the peer-link goes down, %s', (_, switches, held, roles) => {
  const sim = start({
    template: 'pair-with-uplinks',
    platform: 'huawei-vrp8',
    probeUs: 50_000,
    change: (topology) => withSettings(topology, { numbers: {}, switches, choices: {} }),
  })
  fail(sim, 'uplinks-lost', 'leaf-a', 5)
  fail(sim, 'peer-link-down', 'leafs', 10)
  const view = until(sim, 30)
  expect(heldPorts(view).filter((port) => held.some((one) => one === port))).toEqual(held)
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(roles)
  expect(domainOf(view).dualActive).toBe(false)
  // Only the device that has uplinks can be of use to what goes up.
  const up = outages(towards(sim, view, 'srv-1', 'core-1'))
  expect(up.some(({ endAt }) => endAt === null)).toBe(held[0].startsWith('leaf-b'))
  repair(sim, 'uplinks-lost', 'leaf-a', 40)
  repair(sim, 'peer-link-down', 'leafs', 50)
  const back = until(sim, 310)
  expect(heldPorts(back)).toEqual([])
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
  expect(domainOf(back).status).toBe('active-active')
})

test('30: all uplinks of one peer lost', () => {
  const seen = uplinkLoss('huawei-vrp8', {})
  expect(seen).toMatchObject({
    held: [],
    up: Number.POSITIVE_INFINITY,
    between: 0,
    upstream: 'nowhere',
    backWithinS: 1,
  })
})

test('31: all uplinks of one peer lost, tracked', () => {
  const seen = uplinkLoss('huawei-vrp8', { 'uplink-tracking': true })
  expect(seen).toMatchObject({ held: ['leaf-a-p1', 'leaf-a-p2'], upstream: 'nowhere', backWithinS: 1 })
  expect(Math.max(seen.up, seen.between)).toBeLessThan(1)
})

test('32: all uplinks of one peer lost, with a route by the other', () => {
  const seen = uplinkLoss('huawei-vrp8', { 'backup-route': true })
  expect(seen).toMatchObject({ held: [], between: 0, upstream: 'peer-link', backWithinS: 1 })
  expect(seen.up).toBeLessThan(1)
})

test('M-LAG members come up one by one where an auto-recovery interval is set', () => {
  const sim = start({
    platform: 'huawei-vrp8',
    probeUs: 10_000,
    change: (topology) =>
      withSettings(topology, {
        numbers: { 'member-restore-ms': 60_000, 'member-stagger-ms': 20_000 },
        switches: {},
        choices: {},
      }),
  })
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 30)
  expect(heldPorts(until(sim, 85))).toEqual(BACKUP_LEGS)
  expect(heldPorts(until(sim, 105))).toEqual(BACKUP_LEGS.slice(1))
  expect(until(sim, 106).ports.find(({ port }) => port === BACKUP_LEGS[1])?.suspended?.text).toMatch(/^error-down: /)
  expect(heldPorts(until(sim, 115))).toEqual([])
})
