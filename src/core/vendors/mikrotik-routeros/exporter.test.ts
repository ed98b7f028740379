import { expect, test } from 'vitest'
import { toId } from '../../model/ids.ts'
import { networkOf } from '../../model/network.ts'
import type { DomainSettings, Topology } from '../../model/topology.ts'
import { basicPair } from '../../templates/basicPair.ts'
import { renderText } from '../exporter.ts'
import { redrawnOn } from '../platforms.ts'
import { mikrotikRouterosExporter } from './exporter.ts'

test('MLAG is set on the bridge from 7.22 on, in its menu before', () => {
  const set = withSettings({ numbers: { 'heartbeat-interval-ms': 2_000, 'role-priority-preferred': 10 } })
  const [older] = mikrotikRouterosExporter.variants ?? []
  expect(text(set)).toContain(
    '\nadd name=bridge1 vlan-filtering=yes mlag-peer-port=bond10 mlag-priority=10 mlag-heartbeat=2s\n',
  )
  expect(text(set)).not.toContain('/interface bridge mlag')
  expect(text(set, older)).toContain(
    '\n/interface bridge mlag\nset bridge=bridge1 peer-port=bond10 priority=10 heartbeat=2s\n',
  )
  expect(text(set, older)).not.toContain('mlag-peer-port')
})

test('the peer port is tagged in each of its VLANs, a trunk where it is not native', () => {
  const bonds = basic.bonds.map((bond) => {
    const vlans = { mode: 'trunk' as const, native: 5, allowed: [5, 10, 1] }
    return bond.id === 'bond-srv-1' || bond.id === 'bond-peer-link' ? { ...bond, vlans } : bond
  })
  const written = text({ ...basic, bonds })
  expect(written).toContain('\nadd bridge=bridge1 interface=bond11 pvid=5 edge=yes\n')
  expect(written).toMatch(/tagged=bond10 untagged=bond11 vlan-ids=5\n/)
  expect(written).toMatch(/tagged=bond10,bond11 untagged=bond12,sfp-sfpplus3 vlan-ids=10\n/)
  expect(written).toMatch(/tagged=bond10,bond11 vlan-ids=1\n/)
})

test('says what of the design its statements do not hold', () => {
  const devices = basic.devices.map((device) =>
    device.kind === 'switch' ? { ...device, stp: { enabled: true, priority: 4_096 } } : device,
  )
  const bonds = basic.bonds.map(({ ends: [a, b], ...bond }) => ({
    ...bond,
    ends: [{ ...a, mode: 'static' as const, stp: { edge: false, guard: 'root' as const } }, b] as const,
  }))
  const links = basic.links.map((link) => ({ ...link, suspendWithMembers: true }))
  const written = text({ ...basic, devices, bonds, links })
  expect(written).toContain('add name=bridge1 priority=0x1000 vlan-filtering=yes')
  expect(written).toContain('# Note: bond11 is drawn static; only active LACP is written.')
  expect(written).toMatch(/^add bridge=bridge1 interface=bond11 .*restricted-role=yes$/m)
  expect(written).toContain('# Note: RouterOS takes no single-homed port down with the bonds.')
})

test('a switch without a pair has a bridge and no MLAG', () => {
  const alone = { ...basic, domains: [], bonds: [] }
  expect(text(alone)).toContain('\nadd name=bridge1 vlan-filtering=yes\n')
  expect(text(alone)).not.toMatch(/^add mlag|mlag-peer-port/m)
})

const basic = redrawnOn(basicPair.build().topology, 'mikrotik-routeros')

function text(
  topology: Topology,
  { render }: Pick<typeof mikrotikRouterosExporter, 'render'> = mikrotikRouterosExporter,
) {
  return renderText(render(networkOf(topology), toId('leaf-a')).lines)
}

function withSettings(settings: Partial<DomainSettings>): Topology {
  const whole = { numbers: {}, switches: {}, choices: {}, ...settings }
  return { ...basic, domains: basic.domains.map((domain) => ({ ...domain, settings: whole })) }
}
