import { answerTo } from './designAnswer.ts'
import type { Numbered } from './askedWorker.ts'
import type { DesignAnswer, DesignQuestion } from './designMessages.ts'

// A thread of its own: the run goes on and the page answers while a large design is checked or exported.
self.addEventListener('message', ({ data: { id, what } }: MessageEvent<Numbered<DesignQuestion>>) => {
  try {
    post({ id, what: answerTo(what) })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    post({ id, what: { type: 'failed', message } })
  }
})

function post(answer: Numbered<DesignAnswer>): void {
  self.postMessage(answer)
}
