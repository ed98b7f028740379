import { create } from 'zustand'
import type { Finding, TurnedOff } from '../core/lint/lint.ts'

export interface ChecksState {
  /** Errors first. Empty until the rules have looked at the design for the first time. */
  readonly findings: readonly Finding[]
  /** Rules that the design has turned off. */
  readonly off: readonly TurnedOff[]
  /** Why the rules could not look at it, in a sentence; null where they did. */
  readonly problem: string | null
}

/** What the rules found in the present design; a moment behind it while somebody draws. */
export const useChecks = create<ChecksState>()(() => ({ findings: [], off: [], problem: null }))
