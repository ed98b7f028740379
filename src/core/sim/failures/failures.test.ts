import { describe, expect, test } from 'vitest'
import type { RunView } from '../../model/runView.ts'
import { scheduleCommand } from '../commands.ts'
import type { Simulator } from '../state.ts'
import { between, domainOf, fail, lagOf, lengthS, outages, repair, start, towards, until } from '../testing/scenario.ts'
import { FAILURES, optionProblem } from './index.ts'

const quick = { probeUs: 10_000 }

test('every failure has an id, a label and a story of its own, and options with a standard that fits', () => {
  expect(new Set(FAILURES.map(({ id }) => id)).size).toBe(FAILURES.length)
  expect(new Set(FAILURES.map(({ story }) => story)).size).toBe(FAILURES.length)
  for (const failure of FAILURES) {
    expect(failure.id).toMatch(/^[a-z-]+$/)
    for (const option of failure.options) expect(optionProblem(failure.id, option, option.standard)).toBeNull()
  }
})

const TARGETS = { link: 'leaf-a:Ethernet1/1', device: 'leaf-b', domain: 'leafs' } as const
/** Where the design of the other failures has nothing that this one breaks. */
const ELSEWHERE: Readonly<Record<string, { readonly template: string; readonly target: string }>> = {
  'same-mac': { template: 'basic-pair', target: 'srv-1' },
  'uplink-down': { template: 'pair-with-uplinks', target: 'leaf-a:Ethernet1/49' },
  'uplinks-lost': { template: 'pair-with-uplinks', target: 'leaf-b' },
}

test.each(FAILURES.map((failure) => [failure.id, failure] as const))(
  '%s comes, is repaired, and leaves nothing behind',
  (id, failure) => {
    const { template, target } = ELSEWHERE[id] ?? { template: 'basic-pair', target: TARGETS[failure.targetKind] }
    const sim = start({ ...quick, template })
    fail(sim, id, target, 5)
    const broken = until(sim, 60)
    expect(sim.events.some(({ kind }) => kind === 'failure')).toBe(true)
    // What ends by itself may be over by now: then it says so.
    const marks = [...broken.links, ...broken.devices].flatMap(({ failures }) => failures.map((one) => one.failure))
    const over = sim.events.some(({ kind, text }) => kind === 'repair' && text.startsWith('Repaired'))
    expect(over || marks.includes(id)).toBe(true)
    const result = scheduleCommand(sim, 300_000_000, { type: 'repair-all' })
    expect(result).toEqual({ ok: true })
    const view = until(sim, 600)
    expect(domainOf(view)).toMatchObject({ status: 'active-active', step: 3, dualActive: false })
    expect(outages(view.directions).filter(({ endAt }) => endAt === null)).toEqual([])
    expect(view.ports.filter((port) => port.state !== 'forwarding').map(({ port }) => port)).toEqual([])
    expect(sim.failures.every(({ repairedAt }) => repairedAt !== null)).toBe(true)
  },
)

describe('cables', () => {
  test('one-way with remote fault takes both ends down, without it only the dark end', () => {
    const carriers = (rfi: string) => {
      const sim = start(quick)
      fail(sim, 'link-one-way', 'srv-1:eth0', 5, { dir: 'to', rfi })
      const view = until(sim, 6)
      return ['srv-1-p1', 'leaf-a-p1'].map((id) => view.ports.find(({ port }) => port === id)?.carrier)
    }
    expect(carriers('on')).toEqual([false, false])
    expect(carriers('off')).toEqual([false, true])
  })

  test('loss takes about its share of the frames of flows on the cable and of no other', () => {
    const sim = start({ probeUs: 1000 })
    fail(sim, 'link-loss', 'leaf-a:Ethernet1/3', 5, { percent: '10' })
    const view = until(sim, 25)
    const [hit] = towards(sim, view, 'orphan-a', 'srv-2')
    const share = (hit?.lost ?? 0) / 20_000
    expect(share).toBeGreaterThan(0.085)
    expect(share).toBeLessThan(0.115)
    expect(between(sim, view, 'srv-1', 'srv-2').map(({ lost }) => lost)).toEqual([0, 0, 0, 0])
  })

  test('dropped LACPDUs are noticed like silence, while data passes until then', () => {
    const sim = start({ probeUs: 1000 })
    fail(sim, 'lacp-drop', 'leaf-a:Ethernet1/1', 5)
    const view = until(sim, 20)
    expect(lagOf(view, 'srv-1', 'bond-srv-1').distributing).toHaveLength(1)
    for (const outage of outages(between(sim, view, 'srv-1', 'srv-2'))) expect(lengthS(outage)).toBeLessThan(0.05)
  })

  test('a flapping cable goes down and up as often as asked', () => {
    const sim = start(quick)
    fail(sim, 'link-flap', 'leaf-a:Ethernet1/1', 5, { period: '10', down: '2', count: '3' })
    until(sim, 60)
    const downs = sim.events.filter(({ text, device }) => text === 'srv-1 eth0 carrier down' && device === 'srv-1')
    expect(downs.map(({ at }) => Math.round(at / 1e6))).toEqual([5, 15, 25])
  })
})

describe('devices', () => {
  test('a hung control plane forwards until the partner of its LACP gives up', () => {
    const sim = start({ probeUs: 1000 })
    fail(sim, 'control-plane-hang', 'leaf-b', 5)
    const early = until(sim, 6.5)
    expect(outages(early.directions)).toEqual([])
    const view = until(sim, 20)
    // srv-1 asks for fast LACPDUs and leaves the hung leg; srv-2 waits for the long time-out.
    expect(lagOf(view, 'srv-1', 'bond-srv-1').distributing).toEqual(['srv-1-p1'])
    expect(lagOf(view, 'srv-2', 'bond-srv-2').distributing).toHaveLength(2)
  })

  test('a frozen switch swallows what is hashed to it until LACP gives up', () => {
    const sim = start({ probeUs: 1000 })
    fail(sim, 'device-freeze', 'leaf-b', 5)
    const view = until(sim, 20)
    const hit = outages(towards(sim, view, 'srv-1', 'orphan-a'))
    expect(hit).toHaveLength(1)
    expect(lengthS(hit[0]!)).toBeGreaterThan(2)
    expect(lengthS(hit[0]!)).toBeLessThan(3.1)
  })

  test.each([
    ['0', false],
    ['10', true],
  ] as const)('reload of the primary with a gap of %s s: the secondary suspends in between: %s', (gap, suspends) => {
    const sim = start(quick)
    fail(sim, 'device-reload', 'leaf-a', 5, { gap, boot: '100' })
    const view = until(sim, 60)
    const suspended = view.ports.filter(({ suspended: s, port }) => s !== null && port.startsWith('leaf-b'))
    expect(suspended.length > 0).toBe(suspends)
    expect(outages(between(sim, view, 'srv-1', 'srv-2')).some(({ endAt }) => endAt === null)).toBe(suspends)
  })
})

describe('configuration drift', () => {
  const drift = (what: string, device = 'leaf-b') => {
    const sim = start(quick)
    fail(sim, 'config-drift', device, 5, { what, bond: '11' })
    return { sim, view: until(sim, 30) }
  }
  const suspended = (view: RunView) => view.ports.filter((p) => p.suspended !== null).map(({ port }) => port)

  test.each(['mtu', 'native-vlan'])('%s: type 1, the secondary suspends its leg of that vPC only', (what) => {
    for (const device of ['leaf-a', 'leaf-b']) expect(suspended(drift(what, device).view)).toEqual(['leaf-b-p1'])
  })

  test('STP mode: type 1 of the domain, the secondary suspends all its legs', () => {
    expect(suspended(drift('stp-mode').view)).toEqual(['leaf-b-p1', 'leaf-b-p2'])
  })

  test('a VLAN missing on one peer is suspended on that vPC, its link stays bundled', () => {
    const { view, sim } = drift('vlan-removed')
    expect(suspended(view)).toEqual([])
    expect(lagOf(view, 'srv-1', 'bond-srv-1').distributing).toHaveLength(2)
    expect(lostSince(sim, view, 'srv-1')).toBeGreaterThan(0)
    expect(outages(between(sim, view, 'srv-2', 'orphan-a'))).toEqual([])
  })

  test('another MLAG id or LACP system: the partner keeps one leg', () => {
    for (const what of ['mlag-id', 'system-id']) {
      expect(lagOf(drift(what).view, 'srv-1', 'bond-srv-1').distributing).toHaveLength(1)
    }
  })

  test('another domain id ends the adjacency and it does not come back', () => {
    const { view } = drift('domain-id')
    expect(domainOf(view).status).not.toBe('active-active')
    expect(domainOf(view).reasons.join('\n')).toMatch(/domain ids do not match/)
  })
})

test('two failures on one cable: repairing one leaves the other', () => {
  const sim = start(quick)
  fail(sim, 'link-cut', 'leaf-a:Ethernet1/1', 5)
  fail(sim, 'link-silent', 'srv-1:eth0', 6)
  repair(sim, 'link-cut', 'srv-1:eth0', 10)
  const view = until(sim, 30)
  const link = view.links.find(({ failures }) => failures.length > 0)
  expect(link?.failures.map(({ failure }) => failure)).toEqual(['link-silent'])
  expect(lagOf(view, 'srv-1', 'bond-srv-1').distributing).toHaveLength(1)
})

test.each([
  [{ failure: 'no-such', target: 'leafs', options: {} }, /no failure called "no-such"/],
  [{ failure: 'link-cut', target: 'leaf-z:Ethernet1/1', options: {} }, /Nothing here is called/],
  [{ failure: 'link-cut', target: 'leafs', options: {} }, /done to a cable/],
  [{ failure: 'link-one-way', target: 'srv-1:eth0', options: { dir: 'up' } }, /one of to, from/],
  [{ failure: 'link-cut', target: 'srv-1:eth0', options: { dir: 'to' } }, /has no option "dir"/],
  [{ failure: 'link-flap', target: 'srv-1:eth0', options: { count: '1e9' } }, /from 1 to 1000/],
  [{ failure: 'link-flap', target: 'srv-1:eth0', options: { period: '2', down: '3' } }, /shorter than the period/],
] as const)('a command that does not fit is refused with a reason: %j', (command, reason) => {
  const sim: Simulator = start(quick)
  const result = scheduleCommand(sim, 5_000_000, { type: 'fail', ...command })
  expect(result.ok ? '' : result.message).toMatch(reason)
})

function lostSince(sim: Simulator, view: RunView, host: string): number {
  return ['srv-2', 'orphan-a', 'orphan-b']
    .flatMap((other) => between(sim, view, host, other))
    .reduce((sum, { lost }) => sum + lost, 0)
}

test.each([
  ['uplinks-lost', 'leaf-a', {}, 7],
  ['port-shut', 'leaf-a:Ethernet1/1', {}, 7],
  ['port-err-disable', 'leaf-a:Ethernet1/1', {}, 7],
  ['config-drift', 'leaf-b', { what: 'mtu' }, 7],
  ['device-reload', 'leaf-b', { gap: '10' }, 7],
  ['link-flap', 'leaf-a:Ethernet1/1', { period: '10', down: '2' }, 9],
] as const)('%s is among the active failures of what it is done to, all the while', (id, target, options, atS) => {
  const sim = start({ ...quick, template: ELSEWHERE[id]?.template ?? 'basic-pair' })
  fail(sim, id, target, 5, options)
  const view = until(sim, atS)
  const views = target.includes(':') ? view.links : view.devices
  expect(views.flatMap(({ failures }) => failures.map((one) => one.failure))).toContain(id)
  const shut = view.ports.filter(({ reason }) => /^(shut by the operator|err-disabled)/.test(reason ?? ''))
  expect(shut.map(({ port }) => port)).toEqual(id.startsWith('port-') ? ['leaf-a-p1'] : [])
  repair(sim, id, target, atS + 1)
  const well = until(sim, atS + 2)
  expect([...well.links, ...well.devices].flatMap(({ failures }) => failures)).toEqual([])
})
