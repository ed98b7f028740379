import type { Choices, NumberKey, SwitchKey } from './profileKeys.ts'
import type { LacpOptions, VendorId } from './topology.ts'

export type Confidence = 'documented' | 'observed' | 'assumed'

/** A value of a platform's behaviour with where it comes from. */
export interface Sourced<T> {
  readonly value: T
  readonly source: string
  readonly confidence: Confidence
}

export interface SourcedNumber extends Sourced<number> {
  readonly min: number
  readonly max: number
  /** Values are whole multiples of it: 1000 where the platform's command takes seconds. */
  readonly step: number
  /** Where the platform offers a few values only; all within `min` and `max`. */
  readonly only?: readonly number[]
  /** The platform has a command for it, so the inspector offers it and the exporter writes it. */
  readonly editable: boolean
  /** On screen, in the platform's words: "Delay restore". */
  readonly label: string
}

export interface SourcedSwitch extends Sourced<boolean> {
  readonly editable: boolean
  readonly label: string
}

export interface SourcedChoice<T> extends Sourced<T> {
  readonly label: string
  /** Other values the user may turn to; empty where the platform leaves no doubt. */
  readonly others: readonly T[]
}

/** What the peers have each for itself, beside what the platform calls its domain: of the pair, then of each bond. */
export type ComparedParameter =
  | 'VLANs'
  | 'STP mode'
  | 'STP priority'
  | 'LACP system'
  | 'LACP system priority'
  | 'VLAN interfaces'
  | 'gateway addresses'
  | 'peer gateway'
  | 'MAC ageing'
  | 'keepalive addresses'
  | 'keepalive interval'
  | 'restore delay'
  | 'marked orphans'
  | 'mode'
  | 'LACP mode'
  | 'LACP rate'
  | 'LACP key'
  | 'min-links'
  | 'port mode'
  | 'native VLAN'
  | 'MTU'
  | 'STP guard'
  | 'STP edge'
  | 'allowed VLANs'

/** Of these, what a platform's peers compare: must be equal, or a difference is reported. Lists of VLANs one by one. */
export interface Compared {
  readonly type1: readonly ComparedParameter[]
  readonly type2: readonly ComparedParameter[]
}

/** A platform's behaviour as data: comparable, printable, no callbacks. `null`: the platform has no such thing. */
export interface Profile {
  readonly vendor: VendorId
  readonly words: PlatformWords
  readonly ports: PortNaming
  /** UDP port of keepalives between the peers, at both; null: not documented. */
  readonly keepaliveUdpPort: Sourced<number> | null
  readonly numbers: Readonly<Record<NumberKey, SourcedNumber | null>>
  readonly switches: Readonly<Record<SwitchKey, SourcedSwitch | null>>
  readonly choices: { readonly [K in keyof Choices]: SourcedChoice<Choices[K]> }
  readonly compares: Sourced<Compared>
  /** A primary that suspends for want of tracked uplinks stops its keepalives, so that the other may take over. */
  readonly quietWithoutUplinks?: Sourced<true>
  /** LACPDUs of the system's own id are taken for a loop and ignored; absent: the standard's machines hear them. */
  readonly ignoresOwnSystem?: Sourced<true>
  /** What members of a port-channel may do that hear no LACPDUs; absent: they stay out. */
  readonly fallback?: Fallback
  /** How the time-out of the session must fit its interval, where the platform checks it. */
  readonly heartbeats?: Sourced<{ readonly least: number; readonly whole: boolean }>
  /** How both peers answer for one router address; null: the platform has no way that both forward. */
  readonly gateway: GatewayWay | null
  /**
   * Where trunks carry more than their list: untagged frames in the native VLAN always, and over the peer-link every VLAN.
   * Absent: as drawn.
   */
  readonly trunksCarryMore?: Sourced<'native-and-all-on-peer-link'>
  /** Options of LACP that the platform has statements for; absent: none. */
  readonly lacpOptions?: {
    readonly written: readonly (keyof LacpOptions)[]
    /** Limits of the number of members do nothing on members of a pair and the peer-link. */
    readonly plainOnly?: boolean
  }
  /** Valid domain numbers and channel numbers. */
  readonly domainNumber: { readonly min: number; readonly max: number }
  readonly channelNumber: { readonly min: number; readonly max: number }
}

/** How a platform lets members forward that hear no LACPDUs. */
export interface Fallback extends Sourced<readonly NonNullable<LacpOptions['fallback']>[]> {
  /** The platform's words: "LACP fallback". */
  readonly label: string
  /** Without LACPDUs for so long, in seconds; null: as soon as the partner is given up. */
  readonly afterS: { readonly value: number; readonly min: number; readonly max: number } | null
  /** Static fallback on a pair: one leg of both peers, only the preferred peer's, or one of each. */
  readonly onPair: 'one-leg' | 'preferred-peer' | 'each-peer'
  /**
   * How two peers elect the one leg: by LACP port priority, which is then written for the preferred peer's members; or
   * the lower port name, then the lower address of the switch.
   */
  readonly electedBy?: 'port-priority' | 'port-name'
}

/** How a platform lets both peers be one router. */
export interface GatewayWay extends Sourced<GatewayKind> {
  /** The platform's words: "HSRP", "VARP". */
  readonly label: string
}

/**
 * `hsrp` and `vrrp`: one peer owns the address, both forward. `shared-mac`: both have the virtual address beside their
 * own, with one virtual MAC address. `same-address`: both have the very same address and MAC address.
 */
export type GatewayKind = 'hsrp' | 'vrrp' | 'shared-mac' | 'same-address'

/** What names and numbers things on a platform; small, so that it is at hand before any profile is. */
export interface Platform extends Pick<Profile, 'vendor' | 'words' | 'ports' | 'domainNumber' | 'channelNumber'> {
  /** The profile's role priorities; null where the platform has none. */
  readonly rolePriority: { readonly preferred: number; readonly other: number } | null
}

/** Behaviour of those platforms that a design uses. */
export type Profiles = Readonly<Partial<Record<VendorId, Profile>>>

/** The platform's own words for the things on screen. */
export interface PlatformWords {
  /** "NX-OS". */
  readonly platform: string
  /** "Cisco NX-OS". */
  readonly vendorPlatform: string
  /** Name of the feature and of a member bond: "vPC". */
  readonly mlag: string
  /** "vPC domain". */
  readonly domain: string
  /** "peer-keepalive". */
  readonly keepalive: string
  /** Long and short prefix of a port-channel: "port-channel", "Po". */
  readonly channel: string
  readonly channelShort: string
  /** Word for a member held by the platform: "suspended", "errdisabled". */
  readonly held: string
}

export interface PortNaming {
  /** "Ethernet1/" gives Ethernet1/1. */
  readonly frontPrefix: string
  /** Number in the name of the first front port, and from one to the next; 1 and 1 where not said. */
  readonly frontFirst?: number
  readonly frontStep?: number
  /** "mgmt0", "Management1". */
  readonly management: string
  /** Number of front ports of the drawn model. */
  readonly frontCount: number
  /** First front port offered to a peer-link; lower ones are offered to members. */
  readonly firstPeerLinkPort: number
}
