import { describe, expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import type { DomainSettings, Topology, VendorId } from '../model/topology.ts'
import { pairWithUplinks } from '../templates/pairWithUplinks.ts'
import { renderText } from './exporter.ts'
import { EXPORTERS } from './exporters.ts'
import { PROFILES } from './index.ts'
import { redrawnOn, VENDORS } from './platforms.ts'

/** What a default route by the other peer looks like, worse than those by uplinks. */
const BACKUP: Readonly<Record<VendorId, RegExp>> = {
  'cisco-nxos': /^ip route 0\.0\.0\.0\/0 10\.255\.255\.2 250$/m,
  'arista-eos': /^ip route 0\.0\.0\.0\/0 10\.255\.255\.2 250$/m,
  'juniper-junos': /static route 0\.0\.0\.0\/0 qualified-next-hop 10\.255\.255\.2 preference 250$/m,
  'huawei-vrp8': /^ip route-static 0\.0\.0\.0 0\.0\.0\.0 10\.255\.255\.2 preference 250$/m,
  'nvidia-cumulus': /static 0\.0\.0\.0\/0 distance 250 via 10\.255\.255\.2$/m,
  'dell-os10': /^ip route 0\.0\.0\.0\/0 10\.255\.255\.2 250$/m,
  'aruba-aoscx': /^ip route 0\.0\.0\.0\/0 10\.255\.255\.2 distance 250$/m,
  sonic: /The config commands take no distance: the backup route and its VLAN interface are only in the tables\./,
  'h3c-comware': /^ip route-static 0\.0\.0\.0 0 10\.255\.255\.2 preference 250$/m,
  'mikrotik-routeros': /^add distance=250 dst-address=0\.0\.0\.0\/0 gateway=10\.255\.255\.2$/m,
  'cisco-ios-xe': /^$/,
  generic: /second default route by 10\.255\.255\.2$/m,
}

describe.each(VENDORS)('%s', (vendor) => {
  test('a backup route is written with the VLAN that it takes over the peer-link', () => {
    const text = written(vendor, { 'backup-route': true })
    expect(text).toMatch(BACKUP[vendor])
    expect(text).toMatch(/\b(Vlan|vlan ?|VLAN |Vlanif|Vlan-interface|v|vlan-ids=|irb unit |vlan add )3900\b/)
    expect(written(vendor, {})).not.toMatch(BACKUP[vendor])
  })

  test('tracking is written, or said to be missing', () => {
    const [without, text] = [written(vendor, {}), written(vendor, { 'uplink-tracking': true })]
    expect(text).not.toBe(without)
    const missing = PROFILES[vendor].switches['uplink-tracking'] === null
    expect(text.includes('tracks no uplinks')).toBe(missing)
  })

  test('the router address is written, or said to be missing', () => {
    const text = written(vendor, {})
    expect(/(?<!\d)10\.0\.10\.1(?!\d)/.test(text)).toBe(PROFILES[vendor].gateway !== null)
    expect(text.includes('no router address that both peers forward for')).toBe(PROFILES[vendor].gateway === null)
  })
})

test('uplinks that decide who gives way are uplink ports of CloudEngine switches', () => {
  expect(written('huawei-vrp8', {})).not.toContain('uplink-port')
  expect(written('huawei-vrp8', { 'uplinks-decide': true }).match(/^ uplink-port enable$/gm)).toHaveLength(2)
})

test('the tables of SONiC hold the backup route with its distance', () => {
  const net = networkOf(redrawnOn(design({ 'backup-route': true }), 'sonic'))
  const lines = EXPORTERS.sonic.variants?.[0]?.render(net, net.topology.domains[0]!.peers[0]).lines ?? []
  const tables = JSON.parse(renderText(lines)) as Record<string, Record<string, unknown>>
  expect(tables['STATIC_ROUTE']).toEqual({
    'default|0.0.0.0/0': {
      nexthop: '10.254.0.1,10.254.0.9,10.255.255.2',
      ifname: 'Ethernet192,Ethernet196,Vlan3900',
      distance: '0,0,250',
    },
  })
})

function written(vendor: VendorId, switches: DomainSettings['switches']): string {
  const net = networkOf(redrawnOn(design(switches), vendor))
  return renderText(EXPORTERS[vendor].render(net, net.topology.domains[0]!.peers[0]).lines)
}

function design(switches: DomainSettings['switches']): Topology {
  const { topology } = pairWithUplinks.build()
  const settings = { numbers: {}, choices: {}, switches }
  return { ...topology, domains: topology.domains.map((domain) => ({ ...domain, settings })) }
}
