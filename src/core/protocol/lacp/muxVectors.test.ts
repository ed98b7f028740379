import { expect, test } from 'vitest'
import {
  alone,
  hear,
  input,
  portAt,
  run,
  schedule,
  sendTimes,
  sentBy,
  steps,
  twoNodes,
  addCable,
  createLab,
  addNode,
} from './testing/twoNodes.ts'

test('MX1: a selected port attaches after two seconds and says so', () => {
  const lab = alone()
  hear(lab, 'a:1', 1, { state: 0x05 })
  run(lab, 3_000)
  expect(steps(lab, 'a:1', 'mux')).toEqual([
    [1, 'waiting'],
    [2_001, 'attached'],
  ])
  expect(sentBy(lab, 'a:1').at(-1)).toEqual({ at: 2_001, state: 0x0d })
})

test('MX2: a port selected anew while it waits begins to wait anew', () => {
  const lab = alone()
  hear(lab, 'a:1', 1)
  hear(lab, 'a:1', 1_001, { key: 8 })
  run(lab, 4_000)
  expect(lab.history.find(({ at }) => at === 1_001)?.after).toMatchObject({
    mux: 'waiting',
    muxSince: 1_001_000,
    timers: { 'wait-while': 3_001_000 },
  })
  expect(steps(lab, 'a:1', 'mux').at(-1)?.[0]).toBe(3_001)
})

test('MX3: a late joiner holds those back that still wait', () => {
  const lab = createLab()
  addNode(lab, 'a', { system: '02:00:00:00:00:0a', ports: [1, 2] })
  addNode(lab, 'b', { system: '02:00:00:00:00:0b', ports: [1, 2] })
  addCable(lab, 'a:1', 'b:1')
  addCable(lab, 'a:2', 'b:2', 1_500)
  run(lab, 4_000)
  for (const port of ['a:1', 'a:2', 'b:1', 'b:2']) {
    expect(steps(lab, port, 'mux').slice(1)).toEqual([
      [3_501, 'attached'],
      [3_502, 'collecting-distributing'],
    ])
  }
})

test('MX4: a late joiner does not touch those that run', () => {
  const lab = createLab()
  addNode(lab, 'a', { system: '02:00:00:00:00:0a', ports: [1, 2] })
  addNode(lab, 'b', { system: '02:00:00:00:00:0b', ports: [1, 2] })
  addCable(lab, 'a:1', 'b:1')
  addCable(lab, 'a:2', 'b:2', 9_999)
  run(lab, 13_000)
  expect(steps(lab, 'a:2', 'mux')).toEqual([
    [10_000, 'waiting'],
    [12_000, 'attached'],
    [12_001, 'collecting-distributing'],
  ])
  expect(portAt(lab, 'a:1').muxSince).toBe(2_002_000)
})

test('MX10: a port that runs and is unselected detaches in the same instant, with one LACPDU', () => {
  const lab = twoNodes()
  schedule(lab, 5_000, () => input(lab, 'a:1', { type: 'actor', actor: { key: 8 } }))
  run(lab, 5_000)
  expect(sentBy(lab, 'a:1').filter(({ at }) => at === 5_000)).toEqual([{ at: 5_000, state: 0x05 }])
  expect(portAt(lab, 'a:1')).toMatchObject({ mux: 'waiting', muxSince: 5_000_000, selected: 'selected' })
})

test('MX13: a coupled and an independent end find each other', () => {
  const lab = twoNodes({}, { muxControl: 'independent' })
  run(lab, 10_000)
  expect(portAt(lab, 'a:1').mux).toBe('collecting-distributing')
  expect(portAt(lab, 'b:1').mux).toBe('distributing')
  expect(portAt(lab, 'a:1').muxSince).toBeLessThanOrEqual(portAt(lab, 'b:1').muxSince)
})

test('MX14: two independent ends collect before they distribute', () => {
  const lab = twoNodes({ muxControl: 'independent' }, { muxControl: 'independent' })
  run(lab, 10_000)
  for (const port of ['a:1', 'b:1']) {
    expect(steps(lab, port, 'mux')).toEqual([
      [1, 'waiting'],
      [2_001, 'attached'],
      [2_002, 'collecting'],
      [2_003, 'distributing'],
    ])
  }
  // Distributing is told with the next periodic LACPDU, not before.
  expect(sendTimes(lab, 'a:1')).toEqual([0, 1, 2_001, 2_002])
})

test('MX15: a new key is told at once and selected anew, and traffic is back after two seconds', () => {
  const lab = twoNodes()
  schedule(lab, 5_000, () => input(lab, 'a:1', { type: 'actor', actor: { key: 9 } }))
  run(lab, 10_000)
  const told = lab.sent.find(({ at, port }) => at === 5_000 && port === 'a:1')
  expect(told?.pdu.actor).toMatchObject({ key: 9, state: 0x05 })
  expect(steps(lab, 'a:1', 'mux').slice(-3)).toEqual([
    [5_000, 'waiting'],
    [7_000, 'attached'],
    [7_002, 'collecting-distributing'],
  ])
  expect(steps(lab, 'b:1', 'mux').at(-1)).toEqual([7_001, 'collecting-distributing'])
})
