import type { Design } from '../model/design.ts'
import { applyEdit, type EditContext, type EditResult } from '../model/edits.ts'
import type { Fix } from './rule.ts'

/** The design with a finding mended: all edits of the fix, or none of them where one is refused. */
export function applyFix(design: Design, { edits }: Fix, context: EditContext): EditResult {
  let mended: EditResult = { ok: true, design, made: [] }
  for (const edit of edits) {
    if (!mended.ok) return mended
    mended = applyEdit(mended.design, edit, context)
  }
  return mended
}
