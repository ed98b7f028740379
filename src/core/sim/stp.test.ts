import { describe, expect, test } from 'vitest'
import { toId } from '../model/ids.ts'
import type { Topology } from '../model/topology.ts'
import { keepaliveCable, management, managementPort, managementSwitch } from '../templates/parts.ts'
import { viewOf } from './view.ts'
import { accessBelowPair, meshOf, settled, standings, withEnds, withStp } from './testing/bridges.ts'
import { fail, lagOf, lengthS, outages, repair, start, towards, until } from './testing/scenario.ts'

describe('two switches without MLAG', () => {
  test('one of the two uplinks of the access switch stays blocked, and says why', () => {
    const sim = start({ template: 'two-plain-lags' })
    const view = until(sim, 1)
    const blocked = lagOf(view, 'access', 'bond-access-sw-2')
    expect(blocked.operational).toBe(true)
    for (const id of blocked.members) {
      expect(view.ports.find(({ port }) => port === id)).toMatchObject({
        state: 'blocked',
        reason: 'spanning tree: alternate port, another way to the root is better',
        stp: { role: 'alternate', state: 'discarding' },
      })
    }
    expect(view.links.filter(({ state }) => state === 'blocked')).toHaveLength(2)
    expect(view.directions.map(({ duplicated }) => duplicated)).toEqual(view.directions.map(() => 0))
  })

  test('losing the running uplink moves its flows to the blocked one within a second', () => {
    const sim = start({ template: 'two-plain-lags' })
    for (const [link, at] of [
      ['access:Ethernet1/49', 5],
      ['access:Ethernet1/50', 5],
    ] as const) {
      fail(sim, 'link-cut', link, at)
      repair(sim, 'link-cut', link, 20)
    }
    const view = until(sim, 19)
    expect(standings(sim)['access:Ethernet1/51']).toBe('root forwarding')
    for (const outage of outages(view.directions)) expect(lengthS(outage)).toBeLessThan(1)
    const healed = until(sim, 40)
    expect(standings(sim)['access:Ethernet1/51']).toBe('alternate discarding')
    for (const outage of outages(healed.directions)) expect(lengthS(outage)).toBeLessThan(1)
  })

  test('one member of the running uplink lost is no reason to compute the tree anew', () => {
    const sim = start({ template: 'two-plain-lags' })
    const before = standings(sim)
    fail(sim, 'link-cut', 'access:Ethernet1/49', 1)
    until(sim, 30)
    expect(standings(sim)).toEqual(before)
  })
})

describe('a pair is one bridge', () => {
  test('the access switch sees one neighbour on its bond and blocks nothing', () => {
    const sim = settled(accessBelowPair())
    expect(standings(sim)).toEqual({
      'leaf-a:Ethernet1/10': 'root forwarding',
      'leaf-b:Ethernet1/10': 'root forwarding',
      'access:Ethernet1/51': 'designated forwarding',
      'access:Ethernet1/52': 'designated forwarding',
    })
  })

  test.each(['leaf-a', 'leaf-b'])(
    'losing %s costs what LACP costs, changes no role and no second outage follows',
    (peer) => {
      const sim = settled(accessBelowPair())
      const before = standings(sim)
      const from = sim.events.length
      fail(sim, 'device-power-off', peer, 5)
      const view = until(sim, 60)
      const hit = outages(view.directions)
      expect(hit.length).toBeGreaterThan(0)
      for (const { startAt, endAt } of hit) {
        expect(startAt).toBeGreaterThanOrEqual(4_900_000)
        expect(endAt).toBeLessThan(6_000_000)
      }
      const other = peer === 'leaf-a' ? 'leaf-b' : 'leaf-a'
      for (const port of [`${other}:Ethernet1/10`, 'access:Ethernet1/51', 'access:Ethernet1/52']) {
        expect([port, standings(sim)[port]]).toEqual([port, before[port]])
      }
      expect(sim.events.slice(from).map(({ text }) => text)).not.toContainEqual(expect.stringMatching(/root bridge/))
      expect(sim.storm).toBe(null)
    },
  )

  test('the returned peer follows again without an outage of what runs', () => {
    const sim = settled(accessBelowPair())
    fail(sim, 'device-power-off', 'leaf-a', 5)
    repair(sim, 'device-power-off', 'leaf-a', 20)
    const view = until(sim, 200)
    for (const { startAt } of outages(view.directions)) expect(startAt).toBeLessThan(6_000_000)
    expect(sim.devices.map(({ stp }) => stp?.follows ?? null)).toContain(true)
  })

  test('as the root, the pair answers with its own address from both peers', () => {
    const sim = settled(withStp(accessBelowPair(), ({ name }) => ({ priority: name === 'access' ? 32_768 : 4096 })))
    const seen = viewOf(sim).ports.flatMap(({ port, stp }) => (stp?.role === 'root' ? [[port, stp.root]] : []))
    const root = { priority: 4096, mac: '00:23:04:ee:be:0a' }
    expect(seen).toEqual([
      ['access-p51', root],
      ['access-p52', root],
    ])
  })

  test('split with both peers forwarding, they still answer as one and the access switch keeps its uplinks', () => {
    const sim = settled(withStp(accessBelowPair(), ({ name }) => ({ priority: name === 'access' ? 32_768 : 4096 })))
    fail(sim, 'keepalive-down', 'leafs', 2)
    fail(sim, 'peer-link-down', 'leafs', 10)
    const view = until(sim, 60)
    expect(view.domains[0]?.dualActive).toBe(true)
    expect(standings(sim)['access:Ethernet1/51']).toBe('root forwarding')
    expect(sim.storm).toBe(null)
  })
})

describe('a loop below a pair', () => {
  test.each([
    ['leaf-a', 32_768],
    ['leaf-b', 32_768],
    ['leaf-a', 4096],
    ['leaf-b', 4096],
  ] as const)('a second cable from the access switch to %s blocks at pair priority %i', (extra, priority) => {
    const sim = settled(withStp(accessBelowPair({ extra }), ({ name }) => (name === 'access' ? {} : { priority })))
    const view = until(sim, 5)
    expect(sim.storm).toBe(null)
    const blocked = view.ports.filter(({ state }) => state === 'blocked')
    expect(blocked).toHaveLength(1)
    expect(blocked[0]?.port).toMatch(/-p20$|access-p49$/)
    for (const direction of view.directions) expect(direction).toMatchObject({ lost: 0, duplicated: 0 })
  })

  test('the extra cable takes over when the whole bond is cut, from either peer', () => {
    for (const extra of ['leaf-a', 'leaf-b'] as const) {
      const sim = settled(accessBelowPair({ extra }))
      fail(sim, 'link-cut', 'access:Ethernet1/51', 5)
      fail(sim, 'link-cut', 'access:Ethernet1/52', 5)
      const view = until(sim, 30)
      for (const outage of outages(view.directions)) expect(lengthS(outage)).toBeLessThan(3)
      expect(sim.storm).toBe(null)
    }
  })

  test('a further cable between the peers blocks, never the peer-link', () => {
    const sim = settled(accessBelowPair({ between: true }))
    expect(sim.storm).toBe(null)
    const view = until(sim, 2)
    const blocked = view.ports.filter(({ state }) => state === 'blocked').map(({ port }) => port)
    expect(blocked).toEqual(['leaf-b-p21'])
    for (const direction of view.directions) expect(direction).toMatchObject({ lost: 0, duplicated: 0 })
  })

  test('without spanning tree it storms; the run ends there and names the loop', () => {
    const off = withStp(RING, () => ({ enabled: false }))
    const sim = settled(off)
    expect(sim.storm).toMatch(
      /^Storm: frames go round in the loop of .*sw-1.*: .*sw-\d Ethernet1\/1\d – sw-\d Ethernet1\/1\d/,
    )
    for (const name of ['sw-1', 'sw-2', 'sw-3']) expect(sim.storm).toContain(name)
    expect(sim.events.filter(({ kind }) => kind === 'storm')).toHaveLength(1)
    expect(viewOf(sim).ports.every(({ stp }) => stp === null)).toBe(true)
  })

  test('a loop below a pair without spanning tree is found too', () => {
    const sim = settled(withStp(accessBelowPair({ extra: 'leaf-a' }), () => ({ enabled: false })))
    expect(sim.storm).toContain('leaf-a')
    expect(sim.storm).toContain('access Ethernet1/49')
  })
})

test('management switches cabled in a ring pass keepalives once, and still do when one of the cables is cut', () => {
  const sim = start({ change: withRingOfManagement })
  expect(sim.storm).toBe(null)
  const blocked = viewOf(sim).ports.filter(({ state }) => state === 'blocked')
  expect(blocked.map(({ port }) => port)).toEqual(['mgmt-2-p3'])
  fail(sim, 'link-cut', 'mgmt-1:port2', 5)
  expect(until(sim, 30).domains[0]).toMatchObject({ status: 'degraded', keepalive: 'degraded' })
  expect(sim.events.map(({ text }) => text)).not.toContainEqual(expect.stringMatching(/no peer-keepalive heard/))
})

describe('guards', () => {
  test('BPDU guard takes both ends of a cable between switches down; shutting and opening brings it back', () => {
    const sim = settled(withEnds(RING, (id) => id.includes('sw-3-p12'), { edge: true, guard: 'bpdu' }))
    const port = sim.plan.ports.find(({ id }) => id === 'sw-3-p12')
    expect(viewOf(sim).ports.find(({ port: id }) => id === port?.id)).toMatchObject({
      state: 'down',
      reason: 'err-disabled: BPDU guard heard a BPDU',
    })
    fail(sim, 'port-shut', 'sw-3:Ethernet1/12', 5)
    repair(sim, 'port-shut', 'sw-3:Ethernet1/12', 6)
    until(sim, 5.9)
    expect(sim.ports[port?.index ?? -1]?.shut).not.toBe(null)
    const from = sim.events.length
    until(sim, 7)
    // It heard a BPDU again at once.
    expect(sim.events.slice(from).map(({ text }) => text)).toContain(
      'sw-3 Ethernet1/12 err-disabled: BPDU guard heard a BPDU',
    )
  })

  test('root guard blocks a port behind which a better root appears', () => {
    const guarded = withEnds(RING, (id) => id.includes('sw-1-p11'), { guard: 'root' })
    const sim = settled(withStp(guarded, ({ name }) => ({ priority: name === 'sw-2' ? 4096 : 32_768 })))
    const port = viewOf(sim).ports.find(({ port }) => port === 'sw-1-p11')
    expect(port).toMatchObject({ state: 'blocked', reason: 'root guard: a better root bridge is behind it' })
    expect(standings(sim)['sw-1:Ethernet1/12']).toBe('root forwarding')
  })

  test('a port to a host that is no edge forwards 30 s after it came up', () => {
    const sim = settled(withEnds(RING, (id) => id.includes('-p1-srv-2'), { edge: false }))
    const before = viewOf(sim).directions.length
    expect(before).toBeGreaterThan(0)
    fail(sim, 'link-cut', 'srv-2:eth0', 5)
    repair(sim, 'link-cut', 'srv-2:eth0', 10)
    const view = until(sim, 60)
    const [outage] = outages(towards(sim, view, 'srv-1', 'srv-2'))
    expect(lengthS(outage!)).toBeGreaterThan(34.9)
    expect(lengthS(outage!)).toBeLessThan(36)
  })
})

/** The peers' management ports on two switches with two cables between them. */
function withRingOfManagement(topology: Topology): Topology {
  const [one, two] = [managementSwitch('mgmt-1'), { ...managementSwitch('mgmt-2'), mac: '00:00:5e:00:53:f2' }]
  const old = topology.links.find(({ id }) => id === 'link-leaf-b-m1-mgmt-1')
  const kept = topology.ports.filter(({ id }) => !old?.ends.includes(id))
  const peer = topology.devices.find((device) => device.id === 'leaf-b')
  if (!old || peer?.kind !== 'switch') throw new Error('The example has another shape')
  const cables = [
    keepaliveCable(management(peer), managementPort(two, 1)),
    keepaliveCable(managementPort(one, 2), managementPort(two, 2)),
    keepaliveCable(managementPort(one, 3), managementPort(two, 3)),
  ]
  const named = cables.map(({ link, ports }) => ({
    ports,
    link: { ...link, id: toId<'link'>(`cable-${ports[0].id}`) },
  }))
  return {
    ...topology,
    devices: [...topology.devices, two],
    ports: [...kept, ...named.flatMap(({ ports }) => ports)],
    links: [...topology.links.filter(({ id }) => id !== old.id), ...named.map(({ link }) => link)],
  }
}

const RING = meshOf({
  switches: 3,
  cables: [
    [0, 1],
    [1, 2],
    [2, 0],
  ],
})
