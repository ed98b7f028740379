import { temporal } from 'zundo'
import { create } from 'zustand'
import type { Design } from '../core/model/design.ts'
import { applyEdits, type Edit, type EditContext, type EditResult as Edited, settled } from '../core/model/edits.ts'
import { NAMINGS } from '../core/vendors/platforms.ts'

/** `made`: ids of what is new, the main thing first. */
export type EditResult =
  | { readonly ok: true; readonly made: readonly string[] }
  | { readonly ok: false; readonly message: string }

export interface DocumentState {
  /** Key of the stored design; another design has another id. */
  readonly id: string
  readonly design: Design
  /** In words, what led to this design: what undo takes back. Empty for a design as it was opened. */
  readonly step: string
  /** Applies one edit as one undo step. A refused edit changes nothing and says why. */
  readonly edit: (edit: Edit) => EditResult
  /** Applies several edits as one undo step with a name of its own: all of them, or none where one is refused. */
  readonly editAll: (edits: readonly Edit[], step: string) => EditResult
  /** Applies a change that is no single edit as one undo step under a name: "paste 3 devices". */
  readonly change: (step: string, change: (design: Design, context: EditContext) => Edited) => EditResult
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

const CONTEXT: EditContext = { namings: NAMINGS }

/** The drawn design: saved to disk and undoable. Nothing here changes while a simulation runs. */
export const useDocument = create<DocumentState>()(
  temporal(
    (set, get): DocumentState => ({
      id: 'first',
      design: EMPTY_DESIGN,
      step: '',
      edit: (edit) => get().editAll([edit], stepName(edit)),
      editAll: (edits, step) => take(step, applyEdits(get().design, edits, CONTEXT)),
      change: (step, change) => take(step, settled(get().design, change(get().design, CONTEXT))),
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

function take(step: string, result: Edited): EditResult {
  if (!result.ok) return result
  if (result.design !== useDocument.getState().design) useDocument.setState({ design: result.design, step })
  return { ok: true, made: result.made }
}

function stepName(edit: Edit): string {
  return edit.type.replaceAll('-', ' ')
}
