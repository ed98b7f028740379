import { parentPort } from 'node:worker_threads'
import { answerTo } from '../../src/worker/designAnswer.ts'
import type { DesignQuestion } from '../../src/worker/designMessages.ts'

/** The page's worker that reads designs, as a thread of Node. */
parentPort?.on('message', (question: DesignQuestion) => {
  const startedAt = performance.now()
  const answer = answerTo(question)
  parentPort?.postMessage({ answer, ms: performance.now() - startedAt })
})
