/** Where statements were seen in use: a section of a document, or a file of a public repository. */
export type Source =
  | { readonly document: string; readonly section: string }
  | { readonly repository: string; readonly path: string }

/**
 * A statement of a platform and where it was seen. The pattern is the statement with placeholders: `<number>`, `<list>` of
 * numbers, `<address>`, `<prefix>` (an address with its length or mask), `<mac>`, `<name>` (one word) and `<text>`; with
 * words to choose from, `(access|trunk)`, and with what may be left out, `[vrf <name>]`. Before " / " stands the line that
 * enters the mode which it is typed in.
 */
export interface SeenStatement {
  readonly pattern: string
  readonly source: Source
}

/** Statements that one source shows. */
export function seenIn(source: Source, ...patterns: readonly string[]): readonly SeenStatement[] {
  return patterns.map((pattern) => ({ pattern, source }))
}

export function section(document: string, name: string): Source {
  return { document, section: name }
}

export function file(repository: string, path: string): Source {
  return { repository, path }
}

/** "Guide, Chapter" or "owner/repository, path". */
export function sourceText(source: Source): string {
  return 'document' in source ? `${source.document}, ${source.section}` : `${source.repository}, ${source.path}`
}

/** The statement on a list that a line is, with its mode before " / "; null: it was seen nowhere. */
export function seenStatement(list: readonly SeenStatement[], line: string): SeenStatement | null {
  let forms = compiled.get(list)
  if (forms === undefined) {
    forms = list.map(({ pattern }) => new RegExp(`^${formOf(pattern)}$`))
    compiled.set(list, forms)
  }
  const at = forms.findIndex((form) => form.test(line))
  return list[at] ?? null
}

const compiled = new WeakMap<readonly SeenStatement[], readonly RegExp[]>()

/** A pattern as a regular expression. */
function formOf(pattern: string): string {
  let form = ''
  let blank = ''
  for (const part of parts(pattern)) {
    const inner = /^\[(.*)\]$/.exec(part)?.[1]
    if (inner === undefined) {
      form += blank + wordForm(part)
      blank = ' '
    } else if (form === '' || form.endsWith(' / ')) {
      // What follows brings no blank of its own.
      form += `(?:${formOf(inner)} )?`
      blank = ''
    } else {
      form += `(?: ${formOf(inner)})?`
      blank = ' '
    }
    if (part === '/') {
      form = `${form} `
      blank = ''
    }
  }
  return form
}

/** Words, and groups in brackets as one each. */
function parts(pattern: string): readonly string[] {
  return pattern.match(/\[(?:[^[\]]|\[[^\]]*\])*\]|[^ ]+/g) ?? []
}

function wordForm(word: string): string {
  return word.replace(/<(\w+)>|\(([^)]*)\)|[^<(]+|[<(]/g, (piece, placeholder?: string, choice?: string) => {
    if (placeholder !== undefined) return FORMS[placeholder] ?? escaped(piece)
    return choice === undefined ? escaped(piece) : `(?:${choice.split('|').map(escaped).join('|')})`
  })
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const FORMS: Readonly<Record<string, string>> = {
  number: '\\d+',
  list: '\\d[\\d,\\- to]*',
  address: '\\S+',
  prefix: '\\S+(?: [\\d.]+)?',
  mac: '[0-9a-fA-F:.-]+',
  name: '\\S+',
  text: '.+',
}
