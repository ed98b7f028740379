/** A text that cannot be read yet, and the text of the design from which it was begun. */
export interface Draft {
  readonly text: string
  readonly base: string
}

/** The draft about a design; kept while the browser's tab lives, through reloads where it has room for that. */
export function draftOf(design: string): Draft | undefined {
  return DRAFTS.get(design) ?? stored(design)
}

export function keepDraft(design: string, draft: Draft | null): void {
  if (draft === null) DRAFTS.delete(design)
  else DRAFTS.set(design, draft)
  try {
    if (draft === null) sessionStorage.removeItem(KEY + design)
    else sessionStorage.setItem(KEY + design, JSON.stringify(draft))
  } catch {
    // No room or not allowed: it lives until the page is left.
  }
}

function stored(design: string): Draft | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY + design) ?? 'null')
    if (typeof value !== 'object' || value === null || !('text' in value) || !('base' in value)) return undefined
    const { text, base } = value
    return typeof text === 'string' && typeof base === 'string' ? { text, base } : undefined
  } catch {
    return undefined
  }
}

const DRAFTS = new Map<string, Draft>()
const KEY = 'mlag-studio:draft:'
