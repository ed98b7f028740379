import type { Design } from '../core/model/design.ts'
import { applyEdits, type Edit, type EditContext, type EditResult as Edited, settled } from '../core/model/edits.ts'
import { NAMINGS } from '../core/vendors/platforms.ts'
import { useDocument } from './documentStore.ts'

// Every edit with all that it may not break. The first paint does not need it: only parts that load later import this.

/** `made`: ids of what is new, the main thing first. */
export type EditResult =
  | { readonly ok: true; readonly made: readonly string[] }
  | { readonly ok: false; readonly message: string }

/** Applies one edit as one undo step. A refused edit changes nothing and says why. */
export function edit(edit: Edit): EditResult {
  return editAll([edit], edit.type.replaceAll('-', ' '))
}

/** Applies several edits as one undo step with a name of its own: all of them, or none where one is refused. */
export function editAll(edits: readonly Edit[], step: string): EditResult {
  return take(step, applyEdits(useDocument.getState().design, edits, CONTEXT))
}

/** Applies a change that is no single edit as one undo step under a name: "paste 3 devices". */
export function change(step: string, change: (design: Design, context: EditContext) => Edited): EditResult {
  const { design } = useDocument.getState()
  return take(step, settled(design, change(design, CONTEXT)))
}

function take(step: string, result: Edited): EditResult {
  if (!result.ok) return result
  if (result.design !== useDocument.getState().design) useDocument.setState({ design: result.design, step })
  return { ok: true, made: result.made }
}

const CONTEXT: EditContext = { namings: NAMINGS }
