import type { Design } from '../model/design.ts'
import { applyEdits, type EditContext, type EditResult } from '../model/edits.ts'
import type { Fix } from './rule.ts'

/** The design with a finding mended: all edits of the fix, or none of them where one is refused. */
export function applyFix(design: Design, { edits }: Fix, context: EditContext): EditResult {
  return applyEdits(design, edits, context)
}
