import { expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import type { DomainSettings, VendorId } from '../model/topology.ts'
import { assumedValues } from '../vendors/assumedValues.ts'
import { NO_SETTINGS } from '../vendors/effective.ts'
import { PROFILES } from '../vendors/index.ts'
import { fail, outages, SECOND, start, until, withSettings } from './testing/scenario.ts'

test('an outage that follows an assumed time-out names it, and comes as much later as the time-out is longer', () => {
  const [given, longer] = [{}, { 'keepalive-timeout-ms': 9_000 }].map((numbers) =>
    told('nvidia-cumulus', 'device-power-off', 'leaf-a', { ...NO_SETTINGS, numbers }),
  )
  expect(given?.values).toEqual([
    {
      key: 'keepalive-timeout-ms',
      label: 'Backup link time-out',
      value: '6 s',
      of: 'leafs',
      domain: 'domain-leafs',
      setting: 'settings.numbers.keepalive-timeout-ms',
    },
  ])
  expect(longer?.values.map(({ value }) => value)).toEqual(['9 s'])
  expect(given?.reactionS).toBe(6)
  expect(longer?.reactionS).toBe(9)
})

test('a secondary that suspends at the next keepalive rests on how often those are sent', () => {
  expect(told('nvidia-cumulus', 'peer-link-down', 'leafs').values.map(({ label }) => label)).toEqual([
    'Backup link check',
  ])
  // There the first extra one comes at once, however far apart they are.
  expect(told('dell-os10', 'peer-link-down', 'leafs').values).toEqual([])
})

test('every value on the way is named: what ends the session, how its heartbeats are counted, what follows', () => {
  const choices = { 'adjacency-lost-by': 'link-or-heartbeat' } as const
  const { values } = told('huawei-vrp8', 'peer-link-silent', 'leafs', { ...NO_SETTINGS, choices })
  expect(values.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['adjacency-lost-by', 'heartbeat-interval-ms', 'heartbeat-timeout-multiplier']),
  )
})

test('what is documented is not named, nor what the run did not come past', () => {
  expect(told('cisco-nxos', 'peer-link-down', 'leafs')).toMatchObject({ values: [], outages: 9 })
  expect(told('nvidia-cumulus', 'link-cut', 'srv-1:eth0').values).toEqual([])
})

function told(platform: VendorId, failure: string, target: string, settings: DomainSettings = NO_SETTINGS) {
  const sim = start({ platform, probeUs: 10_000, change: (topology) => withSettings(topology, settings) })
  fail(sim, failure, target, 5)
  const all = outages(until(sim, 40).directions)
  const net = networkOf(sim.plan.topology)
  expect(all.length).toBeGreaterThan(0)
  for (const one of all) expect(one.assumed).toBe(one.restsOn.length > 0)
  return {
    outages: all.length,
    reactionS: (all.find(({ assumed }) => assumed)?.reactionUs ?? 0) / SECOND,
    values: assumedValues(net, PROFILES, { restsOn: all.flatMap(({ restsOn }) => restsOn) }),
  }
}
