import { expect, test } from 'vitest'
import type { LinkId } from '../model/ids.ts'
import type { LoadView, RunView } from '../model/runView.ts'
import { fail, repair, start, until } from './testing/scenario.ts'

const LEG_A = 'link-leaf-a-p1-srv-1'
const LEG_B = 'link-leaf-b-p1-srv-1'
const PEER_LINK = ['link-leaf-a-p53-leaf-b', 'link-leaf-a-p54-leaf-b']
/** Ten milliseconds between probes: a flow direction makes this load. */
const FLOW = 100

test('a settled run knows its load at once; every flow direction counts on each cable of its way', () => {
  const sim = start({ probeUs: 10_000 })
  const atOnce = until(sim, 0)
  // Before time zero the first probes were flooded.
  for (const { link, flows } of atOnce.links) expect(both(loadOf(atOnce, link)) - flows.length * FLOW).toBeLessThan(4)
  expect(atOnce.loads.every(({ before, data, control }) => before === null && sum(data) + sum(control) === 0)).toBe(
    true,
  )
  const view = until(sim, 2)
  for (const { link, flows } of view.links)
    expect([link, both(loadOf(view, link))]).toEqual([link, flows.length * FLOW])
})

test('a cut leg: its load moves to the other leg and over the peer-link, and back after the repair', () => {
  const sim = start({ probeUs: 10_000 })
  fail(sim, 'link-cut', LEG_A, 2.5)
  const whole = until(sim, 2.5)
  const cut = until(sim, 5.2)
  expect(both(loadOf(cut, LEG_A))).toBe(0)
  expect(both(loadOf(cut, LEG_B))).toBe(both(loadOf(whole, LEG_A)) + both(loadOf(whole, LEG_B)))
  expect(overPeerLink(cut)).toBeGreaterThan(overPeerLink(whole))
  expect(loadOf(cut, LEG_A).before).toEqual({ at: 2_500_000, perSecond: loadOf(whole, LEG_A).perSecond })
  repair(sim, 'link-cut', LEG_A, 6)
  fail(sim, 'link-cut', LEG_B, 60)
  const again = until(sim, 60)
  expect(loadOf(again, LEG_A).perSecond).toEqual(loadOf(whole, LEG_A).perSecond)
  expect(loadOf(again, LEG_A).before?.at).toBe(60_000_000)
})

test('of failures that are active together the first one is what is compared with', () => {
  const sim = start({ probeUs: 10_000 })
  fail(sim, 'link-cut', LEG_A, 1)
  fail(sim, 'link-cut', 'link-leaf-a-p2-srv-2', 3)
  expect(until(sim, 4).loads.map(({ before }) => before?.at)).toEqual(start().plan.links.map(() => 1_000_000))
})

test('frames are counted by what they are, floods by who made them', () => {
  const sim = start({ probeUs: 10_000 })
  const view = until(sim, 10)
  const keepalive = loadOf(view, 'link-leaf-a-m1-mgmt-1')
  expect([sum(keepalive.data), sum(keepalive.control) >= 20]).toEqual([0, true])
  expect(sum(loadOf(view, LEG_A).data)).toBeGreaterThanOrEqual(10 * both(loadOf(view, LEG_A)))
  expect(view.devices.every(({ floods }) => floods === 0)).toBe(true)
  fail(sim, 'device-power-off', 'orphan-a', 11)
  const leafA = until(sim, 13).devices.find(({ device }) => device === 'leaf-a')
  expect(leafA?.floods).toBeGreaterThan(0)
})

function loadOf({ loads }: RunView, link: LinkId | string): LoadView {
  const found = loads.find((load) => load.link === link)
  if (found === undefined) throw new Error(`No cable ${link}`)
  return found
}

function both({ perSecond }: LoadView): number {
  return sum(perSecond)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

function overPeerLink(view: RunView): number {
  return sum(PEER_LINK.map((link) => both(loadOf(view, link))))
}
