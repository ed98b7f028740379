import { makeRunbook } from '../core/runbook/make.ts'
import type { RunbookCommand, RunbookUpdate } from './runbookMessages.ts'

// A thread of its own: its failover tests take seconds, and the run that the page shows goes on meanwhile.
self.addEventListener('message', ({ data }: MessageEvent<RunbookCommand>) => {
  makeRunbook(data.design, data.profiles, (done, total) => post({ type: 'progress', done, total })).then(
    (parts) => post({ type: 'written', parts }),
    (error: unknown) => post({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
})

function post(update: RunbookUpdate): void {
  self.postMessage(update)
}
