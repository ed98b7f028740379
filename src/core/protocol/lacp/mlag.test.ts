import { expect, test } from 'vitest'
import { has } from './identity.ts'
import { isDistributing } from './system.ts'
import {
  addCable,
  addNode,
  cableOf,
  createLab,
  input,
  portAt,
  run,
  schedule,
  setLight,
  steps,
} from './testing/twoNodes.ts'
import type { Lab, NodeSpec } from './testing/twoNodes.ts'
import { BIT } from './types.ts'

const PAIR = '02:00:00:00:00:ff'

test('ML1: two peers with one system id and key and different ports are one LAG to the host', () => {
  const lab = dualHomed()
  run(lab, 5_000)
  expect(portAt(lab, 'host:1').aggregator).toBe(portAt(lab, 'host:2').aggregator)
  for (const port of ALL) expect(isDistributing(portAt(lab, port))).toBe(true)
})

test.each<[string, Partial<NodeSpec>]>([
  ['ML2: peers with different system ids', { system: '02:00:00:00:00:fe' }],
  ['ML3: peers with one system id and different keys', { key: 8 }],
])('%s leave the host one leg, and the other peer does not forward', (_title, second) => {
  const lab = dualHomed(second)
  run(lab, 10_000)
  expect(isDistributing(portAt(lab, 'host:1'))).toBe(true)
  expect(portAt(lab, 'host:2')).toMatchObject({ mux: 'detached', selected: 'unselected' })
  expect(has(portAt(lab, 'p2:101').partner, BIT.synchronization)).toBe(false)
  expect(portAt(lab, 'p2:101').mux).toBe('attached')
})

test('ML4: a peer that reverts to its own system id loses its leg with one LACPDU, and is back in two seconds', () => {
  const lab = dualHomed()
  schedule(lab, 10_100, () => input(lab, 'p2:101', { type: 'actor', actor: { system: '02:00:00:00:00:02' } }))
  schedule(lab, 20_100, () => input(lab, 'p2:101', { type: 'actor', actor: { system: PAIR } }))
  run(lab, 30_000)
  // The peer began to wait 1 ms earlier, so it is in sync when the host attaches.
  expect(steps(lab, 'host:2', 'mux').slice(-3)).toEqual([
    [10_101, 'detached'],
    [20_101, 'waiting'],
    [22_101, 'collecting-distributing'],
  ])
  expect(steps(lab, 'host:1', 'mux').at(-1)).toEqual([2_002, 'collecting-distributing'])
})

test('ML5: when a peer loses power the other leg is not touched; the light back brings the leg back without a wait', () => {
  const lab = dualHomed()
  schedule(lab, 10_000, () => setLight(lab, cableOf(lab, 1), false))
  schedule(lab, 70_000, () => setLight(lab, cableOf(lab, 1), true))
  run(lab, 80_000)
  expect(lab.sent.filter(({ at }) => at >= 10_000 && at < 30_000)).toEqual([])
  expect(steps(lab, 'host:1', 'mux').at(-1)).toEqual([2_002, 'collecting-distributing'])
  expect(steps(lab, 'host:2', 'rx').slice(-3)).toEqual([
    [10_000, 'port-disabled'],
    [70_000, 'expired'],
    [70_001, 'current'],
  ])
  expect(steps(lab, 'host:2', 'mux').at(-1)).toEqual([70_001, 'collecting-distributing'])
})

test('ML6: the legs to a peer that freezes with its light on are used for 60 to 90 s by slow ends', () => {
  const lab = dualHomed()
  const leg = cableOf(lab, 1)
  leg.carry = (_from, at) => (at > 70_000 ? null : 1)
  run(lab, 200_000)
  const expired = steps(lab, 'host:2', 'rx').find(([at, rx]) => at > 70_000 && rx === 'expired')
  expect((expired?.[0] ?? 0) - 70_000).toBeGreaterThanOrEqual(60_000)
  expect((expired?.[0] ?? 0) - 70_000).toBeLessThanOrEqual(90_000)
  expect(isDistributing(portAt(lab, 'host:1'))).toBe(true)
})

const ALL = ['host:1', 'host:2', 'p1:100', 'p2:101']

/** A host with a leg to each of two peers; the second one with other values if given. */
function dualHomed(second: Partial<NodeSpec> = {}): Lab {
  const lab = createLab()
  addNode(lab, 'host', { system: '02:00:00:00:00:0a', ports: [1, 2] })
  addNode(lab, 'p1', { system: PAIR, ports: [100] })
  addNode(lab, 'p2', { system: PAIR, ports: [101], ...second })
  addCable(lab, 'host:1', 'p1:100')
  addCable(lab, 'host:2', 'p2:101')
  return lab
}
