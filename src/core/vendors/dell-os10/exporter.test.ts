import { expect, test } from 'vitest'
import { toId } from '../../model/ids.ts'
import { networkOf } from '../../model/network.ts'
import type { DomainSettings, Topology } from '../../model/topology.ts'
import { basicPair } from '../../templates/basicPair.ts'
import { renderText } from '../exporter.ts'
import { redrawnOn } from '../platforms.ts'
import { dellOs10Exporter } from './exporter.ts'

test('writes every timer and priority of the design', () => {
  const set = withSettings({
    numbers: {
      'keepalive-interval-ms': 5_000,
      'member-restore-ms': 120_000,
      'role-priority-preferred': 100,
      'system-priority': 4_096,
    },
  })
  expect(blockOf(text(set), 'vlt-domain 10')).toEqual([
    'backup destination 192.168.0.12 vrf management interval 5',
    'delay-restore 120',
    'discovery-interface ethernet1/1/53-1/1/54',
    'primary-priority 100',
    'vlt-mac 02:00:00:01:00:0a',
  ])
  expect(text(set)).toContain('\nlacp system-priority 4096\n')
})

test('ports of the VLTi that are no neighbours are named one by one', () => {
  const ports = basic.ports.map((port) =>
    port.name === 'ethernet1/1/54' ? { ...port, name: 'ethernet1/1/56', index: 56 } : port,
  )
  expect(blockOf(text({ ...basic, ports }), 'vlt-domain 10').filter((line) => line.startsWith('discovery'))).toEqual([
    'discovery-interface ethernet1/1/53',
    'discovery-interface ethernet1/1/56',
  ])
})

test('a trunk, its fallback and limits; the rate after the port has joined', () => {
  const lacp = { minLinks: 1, maxBundle: 2, fallback: 'static', fallbackAfterS: 20 } as const
  const bonds = basic.bonds.map(({ ends: [a, b], ...bond }) => ({
    ...bond,
    vlans: { mode: 'trunk' as const, native: 5, allowed: [5, 30, 10, 11, 12] },
    ends: [{ ...a, lacp, mode: 'passive' as const, stp: { edge: false, guard: 'root' as const } }, b] as const,
  }))
  expect(blockOf(text({ ...basic, bonds }), 'interface port-channel11')).toEqual([
    'description VLT 11: srv-1',
    'no shutdown',
    'switchport mode trunk',
    'switchport access vlan 5',
    'switchport trunk allowed vlan 10-12,30',
    'vlt-port-channel 11',
    'minimum-links 1',
    'lacp max-bundle 2',
    'lacp fallback enable',
    'lacp fallback timeout 20',
    'spanning-tree guard root',
  ])
  expect(blockOf(text({ ...basic, bonds }), 'interface ethernet1/1/1')).toEqual([
    'description srv-1 eth0',
    'no shutdown',
    'channel-group 11 mode passive',
    'no switchport',
    'lacp rate fast',
  ])
})

test('a backup link on a front port, and a single-homed port that waits', () => {
  const ports = basic.ports.map((port) =>
    port.kind === 'management' ? { ...port, kind: 'front' as const, name: 'ethernet1/1/48', index: 48 } : port,
  )
  const links = basic.links.map((link) => ({ ...link, suspendWithMembers: true }))
  const written = text({ ...basic, ports, links })
  expect(blockOf(written, 'interface ethernet1/1/48')).toEqual([
    'description VLT backup link: mgmt-1 port1',
    'no shutdown',
    'no switchport',
    'ip address 192.168.0.11/24',
  ])
  expect(blockOf(written, 'vlt-domain 10')).toContain('backup destination 192.168.0.12 interval 30')
  expect(blockOf(written, 'interface ethernet1/1/3')).toContain('vlt delay-restore orphan-port enable')
  expect(written).toContain('! Note: ethernet1/1/48 stays in the default VRF, not in')
})

const basic = redrawnOn(basicPair.build().topology, 'dell-os10')

function text(topology: Topology, device = 'leaf-a'): string {
  return renderText(dellOs10Exporter.render(networkOf(topology), toId(device)).lines)
}

function blockOf(config: string, head: string): string[] {
  const blocks = config.split('\n!\n').map((block) => block.split('\n'))
  return blocks.filter(([first]) => first === head).flatMap(([, ...body]) => body.map((line) => line.trim()))
}

function withSettings(settings: Partial<DomainSettings>): Topology {
  const whole = { numbers: {}, switches: {}, choices: {}, ...settings }
  return { ...basic, domains: basic.domains.map((domain) => ({ ...domain, settings: whole })) }
}
