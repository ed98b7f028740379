import { create } from 'zustand'
import type { Design } from '../core/model/design.ts'
import type { Part } from '../core/runbook/parts.ts'
import { startRunbook } from '../worker/runbookClient.ts'
import { fetchProfiles } from './profiles.ts'

export interface RunbookState {
  /** What it is or was written of. */
  readonly design: Design | null
  /** Null while it is being written, and for a design without a pair. */
  readonly parts: readonly Part[] | null
  readonly running: boolean
  /** Runs of the engine that are done, of all. */
  readonly progress: readonly [number, number]
  readonly problem: string | null
  /** Writes it anew unless it is of this very design already. */
  readonly write: (design: Design) => void
  readonly stop: () => void
}

/** The runbook that was written last; it is kept while the design stays as it is. */
export const useRunbook = create<RunbookState>()((set, get): RunbookState => ({
  design: null,
  parts: null,
  running: false,
  progress: [0, 0],
  problem: null,
  write: (design) => {
    const { design: last, running, problem } = get()
    // One that was stopped half-way is written anew.
    if (last === design && (running || (problem === null && !stopped))) return
    end()
    stopped = false
    set({ design, parts: null, running: true, progress: [0, 0], problem: null })
    fetchProfiles(design.topology).then(
      (profiles) => {
        // It may have been stopped, or another one started, while the profiles came.
        if (get().design !== design || !get().running) return
        end = startRunbook({ design, profiles }, (update) => {
          if (update.type === 'progress') set({ progress: [update.done, update.total] })
          else if (update.type === 'written') set({ parts: update.parts, running: false })
          else set({ running: false, problem: update.message })
        })
      },
      (error: unknown) => set({ running: false, problem: `A platform could not be loaded: ${String(error)}` }),
    )
  },
  stop: () => {
    end()
    if (get().running) stopped = true
    set({ running: false })
  },
}))

let stopped = false
let end: () => void = () => {}
