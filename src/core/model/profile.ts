import type { VendorId } from './topology.ts'

export type Confidence = 'documented' | 'observed' | 'assumed'

/** A value of a platform's behaviour with where it comes from. */
export interface Sourced<T> {
  readonly value: T
  readonly source: string
  readonly confidence: Confidence
}

/** Numbers a platform's MLAG protocol runs on. Times in milliseconds, whatever unit the platform's command takes. */
export type NumberKey =
  | 'keepalive-interval-ms'
  | 'keepalive-timeout-ms'
  | 'keepalive-hold-ms'
  | 'heartbeat-interval-ms'
  | 'heartbeat-timeout-multiplier'
  | 'member-restore-ms'
  | 'gateway-restore-ms'
  | 'orphan-restore-ms'
  | 'reload-member-ms'
  | 'reload-orphan-ms'
  | 'solo-start-ms'
  | 'dual-primary-delay-ms'
  | 'dual-primary-member-restore-ms'
  | 'dual-primary-orphan-restore-ms'
  | 'system-priority'
  | 'role-priority-preferred'
  | 'role-priority-other'
  | 'mac-ageing-ms'
  | 'link-debounce-ms'

/** What a platform lets the user turn on or off. */
export type SwitchKey = 'solo-start' | 'dual-primary-detection' | 'keepalive-needed-first'

/** Named behaviours; each has an exhaustive switch in `protocol/mlag`. */
export interface Choices {
  /** Peer-link lost while the keepalive says that the peer lives. */
  readonly 'on-peer-link-lost': 'secondary-suspends-members' | 'both-continue'
  /** What ends the adjacency: only the peer-link's carrier and LACP, or missing heartbeats as well. */
  readonly 'adjacency-lost-by': 'link' | 'link-or-heartbeat'
  /** Frames that arrived over the peer-link and never leave on a member whose peer leg is up. */
  readonly 'egress-rule': 'all-frames' | 'flooded-frames'
  /** The LACP system that both peers announce. */
  readonly 'pair-system': 'cisco-domain-mac' | 'primary-mac-local-bit'
  readonly 'member-key': 'channel-with-high-bit' | 'channel'
  /** How port numbers of the two peers are kept apart. */
  readonly 'member-port-number': 'secondary-plus-0x4000' | 'secondary-plus-0x8000'
  /** Who is primary when an adjacency forms. A peer that already acts as primary keeps the role on every platform. */
  readonly election: 'sticky-then-priority' | 'priority'
  /** Members of a peer that acted as primary and must step back when the peer-link heals. */
  readonly 'on-demotion': 'members-wait-restore' | 'members-stay'
  /** How an operational role is printed: "secondary, operational primary", or just "primary". */
  readonly 'role-words': 'configured-and-operational' | 'operational'
}

export interface SourcedNumber extends Sourced<number> {
  readonly min: number
  readonly max: number
  /** Values are whole multiples of it: 1000 where the platform's command takes seconds. */
  readonly step: number
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

/** A platform's behaviour as data: comparable, printable, no callbacks. `null`: the platform has no such thing. */
export interface Profile {
  readonly vendor: VendorId
  readonly words: PlatformWords
  readonly ports: PortNaming
  readonly numbers: Readonly<Record<NumberKey, SourcedNumber | null>>
  readonly switches: Readonly<Record<SwitchKey, SourcedSwitch | null>>
  readonly choices: { readonly [K in keyof Choices]: SourcedChoice<Choices[K]> }
  /** Valid domain numbers and channel numbers. */
  readonly domainNumber: { readonly min: number; readonly max: number }
  readonly channelNumber: { readonly min: number; readonly max: number }
}

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
  /** "mgmt0", "Management1". */
  readonly management: string
  /** Number of front ports of the drawn model. */
  readonly frontCount: number
  /** First front port offered to a peer-link; lower ones are offered to members. */
  readonly firstPeerLinkPort: number
}
