import type { UpgradeCommand, UpgradeUpdate } from './upgradeMessages.ts'

/** Starts a search in a worker of its own. The answer stops it; nothing is reported afterwards. */
export function startUpgradeSearch(command: UpgradeCommand, receive: (update: UpgradeUpdate) => void): () => void {
  const worker = new Worker(new URL('./upgrade.worker.ts', import.meta.url), { type: 'module' })
  const stop = (): void => worker.terminate()
  worker.onmessage = ({ data }: MessageEvent<UpgradeUpdate>) => {
    receive(data)
    if (data.type === 'done') stop()
  }
  worker.onerror = (error) => {
    receive({ type: 'done', result: { ok: false, problem: error.message || 'The search could not be started.' } })
    stop()
  }
  worker.postMessage(command)
  return stop
}
