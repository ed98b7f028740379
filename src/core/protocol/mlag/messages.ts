/**
 * What two peers tell each other over the peer-link. Every vendor's protocol is proprietary; these are our own frames
 * (EtherType 0x88B6, local experimental) and carry what any of them must carry.
 */
export type PeerMessage = Hello | Ack | Reliable

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
  /** Has never had a peer since it was powered on. */
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

export type PeerBody =
  | { readonly type: 'parameters'; readonly parameters: readonly Parameter[] }
  | { readonly type: 'leg'; readonly channel: number; readonly up: boolean }
  /** `channel` null: an orphan of the sender. */
  | { readonly type: 'mac'; readonly address: number; readonly vlan: number; readonly channel: number | null }
  /** The sender's whole MAC table has been sent. */
  | { readonly type: 'table-end' }

/** One compared parameter. `scope` is `domain` or the channel number of a member bond. */
export interface Parameter {
  readonly name: string
  readonly scope: 'domain' | number
  /**
   * `1`: must be equal, members are suspended where it is not. `2`: reported only. `vlans`: a comma-separated list of
   * which only the common part is forwarded.
   */
  readonly type: '1' | '2' | 'vlans'
  readonly value: string
}

export type PeerRole = 'none' | 'primary' | 'secondary'
