import { applyPatch, diffLines, structuredPatch } from 'diff'

/** Characters of a text that are replaced. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/**
 * What leads from one text to another, line by line: whoever reads the text keeps cursor, selection and folds where
 * nothing changed.
 */
export function replacements(before: string, after: string): readonly Replacement[] {
  const parts = diffLines(before, after, { maxEditLength: MOST_EDITS })
  if (parts === undefined) return [{ from: 0, to: before.length, insert: after }]
  const found: Replacement[] = []
  let at = 0
  for (const part of parts) {
    const last = found.at(-1)
    if (part.removed) found.push({ from: at, to: at + part.value.length, insert: '' })
    else if (part.added && last?.to === at) found[found.length - 1] = { ...last, insert: last.insert + part.value }
    else if (part.added) found.push({ from: at, to: at, insert: part.value })
    if (!part.added) at += part.value.length
  }
  return found
}

/**
 * Brings what changed between two texts into a third one, which was made from the first by hand. Null where both
 * changed the same lines.
 */
export function merged(base: string, theirs: string, mine: string): string | null {
  if (mine === base) return theirs
  const patch = structuredPatch('', '', base, theirs, '', '', { context: 2, maxEditLength: MOST_EDITS })
  if (patch === undefined) return null
  const text = applyPatch(mine, patch)
  return text === false ? null : text
}

/** Lines; texts that differ in more are exchanged as a whole. */
const MOST_EDITS = 2_000
