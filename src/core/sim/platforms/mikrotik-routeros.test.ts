import { expect, test } from 'vitest'
import type { DomainSettings, Topology } from '../../model/topology.ts'
import { heldPorts, partnersOf, worstBetween } from '../testing/outcome.ts'
import { domainOf, fail, outages, repair, start, until, withSettings } from '../testing/scenario.ts'

const routeros = (settings: Partial<DomainSettings> = {}) =>
  start({
    platform: 'mikrotik-routeros',
    probeUs: 10_000,
    change: (topology: Topology) => withSettings(topology, { numbers: {}, switches: {}, choices: {}, ...settings }),
  })
const PRIMARY = '00:00:5e:00:53:0a'
const SECONDARY = '00:00:5e:00:53:0b'

test('1: one leg of a bond down', () => {
  const sim = routeros()
  fail(sim, 'link-cut', 'leaf-b:Ethernet1/1', 5)
  repair(sim, 'link-cut', 'leaf-b:Ethernet1/1', 20)
  const view = until(sim, 19)
  expect(worstBetween(sim, view, 'srv-1', 'srv-2')).toBe('below 1 s')
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 1, systems: [PRIMARY] })
  expect(partnersOf(until(sim, 25), 'srv-1').distributing).toBe(2)
})

test('4: ICCP silent, peer port up', () => {
  const sim = routeros()
  fail(sim, 'peer-link-silent', 'leafs', 5)
  const view = until(sim, 60)
  expect(heldPorts(view)).toEqual([])
  expect(partnersOf(view, 'srv-1')).toEqual({ distributing: 2, systems: [PRIMARY] })
})

test.each([
  ['both go on', {}, { distributing: 2, systems: [PRIMARY] }],
  [
    'the secondary takes its own system',
    { choices: { 'on-peer-link-lost': 'secondary-own-system' } },
    { distributing: 1, systems: [PRIMARY, SECONDARY] },
  ],
] as const)('the choice after a lost peer port: %s', (_, settings, partners) => {
  const sim = routeros(settings)
  fail(sim, 'peer-link-down', 'leafs', 5)
  repair(sim, 'peer-link-down', 'leafs', 30)
  expect(partnersOf(until(sim, 29), 'srv-1')).toEqual(partners)
  const back = until(sim, 60)
  expect(partnersOf(back, 'srv-1')).toEqual({ distributing: 2, systems: [PRIMARY] })
  expect(outages(back.directions).filter(({ endAt }) => endAt === null)).toEqual([])
})

test('a keepalive cable is drawn and says nothing', () => {
  const sim = routeros()
  expect(domainOf(until(sim, 1)).keepalive).toBe('none')
  fail(sim, 'keepalive-down', 'leafs', 5)
  const view = until(sim, 60)
  expect(outages(view.directions)).toEqual([])
  expect(domainOf(view).reasons).toEqual([])
})
