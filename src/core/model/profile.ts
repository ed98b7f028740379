import type { LacpOptions, VendorId } from './topology.ts'

export type Confidence = 'documented' | 'observed' | 'assumed'

/** A value of a platform's behaviour with where it comes from. */
export interface Sourced<T> {
  readonly value: T
  readonly source: string
  readonly confidence: Confidence
}

/** Numbers a platform's MLAG protocol runs on. Times in milliseconds, whatever unit the platform's command takes. */
export const NUMBER_KEYS = [
  'role-priority-preferred',
  'role-priority-other',
  'system-priority',
  'keepalive-interval-ms',
  'keepalive-timeout-ms',
  /** After a lost peer-link keepalives prove nothing for so long. */
  'keepalive-hold-ms',
  /** Then one keepalive within this time proves that the peer lives. */
  'keepalive-window-ms',
  /** Both peers send extra keepalives so far apart when the hold is over. */
  'keepalive-burst-ms',
  /** A keepalive that is back while both act is believed after so long. */
  'keepalive-back-hold-ms',
  'heartbeat-interval-ms',
  'heartbeat-timeout-multiplier',
  /** Where the time-out is told as a time of its own; it wins over the multiplier. */
  'heartbeat-timeout-ms',
  /** Where the session does not run over the peer-link: from the loss of the peer-link to the reaction. */
  'peer-link-down-delay-ms',
  /** Ports of the peer-link stay dark for so long after a start. */
  'peer-link-start-ms',
  /** A port of the peer-link is down only once its light was gone for so long. */
  'peer-link-hold-ms',
  /** From what decides that this peer gives way to its members and orphans going down. */
  'suspend-delay-ms',
  'member-restore-ms',
  /** Members come up one after the other, so far apart, the lowest number first. */
  'member-stagger-ms',
  'gateway-restore-ms',
  'orphan-restore-ms',
  'reload-member-ms',
  'reload-orphan-ms',
  'solo-start-ms',
  /** A peer that starts gives the session at least so long before it goes on alone. */
  'session-hold-ms',
  /** Parameters are compared so long after they were exchanged or changed. */
  'consistency-delay-ms',
  'dual-primary-delay-ms',
  'dual-primary-member-restore-ms',
  'dual-primary-orphan-restore-ms',
  /** After a split, until members announce a system of this peer's own. */
  'split-system-delay-ms',
  /** Members go down and up again for so long when their LACP system changes. */
  'identity-bounce-ms',
  'mac-ageing-ms',
  'link-debounce-ms',
] as const
export type NumberKey = (typeof NUMBER_KEYS)[number]

/** What a platform lets the user turn on or off. */
export const SWITCH_KEYS = [
  'solo-start',
  'dual-primary-detection',
  'keepalive-needed-first',
  /** A peer routes frames that are addressed to the other peer's router address. */
  'peer-gateway',
  /** A peer without an uplink sends what it routes to the other peer, over the peer-link. */
  'backup-route',
  /** A peer without an uplink takes its members down. */
  'uplink-tracking',
  /** With the peer-link lost and the peer alive, the one without an uplink gives way, whatever its role. */
  'uplinks-decide',
  /** Members that wait after a start are lit and stand by in LACP; without it they are dark. */
  'reload-standby',
  /** The secondary of a session that is lost announces its own LACP system when the delay is over. */
  'split-own-system',
  /** Without peer-link and keepalive each peer announces its own LACP system when the delay is over. */
  'standalone',
] as const
export type SwitchKey = (typeof SWITCH_KEYS)[number]

/** Named behaviours and their values; each has an exhaustive switch in `protocol/mlag`. */
export const CHOICE_VALUES = {
  /** Where the peers' own session runs: over the peer-link, or over the path drawn as keepalive. */
  'session-path': ['peer-link', 'keepalive-path'],
  /** What ends the session: only the carrier and LACP of the peer-link, or missing heartbeats as well, or they are told only. */
  'adjacency-lost-by': ['link', 'link-or-heartbeat', 'link-heartbeat-logged'],
  /** Session lost and the keepalive says that the peer lives; what the secondary does. */
  'on-peer-link-lost': ['secondary-suspends-members', 'secondary-own-system', 'both-continue', 'nothing'],
  /** Session lost and no keepalive heard where one was. */
  'on-peer-silent': ['take-over', 'own-system'],
  /** Session lost and no keepalive path exists that could tell. */
  'on-peer-unknown': ['take-over', 'own-system'],
  /** Members are suspended for a lost peer-link, then the keepalive dies as well. */
  'suspended-and-keepalive-lost': ['stay', 'take-over', 'take-over-if-solo-start'],
  /** Both forward without a peer-link, then a keepalive is heard again. */
  'keepalive-back-while-split': ['nothing', 'secondary-suspends'],
  /**
   * Orphan ports that go down with suspended members: only marked ones, all, or none at all. `…-with-members`: whenever
   * and for as long as the members do, at a start too.
   */
  'orphan-hold': ['none', 'marked', 'all', 'marked-with-members', 'all-with-members'],
  /** Members after a start of both peers together. */
  'joint-start': ['wait', 'skip', 'secondary-waits'],
  /**
   * Who is primary when the session forms. Without preemption a peer that acts as primary keeps the role. The lower
   * priority wins unless the higher is said. By address: the lower session address, compared from its first octet or
   * from its last.
   */
  election: [
    'sticky-then-priority',
    'priority',
    'priority-preempt',
    'higher-priority',
    'higher-priority-preempt',
    'lower-address',
    'lower-address-reversed',
  ],
  'role-on-takeover': ['becomes-primary', 'keeps-role'],
  /** Members of a peer that acted as primary and must step back. */
  'on-demotion': ['members-wait-restore', 'members-stay'],
  /** How an operational role is printed: "secondary, operational primary", or just "primary". */
  'role-words': ['configured-and-operational', 'operational'],
  /** Frames that arrived over the peer-link and never leave on a member whose peer leg is up. */
  'egress-rule': ['all-frames', 'flooded-frames'],
  /** The LACP system that both peers announce. */
  'pair-system': ['cisco-domain-mac', 'primary-mac-local-bit', 'primary-mac', 'configured'],
  'member-key': ['channel-with-high-bit', 'channel', 'forty-thousand-plus', 'one-prefixed', 'kernel'],
  /** How port numbers of the two peers are kept apart. */
  'member-port-number': [
    'secondary-plus-0x4000',
    'secondary-plus-0x8000',
    'secondary-plus-1000',
    'peer-times-16384',
    'same-on-both',
  ],
  /** Parameters that must be equal differ. */
  'on-type-1-mismatch': ['secondary-suspends', 'both-suspend', 'report'],
  'on-vlan-mismatch': ['suspend-vlans', 'report'],
  /** Interface VLANs of a peer that suspends its members. */
  'gateway-hold': ['stays', 'with-members'],
  /** Members of a peer whose MLAG agent does not run. */
  'on-agent-lost': ['members-stay', 'members-down'],
  /** Members that tracking took down, when an uplink is back. */
  'uplinks-back': ['members-at-once', 'members-wait-restore'],
} as const

export type ChoiceKey = keyof typeof CHOICE_VALUES
export const CHOICE_KEYS = [
  'session-path',
  'adjacency-lost-by',
  'on-peer-link-lost',
  'on-peer-silent',
  'on-peer-unknown',
  'suspended-and-keepalive-lost',
  'keepalive-back-while-split',
  'orphan-hold',
  'joint-start',
  'election',
  'role-on-takeover',
  'on-demotion',
  'role-words',
  'egress-rule',
  'pair-system',
  'member-key',
  'member-port-number',
  'on-type-1-mismatch',
  'on-vlan-mismatch',
  'gateway-hold',
  'uplinks-back',
  'on-agent-lost',
] as const satisfies readonly ChoiceKey[]
/** Anything of a profile that a run may rest on. */
export type ValueKey = NumberKey | SwitchKey | ChoiceKey
export type Choices = { readonly [K in ChoiceKey]: (typeof CHOICE_VALUES)[K][number] }

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
