import { describe, expect, test } from 'vitest'
import { documentJsonSchema, type JsonSchema } from '../model/jsonSchema.ts'
import { networkOf } from '../model/network.ts'
import type { Topology, VendorId } from '../model/topology.ts'
import { uplinkDesign } from '../templates/pairWithUplinks.ts'
import { renderText } from './exporter.ts'
import { EXPORTERS } from './exporters.ts'
import { PROFILES } from './index.ts'
import { redrawnOn, VENDORS } from './platforms.ts'
import { CHANGES, ofDomain, TRUNK } from './testing/everyChange.ts'
import { settingsOf, withNeeded } from './testing/everySetting.ts'

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
