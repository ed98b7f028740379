import { expect, test } from 'vitest'
import type { DomainSettings, Topology } from '../../model/topology.ts'
import { heldPorts, partnersOf, worstBetween } from '../testing/outcome.ts'
import { domainOf, fail, outages, repair, start, until, withSettings } from '../testing/scenario.ts'
import { uplinkLoss } from '../testing/uplinks.ts'

const cumulus = (settings: Partial<DomainSettings> = {}) =>
  start({
    platform: 'nvidia-cumulus',
    probeUs: 10_000,
    change: (topology: Topology) => ({
      ...withSettings(topology, { numbers: {}, switches: {}, choices: {}, ...settings }),
      // There is no such mark on this platform.
      links: topology.links.map((link) => ({ ...link, suspendWithMembers: true })),
    }),
  })
const LEGS = ['leaf-b-p1', 'leaf-b-p2']
const SYSTEM = '02:00:00:01:00:0a'
const SECONDARY = '00:00:5e:00:53:0b'

test('1: one leg of an MLAG bond down', () => {
  const sim = cumulus()
  fail(sim, 'link-cut', 'leaf-b:Ethernet1/1', 5)
  const view = until(sim, 20)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
})

test('3 and 15: peer link down, backup link active', () => {
  const sim = cumulus()
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 30)
  const view = until(sim, 29)
  expect(heldPorts(view)).toEqual(LEGS)
  expect(view.ports.find(({ port }) => port === 'leaf-b-p1')?.suspended?.text).toMatch(/^protodown: /)
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(worstBetween(sim, view, 'orphan-b', 'srv-2')).toBe('never')
  expect(heldPorts(until(sim, 209))).toEqual(LEGS)
  const back = until(sim, 220)
  expect(heldPorts(back)).toEqual([])
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test('4: backup link down, peer link up', () => {
  const sim = cumulus()
  fail(sim, 'keepalive-down', 'leafs', 5)
  const view = until(sim, 60)
  expect(outages(view.directions)).toEqual([])
  expect(heldPorts(view)).toEqual([])
})

test('10: clagd does not run', () => {
  const sim = cumulus()
  fail(sim, 'mlag-agent-crash', 'leaf-b', 5, { restart: '30' })
  const view = until(sim, 34)
  expect(heldPorts(view)).toEqual(LEGS)
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(heldPorts(until(sim, 214))).toEqual(LEGS)
  expect(heldPorts(until(sim, 225))).toEqual([])
})

test('6: backup link down, then the peer link', () => {
  const sim = cumulus()
  fail(sim, 'keepalive-then-peer-link', 'leafs', 5, { gap: '20' })
  const view = until(sim, 60)
  for (const host of ['srv-1', 'srv-2']) {
    expect(partnersOf(view, host)).toEqual({ distributing: 1, systems: [SYSTEM, SECONDARY] })
  }
})

test.each([
  ['as the guide says', {}, 'secondary', SECONDARY],
  ['as the scenarios say', { choices: { 'on-peer-silent': 'take-over' } }, 'primary', SYSTEM],
] as const)('7: primary powered off, %s', (_, settings, role, system) => {
  const sim = cumulus(settings)
  fail(sim, 'device-power-off', 'leaf-a', 5)
  const view = until(sim, 59)
  expect(domainOf(view).views[1].role).toBe(role)
  expect(heldPorts(view)).toEqual([])
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [system] })
})

test('8: secondary powered off', () => {
  const sim = cumulus()
  fail(sim, 'device-power-off', 'leaf-b', 5)
  const view = until(sim, 30)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [SYSTEM] })
})

test('9: the primary returns', () => {
  const sim = cumulus({ choices: { 'on-peer-silent': 'take-over' } })
  fail(sim, 'device-power-off', 'leaf-a', 5)
  repair(sim, 'device-power-off', 'leaf-a', 60)
  expect(heldPorts(until(sim, 235))).toEqual(['leaf-a-p1', 'leaf-a-p2'])
  const view = until(sim, 260)
  expect(heldPorts(view)).toEqual([])
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['primary', 'secondary'])
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 2, systems: [SYSTEM] })
})

test('9b: a switch boots and its peer never does', () => {
  const sim = cumulus()
  for (const device of ['leaf-a', 'leaf-b']) fail(sim, 'device-power-off', device, 5)
  repair(sim, 'device-power-off', 'leaf-b', 10)
  expect(partnersOf(until(sim, 300), 'srv-1').distributing).toBe(0)
  expect(partnersOf(until(sim, 330), 'srv-1').distributing).toBe(1)
})

test.each([
  ['11', 'stp-mode', LEGS],
  ['11b', 'system-id', LEGS],
  ['12', 'native-vlan', ['leaf-b-p1']],
  ['12b', 'mtu', []],
] as const)('%s: parameters differ (%s)', (_, what, held) => {
  const sim = cumulus()
  fail(sim, 'config-drift', 'leaf-b', 5, { what })
  repair(sim, 'config-drift', 'leaf-b', 25)
  const view = until(sim, 20)
  expect(heldPorts(view)).toEqual(held)
  expect(domainOf(view).reasons.join('\n')).toMatch(/at the peer/)
  expect(heldPorts(until(sim, 30))).toEqual([])
})

test('13: VLAN missing on one switch', () => {
  const sim = cumulus()
  fail(sim, 'config-drift', 'leaf-b', 5, { what: 'vlan-removed', bond: '11' })
  const view = until(sim, 20)
  expect(heldPorts(view)).toEqual([])
  expect(partnersOf(view, 'srv-1').distributing).toBe(2)
  expect(worstBetween(sim, view, 'srv-1', 'orphan-a')).toBe('never')
  expect(worstBetween(sim, view, 'srv-2', 'orphan-a')).toBe('none')
})

test('30: all uplinks of one peer lost', () => {
  const seen = uplinkLoss('nvidia-cumulus', {})
  expect(seen).toMatchObject({
    held: [],
    up: Number.POSITIVE_INFINITY,
    between: 0,
    upstream: 'nowhere',
    backWithinS: 1,
  })
})

test('31: all uplinks of one peer lost, tracked', () => {
  const seen = uplinkLoss('nvidia-cumulus', { 'uplink-tracking': true })
  expect(seen).toMatchObject({ held: ['leaf-a-p1', 'leaf-a-p2'], upstream: 'nowhere', backWithinS: 5 })
  expect(Math.max(seen.up, seen.between)).toBeLessThan(1)
})

test('32: all uplinks of one peer lost, with a route by the other', () => {
  const seen = uplinkLoss('nvidia-cumulus', { 'backup-route': true })
  expect(seen).toMatchObject({ held: [], between: 0, upstream: 'peer-link', backWithinS: 1 })
  expect(seen.up).toBeLessThan(1)
})
