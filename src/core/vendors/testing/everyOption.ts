import type { Profile } from '../../model/profile.ts'
import { NUMBER_KEYS, SWITCH_KEYS } from '../../model/profileKeys.ts'
import type { Bond, BondEnd, Link, Topology, VendorId, VlanMembership } from '../../model/topology.ts'
import { uplinkDesign } from '../../templates/pairWithUplinks.ts'
import { isOffered } from '../effective.ts'
import { PROFILES } from '../index.ts'

/**
 * The pair with uplinks on one platform, with everything set that a drawing lets one set: every timer beside its default,
 * two gateways, tracked uplinks and a backup route, a native VLAN, jumbo frames, guards, limits of the number of members,
 * a fallback, a static bond, a marked orphan, a keepalive on front ports in a VRF of its own, and labels that need care.
 */
export function everyOption(vendor: VendorId): Topology {
  const { topology } = uplinkDesign('Every option', {})
  return {
    ...topology,
    devices: topology.devices.map((device) => {
      if (device.kind === 'host') return { ...device, label: 'Zürich "2. OG"; row #4!' }
      return device.kind === 'switch'
        ? { ...device, lacpSystemPriority: 200, stp: { enabled: true, priority: 8_192 } }
        : device
    }),
    // The keepalive leaves the management ports.
    ports: topology.ports.map((port) =>
      port.kind === 'management' && topology.domains[0]?.peers.includes(port.device)
        ? { ...port, kind: 'front', name: 'Ethernet1/48', index: 48 }
        : port,
    ),
    bonds: topology.bonds.map(dressed),
    links: topology.links.map(dressedLink),
    domains: topology.domains.map((domain) => ({
      ...domain,
      keepalive: { ...domain.keepalive, vrf: 'KEEPALIVE' },
      gateways: [
        ...domain.gateways,
        { vlan: 20, address: '10.0.20.1', addresses: ['10.0.20.2', '10.0.20.3'], prefixLength: 24 },
      ],
      settings: settingsOf(PROFILES[vendor]),
    })),
    vlans: [10, 20, 30].map((id) => ({ id, name: `net-${id}` })),
  }
}

function dressed(bond: Bond): Bond {
  if (bond.id === 'bond-peer-link') return { ...bond, vlans: PEER_LINK, mtu: JUMBO }
  const [near, far] = bond.ends
  // The second server's bond is static, on an access port.
  if (bond.id === 'bond-srv-2') {
    return {
      ...bond,
      ends: [
        { ...near, mode: 'static', stp: GUARDED },
        { ...far, mode: 'static' },
      ],
    }
  }
  const own: BondEnd = {
    ...near,
    rate: 'fast',
    stp: { edge: true, guard: 'bpdu' },
    lacp: { minLinks: 1, maxBundle: 4, fallback: 'individual', fallbackAfterS: 30, waitToRestoreS: 5 },
  }
  return { ...bond, vlans: TRUNK, mtu: JUMBO, ends: [own, far] }
}

function dressedLink(link: Link): Link {
  if (link.use !== 'data') return link
  if (link.id.includes('orphan')) {
    return { ...link, suspendWithMembers: true, stp: [{ edge: false, guard: 'root', cost: 500 }, link.stp[1]] }
  }
  const between = link.id.includes('-p53-') || link.id.includes('-p54-')
  if (between) return { ...link, vlans: PEER_LINK, mtu: JUMBO }
  return link.id.includes('srv-1') ? { ...link, vlans: TRUNK, mtu: JUMBO } : link
}

/** Each number one step beside its default, each switch on. */
function settingsOf({ numbers, switches }: Profile): Topology['domains'][number]['settings'] {
  return {
    numbers: Object.fromEntries(
      NUMBER_KEYS.flatMap((key) => {
        const base = numbers[key]
        if (base === null || !isOffered(base) || !base.editable) return []
        const next = base.only?.find((one) => one !== base.value) ?? base.value + base.step
        return [[key, next <= base.max ? next : base.value - base.step] as const]
      }),
    ),
    switches: Object.fromEntries(
      SWITCH_KEYS.flatMap((key) => {
        const base = switches[key]
        return base !== null && isOffered(base) && base.editable ? [[key, true] as const] : []
      }),
    ),
    choices: {},
  }
}

const JUMBO = 9_000
const GUARDED = { edge: true, guard: 'none' } as const
const TRUNK: VlanMembership = { mode: 'trunk', native: 30, allowed: [10, 20, 30] }
const PEER_LINK: VlanMembership = { mode: 'trunk', native: 1, allowed: [10, 20, 30] }
