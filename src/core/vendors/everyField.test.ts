import { describe, expect, test } from 'vitest'
import { documentJsonSchema, type JsonSchema } from '../model/jsonSchema.ts'
import { networkOf } from '../model/network.ts'
import { CHOICE_KEYS, NUMBER_KEYS, SWITCH_KEYS, type Profile } from '../model/profile.ts'
import type {
  Bond,
  BondEnd,
  LacpOptions,
  Link,
  MlagDomain,
  SpanningTreeEnd,
  SwitchDevice,
  Topology,
  VendorId,
  VlanMembership,
} from '../model/topology.ts'
import { uplinkDesign } from '../templates/pairWithUplinks.ts'
import { isOffered } from './effective.ts'
import { renderText } from './exporter.ts'
import { EXPORTERS } from './exporters.ts'
import { PROFILES } from './index.ts'
import { redrawnOn, VENDORS } from './platforms.ts'

const EVERY_FORMAT = VENDORS.filter((vendor) => vendor !== 'generic').flatMap((vendor) => {
  const exporter = EXPORTERS[vendor]
  return [exporter, ...(exporter.variants ?? [])].map((format) => ({ vendor, format, name: format.fileName(vendor) }))
})

/** Of spanning tree, path costs apart. */
const TREE_FIELDS = [
  'devices.stp.priority',
  'links.stp.edge',
  'links.stp.guard',
  'bonds.ends.stp.edge',
  'bonds.ends.stp.guard',
]

/** A change of one field, and the field as the stored document has it. */
interface Change {
  readonly field: string
  readonly of: (topology: Topology, profile: Profile) => Topology
  /** Where it differs: `off` where no other value is possible on the platform. */
  readonly possible?: (profile: Profile) => boolean
}

describe.each(EVERY_FORMAT)('$name', ({ vendor, format, name }) => {
  const profile = PROFILES[vendor]
  const drawn = base(vendor)
  const written = textOf(drawn)

  const atOnce = SAID_AT_ONCE[name] ?? []
  const changes = CHANGES.filter(({ field, possible }) => !atOnce.includes(field) && (possible?.(profile) ?? true))

  test.each(changes)('a change of $field is written, or a note names it', ({ of }) => {
    const changed = of(drawn, profile)
    expect(changed).not.toEqual(drawn)
    expect(textOf(changed)).not.toEqual(written)
  })

  test('so is what the domain sets: numbers, switches and behaviours that the platform offers', () => {
    const kept = settingsOf(profile).filter(({ key, change }) => {
      const needed = ofDomain((domain) => ({ ...domain, settings: withNeeded(domain.settings, key) }))(drawn)
      const changed = ofDomain((domain) => ({ ...domain, settings: change(domain.settings) }))(needed)
      return !atOnce.includes(key) && JSON.stringify(textOf(changed)) === JSON.stringify(textOf(needed))
    })
    expect(kept.map(({ key }) => key)).toEqual([])
  })

  /** Files and notes of all switches. */
  function textOf(topology: Topology) {
    const net = networkOf(topology)
    return net.topology.devices.flatMap(({ kind, id }) => {
      if (kind !== 'switch') return []
      const { lines, notes } = format.render(net, id)
      return [renderText(lines), notes.map(({ text }) => text)]
    })
  }
})

test('every field of a stored topology is changed here, or is none of a switch’s configuration', () => {
  const topology = documentJsonSchema().properties?.['design']?.properties?.['topology']
  const fields = topology === undefined ? [] : [...new Set(leavesOf(topology, ''))]
  expect(fields.length).toBeGreaterThan(60)
  const changed = new Set(CHANGES.map(({ field }) => field))
  const told = fields.filter((field) => !changed.has(field) && !NOT_WRITTEN.some((one) => matches(one, field)))
  expect(told).toEqual([])
  for (const field of changed) expect(fields).toContain(field)
  for (const one of NOT_WRITTEN) expect(fields.filter((field) => matches(one, field))).not.toEqual([])
})

function matches(pattern: string, field: string): boolean {
  return pattern.endsWith('*') ? field.startsWith(pattern.slice(0, -1)) : field === pattern
}

/** Paths to values, lists passed over: `links.stp.cost`. */
function leavesOf(schema: JsonSchema, path: string): readonly string[] {
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  const forms = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.prefixItems ?? [])]
  const item = typeof schema.items === 'object' ? [schema.items] : []
  const properties = Object.entries(schema.properties ?? {})
  const nested = [
    ...[...forms, ...item].flatMap((form) => leavesOf(form, path)),
    ...properties.flatMap(([name, form]) => leavesOf(form, below(name))),
  ]
  return nested.length === 0 ? [path] : nested
}

/** Fields that no switch is configured with: references, what the drawing and the run are for, and what hosts have. */
const NOT_WRITTEN: readonly string[] = [
  // What things are and hang together by: a change is another design.
  'devices.id',
  'devices.kind',
  'devices.vendor',
  'ports.id',
  'ports.device',
  'ports.kind',
  // The place on the device; the name is written.
  'ports.index',
  'links.id',
  'links.ends',
  'links.use',
  'bonds.id',
  'bonds.members',
  'bonds.ends.at.device',
  'bonds.ends.at.domain',
  'domains.id',
  'domains.peers',
  'domains.peerLink',
  // Burnt into the box.
  'devices.mac',
  // Of servers and routers, which have files of their own or none.
  'devices.ipv4',
  'devices.answersTo',
  'bonds.ends.lacp.netboot',
  // Of the cable itself.
  'links.delayUs',
  'links.conduit',
  'links.speedGbps',
  // For people who look at the drawing.
  'domains.label',
  'flows.*',
  // Held to each platform's own by the other test.
  'domains.settings.*',
]

const CHANGES: readonly Change[] = [
  { field: 'devices.name', of: ofSwitch((device) => ({ ...device, name: `${device.name}-2` })) },
  { field: 'devices.label', of: ofSwitch((device) => ({ ...device, label: 'row 4' })) },
  { field: 'devices.lacpSystemPriority', of: ofSwitch((device) => ({ ...device, lacpSystemPriority: 100 })) },
  { field: 'devices.stp.enabled', of: ofSwitch(({ stp, ...one }) => ({ ...one, stp: { ...stp, enabled: false } })) },
  { field: 'devices.stp.priority', of: ofSwitch(({ stp, ...one }) => ({ ...one, stp: { ...stp, priority: 4_096 } })) },
  {
    field: 'ports.name',
    of: (topology) => ({ ...topology, ports: topology.ports.map((port) => ({ ...port, name: `${port.name}9` })) }),
  },
  { field: 'links.vlans.mode', of: ofCable((link) => ({ ...link, vlans: TRUNK })) },
  { field: 'links.vlans.vlan', of: ofCable((link) => ({ ...link, vlans: { mode: 'access', vlan: 20 } })) },
  {
    field: 'links.vlans.native',
    of: ofCable((link) => ({ ...link, vlans: { ...TRUNK, native: 20 } })),
  },
  {
    field: 'links.vlans.allowed',
    of: ofCable((link) => ({ ...link, vlans: { ...TRUNK, allowed: [10, 20] } })),
  },
  { field: 'links.mtu', of: ofCable((link) => ({ ...link, mtu: 9_000 })) },
  { field: 'links.suspendWithMembers', of: ofCable((link) => ({ ...link, suspendWithMembers: true })) },
  { field: 'links.stp.edge', of: ofCable((link) => tree(link, { edge: false })) },
  { field: 'links.stp.guard', of: ofCable((link) => tree(link, { guard: 'root' })) },
  { field: 'links.stp.cost', of: ofCable((link) => tree(link, { cost: 500 })) },
  {
    field: 'links.routed.addresses',
    of: ofUplink((link) => ({ ...link, routed: { addresses: ['10.9.9.2', '10.9.9.1'], prefixLength: 30 } })),
  },
  {
    field: 'links.routed.prefixLength',
    of: ofUplink(({ routed, ...link }) => ({ ...link, ...(routed && { routed: { ...routed, prefixLength: 29 } }) })),
  },
  { field: 'bonds.vlans.mode', of: ofBond((bond) => ({ ...bond, vlans: { mode: 'access', vlan: 10 } })) },
  {
    field: 'bonds.vlans.vlan',
    of: ofBond((bond) => ({ ...bond, vlans: { mode: 'access', vlan: 20 } })),
  },
  { field: 'bonds.vlans.native', of: ofBond((bond) => ({ ...bond, vlans: { ...TRUNK, native: 20 } })) },
  { field: 'bonds.vlans.allowed', of: ofBond((bond) => ({ ...bond, vlans: { ...TRUNK, allowed: [10] } })) },
  { field: 'bonds.mtu', of: ofBond((bond) => ({ ...bond, mtu: 9_000 })) },
  { field: 'bonds.ends.channel', of: ofEnd((end) => ({ ...end, channel: 77 })) },
  { field: 'bonds.ends.mode', of: ofEnd((end) => ({ ...end, mode: 'static' })) },
  { field: 'bonds.ends.rate', of: ofEnd((end) => ({ ...end, rate: end.rate === 'fast' ? 'slow' : 'fast' })) },
  { field: 'bonds.ends.hash', of: ofEnd((end) => ({ ...end, hash: 'layer2' })) },
  { field: 'bonds.ends.stp.edge', of: ofEnd((end) => ({ ...end, stp: { ...end.stp, edge: !end.stp.edge } })) },
  { field: 'bonds.ends.stp.guard', of: ofEnd((end) => ({ ...end, stp: { ...end.stp, guard: 'root' } })) },
  { field: 'bonds.ends.stp.cost', of: ofEnd((end) => ({ ...end, stp: { ...end.stp, cost: 500 } })) },
  { field: 'bonds.ends.lacp.minLinks', of: ofLacp({ minLinks: 2 }) },
  { field: 'bonds.ends.lacp.maxBundle', of: ofLacp({ maxBundle: 2 }) },
  { field: 'bonds.ends.lacp.waitToRestoreS', of: ofLacp({ waitToRestoreS: 5 }) },
  { field: 'bonds.ends.lacp.independent', of: ofLacp({ independent: true }) },
  { field: 'bonds.ends.lacp.fallback', of: ofLacp({ fallback: 'static' }) },
  {
    field: 'bonds.ends.lacp.fallbackAfterS',
    of: (topology, profile) =>
      ofLacp({ fallback: profile.fallback?.value[0] ?? 'static', fallbackAfterS: 7 })(
        ofLacp({ fallback: profile.fallback?.value[0] ?? 'static' })(topology),
      ),
  },
  {
    field: 'domains.name',
    of: ofDomain((domain) => ({ ...domain, name: 'pair-2' })),
    possible: ({ vendor }) => NAMED.includes(vendor),
  },
  {
    field: 'domains.number',
    of: ofDomain((domain) => ({ ...domain, number: 7 })),
    possible: ({ vendor }) => NUMBERED.includes(vendor),
  },
  {
    field: 'domains.preferredPrimary',
    of: ofDomain((domain) => ({ ...domain, preferredPrimary: domain.peers[1] })),
  },
  {
    field: 'domains.systemMac',
    of: ofDomain((domain) => ({ ...domain, systemMac: '02:00:00:00:99:99' })),
    possible: ({ choices }) => choices['pair-system'].value === 'configured',
  },
  {
    field: 'domains.keepalive.addresses',
    of: ofDomain((domain) => ({ ...domain, keepalive: { ...domain.keepalive, addresses: ['10.7.7.1', '10.7.7.2'] } })),
    possible: hasKeepalive,
  },
  {
    field: 'domains.keepalive.prefixLength',
    of: ofDomain((domain) => ({ ...domain, keepalive: { ...domain.keepalive, prefixLength: 29 } })),
    possible: hasKeepalive,
  },
  {
    field: 'domains.keepalive.vrf',
    of: ofDomain((domain) => ({ ...domain, keepalive: { ...domain.keepalive, vrf: 'OTHER' } })),
    possible: hasKeepalive,
  },
  {
    field: 'domains.peering.addresses',
    of: ofDomain((domain) => ({ ...domain, peering: { ...domain.peering, addresses: ['10.8.8.1', '10.8.8.2'] } })),
  },
  {
    field: 'domains.peering.prefixLength',
    of: ofDomain((domain) => ({ ...domain, peering: { ...domain.peering, prefixLength: 29 } })),
  },
  {
    field: 'domains.peering.vlan',
    of: ofDomain((domain) => ({ ...domain, peering: { ...domain.peering, vlan: 3_800 } })),
  },
  { field: 'domains.gateways.vlan', of: ofDomain((domain) => ofGateways(domain, { vlan: 20 })) },
  {
    field: 'domains.gateways.address',
    of: ofDomain((domain) => ofGateways(domain, { address: '10.0.10.254' })),
    possible: routes,
  },
  {
    field: 'domains.gateways.addresses',
    of: ofDomain((domain) => ofGateways(domain, { addresses: ['10.0.10.4', '10.0.10.5'] })),
    possible: routes,
  },
  {
    field: 'domains.gateways.prefixLength',
    of: ofDomain((domain) => ofGateways(domain, { prefixLength: 25 })),
    possible: routes,
  },
  {
    field: 'vlans.id',
    of: (topology) => ({
      ...ofBond((bond) => ({ ...bond, vlans: { ...TRUNK, allowed: [10, 20, 30, 40] } }))(topology),
      vlans: [...topology.vlans, { id: 40, name: 'net-40' }],
    }),
  },
  {
    field: 'vlans.name',
    of: (topology) => ({ ...topology, vlans: topology.vlans.map(({ id }) => ({ id, name: `tenant-${id}` })) }),
  },
]

type Settings = MlagDomain['settings']

/** What must be on for a number to count. */
function withNeeded(own: Settings, key: string): Settings {
  const { choices = {}, switches = {} } = NEEDED.find(([start]) => key.startsWith(start))?.[1] ?? {}
  return { ...own, choices: { ...own.choices, ...choices }, switches: { ...own.switches, ...switches } }
}

const NEEDED: readonly (readonly [start: string, settings: Partial<Settings>])[] = [
  ['solo-start-ms', { switches: { 'solo-start': true } }],
  ['split-system-delay-ms', { switches: { 'split-own-system': true, standalone: true } }],
  ['dual-primary-', { switches: { 'dual-primary-detection': true } }],
  ['peer-link-down-delay-ms', { choices: { 'session-path': 'keepalive-path' } }],
]

/** Every value beside the platform's own that the domain may be set to. */
function settingsOf(profile: Profile): readonly { key: string; change: (settings: Settings) => Settings }[] {
  return [
    ...NUMBER_KEYS.flatMap((key) => {
      const base = profile.numbers[key]
      if (base === null || !isOffered(base)) return []
      const next = base.only?.find((one) => one !== base.value) ?? base.value + base.step
      const value = next <= base.max ? next : base.value - base.step
      return [{ key, change: (own: Settings) => ({ ...own, numbers: { ...own.numbers, [key]: value } }) }]
    }),
    ...SWITCH_KEYS.flatMap((key) => {
      const base = profile.switches[key]
      if (base === null || !isOffered(base)) return []
      const value = (own: Settings) => !(own.switches[key] ?? base.value)
      return [{ key, change: (own: Settings) => ({ ...own, switches: { ...own.switches, [key]: value(own) } }) }]
    }),
    ...CHOICE_KEYS.flatMap((key) =>
      profile.choices[key].others.map((value) => ({
        key: `${key}: ${value}`,
        change: (own: Settings) => ({ ...own, choices: { ...own.choices, [key]: value } }),
      })),
    ),
  ]
}

/** The pair with uplinks: a trunk to one server, an orphan, a backup route, and a keepalive on ports of its own. */
function base(vendor: VendorId): Topology {
  const { topology } = uplinkDesign('Every field', { 'backup-route': true })
  return redrawnOn(
    {
      ...topology,
      vlans: [10, 20, 30].map((id) => ({ id, name: `net-${id}` })),
      ports: topology.ports.map((port) =>
        port.kind === 'management' && topology.domains[0]?.peers.includes(port.device)
          ? { ...port, kind: 'front', name: 'Ethernet1/48', index: 48 }
          : port,
      ),
      bonds: topology.bonds.map((bond) => {
        if (bond.id === 'bond-srv-1') return { ...bond, vlans: TRUNK }
        return bond.id === 'bond-peer-link' ? { ...bond, vlans: TRUNK } : bond
      }),
      domains: topology.domains.map((domain) => ({
        ...domain,
        keepalive: { ...domain.keepalive, vrf: 'KEEPALIVE' },
      })),
    },
    vendor,
  )
}

function ofSwitch(change: (device: SwitchDevice) => SwitchDevice) {
  return (topology: Topology): Topology => ({
    ...topology,
    devices: topology.devices.map((device) => (device.kind === 'switch' ? change(device) : device)),
  })
}

function ofCable(change: (link: Link) => Link) {
  return (topology: Topology): Topology => ({
    ...topology,
    links: topology.links.map((link) => (link.id.includes('orphan') ? change(link) : link)),
  })
}

function ofUplink(change: (link: Link) => Link) {
  return (topology: Topology): Topology => ({
    ...topology,
    links: topology.links.map((link) => (link.use === 'uplink' ? change(link) : link)),
  })
}

function ofBond(change: (bond: Bond) => Bond) {
  return (topology: Topology): Topology => ({
    ...topology,
    bonds: topology.bonds.map((bond) => (bond.id === 'bond-srv-1' ? change(bond) : bond)),
  })
}

function ofEnd(change: (end: BondEnd) => BondEnd) {
  return ofBond((bond) => ({
    ...bond,
    ends: [
      'domain' in bond.ends[0].at ? change(bond.ends[0]) : bond.ends[0],
      'domain' in bond.ends[1].at ? change(bond.ends[1]) : bond.ends[1],
    ],
  }))
}

function ofLacp(lacp: LacpOptions) {
  return ofEnd((end) => ({ ...end, lacp: { ...end.lacp, ...lacp } }))
}

function ofDomain(change: (domain: MlagDomain) => MlagDomain) {
  return (topology: Topology): Topology => ({ ...topology, domains: topology.domains.map(change) })
}

function ofGateways(domain: MlagDomain, change: Partial<MlagDomain['gateways'][number]>): MlagDomain {
  return { ...domain, gateways: domain.gateways.map((gateway) => ({ ...gateway, ...change })) }
}

function tree(link: Link, change: Partial<SpanningTreeEnd>): Link {
  return {
    ...link,
    stp: [
      { ...link.stp[0], ...change },
      { ...link.stp[1], ...change },
    ],
  }
}

function hasKeepalive({ vendor }: Profile): boolean {
  return vendor !== 'mikrotik-routeros'
}

function routes({ gateway }: Profile): boolean {
  return gateway !== null
}

/** Domains that are known by name, and by number. */
const NAMED: readonly VendorId[] = ['arista-eos', 'aruba-aoscx']
const NUMBERED: readonly VendorId[] = ['cisco-nxos', 'juniper-junos', 'dell-os10', 'sonic']
/** Fields that one note speaks of whatever is drawn, by file. */
const SAID_AT_ONCE: Readonly<Record<string, readonly string[]>> = {
  // "Names of VLANs are not written."
  'nvidia-cumulus.nv': ['vlans.name'],
  'nvidia-cumulus.yaml': ['vlans.name'],
  'nvidia-cumulus.interfaces': ['vlans.name'],
  'mikrotik-routeros.rsc': ['vlans.name'],
  'mikrotik-routeros.7.21.rsc': ['vlans.name'],
  // "DAD timeout, DAD delay, DAD hold time, error-down delay and LACP system-id switch-delay are left at their defaults."
  'huawei-vrp8.v200.cfg': [
    'keepalive-timeout-ms',
    'keepalive-hold-ms',
    'keepalive-back-hold-ms',
    'suspend-delay-ms',
    'split-system-delay-ms',
  ],
  // The pair has a priority of its own; the chassis' is of plain bonds, and a note says so where there is one.
  'dell-os10.cfg': ['devices.lacpSystemPriority'],
  // "Spanning tree is simulated as drawn and not written", and what only the tables have.
  'sonic.sh': [...TREE_FIELDS, 'vlans.name', 'domains.peering.addresses', 'domains.peering.prefixLength'],
  'sonic.config_db.json': TREE_FIELDS,
}
const TRUNK: VlanMembership & { mode: 'trunk' } = { mode: 'trunk', native: 10, allowed: [10, 20, 30] }
