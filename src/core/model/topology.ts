import type { BondId, DeviceId, DomainId, FlowId, LinkId, PortId } from './ids.ts'
import type { Choices, NumberKey, SwitchKey } from './profileKeys.ts'

/** Platforms that form pairs. */
export const VENDOR_IDS = [
  'cisco-nxos',
  'arista-eos',
  'juniper-junos',
  'huawei-vrp8',
  'nvidia-cumulus',
  'dell-os10',
  'aruba-aoscx',
  'sonic',
  'h3c-comware',
  'mikrotik-routeros',
  'generic',
] as const

/** Platforms of switches below a pair only. */
export const PLAIN_VENDOR_IDS = ['cisco-ios-xe'] as const

/** Every platform; each has a folder in `vendors/`. */
export const ALL_VENDOR_IDS = [...VENDOR_IDS, ...PLAIN_VENDOR_IDS] as const
export type VendorId = (typeof ALL_VENDOR_IDS)[number]

/** Whether two switches of the platform make a pair. */
export function formsPairs(vendor: VendorId): boolean {
  return VENDOR_IDS.some((id) => id === vendor)
}

/** The drawn design without positions: what is checked, simulated and exported. Plain JSON. */
export interface Topology {
  readonly devices: readonly Device[]
  readonly ports: readonly Port[]
  readonly links: readonly Link[]
  readonly bonds: readonly Bond[]
  readonly domains: readonly MlagDomain[]
  readonly vlans: readonly Vlan[]
  readonly flows: readonly Flow[]
}

export type Device = SwitchDevice | HostDevice | ManagementSwitch | RouterDevice

interface DeviceBase {
  readonly id: DeviceId
  /** Unique among devices and domains; `[A-Za-z0-9._-]{1,63}`. What configs, targets and JSON use. */
  readonly name: string
  /** Free text shown beside the name; empty when unused. */
  readonly label: string
  /** Base address, lower case with colons: LACP system of a switch, address of a host. */
  readonly mac: string
}

export interface SwitchDevice extends DeviceBase {
  readonly kind: 'switch'
  readonly vendor: VendorId
  /** 0..65535, lower is better. Of the chassis; a pair announces its own. */
  readonly lacpSystemPriority: number
  readonly stp: SpanningTree
}

/** Rapid spanning tree of a switch. The peers of a pair make one tree with the same priority. */
export interface SpanningTree {
  readonly enabled: boolean
  /** 0..61440 in steps of 4096, lower becomes root. */
  readonly priority: number
}

/** How spanning tree treats one end of a cable or bond. Of no meaning on a host or a peer-link. */
export interface SpanningTreeEnd {
  /** Forwards at once: nothing that bridges is expected here. */
  readonly edge: boolean
  /** `root`: a better root behind it blocks the port. `bpdu`: any BPDU takes the port down. */
  readonly guard: 'none' | 'root' | 'bpdu'
  /** Path cost; follows the speed when left out. */
  readonly cost?: number
}

export interface HostDevice extends DeviceBase {
  readonly kind: 'host'
  readonly ipv4: string
  /**
   * `sender`: answers go to the address that a frame came from, as storage systems and load balancers do, not to the
   * gateway's virtual one. The gateway when left out.
   */
  readonly answersTo?: 'sender'
}

/** What is upstream: reaches pairs over routed uplinks, with static routes that follow the light. */
export interface RouterDevice extends DeviceBase {
  readonly kind: 'router'
  /** Stands for everything beyond it. */
  readonly ipv4: string
}

/** A plain learning bridge for keepalives; no LACP, no MLAG. */
export interface ManagementSwitch extends DeviceBase {
  readonly kind: 'management-switch'
}

/** A port exists once something is plugged into it. */
export interface Port {
  readonly id: PortId
  readonly device: DeviceId
  /** Follows the platform: `Ethernet1/1`, `mgmt0`, `eth0`. Unique on its device. */
  readonly name: string
  readonly kind: 'front' | 'management'
  /** Position on the device, from 1 (hosts: eth0 is 1). The LACP port number rests on it, not on the name. */
  readonly index: number
}

/** One cable. Either end may fail; both ends exist. */
export interface Link {
  readonly id: LinkId
  readonly ends: readonly [PortId, PortId]
  /** One-way delay in microseconds, at least 1. */
  readonly delayUs: number
  readonly speedGbps: number
  /**
   * `keepalive` cables are routed ports or management ports outside the bridge; `data` cables are bridged; `uplink`
   * cables are routed ports between a switch and a router.
   */
  readonly use: 'data' | 'keepalive' | 'uplink'
  /** Uplinks only: the address at either end. */
  readonly routed?: PairAddresses
  /** VLANs of a cable that is in no bond; a bond has its own. */
  readonly vlans: VlanMembership
  readonly mtu: number
  /** What the cable shares its way with: cables of one conduit are lost together. By itself when left out. */
  readonly conduit?: string
  /** Orphan cables only: the peer that suspends its MLAG members takes this port down as well. */
  readonly suspendWithMembers: boolean
  /** Spanning tree at either end of a cable that is in no bond; a bond has its own. */
  readonly stp: readonly [SpanningTreeEnd, SpanningTreeEnd]
}

export type VlanMembership =
  | { readonly mode: 'access'; readonly vlan: number }
  | { readonly mode: 'trunk'; readonly native: number; readonly allowed: readonly number[] }

/**
 * One link aggregation, seen whole: its member cables and both ends. An end on a domain has its legs on both peers.
 * A domain's peer-link is a bond between its two peers.
 */
export interface Bond {
  readonly id: BondId
  readonly members: readonly LinkId[]
  readonly ends: readonly [BondEnd, BondEnd]
  readonly vlans: VlanMembership
  readonly mtu: number
}

export interface BondEnd {
  /** The device that ends the bond, or the domain whose two peers do. */
  readonly at: { readonly device: DeviceId } | { readonly domain: DomainId }
  /**
   * Port-channel number on this end (hosts: bond number). On a domain it is the MLAG id as well. A host's bond to
   * switches that are no pair is one `Bond` to each, with the same number on the host.
   */
  readonly channel: number
  readonly mode: 'active' | 'passive' | 'static'
  /** What this end asks its partner to send: fast 1 s (timeout 3 s), slow 30 s (timeout 90 s). */
  readonly rate: 'fast' | 'slow'
  readonly stp: SpanningTreeEnd
  /** What differs from plain LACP; each field has its default when left out. */
  readonly lacp?: LacpOptions
  /** How this end spreads what it sends over its members; `hashPolicyOf` when left out. */
  readonly hash?: HashPolicy
}

/** LACP of one end of a bond beyond mode and rate. On a pair each peer counts its own legs. */
export interface LacpOptions {
  /** With fewer members distributing the bond carries nothing. 1 when left out. */
  readonly minLinks?: number
  /** No more members than that are used, the rest stand by. All when left out. */
  readonly maxBundle?: number
  /** How long a link that was lost must be up before it is used again, in seconds. 0 when left out. */
  readonly waitToRestoreS?: number
  /** Collecting and distributing are switched one after the other. Together when left out. */
  readonly independent?: boolean
  /**
   * Switches: what becomes of members that hear no LACPDUs. `static`: one forwards for the port-channel; `individual`:
   * each forwards by itself. They stay out when left out, and where the platform has no such way.
   */
  readonly fallback?: 'static' | 'individual'
  /** For how long no LACPDU must be heard before that, in seconds. The platform's value when left out. */
  readonly fallbackAfterS?: number
  /** Hosts: no bonding is loaded yet, as at boot over the network. One cable is used, without LACP: the first that answers. */
  readonly netboot?: boolean
}

/** What decides the member that a frame leaves by: Linux' three policies, and one that is alike both ways. */
export const HASH_POLICIES = ['layer2', 'layer2+3', 'layer3+4', 'symmetric'] as const
export type HashPolicy = (typeof HASH_POLICIES)[number]

/** The policy of an end on a device: servers hash addresses and ports, switches do so alike in both directions. */
export function hashPolicyOf({ hash }: Pick<BondEnd, 'hash'>, kind: Device['kind']): HashPolicy {
  return hash ?? (kind === 'host' ? 'layer3+4' : 'symmetric')
}

/** A switch as it comes. */
export const DEFAULT_SPANNING_TREE: SpanningTree = { enabled: true, priority: 32_768 }

/** What an end gets when it is drawn: edge where a host is at the other one. */
export function spanningTreeTowards(farKind: Device['kind']): SpanningTreeEnd {
  return { edge: farKind === 'host', guard: 'none' }
}

/** Two peers that act as one switch towards their bonds. */
export interface MlagDomain {
  readonly id: DomainId
  readonly name: string
  readonly label: string
  /** Domain id on platforms that number it. */
  readonly number: number
  readonly peers: readonly [DeviceId, DeviceId]
  readonly preferredPrimary: DeviceId
  /** LACP system that both peers announce on platforms where it is configured. Locally administered. */
  readonly systemMac: string
  readonly peerLink: BondId | null
  readonly keepalive: PairAddresses & { readonly vrf: string }
  /** Where the platform's peers talk over an interface VLAN on the peer-link (EOS). */
  readonly peering: PairAddresses & { readonly vlan: number }
  /** The VLANs that the pair is the router of; by number. */
  readonly gateways: readonly Gateway[]
  readonly settings: DomainSettings
}

/** One address for each peer, in the order of `peers`. */
export interface PairAddresses {
  readonly addresses: readonly [string, string]
  readonly prefixLength: number
}

/** An interface VLAN on both peers, and the router address that both answer for. */
export interface Gateway extends PairAddresses {
  readonly vlan: number
  /** The virtual address: what hosts have as their gateway. */
  readonly address: string
}

/** What the user set differently from the platform's profile. Keys a platform does not have are kept and ignored. */
export interface DomainSettings {
  readonly numbers: Readonly<Partial<Record<NumberKey, number>>>
  readonly switches: Readonly<Partial<Record<SwitchKey, boolean>>>
  readonly choices: Readonly<Partial<Choices>>
}

export interface Vlan {
  /** 1..4094. */
  readonly id: number
  /** `[A-Za-z0-9._-]{1,32}`. */
  readonly name: string
}

/** A train of UDP probes in both directions: between two hosts, a host and a router, or a host and its gateway. */
export interface Flow {
  readonly id: FlowId
  readonly from: DeviceId
  /** A domain means the gateway that it is for the host. */
  readonly to: DeviceId | DomainId
  /** UDP port at `from` and at `to`: what the hashes see. */
  readonly ports: readonly [number, number]
}
