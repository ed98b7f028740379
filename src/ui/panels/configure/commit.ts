import type { Edit } from '../../../core/model/edits.ts'
import { edit as applyEdit } from '../../../state/editing.ts'
import type { Refusal } from '../../controls/fields.tsx'

/** Applies an edit made in a form; the form shows the refusal where it was made. */
export function commit(edit: Edit): Refusal {
  const result = applyEdit(edit)
  return result.ok ? undefined : result.message
}
