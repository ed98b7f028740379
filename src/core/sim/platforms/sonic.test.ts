import { expect, test } from 'vitest'
import type { Choices } from '../../model/profileKeys.ts'
import type { Topology } from '../../model/topology.ts'
import { heldPorts, partnersOf, worstBetween } from '../testing/outcome.ts'
import { domainOf, fail, outages, repair, start, until, withSettings } from '../testing/scenario.ts'
import { uplinkLoss } from '../testing/uplinks.ts'

const sonic = (change?: (topology: Topology) => Topology) =>
  start({ platform: 'sonic', probeUs: 10_000, ...(change ? { change } : {}) })
const ACTIVE = '00:00:5e:00:53:0a'
const STANDBY = '00:00:5e:00:53:0b'

test('1: one leg of an MCLAG port-channel down', () => {
  const sim = sonic()
  fail(sim, 'link-cut', 'leaf-b:Ethernet1/1', 5)
  const view = until(sim, 20)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [ACTIVE] })
})

test('2: all legs of a bond down', () => {
  const sim = sonic()
  for (const device of ['leaf-a', 'leaf-b']) fail(sim, 'link-cut', `${device}:Ethernet1/1`, 5)
  const view = until(sim, 20)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('never')
  expect(worstBetween(sim, view, 'srv-2', 'orphan-a')).toBe('none')
})

test('3: peer-link down, ICCP up', () => {
  const sim = sonic()
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 60)
  const view = until(sim, 59)
  expect(domainOf(view).views.map(({ role, step }) => [role, step])).toEqual([
    ['primary', 3],
    ['secondary', 3],
  ])
  expect(heldPorts(view)).toEqual([])
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 2, systems: [ACTIVE] })
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('none')
  expect(worstBetween(sim, view, 'orphan-a', 'orphan-b')).toBe('never')
  expect(outages(until(sim, 70).directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test('4: ICCP down, peer-link up', () => {
  const sim = sonic()
  fail(sim, 'keepalive-down', 'leafs', 5)
  repair(sim, 'keepalive-down', 'leafs', 60)
  const before = until(sim, 18.9)
  expect(partnersOf(before, 'srv-1')).toEqual({ distributing: 2, systems: [ACTIVE] })
  expect(outages(before.directions)).toEqual([])
  expect(heldPorts(until(sim, 20.1))).toEqual(['leaf-b-p1', 'leaf-b-p2'])
  const view = until(sim, 59)
  expect(heldPorts(view)).toEqual([])
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [ACTIVE, STANDBY] })
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  const back = until(sim, 80)
  expect(partnersOf(back, 'srv-1')).toEqual({ distributing: 2, systems: [ACTIVE] })
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test.each([
  ['5: peer-link first, then ICCP', 'peer-link-then-keepalive'],
  ['6: ICCP first, then peer-link', 'keepalive-then-peer-link'],
])('%s', (_, failure) => {
  const sim = sonic()
  fail(sim, failure, 'leafs', 5, { gap: '20' })
  const view = until(sim, 80)
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [ACTIVE, STANDBY] })
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(worstBetween(sim, view, 'orphan-a', 'orphan-b')).toBe('never')
})

test('12: a parameter of one bond differs', () => {
  const sim = sonic()
  fail(sim, 'config-drift', 'leaf-a', 5, { what: 'vlan-removed', bond: '12' })
  const view = until(sim, 30)
  expect(heldPorts(view)).toEqual([])
  expect(worstBetween(sim, view, 'srv-1', 'orphan-b')).toBe('none')
  expect(domainOf(view).reasons.join('\n')).toMatch(/at the peer/)
  // The MTU is nothing that iccpd compares.
  repair(sim, 'config-drift', 'leaf-a', 30)
  fail(sim, 'config-drift', 'leaf-a', 35, { what: 'mtu' })
  expect(domainOf(until(sim, 40)).reasons.join('\n')).not.toMatch(/at the peer/)
})

test('13: VLAN missing on one peer', () => {
  const sim = sonic()
  fail(sim, 'config-drift', 'leaf-b', 5, { what: 'vlan-removed', bond: '11' })
  const view = until(sim, 30)
  expect(partnersOf(view, 'srv-1').distributing).toBe(2)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('never')
  expect(worstBetween(sim, view, 'srv-2', 'orphan-b')).toBe('none')
})

test('14: domain ids differ', () => {
  const sim = sonic()
  fail(sim, 'config-drift', 'leaf-b', 5, { what: 'domain-id' })
  const view = until(sim, 30)
  expect(domainOf(view).views.map(({ step }) => step)).toEqual([1, 1])
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [ACTIVE, STANDBY] })
})

test.each([
  ['lower-address-reversed', ['primary', 'secondary']],
  ['lower-address', ['secondary', 'primary']],
] as const)('the active peer by %s, whatever is drawn as preferred', (election, roles) => {
  const settings = { numbers: {}, switches: {}, choices: { election } satisfies Partial<Choices> }
  const sim = sonic((topology) => ({
    ...topology,
    domains: withSettings(topology, settings).domains.map((domain) => ({
      ...domain,
      preferredPrimary: domain.peers[1],
      keepalive: { ...domain.keepalive, addresses: ['10.0.1.1', '10.0.0.200'] },
    })),
  }))
  expect(domainOf(until(sim, 1)).views.map(({ role }) => role)).toEqual(roles)
})

test('30: all uplinks of one peer lost', () => {
  const seen = uplinkLoss('sonic', {})
  expect(seen).toMatchObject({
    held: [],
    up: Number.POSITIVE_INFINITY,
    between: 0,
    upstream: 'nowhere',
    backWithinS: 1,
  })
})

test('32: all uplinks of one peer lost, with a route by the other', () => {
  const seen = uplinkLoss('sonic', { 'backup-route': true })
  expect(seen).toMatchObject({ held: [], between: 0, upstream: 'peer-link', backWithinS: 1 })
  expect(seen.up).toBeLessThan(1)
})
