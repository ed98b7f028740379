import { expect, test } from 'vitest'
import type { Topology } from '../model/topology.ts'
import {
  between,
  domainOf,
  fail,
  lagOf,
  lengthS,
  outages,
  repair,
  start,
  towards,
  until,
  withSettings,
} from './testing/scenario.ts'

const platform = 'arista-eos'

/** Dual-primary detection as designs use it: 5 s. */
const detecting = (topology: Topology) =>
  withSettings(topology, {
    numbers: { 'dual-primary-delay-ms': 5000 },
    switches: { 'dual-primary-detection': true },
    choices: {},
  })

test('settles active-active after the reload delay, both legs under the system id of the primary', () => {
  const sim = start({ platform, probeUs: 10_000 })
  expect(sim.zero).toBeGreaterThan(300_000_000)
  const view = until(sim, 1)
  expect(domainOf(view)).toMatchObject({ status: 'active-active', step: 3 })
  // The primary's address 00:00:5e:… with the locally administered bit.
  expect(lagOf(view, 'srv-1', 'bond-srv-1').partnerSystem).toBe('02:00:5e:00:53:0a')
  const ports = lagOf(view, 'srv-1', 'bond-srv-1').members.map((id) => view.ports.find(({ port }) => port === id))
  expect(ports.map((port) => port?.lacp?.partner.port)).toEqual([1, 0x8001])
})

test('peer-link down at defaults: nothing is suspended, bonded flows lose nothing, crossing orphan flows fail until repair', () => {
  const sim = start({ platform })
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 30)
  const broken = until(sim, 29.9)
  expect(broken.ports.filter((port) => port.suspended !== null)).toEqual([])
  expect(outages(between(sim, broken, 'srv-1', 'srv-2'))).toEqual([])
  expect(domainOf(broken).dualActive).toBe(true)
  // srv-1 reaches orphan-a over leaf-b and orphan-b over leaf-a: both cross the peer-link. srv-2 needs no crossing.
  for (const orphan of ['orphan-a', 'orphan-b']) {
    const crossing = outages(towards(sim, broken, 'srv-1', orphan))
    expect(crossing).toHaveLength(1)
    expect(crossing[0]).toMatchObject({ endAt: null })
    expect(outages(between(sim, broken, 'srv-2', orphan))).toEqual([])
    expect(outages(towards(sim, broken, orphan, 'srv-1'))).toEqual([])
  }
  const healed = until(sim, 60)
  expect(outages(healed.directions).filter(({ endAt }) => endAt === null)).toEqual([])
  expect(domainOf(healed)).toMatchObject({ status: 'active-active', dualActive: false })
  expect(domainOf(healed).views.map(({ role }) => role)).toEqual(['primary', 'secondary'])
})

test('with dual-primary detection at 5 s the secondary err-disables its members and its orphan', () => {
  const sim = start({ platform, change: detecting })
  fail(sim, 'peer-link-down', 'leafs', 5)
  const before = until(sim, 9.9)
  expect(before.ports.filter((port) => port.suspended !== null)).toEqual([])
  const view = until(sim, 20)
  expect(view.ports.filter((port) => port.suspended !== null).map(({ port }) => port)).toEqual([
    'leaf-b-p1',
    'leaf-b-p2',
    'leaf-b-p3',
  ])
  expect(domainOf(view)).toMatchObject({ status: 'failed-over', dualActive: false })
  for (const outage of outages(between(sim, view, 'srv-1', 'srv-2'))) expect(lengthS(outage)).toBeLessThan(1)
  expect(outages(between(sim, view, 'orphan-b', 'srv-1')).every(({ endAt }) => endAt === null)).toBe(true)
  repair(sim, 'peer-link-down', 'leafs', 30)
  const healed = until(sim, 60)
  expect(healed.ports.filter((port) => port.suspended !== null)).toEqual([])
  expect(outages(healed.directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test('detection without a living keepalive: the secondary carries on as primary', () => {
  const sim = start({ platform, change: detecting })
  fail(sim, 'device-power-off', 'leaf-a', 5)
  const view = until(sim, 30)
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['off', 'primary'])
  expect(view.ports.filter((port) => port.suspended !== null)).toEqual([])
  for (const outage of outages(between(sim, view, 'srv-1', 'srv-2'))) expect(lengthS(outage)).toBeLessThan(1)
})
