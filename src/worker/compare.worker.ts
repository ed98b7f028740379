import { casesOf } from '../core/compare/comparison.ts'
import { measure } from '../core/compare/measure.ts'
import type { CompareCommand, CompareUpdate } from './compareMessages.ts'

// A thread of its own: the run that the page shows goes on meanwhile.
self.addEventListener('message', ({ data }: MessageEvent<CompareCommand>) => {
  try {
    const cases = casesOf(data.comparison)
    for (const [at, one] of cases.entries()) {
      post({ type: 'result', result: measure(one, data.profiles), last: at === cases.length - 1 })
    }
  } catch (error) {
    post({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})

function post(update: CompareUpdate): void {
  self.postMessage(update)
}
