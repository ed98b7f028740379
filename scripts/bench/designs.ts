import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import type { DesignAnswer, DesignQuestion } from '../../src/worker/designMessages.ts'
import { fabric } from './fabric.ts'

export interface Asked {
  readonly question: string
  readonly answer: string
  /** Milliseconds in the worker: the first time, and the median of those after it. */
  readonly firstMs: number
  readonly thenMs: number
  /** Milliseconds from the question to the answer, copies between threads included; the first time. */
  readonly roundTripMs: number
  /** The longest time for which the asking thread did nothing else, milliseconds. */
  readonly blockedMs: number
}

const ROUNDS = 9

/** How long the worker takes for a design of 200 devices, and how long the thread that asks is held up by it. */
export async function designTimes(threadFile: string): Promise<readonly Asked[]> {
  const design = fabric()
  const { topology } = design
  const asked: Asked[] = []
  for (const question of [
    { type: 'check', design },
    { type: 'export', topology, options: {} },
    { type: 'zip', topology, options: {} },
  ] satisfies readonly DesignQuestion[]) {
    // Each question begins with a worker that has just started, as after opening the page.
    const thread = new Worker(threadFile)
    await new Promise((resolve) => thread.once('online', resolve))
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const startedAt = performance.now()
    const first = await ask(thread, question)
    const roundTripMs = performance.now() - startedAt
    const later: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) later.push((await ask(thread, question)).ms)
    delay.disable()
    asked.push({
      question: question.type,
      answer: wordsOf(first.answer),
      firstMs: first.ms,
      thenMs: later.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN,
      roundTripMs,
      blockedMs: delay.max / 1_000_000,
    })
    await thread.terminate()
  }
  return asked
}

interface Answered {
  readonly answer: DesignAnswer
  readonly ms: number
}

function ask(thread: Worker, question: DesignQuestion): Promise<Answered> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.postMessage(question)
  })
}

function wordsOf(answer: DesignAnswer): string {
  switch (answer.type) {
    case 'checked':
      return `${answer.report.findings.length} findings`
    case 'exported':
      return `${answer.files.length} files`
    case 'zipped':
      return `${Math.round(answer.archive.length / 1000)} kB`
    case 'failed':
      throw new Error(answer.message)
  }
}
