import type { Bag } from './bag.ts'
import type { Conversation } from './conversation.ts'
import type { ChurnState, LacpIdentity, MuxState, PeriodicState, RxState, Selected } from '../../model/protocolView.ts'

/** Bits of the state octet. Source: IEEE 802.1AX-2014, 6.4.2.3 (bit order as open implementations report it). */
export const BIT = {
  activity: 0x01,
  timeout: 0x02,
  aggregation: 0x04,
  synchronization: 0x08,
  collecting: 0x10,
  distributing: 0x20,
  defaulted: 0x40,
  expired: 0x80,
} as const

/** A TLV of a version 2 LACPDU, undecoded: `length` on the wire is that of `value` plus two. */
export interface Tlv {
  readonly type: number
  readonly value: Uint8Array
}

/** A decoded LACPDU. */
export interface Lacpdu {
  readonly version: number
  readonly actor: LacpIdentity
  readonly partner: LacpIdentity
  /** Units of 10 µs. */
  readonly collectorMaxDelay: number
  /** TLVs of version 2. Left out where there are none or their reader speaks version 1. */
  readonly tlvs?: readonly Tlv[]
}

export type LacpTimer =
  | 'current-while'
  | 'periodic'
  | 'wait-while'
  | 'actor-churn'
  | 'partner-churn'
  | 'tx-limit'
  | 'wait-to-restore'

/** Absolute deadlines in microseconds, null when off. */
export type LacpTimers = Readonly<Record<LacpTimer, number | null>>

/**
 * Whose habits a port has where implementations part from the standard. `linux`: the bonding driver of Linux 6.1, which
 * spaces its LACPDUs and looks at synchronization only when the minute of churn detection is over.
 */
export type Habits = 'standard' | 'linux'

/**
 * One aggregation port with its machines. Plain data; machines return a new one. What moves all the time while nothing
 * happens (`timers`, `ntt`, `sentAt`, `counters`) the system that owns the port may change in place.
 */
export interface LacpPort {
  readonly id: string
  /** Aggregation it is configured for: ports of one lag share the key and may share an aggregator. */
  readonly lag: string
  readonly muxControl: 'coupled' | 'independent'
  /** 1: machines of 802.1AX-2008 and 2014. 2: mux and transmit machines of 802.1AX-2020, announced as version 2. */
  readonly lacpVersion: 1 | 2
  /** Version 2: how long a link must have been up again before it is used. */
  readonly waitToRestoreUs: number
  readonly habits: Habits
  readonly lacpEnabled: boolean
  /** MAC operational: carrier, power, not held, not shut. */
  readonly portEnabled: boolean
  /** Actor's operational values; `state` is Actor_Oper_Port_State. */
  readonly actor: LacpIdentity
  readonly partner: LacpIdentity
  readonly partnerAdmin: LacpIdentity
  /** Version 2: what the partner's TLVs say of its distribution, or their defaults. Null on a port of version 1. */
  readonly partnerConversation: Conversation | null
  readonly rx: RxState
  readonly periodic: PeriodicState
  readonly mux: MuxState
  readonly selected: Selected
  /** Number of the aggregator within the lag, from 1. */
  readonly aggregator: number | null
  readonly actorChurn: ChurnState
  readonly partnerChurn: ChurnState
  readonly ntt: boolean
  readonly portMoved: boolean
  /** wait_while has expired in WAITING. */
  readonly readyN: boolean
  readonly timers: LacpTimers
  /** Send times within the last Fast_Periodic_Time, at most three. */
  readonly sentAt: number[]
  /** What it sent last; sent again as it is while there is nothing else to say. */
  readonly said: SendLacpdu | null
  readonly rxSince: number
  readonly muxSince: number
  readonly counters: LacpCounters
}

export interface LacpCounters {
  readonly lacpdusRx: number
  readonly lacpdusTx: number
  readonly markerRx: number
  readonly markerResponseRx: number
  readonly markerResponseTx: number
  readonly unknownRx: number
  readonly illegalRx: number
  /** How often churn detection found the port, or its partner, to churn. */
  readonly actorChurns: number
  readonly partnerChurns: number
}

/** What is configured on one aggregation (port-channel, bond) of a system. */
export interface LacpLag {
  readonly id: string
  /** At most this many ports selected; the rest stand by. Null: no limit. */
  readonly maxLinks: number | null
  readonly minLinks: number
  /**
   * `one`, as every real port-channel has it: ports whose LAG ID differs from that of the running ones stay out.
   * `many`: every LAG ID gets an aggregator of its own, as the standard allows.
   */
  readonly aggregators: 'one' | 'many'
  /** What the other peer of a pair says of its leg of the same aggregation. Null or left out: there is none. */
  readonly peerLeg?: PeerLeg | null
}

/** One peer's leg of an aggregation that it shares with another: what the peers tell each other of it. */
export interface PeerLeg {
  /** System priority, system and key of the partner that the leg hears; null: it hears nobody. */
  readonly partner: Pick<LacpIdentity, 'systemPriority' | 'system' | 'key'> | null
  /** The teller keeps its partner when the two legs hear different ones; the other peer's leg has to stay out. */
  readonly leads: boolean
  /** Ports that can be used, each with the Port Identifiers of both its ends. */
  readonly ports: readonly PeerPort[]
}

export interface PeerPort {
  readonly actor: Pick<LacpIdentity, 'portPriority' | 'port'>
  readonly partner: Pick<LacpIdentity, 'portPriority' | 'port'>
  /** It is attached, so nobody may take its place before it has left. */
  readonly attached: boolean
}

/** The LACP entity of one device. The simulator owns it and calls the functions of `system.ts` on it. */
export interface LacpSystem {
  readonly lags: Map<string, LacpLag>
  readonly ports: Map<string, LacpPort>
  /** Port ids of each lag, in order of addition. */
  readonly members: Map<string, string[]>
  /** Ports touched since the last settle, each as it was before. */
  readonly dirty: Bag<LacpPort>
  /** Lags whose selection has to be looked at again. */
  readonly dirtyLags: Set<string>
  /** Ports whose NTT waits for `lacpTransmit`. */
  readonly toSend: Bag<string>
  /** Ports in PORT_DISABLED that still hold a partner which may turn up on another port. */
  readonly remembering: Set<string>
  /**
   * Ports whose value, deadlines included, was replaced since the caller last emptied this set. Only the caller
   * empties it.
   */
  readonly touched: Bag<string>
}

export type LacpInput =
  | { readonly type: 'port-enabled'; readonly enabled: boolean }
  | { readonly type: 'lacpdu'; readonly pdu: Lacpdu }
  /** Some deadlines of the port may have passed: take every timer whose deadline is at or before now. */
  | { readonly type: 'timers' }
  /**
   * Management changed actor values; the machine applies the side effects (re-selection, NTT). Of `state` only
   * Activity, Timeout and Aggregation count: the other bits belong to the machines.
   */
  | { readonly type: 'actor'; readonly actor: Partial<LacpIdentity> }
  | { readonly type: 'lacp-enabled'; readonly enabled: boolean }
  | { readonly type: 'partner-admin'; readonly partnerAdmin: LacpIdentity }
  /** All machines of the port start anew, as after a change of speed. */
  | { readonly type: 'begin' }

export interface SendLacpdu {
  readonly do: 'send-lacpdu'
  readonly port: string
  readonly pdu: Lacpdu
}

export type LacpEffect =
  | SendLacpdu
  /** A machine of the port changed state; both ports are given so that the caller can tell what follows. */
  | { readonly do: 'changed'; readonly before: LacpPort; readonly after: LacpPort }
