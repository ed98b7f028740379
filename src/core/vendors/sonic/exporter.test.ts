import { expect, test } from 'vitest'
import { toId } from '../../model/ids.ts'
import { networkOf } from '../../model/network.ts'
import type { DomainSettings, Topology } from '../../model/topology.ts'
import { basicPair } from '../../templates/basicPair.ts'
import { renderText } from '../exporter.ts'
import { redrawnOn } from '../platforms.ts'
import { sonicExporter } from './exporter.ts'

test('writes every timer of the design, the time-out before the interval that must fit it', () => {
  const set = settings({
    numbers: { 'heartbeat-interval-ms': 20_000, 'heartbeat-timeout-ms': 80_000 },
    switches: {},
    choices: {},
  })
  expect(commands(set)).toContain(
    'sudo config mclag session-timeout 10 80\nsudo config mclag keepalive-interval 10 20\n',
  )
  expect(tables(set)['MCLAG_DOMAIN']).toEqual({
    '10': {
      source_ip: '192.168.0.11',
      peer_ip: '192.168.0.12',
      peer_link: 'PortChannel10',
      keepalive_interval: '20',
      session_timeout: '80',
    },
  })
})

test('both formats have the same port-channels, members, VLANs and MCLAG interfaces', () => {
  const written = commands(basic)
  const found = (pattern: RegExp) =>
    [...written.matchAll(pattern)].map(([, a, b]) => (b === undefined ? a : `${a}|${b}`))
  const keys = (table: string) => Object.keys(tables(basic)[table] ?? {})
  expect(keys('PORTCHANNEL')).toEqual(found(/portchannel add (\S+)/g))
  expect(keys('PORTCHANNEL_MEMBER')).toEqual(found(/portchannel member add (\S+) (\S+)/g))
  expect(keys('VLAN')).toEqual(found(/vlan add (\d+)/g).map((id) => `Vlan${id}`))
  expect(keys('VLAN_MEMBER')).toEqual(found(/vlan member add (?:-u )?(\d+) (\S+)/g).map((key) => `Vlan${key}`))
  expect(keys('MCLAG_INTERFACE')).toEqual(found(/mclag member add (\d+) (\S+)/g))
})

test('ICCP on a front port: a routed interface with its address', () => {
  const ports = basic.ports.map((port) =>
    port.kind === 'management' ? { ...port, kind: 'front' as const, name: 'Ethernet92', index: 24 } : port,
  )
  const moved = { ...basic, ports }
  expect(commands(moved)).toContain('sudo config interface ip add Ethernet92 192.168.0.11/24\n')
  expect(tables(moved)['INTERFACE']).toEqual({ Ethernet92: {}, 'Ethernet92|192.168.0.11/24': {} })
})

test('a trunk is tagged but for its native VLAN, and knows no VLAN 1', () => {
  const trunks = (native: number) => ({
    ...basic,
    bonds: basic.bonds.map((bond) => ({
      ...bond,
      vlans: { mode: 'trunk', native, allowed: [30, 10, native] } as const,
    })),
  })
  const members = (topology: Topology) =>
    [...commands(topology).matchAll(/vlan member add (.*) PortChannel11/g)].map(([, vlan]) => vlan)
  expect(members(trunks(5))).toEqual(['-u 5', '10', '30'])
  expect(members(trunks(1))).toEqual(['10', '30'])
  expect(notes(trunks(1))).toContainEqual(expect.stringContaining('VLAN 1 does not exist'))
})

test('says which peer becomes active where that is not the drawn one', () => {
  const wanted = (addresses: readonly [string, string]): Topology => ({
    ...basic,
    domains: basic.domains.map((domain) => ({ ...domain, keepalive: { ...domain.keepalive, addresses } })),
  })
  const said = expect.stringContaining('leaf-b is active, not leaf-a as drawn')
  expect(notes(basic)).not.toContainEqual(said)
  expect(notes(wanted(['10.0.0.200', '10.0.1.1']))).toContainEqual(said)
  expect(notes(wanted(['10.0.1.1', '10.0.0.200']))).not.toContainEqual(said)
})

test('what SONiC has no word for is noted: static and passive bonds, orphans that follow the members', () => {
  const odd: Topology = {
    ...basic,
    bonds: basic.bonds.map(({ ends: [a, b], ...bond }) => ({
      ...bond,
      ends: [
        { ...a, mode: bond.id === 'bond-srv-1' ? 'static' : 'passive' },
        { ...b, mode: 'active' },
      ],
    })),
    links: basic.links.map((link) => ({ ...link, suspendWithMembers: true })),
  }
  expect(notes(odd)).toEqual(
    expect.arrayContaining([
      'PortChannel11 is drawn static; SONiC knows active LACP only.',
      'PortChannel12 is drawn passive; SONiC knows active LACP only.',
      'SONiC takes no single-homed port down with the MCLAG members.',
    ]),
  )
})

const basic = redrawnOn(basicPair.build().topology, 'sonic')

function render(topology: Topology) {
  return sonicExporter.render(networkOf(topology), toId('leaf-a'))
}

function commands(topology: Topology): string {
  return renderText(render(topology).lines)
}

function notes(topology: Topology): readonly string[] {
  return render(topology).notes.map(({ text }) => text)
}

function tables(topology: Topology): Record<string, Record<string, unknown>> {
  const [database] = sonicExporter.variants ?? []
  const { lines } = database!.render(networkOf(topology), toId('leaf-a'))
  return JSON.parse(renderText(lines)) as Record<string, Record<string, unknown>>
}

function settings(wanted: DomainSettings): Topology {
  return { ...basic, domains: basic.domains.map((domain) => ({ ...domain, settings: wanted })) }
}
