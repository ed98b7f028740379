import { expect, test } from 'vitest'
import { networkOf, need } from '../../../core/model/network.ts'
import { toId } from '../../../core/model/ids.ts'
import { start, until } from '../../../core/sim/testing/scenario.ts'
import { carriedBy } from './distribution.ts'

test('each flow direction over a bond is counted once, on the member that the engine chose', () => {
  const sim = start({ probeUs: 10_000 })
  const { directions, links } = until(sim, 1)
  const net = networkOf(sim.plan.topology)
  const bond = need(net.bonds, toId<'bond'>('bond-srv-1'))
  const carried = carriedBy(net, bond, directions)
  const flows = net.topology.flows.filter(({ from, to }) => from === 'srv-1' || to === 'srv-1')
  expect(carried).toHaveLength(2 * flows.length)
  for (const { link, direction } of carried) {
    expect(links.find((view) => view.link === link)?.flows).toContain(direction)
  }
  const sentByHost = carried.filter(({ port }) => need(net.ports, port).device === 'srv-1')
  expect(sentByHost).toHaveLength(flows.length)
  expect(new Set(sentByHost.map(({ end }) => end)).size).toBe(1)
})

test('a flow that is broken takes no way', () => {
  const sim = start({ probeUs: 10_000 })
  const net = networkOf(sim.plan.topology)
  const bond = need(net.bonds, toId<'bond'>('bond-srv-1'))
  const open = until(sim, 1).directions.map((view) => ({ ...view, outages: [{ ...OUTAGE }] }))
  expect(carriedBy(net, bond, open)).toEqual([])
})

const OUTAGE = {
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
}
