import { describe, expect, test } from 'vitest'
import { VENDOR_IDS } from '../model/topology.ts'
import { PROFILES } from '../vendors/index.ts'
import { domainOf, fail, lengthS, outages, repair, start, towards, until } from './testing/scenario.ts'

const ROUTING = VENDOR_IDS.filter((id) => PROFILES[id].gateway !== null)

describe.each(ROUTING)('%s: the pair as a router', (platform) => {
  const started = () => start({ template: 'pair-with-uplinks', platform, probeUs: 100_000 })

  test('both peers answer for the virtual address, and send up over every uplink of theirs', () => {
    const sim = started()
    const view = until(sim, 5)
    expect(domainOf(view).gateways.map(({ answering }) => answering)).toEqual([['leaf-a', 'leaf-b']])
    expect(view.directions.filter(({ lost }) => lost > 0)).toEqual([])
    // One uplink of two on each peer is enough.
    fail(sim, 'uplink-down', 'leaf-a:Ethernet1/49', 5)
    fail(sim, 'uplink-down', 'leaf-b:Ethernet1/50', 5)
    const one = until(sim, 10)
    const lengths = outages([...towards(sim, one, 'srv-1', 'core-1'), ...towards(sim, one, 'core-1', 'srv-1')])
    expect(Math.max(0, ...lengths.map(lengthS))).toBeLessThanOrEqual(0.3)
  })

  test('a peer whose VLAN interface is removed no longer answers, and answers again when it is back', () => {
    const sim = started()
    fail(sim, 'config-drift', 'leaf-b', 1, { what: 'vlan-interface' })
    const answering = (seconds: number) => domainOf(until(sim, seconds)).gateways[0]?.answering
    expect(answering(4)).toEqual(['leaf-a'])
    repair(sim, 'config-drift', 'leaf-b', 5)
    expect(answering(9)).toEqual(['leaf-a', 'leaf-b'])
  })
})

test('MikroTik has no way that both peers forward, so its pair is no gateway', () => {
  const view = until(start({ template: 'pair-with-uplinks', platform: 'mikrotik-routeros', probeUs: 100_000 }), 2)
  expect(domainOf(view).gateways).toEqual([])
})
