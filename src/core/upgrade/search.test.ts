import { expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import { rollingTooSoon } from '../scenarios/ready/rollingTooSoon.ts'
import { rollingUpgrade } from '../scenarios/ready/rollingUpgrade.ts'
import { scenarioProblems } from '../scenarios/problems.ts'
import { basicPair } from '../templates/basicPair.ts'
import { plainLacp } from '../templates/plainLacp.ts'
import { PROFILES } from '../vendors/index.ts'
import { leastWait } from './search.ts'
import {
  upgradablePairs,
  upgradeScenario,
  UPGRADE_STANDARD,
  type LeastWait,
  type Tried,
  type UpgradeRequest,
} from './upgrade.ts'
import { upgradeSentences } from './words.ts'

const { topology } = basicPair.build()

test('the least wait ends with the delay restore of the first peer, and a little sooner costs too much', () => {
  const found = search({})
  // Delay restore of 30 s counts from the peer adjacency, 2 s after power-on; LACP takes another 2 s.
  expect(found.afterBootUs).toBeGreaterThan(30_000_000)
  expect(found.afterBootUs).toBeLessThan(36_000_000)
  expect(found.least).toMatchObject({ safe: true, waitUs: found.waitUs })
  expect(found.sooner).toMatchObject({ safe: false, waitUs: found.waitUs - found.resolutionUs })
  expect(found.sooner?.worst).toMatchObject({ from: 'srv-1', to: 'srv-2' })
  expect(found.sooner?.worst?.lengthUs).toBeGreaterThan(found.request.limitUs)
  expect(found.waitsFor?.text).toContain('distributes in bond0')
  const orphans = found.anyway.every(({ from, to }) => [from, to].some((name) => name.startsWith('orphan')))
  expect([found.anyway.length > 0, orphans]).toEqual([true, true])
})

test('the ready-made rolling upgrades wait long enough and too short', () => {
  const { waitUs } = search({})
  const [good, bad] = [rollingUpgrade, rollingTooSoon].map(({ steps }) => (steps[1]?.at ?? 0) - (steps[0]?.at ?? 0))
  expect(good).toBeGreaterThan(waitUs)
  expect(good).toBeLessThan(waitUs + 5_000_000)
  expect(bad).toBeLessThan(waitUs)
})

test('a tighter limit waits longer, a longer boot shifts the wait by as much', () => {
  const { waitUs } = search({})
  expect(search({ limitUs: 200_000 }).waitUs).toBeGreaterThan(waitUs)
  expect(search({ bootS: 70 }).waitUs - waitUs).toBe(10_000_000)
})

test('the result is told in words and played as a scenario', () => {
  const found = search({})
  const [answer, ...more] = upgradeSentences(found)
  expect(answer).toMatch(/^leaf-a may reload [\d.]+ s after leaf-b went down, [\d.]+ s after it is powered on again\.$/)
  expect(more.join(' ')).toMatch(/0\.1 s sooner, srv-1 → srv-2 loses 1\.\d+ s\./)
  const scenario = upgradeScenario(found)
  expect(scenarioProblems(networkOf(topology), scenario)).toEqual([])
  expect((scenario.steps[1]?.at ?? 0) - (scenario.steps[0]?.at ?? 0)).toBe(found.waitUs)
})

test('what cannot be searched says why', () => {
  expect(run({ pair: 'spines' })).toEqual({ ok: false, problem: 'There is no pair called "spines".' })
  expect(run({ first: 'srv-1' })).toEqual({
    ok: false,
    problem: '"srv-1" is no peer of leafs: its peers are leaf-a and leaf-b.',
  })
  expect(run({ topology: { ...topology, flows: [] } })).toMatchObject({ ok: false, problem: /no flows/ })
  expect(run({ bootS: 4_000 })).toMatchObject({ ok: false, problem: /boot is a number from 1 to 3600/ })
  expect(upgradablePairs(plainLacp.build().topology)).toEqual([])
  expect(upgradablePairs(topology)).toEqual([{ pair: 'leafs', peers: ['leaf-b', 'leaf-a'] }])
})

const known = new Map<string, LeastWait>()

function search(change: Partial<UpgradeRequest>): LeastWait {
  const key = JSON.stringify(change)
  const found = known.get(key)
  if (found !== undefined) return found
  const result = run(change)
  if (!result.ok) throw new Error(result.problem)
  known.set(key, result.found)
  return result.found
}

function run(change: Partial<UpgradeRequest>) {
  const request = { topology, pair: 'leafs', first: 'leaf-b', ...UPGRADE_STANDARD, probeUs: 50_000, ...change }
  const searching = leastWait(request, PROFILES)
  const tried: Tried[] = []
  for (;;) {
    const next = searching.next()
    if (next.done) return next.value
    tried.push(next.value)
    expect(tried.length).toBeLessThan(60)
  }
}
