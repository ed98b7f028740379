import type { DirectionRuntime } from './directionState.ts'

/** Probes whose fate is open at one time: 4096 are 4 s of 1 ms probes, beyond any path that a cable may delay. */
export const FATES = 4096

export const FATE = { inFlight: 0, delivered: 1, lost: 2 } as const

/** What became of a probe, when it was sent, and when it arrived or was lost. */
export interface Fate {
  readonly fate: number
  readonly sentAt: number
  readonly doneAt: number
}

export function fateOf(direction: DirectionRuntime, seq: number): Fate {
  const at = seq % FATES
  return { fate: direction.fate[at] ?? 0, sentAt: direction.sentAt[at] ?? 0, doneAt: direction.doneAt[at] ?? 0 }
}
