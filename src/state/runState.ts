import type { BondId, DeviceId, DomainId, FlowId, LinkId, PortId } from '../core/model/ids.ts'
import type {
  DeviceView,
  DirectionView,
  DomainView,
  FrameView,
  LagView,
  LinkView,
  LoadView,
  PortView,
  RunEvent,
  SimTime,
} from '../core/model/runView.ts'
import type { FrameDetail, FrameRow } from '../core/model/capture.ts'
import type { Command, TimedCommand } from '../worker/messages.ts'

/** What the simulation last said. */
export interface RunState {
  /** Number of the run these views belong to; a new topology is a new run. */
  readonly id: number
  /** False until the first views of this run arrived. */
  readonly ready: boolean
  /** The instant that is shown, and where the run stands: later while the past is reviewed. */
  readonly now: SimTime
  readonly liveNow: SimTime
  readonly running: boolean
  /** Speed reached, simulated seconds per second. */
  readonly factor: number
  readonly settled: boolean
  readonly ports: ReadonlyMap<PortId, PortView>
  readonly links: ReadonlyMap<LinkId, LinkView>
  readonly devices: ReadonlyMap<DeviceId, DeviceView>
  /** By `lagKey`. */
  readonly lags: ReadonlyMap<string, LagView>
  readonly domains: ReadonlyMap<DomainId, DomainView>
  /** By `directionKey`. */
  readonly directions: ReadonlyMap<string, DirectionView>
  readonly loads: ReadonlyMap<LinkId, LoadView>
  /** As `directions`, but always those of where the run stands: what the time axis shows. */
  readonly liveDirections: ReadonlyMap<string, DirectionView>
  /** Oldest first; the latest 20 000. */
  readonly events: readonly RunEvent[]
  /** Oldest first; the latest 400. */
  readonly frames: readonly FrameView[]
  /** Protocol frames without probes, for the timeline; the latest 2 000. */
  readonly protocolFrames: readonly FrameView[]
  readonly nextTimer: { readonly name: string; readonly at: SimTime } | null
  /** The recording. */
  readonly commands: readonly TimedCommand[]
  readonly crashed: Crash | null
  /** Why the last command was not carried out; null after a command that was. */
  readonly refused: string | null
  /** The part of the frame list that was last asked for: rows from an index on, of so many. */
  readonly frameList: { readonly total: number; readonly from: number; readonly rows: readonly FrameRow[] } | null
  /** The frame that was last asked for; null as well when it is no longer remembered. */
  readonly frameDetail: FrameDetail | null
  /** The file that was last asked for. */
  readonly capture: {
    readonly pcapng: Uint8Array<ArrayBuffer>
    readonly frames: number
    /** False: there were more frames, which the file leaves out. */
    readonly complete: boolean
  } | null
  readonly fingerprint: { readonly now: SimTime; readonly fingerprint: string } | null
}

/** The worker stopped; views stay as they were last. */
export interface Crash {
  readonly message: string
  readonly stack: string
  readonly lastCommand: Command | null
  readonly now: SimTime
}

/** Before the first run. */
export const NOTHING_RUN: RunState = {
  id: 0,
  ready: false,
  now: 0,
  liveNow: 0,
  running: false,
  factor: 1,
  settled: false,
  ports: new Map(),
  links: new Map(),
  devices: new Map(),
  lags: new Map(),
  domains: new Map(),
  directions: new Map(),
  loads: new Map(),
  liveDirections: new Map(),
  events: [],
  frames: [],
  protocolFrames: [],
  nextTimer: null,
  commands: [],
  crashed: null,
  refused: null,
  frameList: null,
  frameDetail: null,
  capture: null,
  fingerprint: null,
}

/** How things look, without what flows have met. */
export function looksOf({ ports, links, devices, lags, domains }: RunState): Partial<RunState> {
  return { ports, links, devices, lags, domains }
}

export function lagKey(bond: BondId, device: DeviceId): string {
  return `${bond}:${device}`
}

export function directionKey(flow: FlowId, direction: 0 | 1): string {
  return `${flow}:${direction}`
}
