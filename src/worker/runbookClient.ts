import type { RunbookCommand, RunbookUpdate } from './runbookMessages.ts'

/** Starts a runbook in a worker of its own. The answer stops it; nothing is reported afterwards. */
export function startRunbook(command: RunbookCommand, receive: (update: RunbookUpdate) => void): () => void {
  const worker = new Worker(new URL('./runbook.worker.ts', import.meta.url), { type: 'module' })
  const stop = (): void => worker.terminate()
  worker.onmessage = ({ data }: MessageEvent<RunbookUpdate>) => {
    receive(data)
    if (data.type !== 'progress') stop()
  }
  worker.onerror = (error) => {
    receive({ type: 'failed', message: error.message || 'The runbook could not be started.' })
    stop()
  }
  worker.postMessage(command)
  return stop
}
