import { expect, test } from 'vitest'
import type { DomainSettings, Topology } from '../../model/topology.ts'
import { heldPorts, partnersOf, worstBetween } from '../testing/outcome.ts'
import { domainOf, fail, outages, repair, start, until, withSettings } from '../testing/scenario.ts'
import { uplinkLoss } from '../testing/uplinks.ts'

const vsx = (settings: Partial<DomainSettings> = {}, onSplit = false) =>
  start({
    platform: 'aruba-aoscx',
    probeUs: 10_000,
    change: (topology: Topology) => ({
      ...withSettings(topology, { numbers: {}, switches: {}, choices: {}, ...settings }),
      links: topology.links.map((link) => ({ ...link, suspendWithMembers: onSplit })),
    }),
  })
const LEGS = ['leaf-b-p1', 'leaf-b-p2']
const SYSTEM = '02:00:00:01:00:0a'
const SPLIT = { distributing: 2, systems: [SYSTEM] }

test('1: one leg of a VSX LAG down', () => {
  const sim = vsx()
  fail(sim, 'link-cut', 'leaf-b:Ethernet1/1', 5)
  repair(sim, 'link-cut', 'leaf-b:Ethernet1/1', 20)
  const view = until(sim, 19)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(partnersOf(until(sim, 25), 'srv-1').distributing).toBe(2)
})

test('3: ISL down, keepalive up', () => {
  const sim = vsx()
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 30)
  const view = until(sim, 29)
  expect(heldPorts(view)).toEqual(LEGS)
  expect(view.ports.find(({ port }) => port === 'leaf-b-p1')?.suspended?.text).toMatch(/^held down by VSX: /)
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(heldPorts(until(sim, 209))).toEqual(LEGS)
  const back = until(sim, 220)
  expect(heldPorts(back)).toEqual([])
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test('4: keepalive down, ISL up', () => {
  const sim = vsx()
  fail(sim, 'keepalive-down', 'leafs', 5)
  const view = until(sim, 60)
  expect(outages(view.directions)).toEqual([])
  expect(heldPorts(view)).toEqual([])
})

test.each([
  ['split-recovery', {}, [], true, SPLIT],
  [
    'no split-recovery',
    { choices: { 'suspended-and-keepalive-lost': 'stay' } },
    LEGS,
    false,
    { distributing: 1, systems: [SYSTEM] },
  ],
] as const)('5: ISL down, then the keepalive, %s', (_, settings, held, dualActive, partners) => {
  const sim = vsx(settings)
  fail(sim, 'peer-link-then-keepalive', 'leafs', 5, { gap: '20' })
  expect(heldPorts(until(sim, 26))).toEqual(LEGS)
  const view = until(sim, 40)
  expect(heldPorts(view)).toEqual(held)
  expect(domainOf(view).dualActive).toBe(dualActive)
  expect(partnersOf(view, 'srv-1')).toEqual(partners)
})

test('6: ISL and keepalive down at once; the keepalive is back first', () => {
  const sim = vsx()
  fail(sim, 'peer-link-down', 'leafs', 5)
  fail(sim, 'keepalive-down', 'leafs', 5)
  repair(sim, 'keepalive-down', 'leafs', 60)
  const split = until(sim, 59)
  expect(heldPorts(split)).toEqual([])
  expect(partnersOf(split, 'srv-1')).toEqual(SPLIT)
  expect(worstBetween(sim, split, 'orphan-a', 'orphan-b')).toBe('never')
  expect(heldPorts(until(sim, 65))).toEqual(LEGS)
})

test('7 and 9: the primary dies, and returns', () => {
  const sim = vsx({}, true)
  fail(sim, 'device-power-off', 'leaf-a', 5)
  repair(sim, 'device-power-off', 'leaf-a', 60)
  const dead = until(sim, 59)
  expect(worstBetween(sim, dead, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(heldPorts(dead)).toEqual([])
  expect(domainOf(dead).views[1].role).toBe('secondary')
  expect(partnersOf(dead, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(heldPorts(until(sim, 230))).toEqual(['leaf-a-p1', 'leaf-a-p2', 'leaf-a-p3'])
  const view = until(sim, 260)
  expect(heldPorts(view)).toEqual([])
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['primary', 'secondary'])
  expect(partnersOf(view, 'srv-1')).toEqual(SPLIT)
  expect(outages(view.directions).filter(({ startAt }) => startAt > 60_000_000)).toEqual([])
})

test('8: the secondary dies', () => {
  const sim = vsx()
  fail(sim, 'device-power-off', 'leaf-b', 5)
  const view = until(sim, 30)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
})

test('9b: both reboot', () => {
  const sim = vsx()
  for (const device of ['leaf-a', 'leaf-b']) {
    fail(sim, 'device-power-off', device, 5)
    repair(sim, 'device-power-off', device, 10)
  }
  const view = until(sim, 40)
  expect(heldPorts(view)).toEqual([])
  expect(partnersOf(view, 'srv-1')).toEqual(SPLIT)
})

test('13: VLAN missing on one switch', () => {
  const sim = vsx()
  fail(sim, 'config-drift', 'leaf-b', 5, { what: 'vlan-removed', bond: '11' })
  const view = until(sim, 20)
  expect(heldPorts(view)).toEqual([])
  expect(partnersOf(view, 'srv-1').distributing).toBe(2)
  expect(worstBetween(sim, view, 'srv-1', 'orphan-a')).toBe('never')
})

test.each([
  ['as it comes', false, LEGS],
  ['with vsx shutdown-on-split', true, [...LEGS, 'leaf-b-p3']],
] as const)('15: single-homed port on the secondary, ISL down, %s', (_, onSplit, held) => {
  const sim = vsx({}, onSplit)
  fail(sim, 'peer-link-down', 'leafs', 5)
  const view = until(sim, 30)
  expect(heldPorts(view)).toEqual(held)
  expect(worstBetween(sim, view, 'orphan-b', 'srv-2')).toBe('never')
})

test('15: the secondary has no VLAN interface while its VSX LAGs are down, though a port of the VLAN is up', () => {
  const sim = start({ template: 'pair-with-uplinks', platform: 'aruba-aoscx', probeUs: 100_000 })
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 30)
  expect(domainOf(until(sim, 4)).gateways.map(({ answering }) => answering)).toEqual([['leaf-a', 'leaf-b']])
  expect(domainOf(until(sim, 29)).gateways.map(({ answering }) => answering)).toEqual([['leaf-a']])
  expect(domainOf(until(sim, 40)).gateways.map(({ answering }) => answering)).toEqual([['leaf-a', 'leaf-b']])
})

test('30: all uplinks of one peer lost', () => {
  const seen = uplinkLoss('aruba-aoscx', {})
  expect(seen).toMatchObject({
    held: [],
    up: Number.POSITIVE_INFINITY,
    between: 0,
    upstream: 'nowhere',
    backWithinS: 1,
  })
})

test('32: all uplinks of one peer lost, with a route by the other', () => {
  const seen = uplinkLoss('aruba-aoscx', { 'backup-route': true })
  expect(seen).toMatchObject({ held: [], between: 0, upstream: 'peer-link', backWithinS: 1 })
  expect(seen.up).toBeLessThan(1)
})

test('a flap of the ISL that is shorter than its hold-time goes unnoticed', () => {
  const reactions = (hold: number) => {
    const sim = start({
      platform: 'aruba-aoscx',
      probeUs: 10_000,
      change: (topology) =>
        withSettings(topology, { numbers: { 'peer-link-hold-ms': hold }, switches: {}, choices: {} }),
    })
    fail(sim, 'peer-link-down', 'leafs', 5)
    repair(sim, 'peer-link-down', 'leafs', 7)
    const view = until(sim, 20)
    return { held: heldPorts(view).length > 0, status: domainOf(view).status }
  }
  expect(reactions(0)).toEqual({ held: true, status: 'failed-over' })
  expect(reactions(3_000)).toEqual({ held: false, status: 'active-active' })
})
