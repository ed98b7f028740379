import { leastWait } from '../core/upgrade/search.ts'
import type { UpgradeCommand, UpgradeUpdate } from './upgradeMessages.ts'

// A thread of its own: the run that the page shows goes on meanwhile.
self.addEventListener('message', ({ data }: MessageEvent<UpgradeCommand>) => {
  try {
    const search = leastWait(data.request, data.profiles)
    let next = search.next()
    for (; !next.done; next = search.next()) post({ type: 'tried', tried: next.value })
    post({ type: 'done', result: next.value })
  } catch (error) {
    post({ type: 'done', result: { ok: false, problem: error instanceof Error ? error.message : String(error) } })
  }
})

function post(update: UpgradeUpdate): void {
  self.postMessage(update)
}
