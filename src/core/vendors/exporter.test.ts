import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toId } from '../model/ids.ts'
import { networkOf } from '../model/network.ts'
import { NUMBER_KEYS } from '../model/profile.ts'
import type {
  Bond,
  Link,
  MlagDomain,
  Port,
  SpanningTree,
  SpanningTreeEnd,
  Topology,
  VendorId,
} from '../model/topology.ts'
import { basicPair } from '../templates/basicPair.ts'
import { renderText, withPlatform } from './exporter.ts'
import { EXPORTERS } from './exporters.ts'
import { PROFILES } from './index.ts'
import { VENDORS } from './platforms.ts'

describe('NX-OS', () => {
  test('takes the LACP rate while the port is shut', () => {
    expect(blockOf(text('cisco-nxos', basic), 'interface Ethernet1/1')).toEqual([
      'description srv-1 eth0',
      'switchport',
      'switchport mode access',
      'switchport access vlan 10',
      'shutdown',
      'lacp rate fast',
      'channel-group 11 mode active',
      'no shutdown',
    ])
  })

  test('writes every timer of the design', () => {
    const set = settings(basic, {
      numbers: {
        'keepalive-interval-ms': 400,
        'keepalive-timeout-ms': 3_000,
        'keepalive-hold-ms': 4_000,
        'member-restore-ms': 150_000,
        'gateway-restore-ms': 120_000,
        'orphan-restore-ms': 10_000,
        'solo-start-ms': 300_000,
        'system-priority': 4_096,
        'role-priority-preferred': 1,
        'mac-ageing-ms': 600_000,
        'link-debounce-ms': 500,
      },
      switches: { 'solo-start': true },
      choices: {},
    })
    const written = text('cisco-nxos', set)
    expect(blockOf(written, 'vpc domain 10')).toEqual([
      'role priority 1',
      'system-priority 4096',
      'peer-keepalive destination 192.168.0.12 source 192.168.0.11 vrf management interval 400 timeout 3 hold-timeout 4',
      'delay restore 150',
      'delay restore interface-vlan 120',
      'delay restore orphan-port 10',
      'auto-recovery reload-delay 300',
    ])
    expect(written).toContain('\nfeature interface-vlan\n')
    expect(written).toContain('\nmac address-table aging-time 600\n')
    expect(blockOf(written, 'interface Ethernet1/3')).toContain('link debounce time 500')
  })

  test('puts a keepalive on a front port into a VRF of its own, before its address', () => {
    const moved = keepaliveOnFrontPort(basic)
    expect(text('cisco-nxos', moved)).toContain('\nvrf context vpc-keepalive\n')
    expect(blockOf(text('cisco-nxos', moved), 'interface Ethernet1/48')).toEqual([
      'description peer-keepalive: mgmt-1 port1',
      'no switchport',
      'vrf member vpc-keepalive',
      'ip address 192.168.0.11/24',
      'no shutdown',
    ])
  })

  test('marks an orphan that goes down with the members', () => {
    const marked = mapLinks(basic, (link) => ({ ...link, suspendWithMembers: true }))
    expect(blockOf(text('cisco-nxos', marked), 'interface Ethernet1/3')).toContain('vpc orphan-port suspend')
    expect(blockOf(text('cisco-nxos', marked), 'interface Ethernet1/1')).not.toContain('vpc orphan-port suspend')
  })

  test('writes a trunk with its native VLAN among the allowed ones', () => {
    const trunks = mapBonds(basic, (bond) => ({
      ...bond,
      vlans: { mode: 'trunk', native: 5, allowed: [30, 10, 11, 12] },
    }))
    expect(blockOf(text('cisco-nxos', trunks), 'interface port-channel11')).toEqual([
      'description vPC 11: srv-1',
      'switchport',
      'switchport mode trunk',
      'switchport trunk native vlan 5',
      'switchport trunk allowed vlan 5,10-12,30',
      'spanning-tree port type edge trunk',
      'vpc 11',
      'no shutdown',
    ])
  })

  test('writes what spanning tree is simulated with', () => {
    const guarded = withSpanningTree(basic, { enabled: true, priority: 4096 }, { edge: true, guard: 'bpdu' })
    expect(text('cisco-nxos', guarded)).toContain('\nspanning-tree vlan 1,10 priority 4096\n')
    expect(blockOf(text('cisco-nxos', guarded), 'interface port-channel11')).toContain('spanning-tree bpduguard enable')
    expect(blockOf(text('cisco-nxos', guarded), 'interface Ethernet1/3')).toContain('spanning-tree bpduguard enable')
    expect(blockOf(text('cisco-nxos', guarded), 'interface port-channel10')).toContain(
      'spanning-tree port type network',
    )
    const off = withSpanningTree(basic, { enabled: false, priority: 32_768 }, { edge: false, guard: 'root' })
    expect(text('cisco-nxos', off)).toContain('\nno spanning-tree vlan 1,10\n')
    expect(blockOf(text('cisco-nxos', off), 'interface port-channel11')).toContain('spanning-tree guard root')
    expect(text('cisco-nxos', off)).not.toContain('type edge')
  })

  test('a static bond has no rate and needs no LACP', () => {
    const bonds = mapBonds(basic, ({ ends: [a, b], ...bond }) => ({
      ...bond,
      ends: [
        { ...a, mode: 'static', rate: 'fast' },
        { ...b, mode: 'static', rate: 'fast' },
      ],
    }))
    const written = text('cisco-nxos', bonds)
    expect(written).not.toMatch(/lacp/)
    expect(blockOf(written, 'interface Ethernet1/1')).toContain('channel-group 11 mode on')
  })
})

describe('EOS', () => {
  test('writes what spanning tree is simulated with', () => {
    const guarded = withSpanningTree(basic, { enabled: true, priority: 4096 }, { edge: true, guard: 'bpdu' })
    expect(text('arista-eos', guarded)).toContain('\nspanning-tree mst 0 priority 4096\n')
    expect(blockOf(text('arista-eos', guarded), 'interface Port-Channel11')).toEqual(
      expect.arrayContaining(['spanning-tree portfast', 'spanning-tree bpduguard enable']),
    )
    const off = withSpanningTree(basic, { enabled: false, priority: 32_768 }, { edge: false, guard: 'root' })
    expect(text('arista-eos', off)).toContain('\nspanning-tree mode none\n')
    expect(blockOf(text('arista-eos', off), 'interface Port-Channel11')).toContain('spanning-tree guard root')
  })

  test('writes every timer of the design', () => {
    const set = settings(basic, {
      numbers: {
        'heartbeat-interval-ms': 2_500,
        'dual-primary-delay-ms': 10_000,
        'dual-primary-member-restore-ms': 90_000,
        'dual-primary-orphan-restore-ms': 30_000,
        'reload-member-ms': 60_000,
        'reload-orphan-ms': 90_000,
        'role-priority-preferred': 1,
        'system-priority': 4_096,
        'mac-ageing-ms': 600_000,
        'link-debounce-ms': 500,
      },
      switches: { 'dual-primary-detection': true },
      choices: {},
    })
    const written = text('arista-eos', set)
    expect(blockOf(written, 'mlag configuration')).toEqual([
      'domain-id leafs',
      'heartbeat-interval 2500',
      'local-interface Vlan4094',
      'peer-address 10.255.255.2',
      'peer-address heartbeat 192.168.0.12 vrf management',
      'peer-link Port-Channel10',
      'primary-priority 1',
      'dual-primary detection delay 10 action errdisable all-interfaces',
      'dual-primary recovery delay mlag 90 non-mlag 30',
      'reload-delay mlag 60',
      'reload-delay non-mlag 90',
    ])
    expect(written).toContain('\nlacp system-priority 4096\n')
    expect(written).toContain('\nmac address-table aging-time 600\n')
    expect(blockOf(written, 'interface Ethernet1/3')).toContain('link-debounce time 0 500')
  })

  test('asks for fast LACPDUs on the member, after it joined', () => {
    expect(blockOf(text('arista-eos', basic), 'interface Ethernet1/1')).toEqual([
      'description srv-1 eth0',
      'channel-group 11 mode active',
      'lacp timer fast',
    ])
  })

  test('the default VRF is not named', () => {
    const written = text(
      'arista-eos',
      domains(basic, (domain) => ({
        ...domain,
        keepalive: { ...domain.keepalive, vrf: 'default' },
      })),
    )
    expect(written).not.toMatch(/vrf/)
    expect(blockOf(written, 'mlag configuration')).toContain('peer-address heartbeat 192.168.0.12')
  })
})

describe.each(VENDORS)('%s', (vendor) => {
  test('leaves the keepalive out where none is drawn, and says so', () => {
    const links = basic.links.filter(({ use }) => use !== 'keepalive')
    const { lines, notes } = rendered(vendor, { ...basic, links })
    expect(renderText(lines)).not.toMatch(/\n *(peer-keepalive|peer-address heartbeat)/)
    expect(notes.map(({ text }) => text)).toContainEqual(expect.stringContaining('No keepalive cable is drawn'))
  })

  test('a value that the platform cannot take is left at the default, and said so in the file', () => {
    const key = NUMBER_KEYS.find((one) => PROFILES[vendor].numbers[one]?.editable)!
    const { lines, notes } = rendered(vendor, settings(basic, { numbers: { [key]: -1 }, switches: {}, choices: {} }))
    const { label } = PROFILES[vendor].numbers[key]!
    expect(notes.filter(({ text }) => text.startsWith(`${label} -1 is not possible`))).toHaveLength(1)
    const { comment } = EXPORTERS[vendor]
    expect(lines.filter(({ text }) => text.startsWith(`${comment} Note: `))).toHaveLength(notes.length)
  })

  test('every line of a port, a bond and the domain leads back to what was drawn', () => {
    const { lines } = rendered(vendor, basic)
    const drawn = new Set<string | null>([...basic.links, ...basic.bonds, ...basic.domains].map(({ id }) => id))
    const inBlocks = lines.filter(({ text }) => OF_DRAWN.test(text))
    expect(inBlocks.length).toBeGreaterThan(8)
    for (const { from } of inBlocks) expect(drawn).toContain(from)
  })

  test('no label adds a line or changes one that is not a description or a comment', () => {
    const plain = everyFormat(vendor, basic)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (label, nasty) => {
        const used = nasty ? `${label}\r\nreload\u2028 !" ' ? $(x) | no feature vpc\u0085` : label
        const labelled = {
          ...basic,
          devices: basic.devices.map((device) => ({ ...device, label: used })),
          domains: basic.domains.map((domain) => ({ ...domain, label: used })),
        }
        const lines = everyFormat(vendor, labelled)
        const changed = lines.filter((line, at) => line !== plain[at])
        expect(lines).toHaveLength(plain.length)
        expect(changed.filter((line) => !FREE_TEXT_LINE.test(line))).toEqual([])
      }),
      { seed: 20_261_124, numRuns: 100 },
    )
  })

  test('a name that the document check would refuse adds no line either', () => {
    const devices = basic.devices.map((device) => ({ ...device, name: `${device.name}\nno feature vpc` }))
    const vlans = basic.vlans.map((vlan) => ({ ...vlan, name: 'x\nreload' }))
    expect(everyFormat(vendor, { ...basic, devices, vlans })).toHaveLength(everyFormat(vendor, basic).length)
  })
})

test('another platform keeps the drawn ports and says when it has no such names', () => {
  const ports = basic.ports.map((port) => ({ ...port, name: port.name.replace('Ethernet1/', 'Ethernet') }))
  const { lines, notes } = rendered('cisco-nxos', { ...basic, ports })
  expect(lines.map(({ text }) => text)).toContain('interface Ethernet53')
  expect(notes[0]?.text).toBe(
    'Not port names of NX-OS, kept as drawn: Ethernet53, Ethernet54, Ethernet1, Ethernet2, Ethernet3.',
  )
})

test('the management port is the platform’s own', () => {
  expect(text('arista-eos', basic)).toContain('\ninterface Management1\n')
})

const basic = basicPair.build().topology

/** Heads of what is drawn: ports, bonds, the domain. */
const OF_DRAWN =
  /^(interface (?!vlan\d)|vlt-domain|vpc domain|mlag configuration|set interfaces|set protocols iccp|set multi-chassis|sudo config (portchannel|mclag)|nv set (interface|mlag)|# (MLAG|peer port|DRNI|LAG|port\d)|add (mlag-id|mode|name|bridge=\S+ interface)=?)/
/** Free text stands in comments and descriptions, of these characters only. */
const FREE_TEXT = '[A-Za-z0-9 ._,:()/+=@-]{1,250}'
const FREE_TEXT_LINE = new RegExp(
  [
    `^[!#] ${FREE_TEXT}$`,
    `^ +description "?${FREE_TEXT}"?;?$`,
    `^set interfaces \\S+ description "${FREE_TEXT}"$`,
    `^    "[^"]+": \\{"admin_status": "up", "description": "${FREE_TEXT}", [a-z0-9_:", ]+\\},?$`,
  ].join('|'),
)

function rendered(vendor: VendorId, topology: Topology, device = 'leaf-a') {
  return EXPORTERS[vendor].render(networkOf(withPlatform(topology, vendor)), toId(device))
}

function text(vendor: VendorId, topology: Topology, device = 'leaf-a'): string {
  return renderText(rendered(vendor, topology, device).lines)
}

/** The lines of a switch's files, one format after the other. */
function everyFormat(vendor: VendorId, topology: Topology): readonly string[] {
  const net = networkOf(withPlatform(topology, vendor))
  const exporter = EXPORTERS[vendor]
  return [exporter, ...(exporter.variants ?? [])].flatMap(({ render }) =>
    renderText(render(net, toId('leaf-a')).lines).split('\n'),
  )
}

/** The lines typed in a mode, without their indent. */
function blockOf(config: string, head: string): string[] {
  const lines = config.split('\n')
  const body = lines.slice(lines.indexOf(head) + 1)
  return body
    .slice(
      0,
      body.findIndex((line) => !line.startsWith(' ')),
    )
    .map((line) => line.trim())
}

function settings(topology: Topology, wanted: MlagDomain['settings']): Topology {
  return domains(topology, (domain) => ({ ...domain, settings: wanted }))
}

function domains(topology: Topology, change: (domain: MlagDomain) => MlagDomain): Topology {
  return { ...topology, domains: topology.domains.map(change) }
}

function mapLinks(topology: Topology, change: (link: Link) => Link): Topology {
  return { ...topology, links: topology.links.map(change) }
}

function mapBonds(topology: Topology, change: (bond: Bond) => Bond): Topology {
  return { ...topology, bonds: topology.bonds.map(change) }
}

/** All switches and all ends alike. */
function withSpanningTree(topology: Topology, stp: SpanningTree, end: SpanningTreeEnd): Topology {
  const bonds = topology.bonds.map(({ ends: [a, b], ...bond }) => ({
    ...bond,
    ends: [
      { ...a, stp: end },
      { ...b, stp: end },
    ] as const,
  }))
  return {
    ...topology,
    bonds,
    devices: topology.devices.map((device) => (device.kind === 'switch' ? { ...device, stp } : device)),
    links: topology.links.map((link) => ({ ...link, stp: [end, end] as const })),
  }
}

function keepaliveOnFrontPort(topology: Topology): Topology {
  const move = (port: Port): Port =>
    port.kind === 'management' ? { ...port, kind: 'front', name: 'Ethernet1/48', index: 48 } : port
  return { ...topology, ports: topology.ports.map(move) }
}
