import { expect, test } from 'vitest'
import { toId } from '../../model/ids.ts'
import { networkOf } from '../../model/network.ts'
import type { DomainSettings, Topology } from '../../model/topology.ts'
import { basicPair } from '../../templates/basicPair.ts'
import { renderText } from '../exporter.ts'
import { redrawnOn } from '../platforms.ts'
import { arubaAoscxExporter } from './exporter.ts'

test('writes what of VSX is set, on both switches', () => {
  const set = withSettings({
    numbers: { 'member-restore-ms': 240_000 },
    choices: { 'suspended-and-keepalive-lost': 'stay' },
  })
  expect(blockOf(text(set), 'vsx')).toEqual([
    'system-mac 02:00:00:01:00:0a',
    'inter-switch-link lag 10',
    'role primary',
    'keepalive peer 192.168.0.12 source 192.168.0.11 vrf mgmt',
    'linkup-delay-timer 240',
    'no split-recovery',
  ])
  expect(blockOf(text(set, 'leaf-b'), 'vsx')).toContain('role secondary')
})

test('writes the intervals that are set', () => {
  const set = withSettings({
    numbers: {
      'heartbeat-interval-ms': 2_000,
      'heartbeat-timeout-ms': 10_000,
      'solo-start-ms': 120_000,
      'keepalive-interval-ms': 2_000,
      'keepalive-timeout-ms': 6_000,
    },
    choices: {},
  })
  expect(blockOf(text(set), 'vsx').filter((line) => /interval/.test(line))).toEqual([
    'inter-switch-link hello-interval 2',
    'inter-switch-link dead-interval 10',
    'inter-switch-link peer-detect-interval 120',
    'keepalive hello-interval 2',
    'keepalive dead-interval 6',
  ])
})

test('a keepalive on a front port is routed in a VRF of its own', () => {
  const ports = basic.ports.map((port) =>
    port.kind === 'management' ? { ...port, kind: 'front' as const, name: '1/1/48', index: 48 } : port,
  )
  const written = text({ ...basic, ports })
  expect(written).toContain('\nvrf KA\n')
  expect(blockOf(written, 'interface 1/1/48')).toEqual([
    'description keepalive: mgmt-1 port1',
    'no shutdown',
    'routing',
    'vrf attach KA',
    'ip address 192.168.0.11/24',
  ])
})

test('a static VSX LAG, a fallback and a single-homed port that goes down in a split', () => {
  const bonds = basic.bonds.map(({ ends: [a, b], ...bond }) => ({
    ...bond,
    ends: [bond.id === 'bond-srv-1' ? { ...a, mode: 'static' as const } : { ...a, lacp: FALLBACK }, b] as const,
  }))
  const links = basic.links.map((link) => ({ ...link, suspendWithMembers: true }))
  const written = text({ ...basic, bonds, links })
  expect(blockOf(written, 'interface lag 11 multi-chassis static').join()).not.toContain('lacp')
  expect(blockOf(written, 'interface lag 12 multi-chassis')).toContain('lacp fallback')
  expect(blockOf(written, 'interface 1/1/3')).toContain('vsx shutdown-on-split')
  expect(written.match(/shutdown-on-split/g)).toHaveLength(1)
})

test('spanning tree counts in steps of 4096, and what has no statement here is said', () => {
  const devices = basic.devices.map((device) =>
    device.kind === 'switch' ? { ...device, stp: { enabled: true, priority: 16_384 } } : device,
  )
  const links = basic.links.map((link) => ({ ...link, stp: [GUARDED, GUARDED] as const }))
  const written = text({ ...basic, devices, links })
  expect(written).toContain('\nspanning-tree priority 4\n')
  expect(written).toContain('\n    spanning-tree bpdu-guard\n    spanning-tree port-type admin-edge\n')
  const set = withSettings({ numbers: { 'mac-ageing-ms': 600_000 } })
  expect(text(set)).toContain('! Note: MAC address age time: 600 s is simulated as set and not written.')
})

const FALLBACK = { fallback: 'static' } as const
const GUARDED = { edge: true, guard: 'bpdu' } as const
const basic = redrawnOn(basicPair.build().topology, 'aruba-aoscx')

function text(topology: Topology, device = 'leaf-a'): string {
  return renderText(arubaAoscxExporter.render(networkOf(topology), toId(device)).lines)
}

function blockOf(config: string, head: string): string[] {
  const blocks = config.split('\n!\n').map((block) => block.split('\n'))
  return blocks.filter(([first]) => first === head).flatMap(([, ...body]) => body.map((line) => line.trim()))
}

function withSettings(settings: Partial<DomainSettings>): Topology {
  const whole = { numbers: {}, switches: {}, choices: {}, ...settings }
  return { ...basic, domains: basic.domains.map((domain) => ({ ...domain, settings: whole })) }
}
