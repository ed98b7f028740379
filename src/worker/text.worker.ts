import { takeText, writeText } from '../core/text/designText.ts'
import type { Numbered } from './askedWorker.ts'
import type { TextAnswer, TextQuestion } from './textMessages.ts'

// A thread of its own: a large text takes a second or more to be read, and typing goes on meanwhile.
self.addEventListener('message', ({ data: { id, what } }: MessageEvent<Numbered<TextQuestion>>) => {
  try {
    post({ id, what: answerTo(what) })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    post({ id, what: { type: 'failed', message } })
  }
})

function answerTo(question: TextQuestion): TextAnswer {
  if (question.type === 'take') return { type: 'taken', taken: takeText(question.text) }
  return { type: 'written', ...writeText(question) }
}

function post(answer: Numbered<TextAnswer>): void {
  self.postMessage(answer)
}
