import { describe, expect, test } from 'vitest'
import { toId } from '../../model/ids.ts'
import { networkOf } from '../../model/network.ts'
import type { DomainSettings, SpanningTreeEnd, Topology } from '../../model/topology.ts'
import { basicPair } from '../../templates/basicPair.ts'
import { renderText, type ExportFormat } from '../exporter.ts'
import { redrawnOn } from '../platforms.ts'
import { huaweiVrp8Exporter } from './exporter.ts'

const basic = redrawnOn(basicPair.build().topology, 'huawei-vrp8')

describe('the DFS group', () => {
  const changed = withSettings(basic, {
    numbers: {
      'keepalive-timeout-ms': 10_000,
      'keepalive-hold-ms': 500,
      'member-restore-ms': 60_000,
      'role-priority-preferred': 254,
      'system-priority': 4_096,
      'mac-ageing-ms': 600_000,
      'link-debounce-ms': 500,
    },
    choices: { 'on-type-1-mismatch': 'secondary-suspends' },
  })

  test('holds every timer of the design', () => {
    const written = text(changed)
    expect(blockOf(written, 'dfs-group 1')).toEqual([
      'priority 254',
      'dual-active detection source ip 192.168.0.11 vpn-instance management peer 192.168.0.12 udp-port 1025 timeout 10',
      'dual-active detection delay 500',
      'authentication-mode hmac-sha256 password Change_Me_2024',
      'm-lag up-delay 60',
      'consistency-check enable mode strict',
    ])
    expect(written).toContain('\nlacp m-lag priority 4096\n')
    expect(written).toContain('\nmac-address aging-time 600\n')
    expect(blockOf(written, 'interface 100GE1/0/3')).toContain('carrier down-hold-time 500')
  })

  test('has its older form in a file of its own', () => {
    const [v200] = huaweiVrp8Exporter.variants ?? []
    expect(v200?.fileName('leaf-a')).toBe('leaf-a.v200.cfg')
    expect(blockOf(text(changed, v200), 'dfs-group 1')).toEqual([
      'priority 254',
      'source ip 192.168.0.11 vpn-instance management peer 192.168.0.12 udp-port 1025',
      'dual-active detection enhanced enable',
      'm-lag up-delay 60',
      expect.stringMatching(/^consistency-check enable mode (loose|strict)$/),
    ])
  })

  test('names no peer where a device in error-down shall stay so', () => {
    const stays = withSettings(basic, { choices: { 'suspended-and-keepalive-lost': 'stay' } })
    expect(blockOf(text(stays), 'dfs-group 1')).toContain(
      'dual-active detection source ip 192.168.0.11 vpn-instance management timeout 45',
    )
  })

  test('has no DAD where no keepalive is drawn', () => {
    const links = basic.links.filter(({ use }) => use !== 'keepalive')
    expect(text({ ...basic, links })).not.toContain('dual-active')
  })
})

test('a DAD link on a front port is routed and keeps out of error-down', () => {
  const ports = basic.ports.map((port) =>
    port.kind === 'management' ? { ...port, kind: 'front' as const, name: '100GE1/0/48', index: 48 } : port,
  )
  expect(blockOf(text({ ...basic, ports }), 'interface 100GE1/0/48')).toEqual([
    'undo portswitch',
    'description DAD: mgmt-1 port1',
    'ip binding vpn-instance management',
    'ip address 192.168.0.11 255.255.255.0',
    'm-lag unpaired-port reserved',
  ])
})

test('single-homed ports are marked only where the design says which go down', () => {
  expect(text(basic)).not.toContain('unpaired-port')
  const marked = withSettings(basic, { choices: { 'orphan-hold': 'marked' } })
  expect(blockOf(text(marked), 'interface 100GE1/0/3')).toContain('m-lag unpaired-port reserved')
  const links = marked.links.map((link) => ({ ...link, suspendWithMembers: true }))
  expect(blockOf(text({ ...marked, links }), 'interface 100GE1/0/3')).toContain('m-lag unpaired-port suspend')
})

test('trunks carry what is drawn, a peer-link leaves the rest out', () => {
  const bonds = basic.bonds.map((bond) => ({
    ...bond,
    vlans: { mode: 'trunk' as const, native: 5, allowed: bond.id === 'bond-peer-link' ? [10] : [30, 5, 10, 11, 12] },
  }))
  const written = text({ ...basic, bonds })
  expect(blockOf(written, 'interface Eth-Trunk11')).toEqual(
    expect.arrayContaining([
      'port link-type trunk',
      'port trunk pvid vlan 5',
      'undo port trunk allow-pass vlan 1',
      'port trunk allow-pass vlan 5 10 to 12 30',
    ]),
  )
  expect(written).toContain('\ninterface Eth-Trunk10\n peer-link 1\n port vlan exclude 1 5 11 12 30\n')
})

test('BPDU protection is of the whole switch: both peers have it, ports that did not ask for it are named', () => {
  const guarded = (end: SpanningTreeEnd) => ({
    ...basic,
    links: basic.links.map((link) => (link.id.includes('orphan-b') ? { ...link, stp: [end, end] as const } : link)),
  })
  const topology = guarded({ edge: true, guard: 'bpdu' })
  for (const device of ['leaf-a', 'leaf-b']) {
    expect(text(topology, huaweiVrp8Exporter, device)).toContain('\nstp bpdu-protection\n')
  }
  expect(text(topology)).toContain('it guards the edge port 100GE1/0/3 as well')
  expect(text(guarded({ edge: false, guard: 'bpdu' }), huaweiVrp8Exporter, 'leaf-b')).toContain(
    'BPDU protection acts on edge ports only; 100GE1/0/3 is none.',
  )
  expect(
    blockOf(text(guarded({ edge: false, guard: 'root' }), huaweiVrp8Exporter, 'leaf-b'), 'interface 100GE1/0/3'),
  ).toContain('stp root-protection')
})

test('what LACP of VRP8 cannot be is said', () => {
  const bonds = basic.bonds.map(({ ends: [a, b], ...bond }) => ({
    ...bond,
    ends: [
      { ...a, mode: 'passive' as const },
      { ...b, mode: 'active' as const },
    ] as const,
  }))
  expect(text({ ...basic, bonds })).toContain('! Note: LACP of VRP8 is always active; passive is drawn.')
  const statics = bonds.map(({ ends: [a, b], ...bond }) => ({
    ...bond,
    ends: [
      { ...a, mode: 'static' as const },
      { ...b, mode: 'static' as const },
    ] as const,
  }))
  expect(text({ ...basic, bonds: statics })).not.toMatch(/^ ?(mode )?lacp (?!m-lag)/m)
})

function text(topology: Topology, format: ExportFormat = huaweiVrp8Exporter, device = 'leaf-a'): string {
  return renderText(format.render(networkOf(topology), toId(device)).lines)
}

/** The lines typed in a view, without their indent. */
function blockOf(config: string, head: string): string[] {
  const lines = config.split('\n')
  const body = lines.slice(lines.indexOf(head) + 1)
  const end = body.findIndex((line) => !line.startsWith(' '))
  return body.slice(0, end).map((line) => line.trim())
}

function withSettings(topology: Topology, settings: Partial<DomainSettings>): Topology {
  const whole = { numbers: {}, switches: {}, choices: {}, ...settings }
  return { ...topology, domains: topology.domains.map((domain) => ({ ...domain, settings: whole })) }
}
