import type { DesignAnswer, DesignQuestion, Numbered } from './designMessages.ts'

/** Asks the worker that reads designs; it starts with the first question. Trouble of any kind is an answer, too. */
export function askOfDesign(what: DesignQuestion): Promise<DesignAnswer> {
  worker ??= startWorker()
  const asked = worker
  lastId += 1
  const id = lastId
  return new Promise((resolve) => {
    waiting.set(id, resolve)
    asked.postMessage({ id, what } satisfies Numbered<DesignQuestion>)
  })
}

function startWorker(): Worker {
  const started = new Worker(new URL('./design.worker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data: { id, what } }: MessageEvent<Numbered<DesignAnswer>>) => {
    waiting.get(id)?.(what)
    waiting.delete(id)
  }
  started.onerror = (error) => {
    started.terminate()
    worker = null
    const message = error instanceof ErrorEvent && error.message !== '' ? error.message : NO_START
    for (const resolve of waiting.values()) resolve({ type: 'failed', message })
    waiting.clear()
  }
  return started
}

let worker: Worker | null = null
let lastId = 0
const waiting = new Map<number, (answer: DesignAnswer) => void>()
const NO_START = 'The part of the page that reads designs could not be started.'
