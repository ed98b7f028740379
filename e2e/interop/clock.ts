import { setTimeout as pause } from 'node:timers/promises'
import { nextDue, runInstant } from './station.ts'
import type { Station } from './station.ts'

/** Real time for our ports: their machines run whenever a frame arrives and whenever a timer of theirs is due. */
export interface Clock {
  /** Microseconds since the start. */
  now(): number
  wake(): void
  stop(): void
}

export function startClock(station: Station): Clock {
  const startedAt = performance.now()
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const now = () => Math.round((performance.now() - startedAt) * 1_000)
  const wake = () => {
    clearTimeout(timer)
    if (isStopped) return
    runInstant(station, now())
    const due = nextDue(station)
    if (due === null) return
    timer = setTimeout(wake, Math.max(0, Math.ceil((due - now()) / 1_000)))
    timer.unref()
  }
  const stop = () => {
    isStopped = true
    clearTimeout(timer)
  }
  return { now, wake, stop }
}

/** Waits in real time until a condition holds; fails with its name when it does not in `limitMs`. */
export async function until(what: string, limitMs: number, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + limitMs
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`not within ${limitMs} ms: ${what}`)
    await pause(5)
  }
}
