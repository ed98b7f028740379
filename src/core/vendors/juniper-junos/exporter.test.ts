import { expect, test } from 'vitest'
import { toId } from '../../model/ids.ts'
import { networkOf } from '../../model/network.ts'
import type { DomainSettings, SpanningTreeEnd, Topology } from '../../model/topology.ts'
import { basicPair } from '../../templates/basicPair.ts'
import { renderText } from '../exporter.ts'
import { redrawnOn } from '../platforms.ts'
import { juniperJunosExporter } from './exporter.ts'
import { hierarchy, setCommand, type Statement } from './statements.ts'

test('writes every timer of the design', () => {
  const written = text(
    settings({
      numbers: {
        'heartbeat-interval-ms': 500,
        'heartbeat-timeout-multiplier': 2,
        'reload-member-ms': 500_000,
        'session-hold-ms': 600_000,
        'consistency-delay-ms': 60_000,
        'system-priority': 100,
        'mac-ageing-ms': 600_000,
        'link-debounce-ms': 50,
      },
      switches: {},
      choices: {},
    }),
  )
  expect(written).toContain('set protocols iccp peer 10.255.255.2 liveness-detection minimum-interval 500\n')
  expect(written).toContain('set protocols iccp peer 10.255.255.2 liveness-detection multiplier 2\n')
  expect(written).toContain('set protocols iccp peer 10.255.255.2 session-establishment-hold-time 600\n')
  expect(written).toContain('set multi-chassis mc-lag consistency-check comparison-delay-time 60\n')
  expect(written).toContain('set interfaces ae11 aggregated-ether-options mc-ae init-delay-time 500\n')
  expect(written).toContain('set interfaces ae11 aggregated-ether-options lacp system-priority 100\n')
  expect(written).toContain('set protocols l2-learning global-mac-table-aging-time 600\n')
  expect(written).toContain('set interfaces xe-0/0/0 hold-time up 0 down 50\n')
})

test('a session hold time that is too close to the init delay is said so', () => {
  const { notes } = render(settings({ numbers: { 'reload-member-ms': 501_000 }, switches: {}, choices: {} }))
  expect(notes.map((note) => note.text)).toContainEqual(
    expect.stringContaining('should be 100 s more than the init-delay-time of 501 s'),
  )
})

test('one peer is active and keeps the LACP system, the other is standby', () => {
  const [a, b] = ['leaf-a', 'leaf-b'].map((device) => text(basic, device))
  const mcAe = 'set interfaces ae11 aggregated-ether-options mc-ae'
  expect(a).toContain(`${mcAe} chassis-id 0\n`)
  expect(a).toContain(`${mcAe} status-control active\n`)
  expect(a).toContain(`${mcAe} events iccp-peer-down prefer-status-control-active\n`)
  expect(b).toContain(`${mcAe} chassis-id 1\n`)
  expect(b).toContain(`${mcAe} status-control standby\n`)
  expect(b).not.toContain('prefer-status-control-active')
})

test('ICCP over the keepalive cable: its addresses, no interface VLAN, no backup liveness', () => {
  const beside = settings({ numbers: {}, switches: {}, choices: { 'session-path': 'keepalive-path' } })
  const written = text(beside)
  expect(written).toContain('set protocols iccp local-ip-addr 192.168.0.11\n')
  expect(written).toContain('set multi-chassis multi-chassis-protection 192.168.0.12 interface ae10\n')
  expect(written).toContain('set multi-chassis multi-chassis-protection 192.168.0.12 icl-down-delay 1\n')
  expect(written).not.toMatch(/irb|4094|backup-liveness-detection/)
})

test('a trunk names its native VLAN where it is a member of it', () => {
  const trunks = {
    ...basic,
    bonds: basic.bonds.map((bond) => ({ ...bond, vlans: { mode: 'trunk', native: 5, allowed: [30, 5, 10] } as const })),
  }
  expect(linesOf(text(trunks), 'set interfaces ae11 native')).toEqual(['set interfaces ae11 native-vlan-id 5'])
  const unit = 'set interfaces ae11 unit 0 family ethernet-switching'
  expect(linesOf(text(trunks), unit)).toEqual([
    `${unit} interface-mode trunk`,
    `${unit} vlan members v5`,
    `${unit} vlan members v10`,
    `${unit} vlan members v30`,
  ])
})

test('a static bond has no LACP, and on a pair a note', () => {
  const bonds = basic.bonds.map(({ ends: [a, b], ...bond }) => ({
    ...bond,
    ends: [
      { ...a, mode: 'static' },
      { ...b, mode: 'static' },
    ] as const,
  }))
  const { lines, notes } = render({ ...basic, bonds })
  expect(renderText(lines)).not.toContain(' lacp ')
  expect(notes.map((note) => note.text)).toContainEqual(expect.stringContaining('ae11 is written without LACP'))
})

test('writes what spanning tree is simulated with', () => {
  const guarded = text(withTree({ enabled: true, priority: 4096 }, { edge: true, guard: 'bpdu' }))
  expect(guarded).toContain('set protocols rstp bridge-priority 4k\n')
  expect(guarded).toContain('set protocols rstp interface ae10 disable\n')
  expect(guarded).toContain('set protocols rstp interface ae11 edge\n')
  expect(guarded).toContain('set protocols layer2-control bpdu-block interface ae11\n')
  const root = text(withTree({ enabled: true, priority: 0 }, { edge: false, guard: 'root' }))
  expect(root).toContain('set protocols rstp bridge-priority 0\n')
  expect(root).toContain('set protocols rstp interface ae11 no-root-port\n')
  const off = text(withTree({ enabled: false, priority: 32_768 }, { edge: false, guard: 'none' }))
  expect(linesOf(off, 'set protocols rstp')).toEqual(['set protocols rstp disable'])
})

test('the media MTU counts the Ethernet header', () => {
  const jumbo = { ...basic, bonds: basic.bonds.map((bond) => ({ ...bond, mtu: 9_000 })) }
  expect(text(jumbo)).toContain('set interfaces ae11 mtu 9014\n')
})

test('both formats say the same', () => {
  const { lines: set } = juniperJunosExporter.render(networkOf(basic), toId('leaf-a'))
  const [braces] = juniperJunosExporter.variants ?? []
  const { lines } = braces!.render(networkOf(basic), toId('leaf-a'))
  const commands = set.map((line) => line.text).filter((line) => line.startsWith('set '))
  expect(flattened(lines.map((line) => line.text)).toSorted()).toEqual(commands.toSorted())
})

test('braces: statements of one level stand together, members in one list', () => {
  const statements: readonly Statement[] = [
    { path: ['vlans', 'v1', 'vlan-id 1'], from: null },
    { path: ['a', 'b', 'members x'], from: null },
    { path: ['vlans', 'v2', 'vlan-id 2'], from: null },
    { path: ['a', 'b', 'members y'], from: null },
  ]
  expect(statements.map((one) => setCommand(one).text)[1]).toBe('set a b members x')
  expect(hierarchy(statements).map((line) => line.text)).toEqual([
    'vlans {',
    '    v1 {',
    '        vlan-id 1;',
    '    }',
    '    v2 {',
    '        vlan-id 2;',
    '    }',
    '}',
    'a {',
    '    b {',
    '        members [ x y ];',
    '    }',
    '}',
  ])
})

const basic = redrawnOn(basicPair.build().topology, 'juniper-junos')

function render(topology: Topology, device = 'leaf-a') {
  return juniperJunosExporter.render(networkOf(topology), toId(device))
}

function text(topology: Topology, device = 'leaf-a'): string {
  return renderText(render(topology, device).lines)
}

function linesOf(config: string, start: string): readonly string[] {
  return config.split('\n').filter((line) => line.startsWith(start))
}

function settings(wanted: DomainSettings): Topology {
  return { ...basic, domains: basic.domains.map((domain) => ({ ...domain, settings: wanted })) }
}

function withTree(stp: { enabled: boolean; priority: number }, end: SpanningTreeEnd): Topology {
  const bonds = basic.bonds.map(({ ends: [a, b], ...bond }) => ({
    ...bond,
    ends: [
      { ...a, stp: end },
      { ...b, stp: end },
    ] as const,
  }))
  const devices = basic.devices.map((device) => (device.kind === 'switch' ? { ...device, stp } : device))
  return { ...basic, bonds, devices }
}

/** Braces read back into `set` commands. */
function flattened(lines: readonly string[]): readonly string[] {
  const levels: string[] = []
  const found: string[] = []
  for (const line of lines.map((one) => one.trim()).filter((one) => one !== '' && !one.startsWith('#'))) {
    if (line.endsWith(' {')) levels.push(line.slice(0, -2))
    else if (line === '}') levels.pop()
    else {
      const list = /^members \[ (.*) \];$/
        .exec(line)?.[1]
        ?.split(' ')
        .map((name) => `members ${name}`)
      for (const leaf of list ?? [line.slice(0, -1)]) found.push(['set', ...levels, leaf].join(' '))
    }
  }
  return found
}
