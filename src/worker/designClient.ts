import { askedWorker } from './askedWorker.ts'
import type { DesignAnswer, DesignQuestion } from './designMessages.ts'

/** Asks the worker that reads designs; it starts with the first question. Trouble of any kind is an answer, too. */
export const askOfDesign = askedWorker<DesignQuestion, DesignAnswer>(
  () => new Worker(new URL('./design.worker.ts', import.meta.url), { type: 'module' }),
  (message) => ({ type: 'failed', message: message ?? NO_START }),
)

const NO_START = 'The part of the page that reads designs could not be started.'
