import { describe, expect, test } from 'vitest'
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
  withRates,
} from './testing/scenario.ts'

const BONDED = [['srv-1', 'srv-2']] as const
const ALL = ['srv-1', 'srv-2', 'orphan-a', 'orphan-b']

describe('cold start', () => {
  test('every bond distributes on both peers after the delay restore, as one LACP system with different ports', () => {
    const sim = start({ cold: true, probeUs: 10_000 })
    const early = until(sim, 20)
    expect(lagOf(early, 'leaf-a', 'bond-srv-1').distributing).toEqual([])
    expect(domainOf(early).status).toBe('syncing')
    expect(domainOf(early).reasons.join('\n')).toMatch(/delay restore/)
    const view = until(sim, 45)
    expect(domainOf(view)).toMatchObject({ step: 3, status: 'active-active', keepalive: 'alive', peerLink: 'up' })
    for (const bond of ['bond-srv-1', 'bond-srv-2']) {
      const legs = ['leaf-a', 'leaf-b'].map((device) => lagOf(view, device, bond))
      expect(legs.map((leg) => leg.distributing.length)).toEqual([1, 1])
      const host = lagOf(view, bond.slice(5), bond)
      expect(host.distributing).toHaveLength(2)
      const seen = host.members.map((member) => view.ports.find(({ port }) => port === member)?.lacp?.partner)
      expect(new Set(seen.map((partner) => `${partner?.systemPriority} ${partner?.system} ${partner?.key}`)).size).toBe(
        1,
      )
      expect(seen[0]?.system).toBe('00:23:04:ee:be:0a')
      expect(new Set(seen.map((partner) => partner?.port)).size).toBe(2)
    }
  })
})

describe('member cut', () => {
  test('every bonded flow moves within 1 s in both directions and returns without loss on repair', () => {
    const sim = start()
    fail(sim, 'link-cut', 'leaf-a:Ethernet1/1', 5)
    repair(sim, 'link-cut', 'leaf-a:Ethernet1/1', 20)
    const broken = until(sim, 20)
    const hit = outages(ALL.flatMap((other) => between(sim, broken, 'srv-1', other)))
    expect(hit.length).toBeGreaterThan(0)
    for (const outage of hit) expect(lengthS(outage)).toBeLessThan(1)
    expect(lagOf(broken, 'srv-1', 'bond-srv-1').distributing).toHaveLength(1)
    const lostBefore = broken.directions.map(({ lost }) => lost)
    const repaired = until(sim, 40)
    expect(repaired.directions.map(({ lost }) => lost)).toEqual(lostBefore)
    expect(lagOf(repaired, 'srv-1', 'bond-srv-1').distributing).toHaveLength(2)
    expect(domainOf(repaired).status).toBe('active-active')
  })

  test('detect, decide and restore partition each outage exactly', () => {
    const sim = start()
    fail(sim, 'link-cut', 'leaf-a:Ethernet1/1', 5)
    const view = until(sim, 20)
    const hit = outages(view.directions)
    expect(hit.length).toBeGreaterThan(2)
    for (const { startAt, endAt, detectUs, decideUs, restoreUs, trigger } of hit) {
      expect((detectUs ?? 0) + (decideUs ?? 0) + (restoreUs ?? 0)).toBe((endAt ?? 0) - startAt)
      expect(detectUs).toBeGreaterThan(90_000)
      expect(trigger).toMatch(/^Cut/)
    }
  })
})

describe('silent member', () => {
  const silent = (rates: Parameters<typeof withRates>[1], seconds: number) => {
    const sim = start({ change: (topology) => withRates(topology, rates) })
    fail(sim, 'link-silent', 'leaf-a:Ethernet1/1', 5)
    return { sim, view: until(sim, seconds) }
  }
  const used = (direction: { path: readonly string[]; outages: readonly unknown[] }) => direction.outages.length > 0

  test.each([
    ['fast', 2, 3.002, 30],
    ['slow', 60, 90.002, 120],
  ] as const)(
    '%s at both ends: every direction that used it is out for the timeout less at most one period',
    (rate, least, most, seconds) => {
      const { sim, view } = silent(() => rate, seconds)
      const there = ALL.flatMap((other) => towards(sim, view, 'srv-1', other)).filter(used)
      const back = ALL.flatMap((other) => towards(sim, view, other, 'srv-1')).filter(used)
      expect(there.length).toBeGreaterThan(0)
      expect(back.length).toBeGreaterThan(0)
      for (const outage of outages([...there, ...back])) {
        expect(lengthS(outage)).toBeGreaterThanOrEqual(least)
        expect(lengthS(outage)).toBeLessThanOrEqual(most)
      }
    },
  )

  test('fast on the server only: short from the server, long towards it', () => {
    const { sim, view } = silent(
      (bond, end) => ('device' in bond.ends[end].at && bond.id === 'bond-srv-1' ? 'fast' : 'slow'),
      120,
    )
    const there = outages(ALL.flatMap((other) => towards(sim, view, 'srv-1', other)))
    const back = outages(ALL.flatMap((other) => towards(sim, view, other, 'srv-1')))
    expect(there.length * back.length).toBeGreaterThan(0)
    for (const outage of there) {
      expect(lengthS(outage)).toBeGreaterThanOrEqual(2)
      expect(lengthS(outage)).toBeLessThanOrEqual(3.002)
    }
    for (const outage of back) {
      expect(lengthS(outage)).toBeGreaterThanOrEqual(60)
      expect(lengthS(outage)).toBeLessThanOrEqual(90.002)
    }
  })
})

describe('peer-link down, keepalive alive', () => {
  test('the secondary, and only it, suspends its members after 3 to 4 s; bonded flows lose less than 1 s at that point', () => {
    const sim = start()
    fail(sim, 'peer-link-down', 'leafs', 5)
    const before = until(sim, 7.9)
    for (const [a, b] of BONDED) expect(outages(between(sim, before, a, b))).toEqual([])
    const view = until(sim, 30)
    const suspended = view.ports.filter((port) => port.suspended !== null).map(({ port }) => port)
    expect(suspended.toSorted()).toEqual(['leaf-b-p1', 'leaf-b-p2'])
    const reaction = sim.events.find(({ kind }) => kind === 'reaction')
    expect(reaction?.at).toBeGreaterThan(8_000_000)
    expect(reaction?.at).toBeLessThan(9_200_000)
    const bonded = outages(between(sim, view, 'srv-1', 'srv-2'))
    expect(bonded.length).toBeGreaterThan(0)
    for (const outage of bonded) {
      expect(outage.startAt).toBeGreaterThan(8_000_000)
      expect(lengthS(outage)).toBeLessThan(1)
      expect(outage.reactionUs).toBeGreaterThan(3_000_000)
    }
    expect(domainOf(view)).toMatchObject({ step: 4, status: 'failed-over', dualActive: false })
  })

  test('flows to the orphan of the primary fail only where they hash to the secondary, until the suspension', () => {
    const sim = start()
    fail(sim, 'peer-link-down', 'leafs', 5)
    const view = until(sim, 30)
    // srv-1 reaches orphan-a over leaf-b, srv-2 over leaf-a; back towards both leaf-a has its own legs.
    const [crossing] = outages(towards(sim, view, 'srv-1', 'orphan-a'))
    expect(crossing?.startAt).toBeLessThan(5_002_000)
    expect(lengthS(crossing!)).toBeGreaterThan(3)
    expect(lengthS(crossing!)).toBeLessThan(4.5)
    expect(outages(towards(sim, view, 'srv-2', 'orphan-a'))).toEqual([])
    expect(outages(towards(sim, view, 'orphan-a', 'srv-1'))).toEqual([])
    expect(outages(towards(sim, view, 'orphan-a', 'srv-2'))).toEqual([])
  })

  test('the orphan of the secondary is cut off until repair; then the legs wait the delay restore and nothing breaks again', () => {
    const sim = start()
    fail(sim, 'peer-link-down', 'leafs', 5)
    repair(sim, 'peer-link-down', 'leafs', 30)
    const broken = until(sim, 29.9)
    for (const other of ['srv-1', 'srv-2', 'orphan-a']) {
      expect(outages(between(sim, broken, 'orphan-b', other)).filter(({ endAt }) => endAt === null)).toHaveLength(
        between(sim, broken, 'orphan-b', other).length,
      )
    }
    const reachable = until(sim, 36)
    expect(outages(reachable.directions).filter(({ endAt }) => endAt === null)).toEqual([])
    const count = outages(reachable.directions).length
    expect(reachable.ports.filter((port) => port.suspended !== null)).toHaveLength(2)
    expect(until(sim, 58).ports.filter((port) => port.suspended !== null)).toHaveLength(2)
    const restored = until(sim, 80)
    expect(restored.ports.filter((port) => port.suspended !== null)).toEqual([])
    expect(outages(restored.directions)).toHaveLength(count)
    expect(domainOf(restored)).toMatchObject({ status: 'active-active', step: 3 })
  })
})

test('keepalive down, then peer-link: dual-active about 8 s later, bonded flows run, orphans suffer and the page says so', () => {
  const sim = start()
  fail(sim, 'keepalive-down', 'leafs', 5)
  fail(sim, 'peer-link-down', 'leafs', 20)
  expect(domainOf(until(sim, 27)).dualActive).toBe(false)
  const view = until(sim, 60)
  const taken = sim.events.find(({ text }) => text.includes('becomes primary'))
  expect(taken?.at).toBeGreaterThan(27_800_000)
  expect(taken?.at).toBeLessThan(28_300_000)
  expect(domainOf(view)).toMatchObject({ status: 'dual-active', dualActive: true, step: 4 })
  expect(domainOf(view).views.map(({ role }) => role)).toEqual(['primary', 'secondary, operational primary'])
  expect(domainOf(view).reasons[0]).toMatch(/Both peers act as primary/)
  expect(outages(between(sim, view, 'srv-1', 'srv-2'))).toEqual([])
  expect(outages(between(sim, view, 'orphan-a', 'orphan-b')).every(({ endAt }) => endAt === null)).toBe(true)
  expect(view.ports.filter((port) => port.suspended !== null)).toEqual([])
})

test('primary powered off: bonded flows recover within 1 s, its orphan when it returns, roles stay swapped', () => {
  const sim = start()
  fail(sim, 'device-power-off', 'leaf-a', 5)
  repair(sim, 'device-power-off', 'leaf-a', 40)
  const dead = until(sim, 39)
  for (const outage of outages(between(sim, dead, 'srv-1', 'srv-2'))) expect(lengthS(outage)).toBeLessThan(1)
  for (const outage of outages([
    ...between(sim, dead, 'srv-1', 'orphan-b'),
    ...between(sim, dead, 'srv-2', 'orphan-b'),
  ])) {
    expect(lengthS(outage)).toBeLessThan(1)
  }
  expect(outages(between(sim, dead, 'srv-1', 'orphan-a')).every(({ endAt }) => endAt === null)).toBe(true)
  expect(domainOf(dead).views.map(({ role }) => role)).toEqual(['off', 'secondary, operational primary'])
  const count = outages(dead.directions).length
  const back = until(sim, 120)
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
  expect(outages(back.directions)).toHaveLength(count)
  expect(domainOf(back)).toMatchObject({ status: 'active-active', step: 3 })
  expect(domainOf(back).views.map(({ role }) => role)).toEqual([
    'primary, operational secondary',
    'secondary, operational primary',
  ])
})
