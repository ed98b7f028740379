import { expect, test } from 'vitest'
import { has } from './identity.ts'
import { legOf } from './peerLeg.ts'
import { addLag, isDistributing } from './system.ts'
import { at, light, systemOf } from './testing/families.ts'
import { addCable, addNode, cableOf, createLab, input, portAt, run, schedule, sentBy } from './testing/twoNodes.ts'
import type { Cable, Lab } from './testing/twoNodes.ts'
import { BIT } from './types.ts'
import type { PeerLeg } from './types.ts'

// Peers of a pair that tell each other of their legs, p1 the one that leads. What they say takes one millisecond.

const PAIR = '02:00:00:00:00:01'
const HOST = '02:00:00:00:00:0a'
const OTHER = '02:00:00:00:00:0c'

test('ML7: peers that hear different partners keep one leg in use, and the other partner sees no sync', () => {
  const lab = pair({})
  addNode(lab, 'host', { system: HOST, ports: [1] })
  addNode(lab, 'other', { system: OTHER, ports: [2] })
  addCable(lab, 'p1:100', 'host:1')
  addCable(lab, 'p2:101', 'other:2')
  together(lab, 20_000)

  expect(portAt(lab, 'p1:100')).toMatchObject({ selected: 'selected', mux: 'collecting-distributing' })
  expect(portAt(lab, 'p2:101')).toMatchObject({ rx: 'current', selected: 'unselected', mux: 'detached' })
  expect(portAt(lab, 'p2:101').actor.state).toBe(BIT.activity | BIT.aggregation)
  expect(portAt(lab, 'other:2')).toMatchObject({ rx: 'current', selected: 'selected', mux: 'attached' })
  expect(has(portAt(lab, 'other:2').partner, BIT.synchronization)).toBe(false)
  expect([at(lab, 'host'), at(lab, 'other')]).toEqual([{ 1: [1] }, {}])
  // LACPDUs go on; nobody hurries.
  expect(sentBy(lab, 'p2:101').filter((frame) => frame.at > 5_000)).toEqual([])
})

test('ML7: a host cabled to two pairs keeps its legs to one of them, and each pair sees a bond of its own', () => {
  const lab = pair({})
  addNode(lab, 'q1', { system: OTHER, ports: [100] })
  addNode(lab, 'host', { system: HOST, ports: [1, 2] })
  addCable(lab, 'host:1', 'p1:100')
  addCable(lab, 'host:2', 'q1:100')
  together(lab, 20_000)
  expect(isDistributing(portAt(lab, 'p1:100'))).toBe(true)
  expect(portAt(lab, 'host:2')).toMatchObject({ mux: 'detached', selected: 'unselected' })
  expect(portAt(lab, 'q1:100')).toMatchObject({ mux: 'attached', selected: 'selected' })
  expect(has(portAt(lab, 'q1:100').partner, BIT.synchronization)).toBe(false)
})

test('ML7: the leg is let in once it hears the partner of the leading peer, or that peer hears nobody', () => {
  const lab = pair({})
  addNode(lab, 'host', { system: HOST, ports: [1, 2] })
  addNode(lab, 'other', { system: OTHER, ports: [2] })
  const first = addCable(lab, 'p1:100', 'host:1')
  const wrong = addCable(lab, 'p2:101', 'other:2')
  light(lab, 10_000, wrong, false)
  addCable(lab, 'p2:101', 'host:2', 11_000)
  together(lab, 20_000)
  expect([at(lab, 'host'), at(lab, 'p1'), at(lab, 'p2')]).toEqual([{ 1: [1, 2] }, { 1: [100] }, { 1: [101] }])

  light(lab, 20_000, cableOf(lab, 2), false)
  light(lab, 21_000, wrong, true)
  together(lab, 25_000)
  expect(portAt(lab, 'p2:101')).toMatchObject({ rx: 'current', selected: 'unselected' })
  light(lab, 25_000, first, false)
  together(lab, 30_000)
  expect([at(lab, 'p2'), at(lab, 'other')]).toEqual([{ 1: [101] }, { 1: [2] }])
})

test('ML7: a leg in use when the leading peer hears another partner is taken out at once', () => {
  const lab = pair({})
  addNode(lab, 'host', { system: HOST, ports: [1] })
  addNode(lab, 'other', { system: OTHER, ports: [2] })
  addCable(lab, 'p2:101', 'other:2')
  addCable(lab, 'p1:100', 'host:1', 10_000)
  together(lab, 9_999)
  expect(at(lab, 'p2')).toEqual({ 1: [101] })
  together(lab, 10_010)
  expect(portAt(lab, 'p2:101')).toMatchObject({ rx: 'current', selected: 'unselected', mux: 'detached' })
  expect(isDistributing(portAt(lab, 'other:2'))).toBe(false)
})

test('ML8: with one link allowed the better leg carries and the other stands by; the host follows', () => {
  const { lab } = standby()
  together(lab, 10_000)
  expect(portAt(lab, 'p1:100')).toMatchObject({ selected: 'selected', mux: 'collecting-distributing' })
  expect(portAt(lab, 'p2:101')).toMatchObject({ selected: 'standby', mux: 'waiting', readyN: true })
  expect(portAt(lab, 'p2:101').actor.state).toBe(BIT.activity | BIT.aggregation)
  // The host has no limit of its own: it holds the leg attached and does not use it.
  expect(portAt(lab, 'host:2')).toMatchObject({ selected: 'selected', mux: 'attached' })
  expect(at(lab, 'host')).toEqual({ 1: [1] })
})

test('ML8: when the leg fails the other peer’s is promoted by the message, without a wait', () => {
  const { lab, first } = standby()
  light(lab, 30_000, first, false)
  together(lab, 30_000)
  expect(portAt(lab, 'p2:101').selected).toBe('standby')
  together(lab, 30_003)
  expect(portAt(lab, 'p2:101')).toMatchObject({ selected: 'selected', mux: 'collecting-distributing' })
  expect(portAt(lab, 'p2:101').muxSince).toBe(30_001_000)
  expect(at(lab, 'host')).toEqual({ 1: [2] })
})

test('ML8: the leg that returns takes its place back, and never more than one is attached', () => {
  const { lab, first } = standby()
  light(lab, 30_000, first, false)
  light(lab, 40_000, first, true)
  for (let ms = 3_000; ms < 43_000; ms += 1) {
    together(lab, ms)
    const synced = ['p1:100', 'p2:101'].filter((port) => portAt(lab, port).portEnabled && isInSync(lab, port))
    expect(synced.length).toBeLessThanOrEqual(1)
  }
  expect([at(lab, 'p1'), at(lab, 'p2'), at(lab, 'host')]).toEqual([{ 1: [100] }, {}, { 1: [1] }])
})

test('ML8: a changed port priority moves the traffic; the host’s ranking counts where its system is the better', () => {
  const { lab } = standby()
  schedule(lab, 20_000, () => input(lab, 'p2:101', { type: 'actor', actor: { portPriority: 1 } }))
  together(lab, 25_000)
  expect([at(lab, 'p1'), at(lab, 'p2'), at(lab, 'host')]).toEqual([{}, { 1: [101] }, { 1: [2] }])

  const other = standby({ systemPriority: 1, portPriority: (port) => 300 - port })
  together(other.lab, 10_000)
  expect([at(other.lab, 'p1'), at(other.lab, 'p2')]).toEqual([{}, { 1: [101] }])
})

function isInSync(lab: Lab, port: string): boolean {
  return has(portAt(lab, port).actor, BIT.synchronization)
}

/** Two peers of a pair with a port each. */
function pair(lag: { readonly maxLinks?: number }): Lab {
  const lab = createLab()
  addNode(lab, 'p1', { system: PAIR, ports: [100], lag })
  addNode(lab, 'p2', { system: PAIR, ports: [101], lag })
  return lab
}

function standby(host: { readonly systemPriority?: number; readonly portPriority?: (port: number) => number } = {}): {
  readonly lab: Lab
  readonly first: Cable
} {
  const lab = pair({ maxLinks: 1 })
  addNode(lab, 'host', { system: HOST, ports: [1, 2], ...host })
  const first = addCable(lab, 'host:1', 'p1:100')
  addCable(lab, 'host:2', 'p2:101')
  return { lab, first }
}

/** Runs millisecond by millisecond, and lets each peer tell the other what has changed of its leg. */
function together(lab: Lab, until: number): void {
  for (let ms = Math.round(lab.now / 1_000); ms <= until; ms += 1) {
    run(lab, ms)
    for (const [from, to, leads] of [
      ['p1', 'p2', true],
      ['p2', 'p1', false],
    ] as const) {
      const leg = legOf(systemOf(lab, from), 'lag', leads)
      if (JSON.stringify(leg) === JSON.stringify(toldBy(lab, to))) continue
      schedule(lab, ms + 1, () => addLag(systemOf(lab, to), { ...lagOf(lab, to), peerLeg: leg }))
    }
  }
}

function toldBy(lab: Lab, to: string): PeerLeg | null {
  return lagOf(lab, to).peerLeg ?? null
}

function lagOf(lab: Lab, name: string) {
  const lag = systemOf(lab, name).lags.get('lag')
  if (lag === undefined) throw new Error(`No lag on ${name}`)
  return lag
}
