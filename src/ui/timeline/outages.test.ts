import { expect, test } from 'vitest'
import { toId } from '../../core/model/ids.ts'
import type { DirectionView, Outage, RunEvent } from '../../core/model/runView.ts'
import { deliveringSince, firstAtOrAfter, hasStormed, isBroken, phasesOf, worstOfAll, worstOutage } from './outages.ts'

test('phases follow each other and fill the outage', () => {
  expect(phasesOf(outage({ endAt: 412, detectUs: 104, decideUs: 296, restoreUs: 12 }), 1_000)).toEqual([
    { name: 'detect', from: 0, to: 104, open: false },
    { name: 'decide', from: 104, to: 400, open: false },
    { name: 'restore', from: 400, to: 412, open: false },
  ])
})

test('a running outage is open in the phase that has not ended', () => {
  expect(phasesOf(outage({ detectUs: 104 }), 300)).toEqual([
    { name: 'detect', from: 0, to: 104, open: false },
    { name: 'decide', from: 104, to: 300, open: true },
  ])
  expect(phasesOf(outage({}), 300)).toEqual([{ name: 'detect', from: 0, to: 300, open: true }])
})

test('a phase of no length is left out', () => {
  expect(phasesOf(outage({ endAt: 10, detectUs: 0, decideUs: 10, restoreUs: 0 }), 99).map(({ name }) => name)).toEqual([
    'decide',
  ])
})

test('the worst outage counts a running one up to now', () => {
  const view = direction([outage({ endAt: 412 }), outage({ startAt: 500 })])
  expect(worstOutage(view, 800)).toBe(412)
  expect(worstOutage(view, 1_000)).toBe(500)
  expect(worstOutage(direction([]), 1)).toBeNull()
  expect(isBroken(view)).toBe(true)
})

test('a storm ends all flows from its instant on, not before', () => {
  const storm = { seq: 1, at: 500, kind: 'storm', state: 'down', text: 'Storm' } as RunEvent
  expect([499, 500, 900].map((now) => hasStormed({ events: [storm], now }))).toEqual([false, true, true])
  expect(hasStormed({ events: [], now: 900 })).toBe(false)
})

test('directions deliver since the last of them began', () => {
  const views = [direction([]), { ...direction([]), startup: 40 }]
  expect(deliveringSince(views, 1_000)).toBe(40_000)
  expect(deliveringSince([...views, { ...direction([]), delivered: 0 }], 1_000)).toBeNull()
})

test('the worst outage of all is the longest so far, an open one included', () => {
  const [short, long, open] = [
    outage({ startAt: 0, endAt: 5 }),
    outage({ startAt: 10, endAt: 30, assumed: true }),
    outage({ startAt: 20 }),
  ]
  const views = [direction([short]), direction([long, open])]
  expect([worstOfAll([direction([])], 9), worstOfAll(views, 25), worstOfAll(views, 90)]).toEqual([null, long, open])
})

test('a search by time finds the first of equals', () => {
  const items = [1, 3, 3, 7].map((at) => ({ at }))
  expect([0, 1, 2, 3, 7, 8].map((time) => firstAtOrAfter(items, time))).toEqual([0, 0, 1, 1, 3, 4])
})

function outage(part: Partial<Outage>): Outage {
  return {
    startAt: 0,
    endAt: null,
    detectUs: null,
    decideUs: null,
    restoreUs: null,
    reactionUs: null,
    trigger: '',
    triggerEvent: null,
    detectEvent: null,
    decideEvent: null,
    assumed: false,
    restsOn: [],
    ways: { before: [], during: [], lost: '', after: null },
    ...part,
  }
}

function direction(outages: readonly Outage[]): DirectionView {
  return {
    flow: toId('f'),
    direction: 0,
    sent: 9,
    delivered: 9,
    lost: 0,
    inFlight: 0,
    duplicated: 0,
    startup: 0,
    outages,
    path: [],
  }
}
