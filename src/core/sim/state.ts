import type { ActiveFailure, EventKind, FrameView, RunEvent, Suspension } from '../model/runView.ts'
import type { Bridge } from '../protocol/bridge/bridge.ts'
import type { Bag } from '../protocol/lacp/bag.ts'
import type { Lacpdu, LacpSystem } from '../protocol/lacp/types.ts'
import type { PeerMessage } from '../protocol/mlag/messages.ts'
import type { PeerEffect, PeerState } from '../protocol/mlag/peerState.ts'
import type { Bpdu, BridgeId } from '../protocol/rstp/bpdu.ts'
import type { RstpBridge, RstpEffect } from '../protocol/rstp/types.ts'
import type { Captured, CaptureTap } from './capture.ts'
import type { EventQueue } from './eventQueue.ts'
import type { Plan } from './plan.ts'
import type { Rng } from './rng.ts'
import type { Course, Drift, Impairment } from './course.ts'

/** A whole run: plain data that `structuredClone` copies, random state and queue included. */
export interface Simulator {
  readonly plan: Plan
  readonly rng: Rng
  readonly probeUs: number
  readonly queue: EventQueue<SimEvent>
  /** Engine time in microseconds since power-on. */
  now: number
  /** Engine time of reported time zero. */
  zero: number
  settled: boolean
  processed: number
  readonly devices: DeviceRuntime[]
  readonly ports: PortRuntime[]
  readonly links: LinkRuntime[]
  readonly lags: LagRuntime[]
  readonly domains: DomainRuntime[]
  readonly directions: DirectionRuntime[]
  readonly failures: FailureRuntime[]
  readonly loads: Loads
  readonly events: RunEvent[]
  /** What outages are explained with; parallel to `events`. */
  readonly marks: Mark[]
  readonly hash: { a: number; b: number }
  /** Devices whose machines must run before the instant ends. */
  readonly dirty: Bag<number>
  /** Collects frames for the page; of each flow direction every n-th probe. 0: nobody is watching. */
  watchEvery: number
  /** Grows with every event and every control frame: what a single step waits for. */
  steps: number
  readonly frames: FrameView[]
  /** Records what is sent; null: nobody listens. */
  capture: CaptureTap | null
  storm: string | null
}

export type SimEvent =
  | FrameEvent
  | { readonly type: 'power-on'; readonly device: number; readonly boot: number }
  | { readonly type: 'carrier'; readonly port: number; readonly check: number }
  | { readonly type: 'lacp'; readonly port: number }
  | { readonly type: 'peer'; readonly device: number; readonly wake: number }
  | { readonly type: 'fallback'; readonly device: number }
  | { readonly type: 'stp'; readonly device: number; readonly wake: number }
  | { readonly type: 'probe'; readonly direction: number }
  | { readonly type: 'command'; readonly run: CommandEvent }
  /** A failure reaches a phase, or ends by itself (`phase` -1). */
  | { readonly type: 'phase'; readonly failure: number; readonly phase: number; readonly round: number }

/** A frame reaches the end of its cable. */
export interface FrameEvent {
  readonly type: 'frame'
  readonly port: number
  readonly frame: Frame
  readonly epoch: number
  readonly captured: Captured | null
}

export type CommandEvent =
  | {
      readonly type: 'fail'
      readonly failure: string
      readonly target: string
      readonly options: Readonly<Record<string, string>>
    }
  | { readonly type: 'repair'; readonly failure: string; readonly target: string }
  | { readonly type: 'repair-all' }

export type Frame =
  | {
      readonly kind: 'data'
      readonly source: number
      readonly destination: number
      /** That it is in now; 0 on a routed cable. */
      readonly vlan: number
      readonly probe: Probe
      readonly path: Hop | null
    }
  /** A host asks for another's address, as a broadcast; or a router answers for its virtual one. */
  | {
      readonly kind: 'arp'
      readonly source: number
      readonly target: number
      readonly answer: boolean
      /** The flow direction that needs the address: its VLAN and hashes. */
      readonly direction: number
      /** Shared by all copies that flooding makes of it. */
      readonly flood: { copies: number }
      readonly path: Hop | null
    }
  | { readonly kind: 'lacp'; readonly pdu: Lacpdu }
  | { readonly kind: 'bpdu'; readonly bpdu: Bpdu }
  | { readonly kind: 'keepalive'; readonly source: number; readonly destination: number; readonly acts: boolean }
  | { readonly kind: 'peer'; readonly source: number; readonly destination: number; readonly message: PeerMessage }

/** Cables a frame took, last first. */
export interface Hop {
  readonly link: number
  readonly before: Hop | null
  /** Cables so far, this one included. */
  readonly hops: number
}

/** One probe, shared by all copies that flooding makes of it. */
export interface Probe {
  readonly direction: number
  readonly seq: number
  readonly sentAt: number
  copies: number
  delivered: boolean
  /** The copy that was lost last. */
  loss: Loss | null
}

/** Where a probe was lost, as the cables it took until then, and why. */
export interface Loss {
  readonly path: Hop | null
  readonly why: string
}

export interface DeviceRuntime {
  power: boolean
  /** Hung: hardware forwards with the tables it has, no protocol runs. Frozen: nothing is forwarded either. */
  health: 'well' | 'hung' | 'frozen'
  /** The MLAG agent runs. */
  agent: boolean
  drifts: readonly Drift[]
  /** How many of its uplinks are up; null before it looked, and where it has none. */
  uplinksUp: number | null
  /** Counts power-ons. */
  boots: number
  lacp: LacpSystem
  bridge: Bridge | null
  stp: StpRuntime | null
  peer: PeerState | null
  peerWake: number
  peerWakeAt: number
  readonly peerEffects: PeerEffect[]
}

/** Spanning tree of a switch, with the ports of both peers where it is one of a pair. */
export interface StpRuntime {
  readonly bridge: RstpBridge
  readonly effects: RstpEffect[]
  /** Numbers of ports that are up: of this switch, and as the other peer reported. */
  readonly own: Set<number>
  readonly peers: Set<number>
  /** The other peer computes, and `bridge` is what it said. */
  follows: boolean
  /** Generation that the other peer was last told; null while it does not follow. */
  told: number | null
  /** Root bridge that was last reported. */
  root: BridgeId
  wake: number
  wakeAt: number
}

export interface PortRuntime {
  /** Taken down by the switch itself until it is shut and opened again, or the switch starts anew. */
  errDisabled: Suspension | null
  /** A failure shut it. */
  shut: Suspension | null
  /** Light from the far end reaches the port and nothing here keeps it dark. */
  light: boolean
  /** What the device believes, after debounce. */
  carrier: boolean
  held: Suspension | null
  /** Forwards without a partner; for the port-channel, or by itself. */
  fallback: 'static' | 'individual' | null
  /** When it may, engine time; null while there is nothing to wait for. */
  fallbackAt: number | null
  carrierCheck: number
  /** The wake-up that counts, and when it is due; infinite while none is under way. */
  lacpWake: SimEvent & { readonly type: 'lacp' }
  lacpWakeAt: number
  /** Its last LACPDU on the cable: the same again needs no new one. */
  sent: FrameEvent | null
}

/** Index 0: frames from the first end; 1: from the second. */
export interface LinkRuntime {
  readonly dark: [boolean, boolean]
  readonly silent: [boolean, boolean]
  remoteFault: boolean
  loss: number
  lacpLost: boolean
  /** Grows when the direction goes dark: frames in flight are lost. */
  readonly epoch: [number, number]
}

export interface LagRuntime {
  /** Ports that send, in member order. */
  distributing: number[]
  up: boolean
}

export interface DomainRuntime {
  /** All member bonds distributed on both peers since the last power-on of both. */
  reachedActive: boolean
}

export interface FailureRuntime {
  readonly active: ActiveFailure
  repairedAt: number | null
  readonly course: Course
  /** Impairments of the phase that has been reached. */
  impairments: readonly Impairment[]
}

/** What cable ends have sent, see `createLoads`. */
export interface Loads {
  /** End of the second that is being counted, engine time. */
  until: number
  /** Probes in this second so far, in the last whole one, and in the one before the network broke. */
  readonly filling: number[]
  readonly whole: number[]
  before: { readonly at: number; readonly whole: readonly number[] } | null
  /** Frames since time zero: of hosts, and of protocols. */
  readonly data: number[]
  readonly control: number[]
  /** Probes that a device flooded. */
  readonly floods: number[]
}

/** An event as the explanation of outages sees it. */
export interface Mark {
  readonly seq: number
  /** Engine time. */
  readonly at: number
  readonly kind: EventKind
  readonly devices: readonly number[]
  readonly links: readonly number[]
  readonly assumed: boolean
}

export interface OutageRuntime {
  /** Engine time; the page's times are relative to time zero. */
  startAt: number
  /** When the first probe was lost, and the cables that probes took before. */
  readonly lossAt: number
  readonly pathBefore: Hop | null
  /** The last probe lost in it, and the cables that the next delivered one took; while it is open, null. */
  loss: Loss | null
  pathAfter: Hop | null
  readonly triggerMark: Mark | null
  endAt: number | null
  detectUs: number | null
  decideUs: number | null
  restoreUs: number | null
  reactionUs: number | null
  trigger: string
  triggerEvent: number | null
  detectEvent: number | null
  decideEvent: number | null
  assumed: boolean
}

export interface DirectionRuntime {
  sent: number
  delivered: number
  lost: number
  duplicated: number
  startup: number
  nextSeq: number
  /** Probes sent before time zero are not counted. */
  firstSeq: number
  /** Sequence number below which every probe's fate is known and counted into outages. */
  settledSeq: number
  /** By sequence number modulo their length: 0 in flight, 1 delivered, 2 lost; send time; time of delivery or loss. */
  readonly fate: Uint8Array
  readonly sentAt: Float64Array
  readonly doneAt: Float64Array
  everDelivered: boolean
  /** Cables of the last delivered probe, last first. */
  path: Hop | null
  /** Of the last lost probe. */
  loss: Loss | null
  /** Address from which the last delivered probe came. */
  heardFrom: number | null
  readonly outages: OutageRuntime[]
}
