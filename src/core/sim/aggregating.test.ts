import { describe, expect, test } from 'vitest'
import type { Topology, VendorId } from '../model/topology.ts'
import { VENDORS } from '../vendors/platforms.ts'
import { lagOf, start, until } from './testing/scenario.ts'

describe('links of different speed do not aggregate', () => {
  const mixed = (mode: 'active' | 'static') => (topology: Topology) => ({
    ...topology,
    links: topology.links.map((link) => (/p54-leaf/.test(link.id) ? { ...link, speedGbps: 40 } : link)),
    bonds: topology.bonds.map((bond) =>
      bond.id === 'bond-peer-link'
        ? { ...bond, ends: [{ ...bond.ends[0], mode } as const, { ...bond.ends[1], mode } as const] as const }
        : bond,
    ),
  })

  test.each(VENDORS)(
    'on a peer-link of %s: what is not like the first cable stays out, and the pair forms',
    (platform) => {
      const view = until(start({ platform, probeUs: 1_000_000, change: mixed('active') }), 1)
      const { distributing } = lagOf(view, 'leaf-a', 'bond-peer-link')
      expect(distributing).toEqual(['leaf-a-p53'])
      expect(view.domains).toMatchObject([{ status: 'degraded', peerLink: 'degraded', dualActive: false }])
      expect(view.ports.find(({ port }) => port === 'leaf-a-p54')?.state).not.toBe('forwarding')
    },
  )

  test('nor without LACP', () => {
    const view = until(start({ probeUs: 1_000_000, change: mixed('static') }), 1)
    expect(lagOf(view, 'leaf-a', 'bond-peer-link').distributing).toEqual(['leaf-a-p53'])
  })
})

describe('a bond between two pairs that announce one LACP system', () => {
  const alike = (topology: Topology): Topology => ({
    ...topology,
    domains: topology.domains.map((domain) => ({ ...domain, systemMac: '02:00:00:00:00:01' })),
  })
  const between = (platform: VendorId) => {
    const view = until(start({ template: 'back-to-back', platform, probeUs: 1_000_000, change: alike }), 1)
    return view.lags.filter(({ bond }) => bond === 'bond-pairs').map(({ distributing }) => distributing.length)
  }

  test('stands by the standard', () => {
    expect(between('huawei-vrp8')).toEqual([2, 2, 2, 2])
  })

  test('stays down on Cumulus Linux, whose kernel takes it for a loop', () => {
    expect(between('nvidia-cumulus')).toEqual([0, 0, 0, 0])
  })
})
