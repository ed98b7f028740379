/** A piece of a plan, to be written as Markdown or shown as a page. */
export type Part =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** What is typed or printed, line by line. */
  | { readonly kind: 'lines'; readonly title: string; readonly lines: readonly string[] }

export function heading(level: 1 | 2 | 3, text: string): Part {
  return { kind: 'heading', level, text }
}

export function text(words: string): Part {
  return { kind: 'text', text: words }
}

/** Nothing where there is nothing to list. */
export function list(items: readonly string[], ordered = false): readonly Part[] {
  return items.length === 0 ? [] : [{ kind: 'list', ordered, items }]
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): Part {
  return { kind: 'table', head, rows }
}

export function lines(title: string, all: readonly string[]): readonly Part[] {
  return all.length === 0 ? [] : [{ kind: 'lines', title, lines: all }]
}
