import { create } from 'zustand'
import type { CaseResult, Comparison } from '../core/compare/types.ts'
import type { Profiles } from '../core/model/profile.ts'
import { startComparison } from '../worker/compareClient.ts'
import { fetchProfiles } from './profiles.ts'

export interface CompareState {
  /** What is being compared or was compared last. */
  readonly comparison: Comparison | null
  /** Results that have come so far. */
  readonly results: readonly CaseResult[]
  readonly running: boolean
  readonly problem: string | null
  readonly start: (comparison: Comparison) => void
  readonly stop: () => void
}

/** Comparisons run beside the run that is shown; what was measured stays until the next one. */
export const useCompare = create<CompareState>()((set, get): CompareState => ({
  comparison: null,
  results: [],
  running: false,
  problem: null,
  start: (comparison) => {
    end()
    set({ comparison, results: [], running: true, problem: null })
    profilesOf(comparison).then(
      (profiles) => {
        // It may have been stopped, or another one started, while the profiles came.
        if (get().comparison !== comparison || !get().running) return
        end = startComparison({ comparison, profiles }, (update) => {
          if (update.type === 'failed') set({ running: false, problem: update.message })
          else set(({ results }) => ({ results: [...results, update.result], running: !update.last }))
        })
      },
      (error: unknown) => set({ running: false, problem: `A platform could not be loaded: ${String(error)}` }),
    )
  },
  stop: () => {
    end()
    set({ running: false })
  },
}))

async function profilesOf({ subjects }: Comparison): Promise<Profiles> {
  const loaded = await Promise.all(subjects.map(({ topology }) => fetchProfiles(topology)))
  return Object.assign({}, ...loaded)
}

let end: () => void = () => {}
