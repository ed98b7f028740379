import { expect, test } from 'vitest'
import type { Outage } from '../model/runView.ts'
import { fail, start, towards, until, between } from './testing/scenario.ts'

const LEG_A = 'link-leaf-a-p1-srv-1'
const LEG_B = 'link-leaf-b-p1-srv-1'

test('a cut leg: probes went over it, end on it, and go over the other leg after', () => {
  const sim = start()
  fail(sim, 'link-cut', LEG_A, 1)
  const during = outageOf(towards(sim, until(sim, 1.05), 'srv-1', 'srv-2'))
  expect(during.ways).toEqual({
    before: [LEG_A, 'link-leaf-a-p2-srv-2'],
    during: [LEG_A],
    lost: 'no light this way',
    after: null,
  })
  const after = outageOf(towards(sim, until(sim, 3), 'srv-1', 'srv-2'))
  expect(after.startAt).toBe(during.startAt)
  expect(after.ways).toEqual({
    before: [LEG_A, 'link-leaf-a-p2-srv-2'],
    during: [LEG_A],
    lost: 'the sending port is down',
    after: [LEG_B, 'link-leaf-b-p2-srv-2'],
  })
})

test('without its leg a peer sends over the peer-link', () => {
  const sim = start()
  fail(sim, 'link-cut', LEG_A, 1)
  const { ways } = outageOf(towards(sim, until(sim, 3), 'orphan-a', 'srv-1'))
  expect(ways.before).toEqual(['link-leaf-a-p3-orphan-a', LEG_A])
  expect(ways.during).toEqual(ways.before)
  expect(ways.after).toEqual(['link-leaf-a-p3-orphan-a', 'link-leaf-a-p53-leaf-b', LEG_B])
})

test('a host that is off sends nothing; one that freezes gets what it does not take', () => {
  const sim = start()
  fail(sim, 'device-power-off', 'orphan-a', 1)
  const view = until(sim, 2)
  const off = outageOf(towards(sim, view, 'orphan-a', 'srv-1'))
  expect([off.ways.during, off.ways.lost]).toEqual([[], 'its host has no port to send it by'])
  const frozen = start()
  fail(frozen, 'device-freeze', 'leaf-a', 1)
  const { ways } = outageOf(towards(frozen, until(frozen, 2), 'orphan-a', 'srv-1'))
  expect([ways.during, ways.lost]).toEqual([['link-leaf-a-p3-orphan-a'], 'the device is frozen'])
})

test('a copy that flooding takes to another host does not tell where a probe was lost', () => {
  const sim = start()
  fail(sim, 'device-power-off', 'orphan-a', 1)
  const { ways } = outageOf(between(sim, until(sim, 2), 'srv-1', 'orphan-a').slice(0, 1))
  expect(ways.lost).not.toBe('it is for another device')
})

test('a probe that was only flooded to others says so, with the cable of the last copy', () => {
  const sim = start()
  fail(sim, 'peer-link-down', 'leafs', 5)
  const { ways } = outageOf(towards(sim, until(sim, 60), 'srv-2', 'orphan-b'))
  expect(ways.during[0]).toBe('link-leaf-a-p2-srv-2')
  expect(ways.lost).toBe('it was flooded, and nobody whom it reached is its receiver')
})

function outageOf(directions: readonly { readonly outages: readonly Outage[] }[]): Outage {
  const outage = directions.flatMap(({ outages }) => outages).at(-1)
  if (outage === undefined) throw new Error('There is no outage')
  return outage
}
