import type { Bpdu } from '../rstp/bpdu.ts'
import type { RstpReplica } from '../rstp/replica.ts'

/**
 * What two peers tell each other over the peer-link. Every vendor's protocol is proprietary; these are our own frames
 * (EtherType 0x88B6, local experimental) and carry what any of them must carry.
 */
export type PeerMessage = Hello | Ack | Reliable | BpduRelay

/** Sent every interval and at once when something in it changes. Not acknowledged. */
export interface Hello {
  readonly type: 'hello'
  /** Grows with every start of the sender's adjacency machine: a new one means that it forgot everything. */
  readonly session: number
  /** Session of the receiver as the sender last heard it; 0: not heard. */
  readonly hears: number
  /** The sender may form the adjacency (its keepalive is alive where that is needed first). */
  readonly ready: boolean
  readonly domainNumber: number
  readonly mac: string
  readonly priority: number
  readonly sticky: boolean
  readonly role: PeerRole
  /** Forwards as the responsible peer: primary, or took over. */
  readonly acts: boolean
  /** Was powered on and still waits for its first peer; one that forwards alone meanwhile does not start together. */
  readonly fresh: boolean
  /** System id announced to partners, once it is known. */
  readonly systemId: string | null
  /** The sender's member ports carry the offset in their LACP port numbers. */
  readonly offset: boolean | null
  /** Cumulative acknowledgement. */
  readonly ack: number
}

export interface Ack {
  readonly type: 'ack'
  readonly session: number
  readonly ack: number
}

/** Delivered in order and exactly once while the session lasts. */
export interface Reliable {
  readonly type: 'reliable'
  readonly session: number
  readonly seq: number
  readonly body: PeerBody
}

/** A BPDU on its way between the peer that computes spanning tree and a port of the other. May get lost like any BPDU. */
export interface BpduRelay {
  readonly type: 'bpdu'
  readonly session: number
  readonly bpdu: StpBpdu
}

export interface StpBpdu {
  /** `in`: received on a port of the sender. `out`: to be sent on a port of the receiver. */
  readonly way: 'in' | 'out'
  /** Port number of the pair's one bridge. */
  readonly port: number
  readonly bpdu: Bpdu
}

/** Spanning tree of the pair: the primary computes, the secondary reports its ports and follows. */
export type StpBody =
  /** All ports of the sender that are up. */
  | { readonly type: 'stp-ports'; readonly ports: readonly number[] }
  | { readonly type: 'stp-port'; readonly port: number; readonly up: boolean }
  /**
   * What the computing peer decided, and ports whose addresses must be forgotten. From one that went on alone to one that
   * returns and computes from now on: where the tree stands.
   */
  | { readonly type: 'stp-state'; readonly replica: RstpReplica; readonly flush: readonly number[] }

export type PeerBody =
  | StpBody
  | { readonly type: 'parameters'; readonly parameters: readonly Parameter[] }
  | ({ readonly type: 'leg'; readonly channel: number } & Leg)
  /** `channel` null: an orphan of the sender. */
  | { readonly type: 'mac'; readonly address: number; readonly vlan: number; readonly channel: number | null }
  /** The sender's whole MAC table has been sent. */
  | { readonly type: 'table-end' }

/** One peer's part of a member bond. */
export interface Leg {
  /** It forwards. */
  readonly up: boolean
  /** It does so without a partner: by LACP fallback. */
  readonly alone: boolean
}

/** One compared parameter. `scope` is `domain` or the channel number of a member bond. */
export interface Parameter {
  readonly name: string
  readonly scope: 'domain' | number
  /**
   * `1`: must be equal, members are suspended where it is not. `2`: reported only. `vlans`: a comma-separated list of
   * which only the common part is forwarded. `none`: the platform's peers do not tell each other.
   */
  readonly type: '1' | '2' | 'vlans' | 'none'
  readonly value: string
}

export type PeerRole = 'none' | 'primary' | 'secondary'
