import { askedWorker } from './askedWorker.ts'
import type { TextAnswer, TextQuestion } from './textMessages.ts'

/** Asks the worker that turns designs into text and back; it starts with the first question. */
export const askOfText = askedWorker<TextQuestion, TextAnswer>(
  () => new Worker(new URL('./text.worker.ts', import.meta.url), { type: 'module' }),
  (message) => ({ type: 'failed', message: message ?? NO_START }),
)

const NO_START = 'The part of the page that reads the text could not be started.'
