import type { Profile } from '../../model/profile.ts'
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
} from '../../model/topology.ts'

/** A change of one field, and the field as the stored document has it. */
export interface Change {
  readonly field: string
  readonly of: (topology: Topology, profile: Profile) => Topology
  /** Where it differs: `off` where no other value is possible on the platform. */
  readonly possible?: (profile: Profile) => boolean
}

/** A change of every field that a switch is configured with. */
export const CHANGES: readonly Change[] = [
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

export function ofDomain(change: (domain: MlagDomain) => MlagDomain) {
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
export const TRUNK: VlanMembership & { mode: 'trunk' } = { mode: 'trunk', native: 10, allowed: [10, 20, 30] }
