/** On the wire: an answer has the number of its question. */
export interface Numbered<T> {
  readonly id: number
  readonly what: T
}

/** A worker that answers questions one by one. It starts with the first; trouble of any kind is an answer, too. */
export function askedWorker<Question, Answer>(
  start: () => Worker,
  failed: (message: string | null) => Answer,
): (what: Question) => Promise<Answer> {
  let worker: Worker | null = null
  let lastId = 0
  const waiting = new Map<number, (answer: Answer) => void>()

  function started(): Worker {
    const fresh = start()
    fresh.onmessage = ({ data: { id, what } }: MessageEvent<Numbered<Answer>>) => {
      waiting.get(id)?.(what)
      waiting.delete(id)
    }
    fresh.onerror = (error) => {
      fresh.terminate()
      worker = null
      const message = error instanceof ErrorEvent && error.message !== '' ? error.message : null
      for (const resolve of waiting.values()) resolve(failed(message))
      waiting.clear()
    }
    return fresh
  }

  return (what) => {
    worker ??= started()
    const asked = worker
    lastId += 1
    const id = lastId
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      asked.postMessage({ id, what } satisfies Numbered<Question>)
    })
  }
}
