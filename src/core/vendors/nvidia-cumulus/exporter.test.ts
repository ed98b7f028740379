import { expect, test } from 'vitest'
import { toId } from '../../model/ids.ts'
import { networkOf } from '../../model/network.ts'
import type { DomainSettings, Topology } from '../../model/topology.ts'
import { basicPair } from '../../templates/basicPair.ts'
import { renderText } from '../exporter.ts'
import { redrawnOn } from '../platforms.ts'
import { nvidiaCumulusExporter } from './exporter.ts'

const [yaml, interfaces] = nvidiaCumulusExporter.variants ?? []

test('writes what of MLAG is set, in every format', () => {
  const set = withSettings({ numbers: { 'member-restore-ms': 300_000, 'role-priority-preferred': 100 } })
  expect(commands(set)).toContain('\nnv set mlag priority 100\nnv set mlag init-delay 300\n')
  expect(text(set, yaml)).toContain('\n      priority: 100\n      init-delay: 300\n')
  expect(text(set, interfaces)).toContain('\n    clagd-priority 100\n    clagd-args --initDelay 300\n')
  expect(text(set, nvidiaCumulusExporter, 'leaf-b')).toContain('\nnv set mlag priority 32768\n')
})

test('every command has its place in the YAML', () => {
  const tree = readYaml(text(basic, yaml))
  const settings = commands(basic).match(/^nv set .*/gm) ?? []
  expect(settings.length).toBeGreaterThan(30)
  for (const setting of settings.filter((one) => !one.includes(' description '))) {
    const words = setting.split(' ').slice(2)
    expect([words.join('/'), `${words.slice(0, -1).join('/')}=${words.at(-1)}`].some((path) => tree.has(path))).toBe(
      true,
    )
  }
})

test('both peers of the backup link: in the VRF mgmt at eth0, in the default VRF on a front port', () => {
  expect(commands(basic)).toContain('\nnv set mlag backup 192.168.0.12 vrf mgmt\n')
  expect(text(basic, interfaces)).toContain('\niface mgmt\n    address 127.0.0.1/8\n    vrf-table auto\n')
  const ports = basic.ports.map((port) =>
    port.kind === 'management' ? { ...port, kind: 'front' as const, name: 'swp48', index: 48 } : port,
  )
  const moved = commands({ ...basic, ports })
  expect(moved).toContain('\nnv set mlag backup 192.168.0.12\n')
  expect(moved).toContain('\nnv set interface swp48 ipv4 address 192.168.0.11/24\n')
  expect(moved).toContain('# Note: swp48 stays in the default VRF, not in')
})

test('says what has no statement', () => {
  const bonds = basic.bonds.map(({ ends: [a, b], ...bond }) => ({
    ...bond,
    vlans: { mode: 'trunk' as const, native: 5, allowed: [10] },
    ends: [{ ...a, mode: 'static' as const, stp: { edge: false, guard: 'root' as const } }, b] as const,
  }))
  const links = basic.links.map((link) => ({ ...link, suspendWithMembers: true }))
  const notes = commands({ ...basic, bonds, links })
  expect(notes).toContain('# Note: bond11 is drawn static; only active LACP is written.')
  expect(notes).toContain('\nnv set interface bond11 bridge domain br_default stp restrrole enabled\n')
  expect(notes).toContain('# Note: Cumulus Linux takes no single-homed port down with the bonds.')
})

test('LACP bypass and BPDU guard where the design asks for them', () => {
  const bonds = basic.bonds.map(({ ends: [a, b], ...bond }) => ({
    ...bond,
    ends: [
      { ...a, lacp: { fallback: 'individual' as const }, stp: { edge: true, guard: 'bpdu' as const } },
      b,
    ] as const,
  }))
  expect(commands({ ...basic, bonds })).toContain('\nnv set interface bond11 bond lacp-bypass enabled\n')
  expect(commands({ ...basic, bonds })).toContain(
    '\nnv set interface bond11 bridge domain br_default stp bpdu-guard enabled\n',
  )
  expect(text({ ...basic, bonds }, interfaces)).toContain('\n    bond-lacp-bypass-allow yes\n    clag-id 11\n')
})

test('a trunk names its VLANs and where its untagged frames are, unless it is like the bridge', () => {
  const trunk = (native: number, allowed: readonly number[]): Topology => ({
    ...basic,
    vlans: [10, 20, 30].map((id) => ({ id, name: '' })),
    bonds: basic.bonds.map((bond) => ({
      ...bond,
      vlans: bond.id === 'bond-srv-1' ? { mode: 'trunk', native, allowed } : { ...WHOLE },
    })),
  })
  const own = 'nv set interface bond11 bridge domain br_default'
  expect(commands(trunk(30, [10, 30]))).toContain(`\n${own}\n${own} untagged 30\n${own} vlan 10,30\n`)
  expect(text(trunk(30, [10, 30]))).toContain('\n    bridge-vids 10 30\n    bridge-pvid 30\n')
  expect(commands(trunk(30, [10]))).toContain(`\n${own} untagged none\n${own} vlan 10\n`)
  expect(text(trunk(1, [10]))).toContain('\n    bridge-vids 10\n    bridge-allow-untagged no\n')
  expect(commands(trunk(1, [1, 10]))).toContain(`\n${own} vlan 10\n`)
  expect(commands(trunk(1, [1, 10]))).not.toContain(`${own} untagged`)
  const alike = trunk(1, [1, 10, 20, 30])
  expect(commands(alike)).not.toContain(`${own} vlan`)
  expect(text(alike)).not.toContain('\n    bridge-vids 10 20 30\n    bridge-pvid 30\n')
})

const WHOLE = { mode: 'trunk', native: 1, allowed: [10, 20, 30] } as const
const basic = redrawnOn(basicPair.build().topology, 'nvidia-cumulus')

function commands(topology: Topology): string {
  return text(topology, nvidiaCumulusExporter)
}

function text(topology: Topology, format = interfaces, device = 'leaf-a'): string {
  if (!format) throw new Error('No such format')
  return renderText(format.render(networkOf(topology), toId(device)).lines)
}

function withSettings(settings: Partial<DomainSettings>): Topology {
  const whole = { numbers: {}, switches: {}, choices: {}, ...settings }
  return { ...basic, domains: basic.domains.map((domain) => ({ ...domain, settings: whole })) }
}

/** Paths of the file, `a/b/c` and with a value `a/b/c=value`. */
function readYaml(file: string): ReadonlySet<string> {
  const found = new Set<string>()
  let open: string[] = []
  for (const line of file.split('\n')) {
    const [, indent = '', key = '', value = ''] = /^( +)'?([^'\s]+?)'?: ?(.*)$/.exec(line) ?? []
    if (key === '') continue
    open = [...open.slice(0, indent.length / 2 - 2), key]
    found.add(value === '' || value === '{}' ? open.join('/') : `${open.join('/')}=${value.replaceAll("'", '')}`)
  }
  return found
}

test('timers of clagd beside its own stand in clagd-args; NVUE says that they need a snippet', () => {
  const numbers = { 'solo-start-ms': 400_000, 'heartbeat-interval-ms': 4_000 }
  const set = withSettings({ numbers })
  expect(text(set, interfaces)).toContain(
    'clagd-args --initDelay 180 --reloadTimer 400 --lacpPoll 4 --peerTimeout 20\n',
  )
  expect(commands(set)).toMatch(
    /# Note: NVUE has no command for these timers: .*--reloadTimer 400 --lacpPoll 4 --peerTimeout 20/,
  )
  expect(commands(basic)).not.toContain('snippet')
})
