/** Lines that fold away behind the one above them. */
export interface Fold {
  /** Index of the line that stays. */
  readonly head: number
  /** Index of the last line that folds away. */
  readonly last: number
}

/**
 * Sections of a configuration, by its indentation; of a format without any, by the lines between its blocks. They nest
 * and never overlap otherwise. By head.
 */
export function foldsOf(texts: readonly string[]): readonly Fold[] {
  return texts.some((text) => indentOf(text) > 0) ? indented(texts) : flat(texts)
}

/** An empty line, or the sign that a platform writes between blocks. */
export function isSeparator(text: string): boolean {
  return text === '' || text === '!' || text === '#'
}

function indented(texts: readonly string[]): readonly Fold[] {
  return texts.flatMap((text, head) => {
    const own = indentOf(text)
    if (isSeparator(text) || indentOf(texts[head + 1] ?? '') <= own) return []
    let last = head + 1
    while (last + 1 < texts.length && indentOf(texts[last + 1] ?? '') > own) last += 1
    return [{ head, last }]
  })
}

function flat(texts: readonly string[]): readonly Fold[] {
  const folds: Fold[] = []
  let head = 0
  for (let at = 0; at <= texts.length; at += 1) {
    if (at < texts.length && !isSeparator(texts[at] ?? '')) continue
    if (at - head > 1) folds.push({ head, last: at - 1 })
    head = at + 1
  }
  return folds
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length
}
