import type { Command, Update } from './messages.ts'

export interface SimClient {
  readonly send: (command: Command) => void
  /** Ends the worker; nothing is reported afterwards. */
  readonly stop: () => void
}

/**
 * Starts the simulation's worker. Updates are gathered and handed over once per animation frame, in order.
 * A worker that cannot start or throws outside its own guard is reported as `crashed` of the run loaded last.
 */
export function startSimClient(receive: (updates: readonly Update[]) => void): SimClient {
  const worker = new Worker(new URL('./sim.worker.ts', import.meta.url), { type: 'module' })
  let waiting: Update[] = []
  let scheduled = false
  let runId = 0
  let lastCommand: Command | null = null

  const flush = (): void => {
    scheduled = false
    const updates = waiting
    waiting = []
    if (updates.length > 0) receive(updates)
  }
  const gather = (update: Update): void => {
    waiting.push(update)
    if (scheduled) return
    scheduled = true
    // A hidden page gets no animation frames, but its run goes on.
    if (document.hidden) setTimeout(flush, HIDDEN_MS)
    else requestAnimationFrame(flush)
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
      worker.postMessage(command)
    },
    stop: () => {
      worker.terminate()
      document.removeEventListener('visibilitychange', flushOnHide)
      receive = () => {}
    },
  }
}

const HIDDEN_MS = 250
const NO_START = 'The simulation could not be started.'
