import { describe, expect, test } from 'vitest'
import { withStp } from '../testing/bridges.ts'
import { scheduleCommand } from '../commands.ts'
import { runUntil } from '../simulator.ts'
import { between, domainOf, fail, lagOf, outages, repair, SECOND, start, towards, until } from '../testing/scenario.ts'

const quick = { probeUs: 10_000 }

describe('cables in the wrong ports', () => {
  test('swapped at one peer: both servers see another key there and keep to their other leg; put right, all is as before', () => {
    const sim = start(quick)
    fail(sim, 'cable-in-wrong-port', 'leaf-a:Ethernet1/1', 5, { with: 'Ethernet1/2' })
    repair(sim, 'cable-in-wrong-port', 'leaf-a:Ethernet1/1', 60)
    const view = until(sim, 50)
    for (const host of ['srv-1', 'srv-2']) {
      expect(lagOf(view, host, `bond-${host}`).distributing).toEqual([`${host}-p2`])
      const stray = view.ports.find(({ port }) => port === `${host}-p1`)
      expect(stray).toMatchObject({ carrier: true, state: 'standby', reason: /another partner system or key/ })
    }
    expect(domainOf(view).reasons).toEqual(
      expect.arrayContaining(['vPC 11: no leg on leaf-a', 'vPC 12: no leg on leaf-a']),
    )
    expect(outages(view.directions).filter(({ endAt }) => endAt === null)).toEqual([])
    const well = until(sim, 120)
    expect(well.ports.filter(({ state }) => state !== 'forwarding')).toEqual([])
    expect(lagOf(well, 'srv-1', 'bond-srv-1').distributing).toHaveLength(2)
  })

  test('a hand takes a second, during which both cables are dark, and both carry the failure', () => {
    const sim = start(quick)
    fail(sim, 'cable-in-wrong-port', 'leaf-a:Ethernet1/1', 5)
    const dark = until(sim, 5.5)
    const down = dark.ports.filter(({ carrier }) => !carrier).map(({ port }) => port)
    expect(down).toEqual(expect.arrayContaining(['leaf-a-p1', 'leaf-a-p2', 'srv-1-p1', 'srv-2-p1']))
    expect(until(sim, 7).ports.every(({ carrier }) => carrier)).toBe(true)
    const marked = dark.links.filter(({ failures }) => failures.length > 0)
    expect(marked.map(({ link }) => link)).toEqual(['link-leaf-a-p1-srv-1', 'link-leaf-a-p2-srv-2'])
    expect(marked[0]?.failures[0]?.options).toEqual({ with: 'Ethernet1/2' })
  })

  test('plugged into the peer-link’s port, a server’s cable stays out, and its bond names the partner of the other', () => {
    const sim = start(quick)
    const before = lagOf(until(sim, 1), 'srv-1', 'bond-srv-1').partnerSystem
    fail(sim, 'cable-in-wrong-port', 'leaf-a:Ethernet1/1', 5, { with: 'Ethernet1/53' })
    const view = until(sim, 50)
    const heard = view.ports.find(({ port }) => port === 'srv-1-p1')?.lacp
    expect(heard).toMatchObject({ rx: 'current', selected: 'unselected' })
    expect(heard?.partner.system).not.toBe(before)
    expect(lagOf(view, 'srv-1', 'bond-srv-1')).toMatchObject({ distributing: ['srv-1-p2'], partnerSystem: before })
  })

  test('swapped at both peers alike, the servers have traded port-channels; put right at one, each keeps one leg', () => {
    const sim = start(quick)
    fail(sim, 'cable-in-wrong-port', 'leaf-a:Ethernet1/1', 5, { with: 'Ethernet1/2' })
    fail(sim, 'cable-in-wrong-port', 'leaf-b:Ethernet1/1', 10, { with: 'Ethernet1/2' })
    const view = until(sim, 60)
    expect(lagOf(view, 'srv-1', 'bond-srv-1').distributing).toHaveLength(2)
    expect(lagOf(view, 'srv-1', 'bond-srv-1').partnerKey).toBe(
      lagOf(until(start(quick), 1), 'srv-2', 'bond-srv-2').partnerKey,
    )
    repair(sim, 'cable-in-wrong-port', 'leaf-a:Ethernet1/1', 61)
    expect(lagOf(until(sim, 100), 'srv-1', 'bond-srv-1').distributing).toHaveLength(1)
  })
})

describe('a loop below the pair', () => {
  test('between the peers: spanning tree holds one end, nothing is lost but what was pulled out', () => {
    const sim = start(quick)
    fail(sim, 'loop-cable', 'leaf-a:Ethernet1/3', 5)
    const view = until(sim, 40)
    expect(sim.storm).toBeNull()
    const ends = view.ports.filter(({ port }) => port === 'leaf-a-p3' || port === 'leaf-b-p3')
    expect(new Set(ends.map(({ stp }) => stp?.role))).toEqual(new Set(['backup', 'designated']))
    expect(outages(between(sim, view, 'srv-1', 'srv-2'))).toEqual([])
    expect(towards(sim, view, 'srv-1', 'orphan-a')[0]?.outages.at(-1)?.endAt).toBeNull()
  })

  test('without spanning tree frames go round: the storm names the loop', () => {
    const sim = start({ ...quick, change: (topology) => withStp(topology, () => ({ enabled: false })) })
    fail(sim, 'loop-cable', 'leaf-a:Ethernet1/3', 5)
    expect(runUntil(sim, sim.zero + 20 * SECOND)).not.toBe('reached')
    expect(sim.storm).toMatch(/leaf-a.*leaf-b|leaf-b.*leaf-a/)
  })
})

describe('addresses', () => {
  test('the same address elsewhere moves back and forth, is told once a second, and flows to it suffer', () => {
    const sim = start({ probeUs: 1000 })
    fail(sim, 'same-mac', 'srv-1', 5, { at: 'orphan-a', every: '50' })
    repair(sim, 'same-mac', 'srv-1', 25)
    until(sim, 25)
    const told = sim.events.filter(({ text }) => text.includes(': the address of srv-1 moves'))
    expect(told.length).toBeGreaterThan(20)
    expect(told.map(({ device }) => device)).toEqual(expect.arrayContaining(['leaf-a']))
    const lost = (view: ReturnType<typeof until>) =>
      towards(sim, view, 'srv-2', 'srv-1').reduce((sum, direction) => sum + direction.lost, 0)
    const after = lost(until(sim, 30))
    expect(after).toBeGreaterThan(0)
    expect(lost(until(sim, 60))).toBe(after)
    expect(sim.devices.every(({ moves }) => moves === null)).toBe(true)
  })

  test('an address that moves is lost on more ways where the peers no longer tell each other', () => {
    const lost = (unsynced: boolean) => {
      const sim = start({ probeUs: 100_000 })
      if (unsynced) fail(sim, 'mac-sync-lost', 'leafs', 5)
      fail(sim, 'same-mac', 'srv-1', 10)
      repair(sim, 'same-mac', 'srv-1', 30)
      return until(sim, 40).directions.reduce((sum, direction) => sum + direction.lost, 0)
    }
    expect(lost(true)).toBeGreaterThan(1.5 * lost(false))
  })
})

test('a management switch without power takes the keepalive with it; where there is none the failure says so', () => {
  const sim = start(quick)
  fail(sim, 'management-switch-off', 'leafs', 5)
  const view = until(sim, 40)
  expect(domainOf(view)).toMatchObject({ status: 'degraded', keepalive: 'lost' })
  expect(view.devices.filter(({ power }) => power === 'off')).toHaveLength(1)
  const direct = start({ ...quick, template: 'back-to-back' })
  const refused = scheduleCommand(direct, 5 * SECOND, {
    type: 'fail',
    failure: 'management-switch-off',
    target: 'leafs',
    options: {},
  })
  expect(refused).toMatchObject({ ok: false, message: /no management switch/ })
})

test.each([
  [
    'cable-in-wrong-port',
    'leaf-a:Ethernet1/1',
    { with: 'Ethernet9/9' },
    /no other cable in "Ethernet9\/9".*Ethernet1\/2/,
  ],
  ['loop-cable', 'leaf-a:Ethernet1/1', { into: 'srv-2:eth0' }, /No switch has another port "srv-2:eth0"/],
  ['loop-cable', 'leaf-a:mgmt0', {}, /data cable/],
  ['same-mac', 'leaf-a', {}, /done to a server/],
  ['same-mac', 'srv-1', { at: 'srv-9' }, /Known: srv-2, orphan-a, orphan-b/],
  ['same-mac', 'srv-1', { every: '0' }, /from 1 to 60000/],
] as const)('%s to %s with %j is refused with a reason', (failure, target, options, reason) => {
  const result = scheduleCommand(start(quick), 5 * SECOND, { type: 'fail', failure, target, options })
  expect(result.ok ? '' : result.message).toMatch(reason)
})
