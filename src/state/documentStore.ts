import { temporal } from 'zundo'
import { create } from 'zustand'
import type { Design } from '../core/model/design.ts'

export interface DocumentState {
  /** Key of the stored design; another design has another id. */
  readonly id: string
  readonly design: Design
  /** In words, what led to this design: what undo takes back. Empty for a design as it was opened. */
  readonly step: string
  /** Puts another design in place: undoable as one step, or as a fresh start without history. */
  readonly replace: (design: Design, options: ReplaceOptions) => void
}

export interface ReplaceOptions {
  readonly undoable: boolean
  /** Name of the undo step: "open template". */
  readonly step?: string
  /** Id of the stored design; without it the present id stays. */
  readonly id?: string
}

const EMPTY_DESIGN: Design = {
  title: 'Untitled',
  topology: { devices: [], ports: [], links: [], bonds: [], domains: [], vlans: [], flows: [] },
  layout: {},
}

/** The drawn design: saved to disk and undoable. Nothing here changes while a simulation runs. */
export const useDocument = create<DocumentState>()(
  temporal(
    (set, get): DocumentState => ({
      id: 'first',
      design: EMPTY_DESIGN,
      step: '',
      replace: (design, { undoable, step = '', id = get().id }) => {
        set({ design, step, id })
        if (!undoable) useDocument.temporal.getState().clear()
      },
    }),
    {
      partialize: ({ id, design, step }): Undoable => ({ id, design, step }),
      equality: (past, present) => past.design === present.design,
      limit: 200,
    },
  ),
)

/** Takes the last step back; returns its name, or null when there is none. */
export function undo(): string | null {
  const history = useDocument.temporal.getState()
  if (history.pastStates.length === 0) return null
  const { step } = useDocument.getState()
  history.undo()
  return step
}

/** Does the step again that was taken back last; returns its name, or null when there is none. */
export function redo(): string | null {
  const history = useDocument.temporal.getState()
  if (history.futureStates.length === 0) return null
  history.redo()
  return useDocument.getState().step
}

type Undoable = Pick<DocumentState, 'id' | 'design' | 'step'>
