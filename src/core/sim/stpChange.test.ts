import { describe, expect, test } from 'vitest'
import type { Topology } from '../model/topology.ts'
import { PROFILES } from '../vendors/index.ts'
import { CLASS, push, scheduled } from './eventQueue.ts'
import { createSimulator, runUntil, startProbes } from './simulator.ts'
import type { Simulator } from './state.ts'
import { meshOf, settled, standings, withStp } from './testing/bridges.ts'
import { fail, outages, lengthS, SECOND, start, until } from './testing/scenario.ts'

describe('a topology change', () => {
  test('makes switches forget what they learned where the tree changed, and learn it anew on the new way', () => {
    const sim = settled(RING)
    const at = (name: string) => sim.plan.devices.findIndex((device) => device.name === name)
    const learned = (device: string, host: string) => learnedOn(sim, at(device), at(host))
    // The ring is open between sw-2 and sw-3: they reach each other over the root, sw-1.
    expect([learned('sw-2', 'srv-3'), learned('sw-3', 'srv-1')]).toEqual(['Ethernet1/11', 'Ethernet1/12'])
    const from = sim.events.length
    fail(sim, 'link-cut', 'sw-1:Ethernet1/12', 5)
    const view = until(sim, 10)
    const forgot = sim.events.slice(from).flatMap(({ at: when, text }) => {
      const name = /^(sw-\d): topology change, \d+ addresses forgotten/.exec(text)?.[1]
      return name === undefined ? [] : [{ name, when }]
    })
    // sw-1 and sw-3 forget with their port; sw-2 lost none and has to be told.
    expect(new Set(forgot.map(({ name }) => name))).toEqual(new Set(['sw-2']))
    // Told again with every hello while the change is news.
    expect((forgot[0]?.when ?? 0) - 5 * SECOND).toBeLessThan(SECOND / 2)
    expect(forgot.length).toBeLessThanOrEqual(3)
    expect([learned('sw-2', 'srv-3'), learned('sw-3', 'srv-1')]).toEqual(['Ethernet1/12', 'Ethernet1/11'])
    // Waiting for addresses to age out would take five minutes.
    for (const outage of outages(view.directions)) expect(lengthS(outage)).toBeLessThan(1)
  })

  test('is none when one member of a bond goes, nor when a host comes or goes on an edge port', () => {
    const sim = start({ template: 'two-plain-lags' })
    const before = standings(sim)
    fail(sim, 'link-cut', 'access:Ethernet1/49', 1)
    fail(sim, 'device-power-off', 'srv-1', 5)
    until(sim, 20)
    expect(standings(sim)).toEqual(before)
    expect(sim.events.map(({ text }) => text)).not.toContainEqual(expect.stringMatching(/topology change/))
  })
})

describe('without spanning tree', () => {
  test.each([3, 8])(
    'a ring of %i switches storms within some thousand events, and the storm names all of it',
    (count) => {
      const { sim, events } = stormOf(ringOf(count))
      const names = Array.from({ length: count }, (_, n) => `sw-${n + 1}`)
      for (const name of names) expect(sim.storm).toContain(name)
      expect(sim.storm?.split(' – ')).toHaveLength(count + 1)
      expect(sim.events.filter(({ kind }) => kind === 'storm')).toHaveLength(1)
      // One frame each way round 64 cables, the copies of both for the hosts, and what other flows send meanwhile.
      expect(events).toBeLessThan(3_000)
    },
  )

  test('where every switch is cabled twice to every other, copies end the run before hops do; a loop is named', () => {
    const cables = [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].filter((b) => b > a).map((b) => [a, b] as const))
    const { sim, events } = stormOf(meshOf({ switches: 4, cables: [...cables, ...cables] }))
    expect(sim.storm).toMatch(/^Storm: frames go round in the loop of sw-\d, sw-\d.*: sw-\d Ethernet1\/\d+ – sw-\d/)
    expect(events).toBeLessThan(21_000)
    // What is under way has not outgrown the engine either.
    expect([...scheduled(sim.queue)].length).toBeLessThan(250_000)
  })

  test('nothing more happens after the storm, whatever is asked', () => {
    const { sim } = stormOf(RING)
    const { processed, now } = sim
    push(sim.queue, now + 1, CLASS.timer, { type: 'probe', direction: 0 })
    expect(runUntil(sim, now + 60 * SECOND)).toEqual({ storm: sim.storm })
    expect(sim.processed - processed).toBe(0)
  })
})

/** A design that stands without spanning tree, from its first probe on; and how many events the storm takes. */
function stormOf(drawn: Topology): { readonly sim: Simulator; readonly events: number } {
  const topology = withStp(drawn, () => ({ enabled: false }))
  const sim = createSimulator({ topology, profiles: PROFILES, seed: 1, probeUs: 1_000, quiet: true })
  expect(runUntil(sim, 40 * SECOND)).toBe('reached')
  const before = sim.processed
  startProbes(sim)
  expect(runUntil(sim, 50 * SECOND)).toEqual({ storm: sim.storm })
  return { sim, events: sim.processed - before }
}

function ringOf(count: number): Topology {
  return meshOf({ switches: count, cables: Array.from({ length: count }, (_, n) => [n, (n + 1) % count] as const) })
}

/** Name of the port on which a switch has learned a host's address. */
function learnedOn(sim: Simulator, device: number, host: number): string | undefined {
  const bridge = sim.devices[device]?.bridge
  const entry = [...(bridge?.fdb ?? [])].find(([key]) => Math.floor(key / 4096) === host)?.[1]
  const at = sim.plan.devices[device]?.bridgePorts[entry?.port ?? -1]
  return sim.plan.ports[at?.port ?? -1]?.name
}

const RING = ringOf(3)
