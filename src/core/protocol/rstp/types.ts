import type { StpRole, StpState } from '../../model/protocolView.ts'
import type { BridgeId, Bpdu } from './bpdu.ts'

export type PortRole = StpRole
export type PortState = StpState
/** Where a port's priority vector comes from. */
export type InfoIs = 'disabled' | 'aged' | 'mine' | 'received'
/** `root`: never becomes root port. `bpdu`: a BPDU takes the port down. */
export type Guard = 'none' | 'root' | 'bpdu'

/** Compared from left to right; lower is better. */
export interface Vector {
  readonly root: BridgeId
  readonly cost: number
  readonly bridge: BridgeId
  /** 16-bit port id of the designated port. */
  readonly port: number
}

/** Seconds. */
export interface Times {
  readonly messageAge: number
  readonly maxAge: number
  readonly helloTime: number
  readonly forwardDelay: number
}

export const RSTP_TIMERS = ['fd', 'hello', 'rcvd-info', 'rr', 'rb', 'tc', 'edge-delay', 'mdelay', 'tx'] as const
export type RstpTimer = (typeof RSTP_TIMERS)[number]

export type MigrationState = 'checking-rstp' | 'sensing' | 'selecting-stp'
export type EdgeState = 'edge' | 'not-edge'
export type InfoState =
  | 'disabled'
  | 'aged'
  | 'update'
  | 'current'
  | 'receive'
  | 'superior-designated'
  | 'repeated-designated'
  | 'inferior-designated'
  | 'not-designated'
  | 'other'
export type RoleState =
  | 'init-port'
  | 'disable-port'
  | 'disabled-port'
  | 'root-port'
  | 'root-proposed'
  | 'root-agreed'
  | 'reroot'
  | 'rerooted'
  | 'root-learn'
  | 'root-forward'
  | 'designated-port'
  | 'designated-propose'
  | 'designated-synced'
  | 'designated-retired'
  | 'designated-discard'
  | 'designated-learn'
  | 'designated-forward'
  | 'block-port'
  | 'alternate-port'
  | 'alternate-proposed'
  | 'alternate-agreed'
  | 'backup-port'
export type ChangeState =
  | 'inactive'
  | 'learning'
  | 'detected'
  | 'active'
  | 'notified-tcn'
  | 'notified-tc'
  | 'propagating'
  | 'acknowledged'

/** What a message says about the port's own information. */
export type ReceivedInfo = 'superior' | 'repeated' | 'inferior' | 'not-designated' | 'other'

/** How a port of the bridge is configured. A link aggregation is one port. */
export interface PortConfig {
  /** 1..4095, unique on the bridge. */
  readonly number: number
  /** 0..240 in steps of 16. */
  readonly priority: number
  readonly cost: number
  readonly edge: boolean
  /** A port that hears no BPDU for the edge delay counts as edge. */
  readonly autoEdge: boolean
  readonly pointToPoint: boolean
  readonly guard: Guard
}

/** One port with its machines; names as in the standard. Plain data, changed in place by the functions of this folder. */
export interface RstpPort {
  config: PortConfig
  /** MAC operational. */
  enabled: boolean
  /** A guard acts: a superior BPDU was heard on a root guard port, or a BPDU on a BPDU guard port. */
  guarded: Guard
  migration: MigrationState
  edge: EdgeState
  info: InfoState
  roleState: RoleState
  state: PortState
  change: ChangeState
  infoIs: InfoIs
  role: PortRole
  selectedRole: PortRole
  agree: boolean
  agreed: boolean
  disputed: boolean
  forward: boolean
  learn: boolean
  mcheck: boolean
  newInfo: boolean
  operEdge: boolean
  proposed: boolean
  proposing: boolean
  rcvdMsg: Bpdu | null
  rcvdRstp: boolean
  rcvdStp: boolean
  rcvdTc: boolean
  rcvdTcAck: boolean
  rcvdTcn: boolean
  reRoot: boolean
  reselect: boolean
  selected: boolean
  sendRstp: boolean
  sync: boolean
  synced: boolean
  tcAck: boolean
  tcProp: boolean
  updtInfo: boolean
  txCount: number
  portVector: Vector
  portTimes: Times
  designatedVector: Vector
  designatedTimes: Times
  /** Absolute deadlines in microseconds; null: run out; `HELD`: kept at its full length. */
  readonly timers: Record<RstpTimer, number | null>
  readonly counters: RstpCounters
}

export interface RstpCounters {
  rstRx: number
  configRx: number
  tcnRx: number
  /** Message age reached max age, port down, or spanning tree guarded off. */
  discardedRx: number
  tx: number
}

export interface BridgeConfig {
  readonly id: BridgeId
  /** Seconds. */
  readonly helloTime: number
  readonly forwardDelay: number
  readonly maxAge: number
  /** BPDUs per port and second. */
  readonly transmitHoldCount: number
  /**
   * How long a port without an agreement waits before it learns and again before it forwards. `standard`: max age after
   * it came up, then hello time, or forward delay towards an 802.1D-1998 bridge. `forward-delay`: forward delay each
   * time, 30 s in all, as switches in the field do.
   */
  readonly wait: 'standard' | 'forward-delay'
}

/** Spanning tree of one bridge. Plain data, changed in place by the functions of `bridge.ts`. */
export interface RstpBridge {
  config: BridgeConfig
  readonly ports: Map<number, RstpPort>
  rootVector: Vector
  rootTimes: Times
  /** Number of the root port, null on the root bridge. */
  rootPort: number | null
  /** Counts the topology changes that this bridge began or took part in. */
  topologyChanges: number
  /** Grows with every transition that a replica of the bridge must hear of; hellos are none. */
  generation: number
  /** Ports whose machines must run. */
  readonly dirty: Set<number>
  /** Ports with something to send or a hello that is due. */
  readonly toSend: Set<number>
  /** Ports whose addresses must be forgotten. */
  readonly flushes: Set<number>
  /** Role and state before the machines ran, of ports that were touched. */
  readonly before: Map<number, PortStanding>
}

export interface PortStanding {
  readonly role: PortRole
  readonly state: PortState
  readonly guarded: Guard
}

export type RstpInput =
  | { readonly type: 'enabled'; readonly enabled: boolean }
  | { readonly type: 'bpdu'; readonly bpdu: Bpdu }
  /** Management asks to try RSTP again towards a neighbour that spoke 802.1D-1998. */
  | { readonly type: 'mcheck' }

export type RstpEffect =
  | { readonly do: 'send'; readonly port: number; readonly bpdu: Bpdu }
  | { readonly do: 'changed'; readonly port: number; readonly before: PortStanding; readonly after: PortStanding }
  /** The neighbour has not been heard for three hellos. */
  | { readonly do: 'aged'; readonly port: number }
  /** Forget the addresses learned on the port. */
  | { readonly do: 'flush'; readonly port: number }
