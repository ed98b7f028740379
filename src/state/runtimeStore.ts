import { create } from 'zustand'
import type { CaptureScope, FrameFilter } from '../core/model/capture.ts'
import type { SimTime } from '../core/model/runView.ts'
import type { Topology } from '../core/model/topology.ts'
import type { Command, Run, RunCommand, TimedCommand } from '../worker/messages.ts'
import { startSimClient, type SimClient } from '../worker/simClient.ts'
import { foldUpdates } from './foldUpdates.ts'
import { fetchProfiles } from './profiles.ts'
import { looksOf, NOTHING_RUN, type RunState } from './runState.ts'

export interface RuntimeState extends RunState {
  /** The run as it was loaded, without the commands given since. */
  readonly loaded: Run | null
  /** Ports as they were when the latest failure was given; null before the first one of this run. */
  readonly portsBeforeFailure: RunState['ports'] | null
  /** With an instant: pauses there. */
  readonly play: (until?: SimTime) => void
  readonly pause: () => void
  /** 0.001..1000; null: as fast as it can. */
  readonly setSpeed: (factor: number | null) => void
  readonly step: () => void
  readonly toNextTimer: () => void
  readonly runTo: (until: SimTime) => void
  /** As fast as it goes until nothing is pending, then pauses. */
  readonly converge: () => void
  /** `target` as on the command line: link id, domain name, device name or `device:port`. */
  readonly fail: (failure: string, target: string, options?: Readonly<Record<string, string>>, when?: When) => void
  readonly repair: (failure: string, target: string) => void
  readonly repairAll: () => void
  /** For an instant to come. */
  readonly schedule: (step: TimedCommand) => void
  /** What is scheduled and has not acted yet. */
  readonly takeBack: (step: TimedCommand) => void
  /** Loads a topology as a new run; failures and recording of the old run end with it. */
  readonly load: (topology: Topology, start: Run['start']) => void
  /**
   * The drawn design changed: a new settled run. Until it reports, things look as they did, so that an edit does not make
   * the whole drawing go dark.
   */
  readonly follow: (topology: Topology) => void
  /** Starts the present topology again, from the settled instant or from power-on. */
  readonly reload: (start: Run['start']) => void
  /** Begins the present run again, in the way it began. */
  readonly reset: () => void
  /** Loads a whole recording and goes to the end of its commands. */
  readonly replay: (run: Run) => void
  /** Shows a past instant, the run paused; null: the present again. */
  readonly review: (at: SimTime | null) => void
  readonly askFingerprint: () => void
  /** Rows of the frame list from an index on; null: the latest. They come as `frameList`. */
  readonly askFrames: (filter: FrameFilter, from: number | null, count: number) => void
  readonly askFrame: (seq: number) => void
  /** All that was sent in the run so far, as a file. It comes as `capture`. */
  readonly askCapture: (scope: CaptureScope, probes: boolean) => void
}

/** When a failure begins, other than at once, and after how long it is repaired, other than by hand. */
export interface When {
  readonly at?: SimTime
  readonly forUs?: number
}

/** From the worker, up to 60 times a second. Never saved, never undone. */
export const useRuntime = create<RuntimeState>()((set, get): RuntimeState => ({
  ...NOTHING_RUN,
  loaded: null,
  portsBeforeFailure: null,
  play: (until) => send(until === undefined ? PLAY : { type: 'play', until }),
  pause: () => send({ type: 'pause' }),
  setSpeed: (factor) => {
    speed = factor
    send({ type: 'speed', factor })
  },
  step: () => send({ type: 'step' }),
  toNextTimer: () => send({ type: 'next-timer' }),
  runTo: (until) => send({ type: 'run-to', until }),
  converge: () => send({ type: 'converge' }),
  fail: (failure, target, options = {}, when = {}) => act({ type: 'fail', failure, target, options }, when),
  repair: (failure, target) => act({ type: 'repair', failure, target }),
  repairAll: () => act({ type: 'repair-all' }),
  schedule: ({ at, command }) => act(command, { at }),
  takeBack: (step) => send({ type: 'take-back', step }),
  load: (topology, start) => get().replay(runOf(topology, start)),
  follow: (topology) => begin(runOf(topology, 'settled'), looksOf(get())),
  reload: (start) => {
    const { loaded, load } = get()
    if (loaded !== null) load(loaded.topology, start)
  },
  reset: () => {
    const { loaded, reload } = get()
    if (loaded !== null) reload(loaded.start)
  },
  replay: (run) => begin(run),
  review: (at) => send({ type: 'review', at }),
  askFingerprint: () => send({ type: 'fingerprint' }),
  askFrames: (filter, from, count) => send({ type: 'frames', filter, from, count }),
  askFrame: (seq) => send({ type: 'frame', seq }),
  askCapture: (scope, probes) => send({ type: 'capture', scope, probes }),
}))

function runOf(topology: Topology, start: Run['start']): Run {
  return { topology, seed: SEED, probeUs: PROBE_US, start, commands: [] }
}

function begin(run: Run, looks: Partial<RunState> = {}): void {
  const { id, running, crashed } = useRuntime.getState()
  if (crashed !== null) forgetClient()
  useRuntime.setState({ ...NOTHING_RUN, ...looks, id: id + 1, running, loaded: run, portsBeforeFailure: null })
  held = [...(running ? [PLAY] : []), ...(held ?? []).filter(({ type }) => type === 'play' || type === 'pause')]
  fetchProfiles(run.topology).then(
    (profiles) => {
      // Another run may have been loaded meanwhile.
      if (useRuntime.getState().id !== id + 1) return
      post({ type: 'load', id: id + 1, run, profiles })
      post({ type: 'speed', factor: speed })
      for (const command of held ?? []) post(command)
      held = null
    },
    (error: unknown) => {
      const message = `The platform could not be loaded: ${String(error)}`
      useRuntime.setState({ crashed: { message, stack: '', lastCommand: null, now: 0 } })
    },
  )
}

function act(command: RunCommand, when: When = {}): void {
  const { ports } = useRuntime.getState()
  const breaksNow = command.type === 'fail' && when.at === undefined
  useRuntime.setState({ refused: null, ...(breaksNow ? { portsBeforeFailure: ports } : {}) })
  send({ type: 'do', command, ...when })
}

/** While a run is being loaded, what is meant for it waits. */
function send(command: Command): void {
  if (held === null) post(command)
  else held.push(command)
}

function post(command: Command): void {
  if (client === null) {
    client = startSimClient((updates) => useRuntime.setState((state) => foldUpdates(state, updates)))
    client.pace(gapMs)
  }
  client.send(command)
}

/** Shows the run at most every so many milliseconds, while a hand moves something; 0: at every frame. */
export function paceRun(ms: number): void {
  gapMs = ms
  client?.pace(ms)
}

function forgetClient(): void {
  client?.stop()
  client = null
}

let client: SimClient | null = null
let gapMs = 0
/** Commands for the run that is being loaded; null while none is. */
let held: Command[] | null = null
let speed: number | null = 1

/** One probe every millisecond: an outage is measured to the millisecond. */
const PROBE_US = 1_000
const SEED = 1
const PLAY: Command = { type: 'play' }
