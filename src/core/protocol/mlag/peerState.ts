import type { Choices, NumberKey, SwitchKey, ValueKey } from '../../model/profileKeys.ts'
import type { EventKind, StateWord, Suspension } from '../../model/runView.ts'
import { NO_TIMERS, type PeerTimer } from './peerTimers.ts'
import type { Hello, Leg, Parameter, PeerBody, PeerMessage, PeerRole, Reliable, StpBody, StpBpdu } from './messages.ts'

/** What a peer is configured with. Fixed during a run. */
export interface PeerConfig {
  readonly domainNumber: number
  readonly mac: string
  /** LACP system of the pair where it is configured. */
  readonly systemMac: string
  /** Role priority; lower wins. */
  readonly priority: number
  readonly systemPriority: number
  /** Role that is typed on each peer, where the platform elects none. */
  readonly typedRole?: 'primary' | 'secondary'
  /** A keepalive path is configured. */
  readonly hasKeepalive: boolean
  /** As primary it sends no keepalives while it suspends for want of tracked uplinks. */
  readonly quietWithoutUplinks?: boolean
  readonly rules: PeerRules
  readonly words: { readonly mlag: string; readonly held: string; readonly keepalive: string }
}

/** A platform's profile with the user's settings applied. */
export interface PeerRules {
  /** Null where the platform has no such number. */
  readonly numbers: Readonly<Record<NumberKey, number | null>>
  readonly switches: Readonly<Record<SwitchKey, boolean>>
  readonly choices: Choices
  /** Keys whose value no source states. */
  readonly assumed: readonly ValueKey[]
}

/** Why members are held; decides which timer lets them up again. */
export type HoldCause =
  | 'boot'
  | 'peer-link-lost'
  | 'dual-primary'
  | 'demoted'
  | 'identity'
  | 'uplinks-lost'
  | 'agent-lost'

export interface Hold {
  readonly cause: HoldCause
  readonly since: number
  readonly suspension: Suspension
}

/** One peer of a domain. Plain data, changed in place by the functions of `peer.ts`. Times in microseconds. */
export interface PeerState {
  config: PeerConfig
  session: number
  peerSession: number
  peerLinkUp: boolean
  adjacent: boolean
  everAdjacent: boolean
  adjacencyLostAt: number
  /** Last hello of the peer in this session. */
  peer: Hello | null
  role: PeerRole
  /** Role that priorities alone would give; known after the first adjacency. */
  configuredRole: PeerRole
  sticky: boolean
  systemId: string | null
  offset: boolean | null
  /** Members announce this peer's own system, not the pair's. */
  ownSystem: boolean
  /** Of the session that ended last, or of the one that stands. */
  wasSecondary: boolean
  /** Forwards as the responsible peer though its role may say otherwise. */
  tookOver: boolean
  keepalive: 'none' | 'alive' | 'lost'
  keepaliveHeardAt: number | null
  /** When `keepalive` became what it is. */
  keepaliveSince: number
  /** The last keepalive came from a peer that acts as primary. */
  heardActing: boolean
  /** The last keepalive came from a peer that has lost all of its uplinks; and whether this one has. */
  heardNoUplink: boolean
  noUplink: boolean
  /** A keepalive heard now makes the secondary suspend. */
  inWindow: boolean
  members: Hold | null
  /** Member bonds that wait for their turn after the others were let up, the lowest number first. */
  queued: readonly number[]
  queueHold: Suspension | null
  orphans: Hold | null
  /** Ports of the peer-link are dark after a start. */
  peerLinkHold: Suspension | null
  /** Interface VLANs are down. */
  gateways: Hold | null
  /** Since when no tracked uplink is up; null while one is, and where none is tracked. */
  uplinksLostAt: number | null
  parameters: readonly Parameter[]
  peerParameters: readonly Parameter[]
  mismatches: readonly Mismatch[]
  /** Member bonds suspended for a parameter, by channel. */
  readonly bondHolds: Map<number, Suspension>
  /** Member bonds on which only some VLANs are forwarded, by channel. */
  readonly vlanLimits: Map<number, readonly number[]>
  burstsLeft: number
  /** Since it was powered on. */
  readonly counts: PeerCounts
  parametersSeen: boolean
  tableReceived: boolean
  readonly timers: Record<PeerTimer, number | null>
  /** Assumed values that led to what is done now; begins anew with every input, see `basis.ts`. */
  basis: readonly ValueKey[]
  /** The same of what a timer runs for, or last ran for. */
  readonly timerBasis: Partial<Record<PeerTimer, readonly ValueKey[]>>
  /** Own legs, by channel. */
  readonly legs: Map<number, Leg>
  /** What the peer last said of its legs. */
  readonly peerLegs: Map<number, boolean>
  readonly channel: Channel
}

/** Messages to and from the other peer. */
export interface PeerCounts {
  keepalivesSent: number
  keepalivesHeard: number
  hellosSent: number
  hellosHeard: number
}

/** A parameter that differs between the peers; null: missing on that side. */
export interface Mismatch {
  readonly scope: Parameter['scope']
  readonly name: string
  readonly type: Parameter['type']
  readonly own: string | null
  readonly peer: string | null
}

/** Reliable delivery over frames that may be lost: cumulative acknowledgement and go-back-N. */
export interface Channel {
  nextSeq: number
  unacked: Reliable[]
  expected: number
}

export type PeerInput =
  | { readonly type: 'peer-link'; readonly up: boolean }
  | { readonly type: 'message'; readonly message: PeerMessage }
  /** A keepalive was heard; its sender acts as primary or not, and may have lost all of its uplinks. */
  | { readonly type: 'keepalive'; readonly acts: boolean; readonly noUplink: boolean }
  | { readonly type: 'timers' }
  /** The last uplink went down, or the first one came up. */
  | { readonly type: 'uplinks'; readonly up: boolean }
  /** The process that runs the peer is gone. */
  | { readonly type: 'stopped' }
  /** The process that runs the peer started anew; what LACP and hardware do goes on. */
  | { readonly type: 'restart' }
  | { readonly type: 'domain-number'; readonly number: number }
  /** Its timers were set otherwise; what runs already runs to its end. */
  | { readonly type: 'numbers'; readonly numbers: PeerRules['numbers'] }
  /** The configuration changed. */
  | { readonly type: 'parameters'; readonly parameters: readonly Parameter[] }
  | ({ readonly type: 'leg'; readonly channel: number } & Leg)
  | { readonly type: 'learned'; readonly address: number; readonly vlan: number; readonly channel: number | null }
  | { readonly type: 'stp'; readonly body: StpBody }
  | { readonly type: 'bpdu'; readonly bpdu: StpBpdu }
  /** The MAC table, asked for by the effect `send-table`. */
  | { readonly type: 'table'; readonly entries: readonly (PeerBody & { readonly type: 'mac' })[] }

export type PeerEffect =
  | { readonly do: 'send'; readonly message: PeerMessage }
  | { readonly do: 'send-keepalive'; readonly acts: boolean; readonly noUplink: boolean }
  | { readonly do: 'hold-members'; readonly hold: Suspension | null; readonly restsOn: readonly ValueKey[] }
  | { readonly do: 'hold-orphans'; readonly hold: Suspension | null; readonly restsOn: readonly ValueKey[] }
  | { readonly do: 'hold-peer-link'; readonly hold: Suspension | null; readonly restsOn: readonly ValueKey[] }
  | { readonly do: 'hold-gateways'; readonly hold: Suspension | null; readonly restsOn: readonly ValueKey[] }
  | {
      readonly do: 'hold-bond'
      readonly channel: number
      readonly hold: Suspension | null
      readonly restsOn: readonly ValueKey[]
    }
  /** VLANs that may be forwarded on a member bond; null: all it is configured with. */
  | { readonly do: 'limit-vlans'; readonly channel: number; readonly vlans: readonly number[] | null }
  | { readonly do: 'identity'; readonly systemId: string; readonly systemPriority: number; readonly offset: boolean }
  | ({ readonly do: 'peer-leg'; readonly channel: number } & Leg)
  | { readonly do: 'install'; readonly address: number; readonly vlan: number; readonly channel: number | null }
  | { readonly do: 'send-table' }
  | { readonly do: 'stp'; readonly body: StpBody }
  | { readonly do: 'bpdu'; readonly bpdu: StpBpdu }
  | { readonly do: 'adjacency'; readonly up: boolean }
  | {
      readonly do: 'event'
      readonly kind: EventKind
      readonly state: StateWord
      readonly text: string
      /** Assumed values on the way to it. */
      readonly restsOn: readonly ValueKey[]
    }

/** Powers a peer on: members held, roles open. `session` must grow from one power-on to the next. */
export function createPeer(config: PeerConfig, parameters: readonly Parameter[], session: number): PeerState {
  return {
    config,
    session,
    peerSession: 0,
    peerLinkUp: false,
    adjacent: false,
    everAdjacent: false,
    adjacencyLostAt: 0,
    peer: null,
    role: 'none',
    configuredRole: 'none',
    sticky: false,
    systemId: null,
    offset: null,
    ownSystem: false,
    wasSecondary: false,
    tookOver: false,
    keepalive: config.hasKeepalive ? 'lost' : 'none',
    keepaliveHeardAt: null,
    keepaliveSince: 0,
    heardActing: false,
    heardNoUplink: false,
    noUplink: false,
    inWindow: false,
    members: null,
    queued: [],
    queueHold: null,
    orphans: null,
    peerLinkHold: null,
    gateways: null,
    uplinksLostAt: null,
    parameters,
    peerParameters: [],
    mismatches: [],
    bondHolds: new Map(),
    vlanLimits: new Map(),
    burstsLeft: 0,
    counts: { keepalivesSent: 0, keepalivesHeard: 0, hellosSent: 0, hellosHeard: 0 },
    parametersSeen: false,
    tableReceived: false,
    timers: { ...NO_TIMERS },
    basis: [],
    timerBasis: {},
    legs: new Map(),
    peerLegs: new Map(),
    channel: { nextSeq: 1, unacked: [], expected: 1 },
  }
}

/** A number the platform must have where this is asked: its absence means "at once". In microseconds. */
export function timeUs(state: PeerState, key: NumberKey): number {
  return (state.config.rules.numbers[key] ?? 0) * 1000
}

/** The session runs over the keepalive's path: it is the only sign of life, and nothing is left to ask when it ends. */
export function sessionIsKeepalive(state: PeerState): boolean {
  return state.config.rules.choices['session-path'] === 'keepalive-path'
}

/** Parameters compared and tables exchanged in both directions: step 2 is done. */
export function isSynced(state: PeerState): boolean {
  return state.adjacent && state.parametersSeen && state.tableReceived && state.channel.unacked.length === 0
}

/** The peer forwards as the responsible one: it is primary, or took over and kept its role. */
export function actsAsPrimary(state: PeerState): boolean {
  return state.role === 'primary' || state.tookOver
}
