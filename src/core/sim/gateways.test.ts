import { describe, expect, test } from 'vitest'
import type { RunView } from '../model/runView.ts'
import type { DomainSettings, Topology } from '../model/topology.ts'
import { domainOf, fail, lengthS, outages, repair, start, towards, until, withSettings } from './testing/scenario.ts'
import type { Simulator } from './state.ts'

const UP = { template: 'pair-with-uplinks', probeUs: 10_000 } as const

describe('the uplinks of one peer are lost at 5 s and back at 15 s', () => {
  test('without tracking and without another way, half of what goes up is lost until they are back', () => {
    const { sim, view } = uplinksLost({})
    expect(lengths(upward(sim, view))).toEqual([10, 10])
    expect(lengths(downward(sim, view))).toEqual([0.1, 0.1, 0.1])
    expect(outages(upward(sim, view)).map(({ ways }) => ways.lost)).toEqual([NO_WAY, NO_WAY])
  })

  test('tracked, the peer suspends its members and the servers send to the other one', () => {
    const { sim, view } = uplinksLost({ 'uplink-tracking': true })
    expect(Math.max(...lengths(upward(sim, view)))).toBeLessThan(0.3)
    const suspended = sim.events.find(({ kind }) => kind === 'reaction')
    expect(suspended).toMatchObject({ at: 5_100_000, text: 'leaf-a: no uplink left: all its vPC members suspended' })
    // Delay restore runs from the return of the uplinks.
    const back = sim.events.find(({ text }) => text === 'leaf-a: vPC members let up')
    expect(back?.at).toBe(45_000_000)
    expect(domainOf(view).status).toBe('active-active')
  })

  test('with a backup route it takes the way over the peer-link and the uplinks of the other peer', () => {
    const sim = started({ 'backup-route': true })
    fail(sim, 'uplinks-lost', 'leaf-a', 5)
    const view = until(sim, 20)
    expect(lengths(upward(sim, view))).toEqual([0.1, 0.1])
    const ways = upward(sim, view).map(({ path }) => path.join(' '))
    expect(
      ways.some((way) => /^link-leaf-a-p1-srv-1 link-leaf-a-p5[34]-leaf-b link-leaf-b-\S+-core-1$/.test(way)),
    ).toBe(true)
    expect(view.devices.find(({ device }) => device === 'leaf-a')?.upstream).toBe('peer-link')
  })

  test('both peers without uplinks do not send it to and fro', () => {
    const sim = started({ 'backup-route': true })
    fail(sim, 'uplinks-lost', 'leaf-a', 5)
    fail(sim, 'uplinks-lost', 'leaf-b', 6)
    const view = until(sim, 10)
    const last = upward(sim, view).map(({ outages }) => outages.at(-1)?.ways.lost)
    expect(new Set(last)).toEqual(new Set(['neither peer has an uplink']))
  })

  test('tracked on both peers, losing all uplinks takes every server down', () => {
    const sim = started({ 'uplink-tracking': true })
    fail(sim, 'uplinks-lost', 'leaf-a', 5)
    fail(sim, 'uplinks-lost', 'leaf-b', 6)
    const view = until(sim, 10)
    expect(view.lags.filter(({ role, operational }) => role === 'mlag' && operational)).toEqual([])
  })
})

test('one uplink of two: the other carries all of it, and nobody is suspended', () => {
  const sim = started({ 'uplink-tracking': true })
  fail(sim, 'uplink-down', 'leaf-a:Ethernet1/49', 5)
  const view = until(sim, 20)
  expect(sim.events.filter(({ kind }) => kind === 'reaction')).toEqual([])
  expect(Math.max(...lengths([...upward(sim, view), ...downward(sim, view)]))).toBe(0.1)
})

test('both peers answer for the gateway: it outlives the power of either', () => {
  for (const leaf of ['leaf-a', 'leaf-b']) {
    const sim = started({})
    expect(domainOf(until(sim, 4)).gateways).toEqual([
      { vlan: 10, address: '10.0.10.1', mac: '00:00:0c:9f:f0:0a', answering: ['leaf-a', 'leaf-b'] },
    ])
    fail(sim, 'device-power-off', leaf, 5)
    const view = until(sim, 10)
    const toGateway = view.directions.filter(({ flow }) => flow.includes('leafs'))
    expect(outages(toGateway).every((outage) => lengthS(outage) < 0.3)).toBe(true)
    expect(domainOf(view).gateways[0]?.answering).toEqual([leaf === 'leaf-a' ? 'leaf-b' : 'leaf-a'])
  }
})

test('an address request for the gateway is answered once', () => {
  const sim = started({})
  sim.watchEvery = 100_000
  const seen: string[] = []
  for (let second = 1; second <= 31; second += 1) {
    until(sim, second)
    seen.push(...sim.frames.filter(({ link }) => link.endsWith('-srv-1')).map(({ text }) => text))
    sim.frames.length = 0
  }
  const count = (wanted: string) => seen.filter((text) => text === wanted).length
  const asked = count('ARP broadcast, srv-1 asks for gateway 10.0.10.1')
  expect(asked).toBeGreaterThan(0)
  expect(count('ARP answer of gateway 10.0.10.1 to srv-1')).toBe(asked)
})

test('a flow to a gateway that its pair no longer has loses everything, and the others nothing', () => {
  const without = (topology: Topology): Topology => ({
    ...topology,
    domains: topology.domains.map((domain) => ({ ...domain, gateways: [] })),
    flows: topology.flows.toSorted((a) => (a.to === 'domain-leafs' ? -1 : 1)).filter(({ to }) => to !== 'core-1'),
  })
  const view = until(start({ ...UP, change: without }), 5)
  const lost = view.directions
    .filter(({ delivered }) => delivered === 0)
    .map(({ flow, direction }) => `${flow}:${direction}`)
  expect(lost).toEqual(['flow-srv-1-leafs-40001:0', 'flow-srv-1-leafs-40001:1'])
})

describe('a server that answers to the sender instead of the gateway', () => {
  test('without peer-gateway half of it crosses the peer-link and is caught there', () => {
    const sim = start({ ...UP, change: (topology) => twoVlans(withSwitches(topology, { 'peer-gateway': false })) })
    const view = until(sim, 5)
    const lost = towards(sim, view, 'srv-2', 'srv-1').filter(({ delivered }) => delivered === 0)
    expect(lost.length).toBeGreaterThan(0)
    expect(sim.directions.flatMap(({ loss }) => loss?.why ?? [])).toContain(
      'it came over the peer-link and may not leave on a member whose other leg is up',
    )
  })

  test('with peer-gateway each peer routes for the other', () => {
    const sim = start({ ...UP, change: (topology) => twoVlans(withSwitches(topology, { 'peer-gateway': true })) })
    const view = until(sim, 5)
    expect(view.directions.filter(({ lost }) => lost > 0)).toEqual([])
  })
})

describe('interface VLANs of NX-OS', () => {
  test('go down with the members of a suspended secondary, and come back before them', () => {
    const sim = started({})
    fail(sim, 'peer-link-down', 'leafs', 5)
    repair(sim, 'peer-link-down', 'leafs', 20)
    const split = until(sim, 15)
    expect(domainOf(split).gateways[0]?.answering).toEqual(['leaf-a'])
    // The orphan of the secondary has no gateway then.
    expect(towards(sim, split, 'orphan-b', 'core-1')[0]?.outages.at(-1)?.endAt).toBeNull()
    until(sim, 60)
    const at = (text: string) => sim.events.findLast((event) => event.text === text)?.at ?? 0
    expect(at('leaf-b: vPC members let up') - at('leaf-b: VLAN interface up')).toBe(20_000_000)
  })
})

const NO_WAY = 'no uplink is up and no route leads over the peer-link'

function started(switches: DomainSettings['switches']): Simulator {
  return start({ ...UP, change: (topology) => withSwitches(topology, switches) })
}

function withSwitches(topology: Topology, switches: DomainSettings['switches']): Topology {
  return withSettings(topology, { numbers: {}, switches, choices: {} })
}

function uplinksLost(switches: DomainSettings['switches']): { readonly sim: Simulator; readonly view: RunView } {
  const sim = started(switches)
  fail(sim, 'uplinks-lost', 'leaf-a', 5)
  repair(sim, 'uplinks-lost', 'leaf-a', 15)
  return { sim, view: until(sim, 60) }
}

function upward(sim: Simulator, view: RunView) {
  return towards(sim, view, 'srv-1', 'core-1')
}

function downward(sim: Simulator, view: RunView) {
  return towards(sim, view, 'core-1', 'srv-1')
}

function lengths(directions: Parameters<typeof outages>[0]): readonly number[] {
  return outages(directions).map(lengthS)
}

/** The second server in a VLAN of its own, answering to whom it hears, with flows that take both leafs. */
function twoVlans(topology: Topology): Topology {
  const vlans = { mode: 'access', vlan: 20 } as const
  const trunk = { mode: 'trunk', native: 1, allowed: [10, 20] } as const
  const flows = [1, 2, 3, 4].map((n) => ({
    ...topology.flows.find(({ to }) => to === 'srv-2')!,
    id: `flow-${n}` as Topology['flows'][number]['id'],
    ports: [41_000 + n, 7000] as const,
  }))
  return {
    ...topology,
    vlans: [...topology.vlans, { id: 20, name: 'storage' }],
    devices: topology.devices.map((device) =>
      device.kind === 'host' && device.id === 'srv-2' ? { ...device, ipv4: '10.0.20.12', answersTo: 'sender' } : device,
    ),
    bonds: topology.bonds.map((bond) =>
      // Turned round, so that its hash sends answers to the other leaf than requests came from.
      bond.id === 'bond-srv-2'
        ? { ...bond, vlans, members: bond.members.toReversed() }
        : bond.id === 'bond-peer-link'
          ? { ...bond, vlans: trunk }
          : bond,
    ),
    domains: topology.domains.map((domain) => ({
      ...domain,
      gateways: [
        ...domain.gateways,
        { vlan: 20, address: '10.0.20.1', addresses: ['10.0.20.2', '10.0.20.3'], prefixLength: 24 },
      ],
    })),
    flows,
  }
}
