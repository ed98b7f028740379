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
  const [head, tail] = sameEnds(before, after)
  const [old, young] = [before, after].map((text) => text.slice(head, text.length - tail))
  if (old === undefined || young === undefined || old === young) return []
  const parts = diffLines(old, young, { maxEditLength: MOST_EDITS })
  if (parts === undefined) return [{ from: head, to: before.length - tail, insert: young }]
  const found: Replacement[] = []
  let at = head
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

/** Characters of whole lines that are the same at the beginning and at the end: most of two large texts, as a rule. */
function sameEnds(a: string, b: string): readonly [number, number] {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a.charCodeAt(head) === b.charCodeAt(head)) head++
  head = head === 0 ? 0 : a.lastIndexOf('\n', head - 1) + 1
  let tail = 0
  while (tail < most - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++
  const lineEnd = a.indexOf('\n', a.length - tail)
  return [head, lineEnd < 0 ? 0 : a.length - lineEnd - 1]
}

/** Lines; texts that differ in more are exchanged as a whole. */
const MOST_EDITS = 500
