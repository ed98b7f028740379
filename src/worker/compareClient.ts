import type { CompareCommand, CompareUpdate } from './compareMessages.ts'

/** Starts a comparison in a worker of its own. The answer stops it; nothing is reported afterwards. */
export function startComparison(command: CompareCommand, receive: (update: CompareUpdate) => void): () => void {
  const worker = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' })
  const stop = (): void => worker.terminate()
  worker.onmessage = ({ data }: MessageEvent<CompareUpdate>) => {
    receive(data)
    if (data.type === 'failed' || data.last) stop()
  }
  worker.onerror = (error) => {
    receive({ type: 'failed', message: error.message || 'The comparison could not be started.' })
    stop()
  }
  worker.postMessage(command)
  return stop
}
