import type { FrameView, RunEvent, Suspension } from '../model/runView.ts'
import type { Bridge } from '../protocol/bridge/bridge.ts'
import type { Bag } from '../protocol/lacp/bag.ts'
import type { LacpSystem } from '../protocol/lacp/types.ts'
import type { PeerEffect, PeerState } from '../protocol/mlag/peerState.ts'
import type { BridgeId } from '../protocol/rstp/bpdu.ts'
import type { RstpBridge, RstpEffect } from '../protocol/rstp/types.ts'
import type { CaptureTap } from './capture.ts'
import type { Drift, FailureRuntime } from './course.ts'
import type { DirectionRuntime, Mark } from './directionState.ts'
import type { EventQueue } from './eventQueue.ts'
import type { FrameEvent, SimEvent } from './events.ts'
import type { Plan } from './plan.ts'
import type { Rng } from './rng.ts'

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

export interface DeviceRuntime {
  power: boolean
  /** Hung: hardware forwards with the tables it has, no protocol runs. Frozen: nothing is forwarded either. */
  health: 'well' | 'hung' | 'frozen'
  /** The MLAG agent runs. */
  agent: boolean
  drifts: readonly Drift[]
  /** How many of its uplinks are up; null before it looked, and where it has none. */
  uplinksUp: number | null
  /** How often a known address turned up at another port since a second station has it, and when that was last told. */
  moves: { count: number; toldAt: number } | null
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
  /** A failure shut it, or a protection of the switch until it is shut and opened again, or the switch starts anew. */
  shut: Suspension | null
  /** The cable in it; null: none. As drawn, unless cables were moved. */
  cable: Plugged | null
  /** Engine time from which a cable that was moved is in place. */
  pluggedAt: number
  /** Light from the far end reaches the port and nothing here keeps it dark. */
  light: boolean
  /** What the device believes, after debounce. */
  carrier: boolean
  /** How often it was lost since time zero. */
  carrierLosses: number
  held: Suspension | null
  /** MLAG control holds it back in LACP, lit as it is. */
  standby: Suspension | null
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

/** One end of a cable in a port. */
export interface Plugged {
  readonly link: number
  readonly end: 0 | 1
  /** Port at the other end, or -1 while that hangs free. */
  readonly far: number
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
  /** Where a server has no bonding yet: the port its boot loader uses, since when it asks without an answer, and whether it ever got one there. */
  loader: { port: number; asksSince: number | null; answered: boolean } | null
}

export interface DomainRuntime {
  /** All member bonds distributed on both peers since the last power-on of both. */
  reachedActive: boolean
  /** What one peer learns the other does not hear. */
  unsynced: boolean
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
