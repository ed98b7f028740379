import type * as FramesPart from './frames.ts'
import type { Command, Update } from './messages.ts'
import {
  advance,
  deltaOf,
  doAt,
  fingerprintOf,
  loadRun,
  oneStep,
  review,
  takeStepBack,
  toNextTimer,
  watch,
  type Runner,
} from './runner.ts'

/** Time between two updates, and how much of it may be spent on simulating. */
const TICK_MS = 16
const BUDGET_MS = 12

/** Commands that only look, or change nothing of what is looked at. */
const KEEPS_PAST: readonly Command['type'][] = ['review', 'speed', 'fingerprint', 'frames', 'frame', 'capture']

let runner: Runner | null = null
let lastCommand: Command | null = null
let job: FramesPart.CaptureJob | null = null
let lastTick = 0
let ticking = false

self.addEventListener('message', ({ data }: MessageEvent<Command>) => {
  lastCommand = data
  guarded(() => take(data))
})

function take(command: Command): void {
  if (command.type === 'load') {
    job = null
    runner = loadRun(command, runner)
    post(deltaOf(runner))
    if (runner.refused.length > 0) post({ type: 'refused', id: runner.id, message: runner.refused.join(' ') })
    return
  }
  if (runner === null) return
  if (runner.past !== null && !KEEPS_PAST.includes(command.type)) review(runner, null)
  switch (command.type) {
    case 'review':
      review(runner, command.at)
      break
    case 'play':
      runner.playUntil = command.until ?? null
      runner.running = true
      start()
      break
    case 'pause':
      runner.running = false
      runner.runTo = null
      break
    case 'speed':
      runner.speed = command.factor
      watch(runner)
      break
    case 'step':
      oneStep(runner)
      break
    case 'next-timer':
      toNextTimer(runner)
      break
    case 'run-to':
    case 'converge':
      runner.runTo = command.type === 'converge' ? 'converged' : command.until
      runner.running = true
      start()
      break
    case 'do': {
      const problem = doAt(runner, command.command, command.at, command.forUs)
      if (problem !== null) post({ type: 'refused', id: runner.id, message: problem })
      break
    }
    case 'take-back':
      takeStepBack(runner, command.step)
      break
    case 'fingerprint':
      post(fingerprintOf(runner))
      return
    case 'frames':
    case 'frame':
    case 'capture':
      lookAtFrames(command)
      return
  }
  post(deltaOf(runner))
}

function start(): void {
  lastTick = performance.now()
  if (ticking) return
  ticking = true
  setTimeout(tick, TICK_MS)
}

function tick(): void {
  guarded(() => {
    if (runner === null || !runner.running) {
      ticking = false
      return
    }
    const now = performance.now()
    // A tab that slept must not make up for hours at once.
    advance(runner, Math.min(now - lastTick, 10 * TICK_MS), () => performance.now(), BUDGET_MS)
    lastTick = now
    post(deltaOf(runner))
    setTimeout(tick, TICK_MS)
  })
}

/** What writes and reads octets is loaded when it is first asked for: a run needs none of it. */
function lookAtFrames(command: Command & { readonly type: 'frames' | 'frame' | 'capture' }): void {
  const asked = runner
  import('./frames.ts').then(
    (frames) =>
      guarded(() => {
        if (asked === null || runner !== asked) return
        if (command.type === 'frames') post(frames.frameRows(asked, command))
        else if (command.type === 'frame') post(frames.frameDetail(asked, command.seq))
        else {
          job = frames.startCapture(asked, command.scope, command.probes)
          capture(frames)
        }
      }),
    () => post({ type: 'refused', id: asked?.id ?? 0, message: 'The part that reads frames could not be loaded.' }),
  )
}

/** Runs the captured run on, beside the one that is shown. */
function capture(frames: typeof FramesPart): void {
  guarded(() => {
    if (job === null) return
    frames.captureSome(job, () => performance.now(), BUDGET_MS)
    if (!frames.captureDone(job)) {
      setTimeout(() => capture(frames), TICK_MS - BUDGET_MS)
      return
    }
    const update = frames.captureUpdate(job)
    self.postMessage(update, { transfer: [update.pcapng.buffer] })
    job = null
  })
}

/** A broken promise inside the engine ends the run; the page shows the last command and keeps the design. */
function guarded(action: () => void): void {
  try {
    action()
  } catch (error) {
    ticking = false
    const known = error instanceof Error ? error : new Error(String(error))
    post({
      type: 'crashed',
      id: runner?.id ?? (lastCommand?.type === 'load' ? lastCommand.id : 0),
      message: known.message,
      stack: known.stack ?? '',
      lastCommand,
      now: runner === null ? 0 : runner.sim.now - runner.sim.zero,
    })
    runner = null
  }
}

function post(update: Update): void {
  self.postMessage(update)
}
