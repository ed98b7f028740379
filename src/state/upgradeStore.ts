import { create } from 'zustand'
import type { LeastWait, Tried, UpgradeRequest } from '../core/upgrade/upgrade.ts'
import { startUpgradeSearch } from '../worker/upgradeClient.ts'
import { fetchProfiles } from './profiles.ts'

export interface UpgradeState {
  /** What is being searched or was searched last. */
  readonly request: UpgradeRequest | null
  /** Waits tried so far. */
  readonly tried: readonly Tried[]
  readonly running: boolean
  readonly found: LeastWait | null
  readonly problem: string | null
  readonly start: (request: UpgradeRequest) => void
  readonly stop: () => void
}

/** The search for the least wait of a rolling upgrade runs beside the run that is shown; what it found stays. */
export const useUpgrade = create<UpgradeState>()((set, get): UpgradeState => ({
  request: null,
  tried: [],
  running: false,
  found: null,
  problem: null,
  start: (request) => {
    end()
    set({ request, tried: [], running: true, found: null, problem: null })
    fetchProfiles(request.topology).then(
      (profiles) => {
        // It may have been stopped, or another one started, while the profiles came.
        if (get().request !== request || !get().running) return
        end = startUpgradeSearch({ request, profiles }, (update) => {
          if (update.type === 'tried') set(({ tried }) => ({ tried: [...tried, update.tried] }))
          else if (update.result.ok) set({ running: false, found: update.result.found })
          else set({ running: false, problem: update.result.problem })
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

let end: () => void = () => {}
