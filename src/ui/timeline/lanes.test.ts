import { expect, test } from 'vitest'
import { networkOf } from '../../core/model/network.ts'
import { basicPair } from '../../core/templates/basicPair.ts'
import { plainLacp } from '../../core/templates/plainLacp.ts'
import { laneAt, lanesHeight, lanesOf } from './lanes.ts'

const net = networkOf(basicPair.build().topology)
const [flow] = net.topology.flows
const directions = net.topology.flows.length * 2

test('directions without an outage share one lane, devices come last', () => {
  const lanes = lanesOf(net, new Set([`${flow?.id}:1`]), false)
  expect(lanes[0]).toMatchObject({ kind: 'flow', flow: flow?.id, direction: 1, top: 0, height: 28 })
  expect(lanes[1]).toEqual({ kind: 'quiet', count: directions - 1, top: 28, height: 22 })
  expect(lanes.slice(2).map(({ kind }) => kind)).toEqual(net.topology.devices.map(() => 'device'))
})

test('the shared lane opens into its directions', () => {
  const lanes = lanesOf(net, new Set(), true)
  expect(lanes.filter(({ kind }) => kind === 'flow')).toHaveLength(directions)
})

test('a few directions are always shown', () => {
  const small = networkOf({ ...plainLacp.build().topology, flows: flow === undefined ? [] : [flow] })
  expect(
    lanesOf(small, new Set(), false)
      .slice(0, 2)
      .map(({ kind }) => kind),
  ).toEqual(['flow', 'flow'])
})

test('lanes lie under each other without a gap', () => {
  const lanes = lanesOf(net, new Set(), true)
  for (const lane of lanes) expect(laneAt(lanes, lane.top)).toBe(lane)
  expect(laneAt(lanes, lanesHeight(lanes))).toBeUndefined()
})
