import { expect, test } from 'vitest'
import { runUntil } from '../core/sim/simulator.ts'
import { viewOf } from '../core/sim/view.ts'
import { basicPair } from '../core/templates/basicPair.ts'
import { PROFILES } from '../core/vendors/index.ts'
import { changedSince, type Sent } from './deltas.ts'
import { doAt, loadRun } from './runner.ts'

const SECOND = 1_000_000

test('what did not change is not sent again, counters wait for their turn, an outage and a way do not', () => {
  const { topology } = basicPair.build()
  const run = { topology, seed: 1, probeUs: 1_000, start: 'settled', commands: [] } as const
  const runner = loadRun({ type: 'load', id: 1, run, profiles: PROFILES }, null)
  const { sim } = runner
  const sent: Sent = new Map()
  const first = changedSince(sent, viewOf(sim), true)
  expect([first.ports.length, first.directions.length]).toEqual([topology.ports.length, 2 * topology.flows.length])
  runUntil(sim, sim.now + 16_000)
  const quick = changedSince(sent, viewOf(sim), false)
  expect([quick.directions, quick.loads, quick.links, quick.lags]).toEqual([[], [], [], []])
  const counted = changedSince(sent, viewOf(sim), true)
  expect(counted.directions).toHaveLength(2 * topology.flows.length)
  expect(counted.loads.length).toBeGreaterThan(0)
  expect(changedSince(sent, viewOf(sim), true)).toMatchObject({ directions: [], loads: [], ports: [], domains: [] })

  doAt(runner, { type: 'fail', failure: 'link-cut', target: 'srv-1:eth0', options: {} })
  runUntil(sim, sim.now + 50_000)
  const broken = changedSince(sent, viewOf(sim), false)
  expect(broken.directions.length).toBeGreaterThan(0)
  expect(broken.directions.every(({ outages }) => outages.length === 1)).toBe(true)
  expect(broken.links.some(({ failures }) => failures.length === 1)).toBe(true)
  runUntil(sim, sim.now + 2 * SECOND)
  const healed = changedSince(sent, viewOf(sim), false)
  expect(healed.directions.every(({ outages }) => outages[0]?.endAt !== null)).toBe(true)
  expect(healed.lags.length).toBeGreaterThan(0)
})
