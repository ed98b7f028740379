import { expect, test } from 'vitest'
import { toId } from '../../model/ids.ts'
import { networkOf } from '../../model/network.ts'
import type { DomainSettings, Topology } from '../../model/topology.ts'
import { basicPair } from '../../templates/basicPair.ts'
import { renderText } from '../exporter.ts'
import { redrawnOn } from '../platforms.ts'
import { h3cComwareExporter } from './exporter.ts'

const basic = redrawnOn(basicPair.build().topology, 'h3c-comware')

test('writes every timer of the design', () => {
  const changed = withSettings(basic, {
    numbers: {
      'keepalive-interval-ms': 500,
      'keepalive-timeout-ms': 6_000,
      'keepalive-window-ms': 4_000,
      'heartbeat-interval-ms': 1_000,
      'member-restore-ms': 180_000,
      'solo-start-ms': 600_000,
      'role-priority-preferred': 1,
      'system-priority': 123,
      'mac-ageing-ms': 600_000,
      'link-debounce-ms': 500,
    },
    switches: { 'solo-start': true },
    choices: { 'suspended-and-keepalive-lost': 'stay', 'on-type-1-mismatch': 'report' },
  })
  const written = text(changed)
  expect(written.split('\n').filter((line) => line.startsWith('m-lag '))).toEqual([
    'm-lag system-mac 0200-0001-000a',
    'm-lag system-number 1',
    'm-lag system-priority 123',
    'm-lag role priority 1',
    'm-lag keepalive ip destination 192.168.0.12 source 192.168.0.11 vpn-instance management',
    'm-lag keepalive interval 500 timeout 6',
    'm-lag keepalive hold-time 4',
    'm-lag mad persistent',
    'm-lag restore-delay 180',
    'm-lag auto-recovery reload-delay 600',
    'm-lag consistency-check mode loose',
  ])
  expect(blocksOf(written, 'interface Bridge-Aggregation10')).toContain('m-lag drcp period short')
  expect(written).toContain('\nmac-address timer aging 600\n')
  expect(blocksOf(written, 'interface HundredGigE1/0/3')).toContain('link-delay down msec 500')
})

test('the DRCP period is one of two', () => {
  const odd = withSettings(basic, { numbers: { 'heartbeat-interval-ms': 5_000 } })
  expect(text(odd)).toContain('DRCP period 5 s is not possible: 1 s or 30 s. 30 s is used.')
})

test('a keepalive on a front port is routed and excluded from MAD', () => {
  const ports = basic.ports.map((port) =>
    port.kind === 'management' ? { ...port, kind: 'front' as const, name: 'HundredGigE1/0/48', index: 48 } : port,
  )
  const written = text({ ...basic, ports })
  expect(written).toContain('\nm-lag mad exclude interface HundredGigE1/0/48\n')
  expect(blocksOf(written, 'interface HundredGigE1/0/48')).toEqual([
    'port link-mode route',
    'description keepalive: mgmt-1 port1',
    'ip binding vpn-instance management',
    'ip address 192.168.0.11 255.255.255.0',
  ])
})

test('no keepalive is drawn, none is written', () => {
  const links = basic.links.filter(({ use }) => use !== 'keepalive')
  expect(text({ ...basic, links })).not.toContain('m-lag keepalive')
})

test('single-homed ports that shall go down are included where the others stay up', () => {
  const marked = withSettings(basic, { choices: { 'orphan-hold': 'marked-with-members' } })
  const links = marked.links.map((link) => ({ ...link, suspendWithMembers: true }))
  expect(text({ ...marked, links })).toContain(
    '\nm-lag mad default-action none\nm-lag mad include interface HundredGigE1/0/3\n',
  )
  expect(text(marked)).not.toContain('mad include')
  expect(text({ ...basic, links })).toContain('All single-homed ports go down with the members, not only this one.')
})

test('ports join before the aggregate interface gets its VLANs, and take LACP mode and period themselves', () => {
  const bonds = basic.bonds.map(({ ends: [a, b], ...bond }) => ({
    ...bond,
    vlans: { mode: 'trunk' as const, native: 5, allowed: [30, 5, 10, 11, 12] },
    ends: [
      { ...a, mode: 'passive' as const, stp: { edge: true, guard: 'bpdu' as const } },
      { ...b, mode: 'active' as const },
    ] as const,
  }))
  const written = text({ ...basic, bonds })
  expect(blocksOf(written, 'interface HundredGigE1/0/1')).toEqual([
    'port link-mode bridge',
    'description srv-1 eth0',
    'port link-aggregation group 11',
    'lacp mode passive',
    'lacp period short',
  ])
  expect(blocksOf(written, 'interface Bridge-Aggregation11')).toEqual([
    'description M-LAG 11: srv-1',
    'link-aggregation mode dynamic',
    'port m-lag group 11 allow-single-member',
    'port link-type trunk',
    'port trunk pvid vlan 5',
    'undo port trunk permit vlan 1',
    'port trunk permit vlan 5 10 to 12 30',
    'stp edged-port',
    'stp port bpdu-protection enable',
  ])
  expect(written.indexOf('group 11\n')).toBeLessThan(written.indexOf('port trunk permit vlan 5 10 to 12 30\n stp'))
})

function text(topology: Topology, device = 'leaf-a'): string {
  return renderText(h3cComwareExporter.render(networkOf(topology), toId(device)).lines)
}

/** The lines typed in a view, wherever it is entered, without their indent. */
function blocksOf(config: string, head: string): string[] {
  const blocks = config.split('\n#\n').map((block) => block.split('\n'))
  return blocks.filter(([first]) => first === head).flatMap(([, ...body]) => body.map((line) => line.trim()))
}

function withSettings(topology: Topology, settings: Partial<DomainSettings>): Topology {
  const whole = { numbers: {}, switches: {}, choices: {}, ...settings }
  return { ...topology, domains: topology.domains.map((domain) => ({ ...domain, settings: whole })) }
}
