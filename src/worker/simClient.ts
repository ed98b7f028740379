import type { Command, Update } from './messages.ts'

export interface SimClient {
  readonly send: (command: Command) => void
  /** Hands over at most every so many milliseconds: who moves something by hand has precedence. 0: at every frame. */
  readonly pace: (gapMs: number) => void
  /** Ends the worker; nothing is reported afterwards. */
  readonly stop: () => void
}

/**
 * Starts the simulation's worker. Updates are gathered and handed over once per animation frame, in order; what comes
 * right after a command, at once, so that its effect is in the very next frame.
 * A worker that cannot start or throws outside its own guard is reported as `crashed` of the run loaded last.
 */
export function startSimClient(receive: (updates: readonly Update[]) => void): SimClient {
  const worker = new Worker(new URL('./sim.worker.ts', import.meta.url), { type: 'module' })
  let waiting: Update[] = []
  let scheduled = false
  let gapMs = 0
  let handedOver = 0
  let commanded = -Infinity
  let runId = 0
  let lastCommand: Command | null = null

  const flush = (): void => {
    scheduled = false
    const updates = waiting
    waiting = []
    if (updates.length > 0) receive(updates)
  }
  const flushInFrame = (time: number): void => {
    if (waiting.length === 0) return
    if (time - handedOver < gapMs) {
      requestAnimationFrame(flushInFrame)
      return
    }
    handedOver = time
    flush()
  }
  const gather = (update: Update): void => {
    waiting.push(update)
    if (performance.now() - commanded < AT_ONCE_MS) return flush()
    if (scheduled) return
    scheduled = true
    // A hidden page gets no animation frames, but its run goes on.
    if (document.hidden) setTimeout(flush, HIDDEN_MS)
    else requestAnimationFrame(flushInFrame)
  }
  const flushOnHide = (): void => {
    if (document.hidden) flush()
  }
  const crash = (message: string): void =>
    gather({ type: 'crashed', id: runId, message, stack: '', lastCommand, now: 0 })

  document.addEventListener('visibilitychange', flushOnHide)
  worker.onmessage = (message: MessageEvent<Update>) => gather(message.data)
  // A script that does not load tells no reason, whatever the type of the event says.
  worker.onerror = (error) => crash(error instanceof ErrorEvent && error.message !== '' ? error.message : NO_START)
  worker.onmessageerror = () => crash('The simulation sent something that could not be read.')

  return {
    send: (command) => {
      lastCommand = command
      if (command.type === 'load') runId = command.id
      if (command.type === 'do') commanded = performance.now()
      worker.postMessage(command)
    },
    pace: (gap) => {
      gapMs = gap
    },
    stop: () => {
      worker.terminate()
      document.removeEventListener('visibilitychange', flushOnHide)
      receive = () => {}
    },
  }
}

const HIDDEN_MS = 250
/** A worker that simulates answers a command within one of its turns. */
const AT_ONCE_MS = 100
const NO_START = 'The simulation could not be started.'
