import type { Edit } from '../../../core/model/edits.ts'
import { useDocument } from '../../../state/documentStore.ts'
import type { Refusal } from '../../controls/fields.tsx'

/** Applies an edit made in a form; the form shows the refusal where it was made. */
export function commit(edit: Edit): Refusal {
  const result = useDocument.getState().edit(edit)
  return result.ok ? undefined : result.message
}
