import type { BondId, DeviceId, DomainId, FlowId, LinkId, PortId } from '../model/ids.ts'
import type { LagRole } from '../model/network.ts'
import type { Fallback } from '../model/profile.ts'
import type { BondEnd, HashPolicy, LacpOptions, Topology, VendorId } from '../model/topology.ts'
import type { Parameter } from '../protocol/mlag/messages.ts'
import type { PeerConfig } from '../protocol/mlag/peerState.ts'
import type { PlanStp } from './stpPlan.ts'

/** The topology with everything numbered, so that the engine looks things up by array index. Fixed during a run. */
export interface Plan {
  readonly topology: Topology
  readonly devices: readonly PlanDevice[]
  readonly ports: readonly PlanPort[]
  readonly links: readonly PlanLink[]
  readonly lags: readonly PlanLag[]
  readonly domains: readonly PlanDomain[]
  readonly directions: readonly PlanDirection[]
  /** Virtual router addresses; the first one's number follows that of the last device. */
  readonly virtuals: readonly PlanVirtual[]
}

export interface PlanDevice {
  readonly index: number
  readonly id: DeviceId
  readonly name: string
  readonly kind: 'switch' | 'host' | 'management-switch' | 'router'
  readonly mac: string
  readonly ports: readonly number[]
  readonly lags: readonly number[]
  /** Bridged interfaces of a switch, in order; empty on hosts. */
  readonly bridgePorts: readonly PlanBridgePort[]
  /** Those of `lags` that follow the light or a time-out, not only LACP; and single ports by position in `bridgePorts`. */
  readonly staticLags: readonly number[]
  readonly singlePorts: readonly number[]
  readonly stp: PlanStp | null
  /** Index of the domain it is a peer of, and which peer; -1 otherwise. */
  readonly domain: number
  readonly peer: -1 | 0 | 1
  readonly otherPeer: number
  readonly lacpSystemPriority: number
  readonly lacpPortPriority: number
  /** LACPDUs of its own system are taken for a loop and ignored. */
  readonly ignoresOwnSystem: boolean
  /** How long light must be gone before the device believes it, and whether a source says so. */
  readonly debounceUs: number
  readonly debounceAssumed: boolean
  /** The same of ports of a peer-link, where that holds longer. */
  readonly peerLinkHoldUs: number
  readonly ageingUs: number
  readonly egressRule: 'all-frames' | 'flooded-frames'
  /** Ports of routed uplinks: of a switch to routers, of a router to switches. */
  readonly uplinks: readonly number[]
  /** A host that answers to the address a frame came from. */
  readonly answersSender: boolean
}

export interface PlanBridgePort {
  /** A port-channel, or a single port. */
  readonly lag: number
  readonly port: number
  readonly vlans: readonly number[]
  /** Port number in spanning tree, 0 for the peer-link. */
  readonly stp: number
}

export interface PlanPort {
  readonly index: number
  readonly id: PortId
  readonly name: string
  readonly device: number
  readonly link: number
  readonly end: 0 | 1
  readonly far: number
  /** Index of its lag, or -1. */
  readonly lag: number
  /** Position in its device's bridge ports, or -1 (hosts, keepalive ports). */
  readonly bridgePort: number
  /** Position of the bridge port that a member has while it forwards by itself, or -1. */
  readonly individual: number
  readonly position: number
  /** What LACP calls it: its number as text, written once since it is looked up for every LACPDU. */
  readonly lacpId: string
}

export interface PlanLink {
  readonly index: number
  readonly id: LinkId
  readonly ports: readonly [number, number]
  readonly delayUs: number
  readonly use: 'data' | 'keepalive' | 'uplink'
  /** VLAN whose frames cross the cable without a tag. */
  readonly untaggedVlan: number
  /** An orphan port of this peer goes down with the members. */
  readonly suspendWithMembers: boolean
}

export interface PlanLag {
  readonly index: number
  readonly bond: BondId
  readonly device: number
  readonly name: string
  readonly channel: number
  readonly role: LagRole
  readonly end: BondEnd
  readonly options: LacpOptions
  readonly fallback: PlanFallback | null
  /** False where the partner has loaded no bonding yet: that the bond does not stand is no fault of the pair. */
  readonly awaited: boolean
  readonly ports: readonly number[]
  readonly bridgePort: number
  readonly hash: HashPolicy
}

/** What members without a partner do, and how long after it was given up. */
export interface PlanFallback {
  readonly way: NonNullable<LacpOptions['fallback']>
  readonly afterUs: number
  readonly onPair: Fallback['onPair']
  /** Where both peers elect one leg: it is this one, while it can. */
  readonly elected: boolean
  /** LACP port priority that elects it; null: that of any port. */
  readonly portPriority: number | null
}

export interface PlanDomain {
  readonly index: number
  readonly id: DomainId
  readonly name: string
  readonly vendor: VendorId
  /** Null: not documented. */
  readonly keepaliveUdpPort: number | null
  readonly peers: readonly [number, number]
  /** Lag of the peer-link on each peer, or -1. */
  readonly peerLinks: readonly [number, number]
  /** Ports from which each peer sends keepalives. */
  readonly keepalivePorts: readonly [readonly number[], readonly number[]]
  /** Cables of every keepalive path. */
  readonly keepalivePaths: readonly (readonly number[])[]
  /** Ports of each peer that lead to devices outside the pair and are in no bond. */
  readonly orphanPorts: readonly [readonly number[], readonly number[]]
  /** Numbers of its virtual addresses by VLAN, and the VLAN in which the peers send each other what they route. */
  readonly virtuals: ReadonlyMap<number, number>
  readonly peeringVlan: number
  readonly configs: readonly [PeerConfig, PeerConfig]
  /** In the order of the peers. */
  readonly parameters: readonly [readonly Parameter[], readonly Parameter[]]
}

/** A router address that both peers of a domain answer for. */
export interface PlanVirtual {
  readonly domain: number
  readonly vlan: number
  readonly ipv4: string
  readonly mac: string
  /** Frames that a peer routes into the VLAN come from the virtual address, not from its own. */
  readonly sends: boolean
}

/** One direction of a flow. Addresses are numbers of the sending and receiving device, or of a virtual address. */
export interface PlanDirection {
  readonly index: number
  readonly flow: FlowId
  readonly direction: 0 | 1
  readonly from: number
  readonly to: number
  /** Of the sender and of the receiver; 0 for a router. */
  readonly vlan: number
  readonly toVlan: number
  /** Address that the sender's frames go to: the receiver's, or its gateway's. */
  readonly hop: number
  /** Domain that routes into the receiver's VLAN, -1 where nothing is routed into one. */
  readonly toDomain: number
  /** UDP port of the sender and of the receiver. */
  readonly udpPorts: readonly [number, number]
  /** Of its probes and of its ARP request, by the policy of the sender. */
  readonly hashes: Hashes
  readonly arpHashes: Hashes
}

export type Hashes = Readonly<Record<HashPolicy, number>>
