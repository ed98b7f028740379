import type { CaptureScope, FrameDetail, FrameFilter, FrameRow } from '../core/model/capture.ts'
import type { Profiles } from '../core/model/profile.ts'
import type { RunCommand, TimedCommand } from '../core/model/scenario.ts'
import type { Topology } from '../core/model/topology.ts'
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

export type { RunCommand, TimedCommand } from '../core/model/scenario.ts'

/** A whole run as data: same topology, seed and commands give the same trace. */
export interface Run {
  readonly topology: Topology
  readonly seed: number
  readonly probeUs: number
  readonly start: 'settled' | 'cold'
  readonly commands: readonly TimedCommand[]
  /** The instant to go to on loading; without it, that of the last command. */
  readonly until?: SimTime
  /** Name of the scenario that is played. */
  readonly scenario?: string
}

/** Page to worker. */
export type Command =
  /** Builds a new run and goes to its `until`; forgets the old run. `id` comes back with every update of this run. */
  | { readonly type: 'load'; readonly id: number; readonly run: Run; readonly profiles: Profiles }
  /** With an instant: pauses there. */
  | { readonly type: 'play'; readonly until?: SimTime }
  | { readonly type: 'pause' }
  /** Simulated seconds per second, 0.001..1000; `null`: as fast as it can. */
  | { readonly type: 'speed'; readonly factor: number | null }
  /** One instant that is not a probe's. */
  | { readonly type: 'step' }
  /** To the next named timer (hold, delay restore, LACP time-out …). */
  | { readonly type: 'next-timer' }
  /** As fast as possible until nothing is pending any more, then pause. */
  | { readonly type: 'converge' }
  /** As fast as possible to this instant, then pause. */
  | { readonly type: 'run-to'; readonly until: SimTime }
  /** At the present instant, or at a later one; a failure with `forUs` is repaired again after so long. */
  | { readonly type: 'do'; readonly command: RunCommand; readonly at?: SimTime; readonly forUs?: number }
  /** Takes a scheduled command back that has not acted yet. */
  | { readonly type: 'take-back'; readonly step: TimedCommand }
  /** Shows a past instant, the run paused; `null` or any command that acts goes back to the present. */
  | { readonly type: 'review'; readonly at: SimTime | null }
  /** Asks for a `fingerprint` update. */
  | { readonly type: 'fingerprint' }
  /** Asks for a `frames` update: `count` rows of those that match, beginning at index `from`, or the latest ones. */
  | {
      readonly type: 'frames'
      readonly filter: FrameFilter
      readonly from: number | null
      readonly count: number
    }
  /** Asks for a `frame` update. */
  | { readonly type: 'frame'; readonly seq: number }
  /** Asks for a `capture` update, which takes a while: the run is run again from its beginning. */
  | { readonly type: 'capture'; readonly scope: CaptureScope; readonly probes: boolean }

/** Worker to page, at most one delta per 16 ms; only what changed since the previous one. */
export type Update =
  | {
      readonly type: 'delta'
      readonly id: number
      /** The instant that is shown, and where the run stands; they differ while the past is reviewed. */
      readonly now: SimTime
      readonly liveNow: SimTime
      readonly running: boolean
      /** Speed reached, simulated seconds per second. */
      readonly factor: number
      readonly settled: boolean
      /** True on the first delta of a run: forget what was known. */
      readonly fresh: boolean
      readonly ports: readonly PortView[]
      readonly links: readonly LinkView[]
      readonly devices: readonly DeviceView[]
      readonly lags: readonly LagView[]
      readonly domains: readonly DomainView[]
      readonly directions: readonly DirectionView[]
      readonly loads: readonly LoadView[]
      readonly events: readonly RunEvent[]
      readonly frames: readonly FrameView[]
      readonly nextTimer: { readonly name: string; readonly at: SimTime } | null
      /** The whole recording. */
      readonly commands: readonly TimedCommand[]
    }
  | { readonly type: 'fingerprint'; readonly id: number; readonly now: SimTime; readonly fingerprint: string }
  | {
      readonly type: 'frames'
      readonly id: number
      /** How many of the frames that are remembered match. */
      readonly total: number
      readonly from: number
      readonly rows: readonly FrameRow[]
    }
  /** Null: the frame is no longer remembered. */
  | { readonly type: 'frame'; readonly id: number; readonly detail: FrameDetail | null }
  | {
      readonly type: 'capture'
      readonly id: number
      readonly pcapng: Uint8Array<ArrayBuffer>
      readonly frames: number
      /** False: there were more, which the file leaves out. */
      readonly complete: boolean
    }
  /** A command could not be carried out; nothing changed. */
  | { readonly type: 'refused'; readonly id: number; readonly message: string }
  | {
      readonly type: 'crashed'
      readonly id: number
      readonly message: string
      readonly stack: string
      readonly lastCommand: Command | null
      readonly now: SimTime
    }
