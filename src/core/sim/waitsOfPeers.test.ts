import { expect, test } from 'vitest'
import type { DomainSettings, VendorId } from '../model/topology.ts'
import { heldPorts, partnersOf } from './testing/outcome.ts'
import { domainOf, fail, repair, start, until, withSettings } from './testing/scenario.ts'

// Waits that a platform lets one set and whose default is none: what they do when they are set.

const pair = (platform: VendorId, settings: Partial<DomainSettings>, cold = false) =>
  start({
    platform,
    cold,
    probeUs: 100_000,
    change: (topology) => withSettings(topology, { numbers: {}, switches: {}, choices: {}, ...settings }),
  })
const LEGS = ['leaf-b-p1', 'leaf-b-p2']

test('EOS: members that stand by in LACP after a reload are lit, held and not used until the reload-delay is over', () => {
  const returning = (standby: boolean) => {
    const sim = pair('arista-eos', {
      numbers: { 'reload-member-ms': 60_000, 'reload-orphan-ms': 60_000 },
      switches: { 'reload-standby': standby },
    })
    fail(sim, 'device-power-off', 'leaf-b', 5)
    repair(sim, 'device-power-off', 'leaf-b', 20)
    const waiting = until(sim, 70)
    const leg = waiting.ports.find(({ port }) => port === LEGS[0])
    const used = partnersOf(waiting, 'srv-1').distributing
    const back = until(sim, 90)
    return {
      carrier: leg?.carrier,
      state: leg?.state,
      used,
      held: LEGS.every((port) => heldPorts(waiting).includes(port)),
      after: partnersOf(back, 'srv-1').distributing,
      left: heldPorts(back),
    }
  }
  expect(returning(true)).toEqual({ carrier: true, state: 'standby', used: 1, held: true, after: 2, left: [] })
  expect(returning(false)).toEqual({ carrier: false, state: 'suspended', used: 1, held: true, after: 2, left: [] })
})

test('NX-OS: the peer-link of a switch that returns stays dark for its delay, and everything after it waits', () => {
  const sim = pair('cisco-nxos', { numbers: { 'peer-link-start-ms': 40_000 } })
  fail(sim, 'device-power-off', 'leaf-b', 5)
  repair(sim, 'device-power-off', 'leaf-b', 20)
  const dark = until(sim, 59)
  expect(domainOf(dark).peerLink).toBe('down')
  expect(domainOf(dark).timer?.name).toBe('start of the peer-link')
  expect(domainOf(until(sim, 63)).peerLink).toBe('up')
  expect(heldPorts(until(sim, 89))).toEqual(LEGS)
  expect(heldPorts(until(sim, 95))).toEqual([])
})

test('Huawei: the backup goes back to its own LACP system when the pair stays split, and a partner keeps the master', () => {
  const split = (switches: DomainSettings['switches'], choices: DomainSettings['choices']) => {
    const numbers = { 'split-system-delay-ms': 20_000 }
    const sim = pair('huawei-vrp8', { numbers, switches, choices })
    fail(sim, 'keepalive-down', 'leafs', 5)
    fail(sim, 'peer-link-down', 'leafs', 60)
    const before = partnersOf(until(sim, 78), 'srv-1').systems.length
    const view = partnersOf(until(sim, 90), 'srv-1')
    repair(sim, 'peer-link-down', 'leafs', 100)
    return [before, view.systems.length, view.distributing, partnersOf(until(sim, 400), 'srv-1').systems.length]
  }
  const elected = { 'pair-system': 'primary-mac' } as const
  expect(split({ 'split-own-system': true }, elected)).toEqual([1, 2, 1, 1])
  expect(split({ 'split-own-system': false }, elected)).toEqual([1, 1, 2, 1])
  // What is configured on both devices is each one's own.
  expect(split({ 'split-own-system': true }, {})).toEqual([1, 1, 2, 1])
})

test('H3C: without peer-link and keepalive both devices stand alone, and a partner keeps one of them', () => {
  const split = (standalone: boolean) => {
    const sim = pair('h3c-comware', { numbers: { 'split-system-delay-ms': 10_000 }, switches: { standalone } })
    fail(sim, 'peer-link-then-keepalive', 'leafs', 5)
    const view = partnersOf(until(sim, 60), 'srv-1')
    repair(sim, 'peer-link-then-keepalive', 'leafs', 70)
    return [view.systems.length, view.distributing, partnersOf(until(sim, 200), 'srv-1').systems]
  }
  expect(split(true)).toEqual([2, 1, ['02:00:00:01:00:0a']])
  expect(split(false)).toEqual([1, 2, ['02:00:00:01:00:0a']])
})

test('a switch that has no power when the design starts stays off until it is repaired', () => {
  const sim = pair('cisco-nxos', {}, true)
  fail(sim, 'device-power-off', 'leaf-b', 0)
  repair(sim, 'device-power-off', 'leaf-b', 30)
  expect(until(sim, 29).devices.find(({ device }) => device === 'leaf-b')?.power).toBe('off')
  expect(until(sim, 31).devices.find(({ device }) => device === 'leaf-b')?.power).toBe('on')
})
