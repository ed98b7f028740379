import { expect, test } from 'vitest'
import { networkOf } from '../../core/model/network.ts'
import type { TimedCommand } from '../../core/model/scenario.ts'
import { basicPair } from '../../core/templates/basicPair.ts'
import { type Draft, meantBy, placesOf } from './draft.ts'

const NET = networkOf(basicPair.build().topology)
const S = 1_000_000
const NOW = 10 * S
const CUT: Draft = {
  target: 'leaf-a:Ethernet1/1',
  failure: 'link-cut',
  options: {},
  begins: 'now',
  beginS: '',
  ends: 'open',
  endS: '',
}
const GIVEN: readonly TimedCommand[] = [
  { at: 30 * S, command: { type: 'fail', failure: 'link-cut', target: 'srv-1:eth0', options: {} } },
]

test.each([
  [{}, { when: {}, repairAt: null }],
  [
    { ends: 'after', endS: '2.5' },
    { when: { forUs: 2.5 * S }, repairAt: null },
  ],
  [
    { ends: 'at', endS: '12' },
    { when: {}, repairAt: 12 * S },
  ],
  [
    { begins: 'in', beginS: '5' },
    { when: { at: 15 * S }, repairAt: null },
  ],
  [
    { begins: 'at', beginS: '20', ends: 'after', endS: '1' },
    { when: { at: 20 * S, forUs: S }, repairAt: null },
  ],
] as const)('times of a draft are read: %j', (part, meant) => {
  expect(meantBy(NET, { ...CUT, ...part }, NOW, [])).toEqual({ ok: true, ...meant })
})

test.each([
  [{ begins: 'at', beginS: '' }, /Say at how many seconds it begins/],
  [{ begins: 'at', beginS: 'soon' }, /Say at how many seconds it begins/],
  [{ begins: 'at', beginS: '5' }, /cannot begin at 5 s: the run stands at 10 s/],
  [{ ends: 'after', endS: '-1' }, /Say after how many seconds it is repaired/],
  [{ begins: 'at', beginS: '20', ends: 'at', endS: '20' }, /cannot be repaired at 20 s: it begins at 20 s/],
  [{ failure: 'link-flap', ends: 'after', endS: '60' }, /over by itself after 50 s/],
  // The far end of the cable is the same cable.
  [{ begins: 'at', beginS: '40' }, /does “Cut” to leaf-a:Ethernet1\/1 again, which is broken so since 30 s/],
  [{ ends: 'after', endS: '25' }, /does “Cut” to srv-1:eth0 again, which is broken so since 10 s/],
  [{ target: 'leaf-z:Ethernet1/1' }, /Nothing here is called "leaf-z"/],
  [{ failure: 'link-loss', options: { percent: '101' } }, /percent is a number from 0.01 to 100/],
] as const)('what cannot be done is told with its reason: %j', (part, reason) => {
  const meant = meantBy(NET, { ...CUT, ...part }, NOW, GIVEN)
  expect(meant.ok ? '' : meant.message).toMatch(reason)
})

test('every pair and device, and every cable from both of its ports, can be chosen', () => {
  const { domain, device, link } = placesOf(NET)
  expect(domain).toEqual([{ target: 'leafs', label: 'leafs' }])
  expect(device).toHaveLength(NET.topology.devices.length)
  expect(link).toHaveLength(2 * NET.topology.links.length)
  expect(link).toContainEqual({ target: 'srv-1:eth0', label: 'srv-1 eth0 to leaf-a Ethernet1/1' })
})
