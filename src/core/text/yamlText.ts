import { Document, isCollection, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { ErrorCode, Node, YAMLError } from 'yaml'
import type { Design } from '../model/design.ts'
import { loadFile, MAX_DOCUMENT_TEXT, type Problem, storedForm } from '../model/document.ts'

/** What is wrong in a text, and the characters it is about. */
export interface TextProblem {
  readonly from: number
  readonly to: number
  /** Counted from one. */
  readonly line: number
  readonly text: string
}

export type ReadText =
  | { readonly ok: true; readonly design: Design }
  | { readonly ok: false; readonly problems: readonly TextProblem[] }

/** The stored design as YAML. Small things stand on one line: a port, a position, the ends of a cable. */
export function toYaml(design: Design): string {
  const file = new Document(namedFirst(storedForm(design)))
  visit(file, {
    Collection: (_key, node, path) => {
      if (!isShort(node, path.length)) return undefined
      node.flow = true
      return visit.SKIP
    },
  })
  return file.toString({ lineWidth: 0, flowCollectionPadding: true })
}

/** Reads a design as YAML, which JSON is too. Never throws; every problem says where it stands. */
export function readYaml(text: string): ReadText {
  if (text.length > MAX_DOCUMENT_TEXT) {
    const rule = `The text has ${text.length.toLocaleString('en')} characters; a design has at most ${MAX_DOCUMENT_TEXT.toLocaleString('en')}.`
    return { ok: false, problems: [{ from: 0, to: 0, line: 1, text: rule }] }
  }
  const lines = new LineCounter()
  const file = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const line = (at: number): number => Math.max(1, lines.linePos(at).line)
  const endOfLine = (at: number): number => {
    const end = text.indexOf('\n', at)
    return end < 0 ? text.length : end
  }
  if (file.errors.length > 0) {
    const problems = file.errors.slice(0, MOST).map((error) => {
      const [from] = error.pos
      return {
        from,
        to: Math.min(endOfLine(from), Math.max(from + 1, error.pos[1])),
        line: line(from),
        text: said(error),
      }
    })
    return { ok: false, problems }
  }
  const loaded = loadFile(valueOf(file))
  if (loaded.ok) return loaded
  const problems = loaded.problems.slice(0, MOST).map((problem) => {
    const [from, to] = placeOf(file, problem)
    return { from, to: Math.min(to, endOfLine(from)), line: line(from), text: sentence(problem) }
  })
  return { ok: false, problems }
}

/** Null where aliases would multiply a small text beyond any design. */
function valueOf(file: ReturnType<typeof parseDocument>): unknown {
  try {
    return file.toJS({ maxAliasCount: 100 })
  } catch {
    return null
  }
}

/** The characters of the value or, where it is a whole block, of its key. */
function placeOf(file: ReturnType<typeof parseDocument>, { path }: Problem): readonly [number, number] {
  let rest = path === '' ? '' : `.${path}`
  let node: unknown = file.contents
  let place: readonly [number, number] = [0, 0]
  while (rest !== '') {
    const index = /^\[(\d+)\]/.exec(rest)
    if (index !== null) {
      if (!isSeq(node)) break
      node = node.items[Number(index[1])]
      rest = rest.slice(index[0].length)
      place = firstLine(node) ?? place
      continue
    }
    // A key may hold dots itself: the longest that fits is meant.
    const pairs = isMap(node) ? node.items.filter((pair) => isPair(pair) && isScalar(pair.key)) : []
    const keys = pairs
      .map((pair) => ({ pair, key: isScalar(pair.key) ? String(pair.key.value) : '' }))
      .filter(({ key }) => new RegExp(`^\\.${escaped(key)}(?=[.[]|$)`).test(rest))
      .toSorted((a, b) => b.key.length - a.key.length)
    const [found] = keys
    if (found === undefined) break
    rest = rest.slice(found.key.length + 1)
    node = found.pair.value
    place = (isScalar(node) ? firstLine(node) : firstLine(found.pair.key)) ?? place
  }
  return place
}

function firstLine(node: unknown): readonly [number, number] | null {
  const range = isScalar(node) || isCollection(node) ? (node satisfies Node).range : null
  if (range === null || range === undefined) return null
  if (isMap(node) && node.flow !== true) {
    const [first] = node.items
    if (isPair(first) && isScalar(first.key)) return firstLine(first.key)
  }
  return [range[0], Math.max(range[0] + 1, range[1])]
}

/** What a thing is and is called stands before what it has. */
function namedFirst(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(namedFirst)
  if (typeof value !== 'object' || value === null) return value
  const rank = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length)
  const entries = Object.entries(value).toSorted(([a], [b]) => rank(a) - rank(b))
  return Object.fromEntries(entries.map(([key, item]) => [key, namedFirst(item)]))
}

function sentence({ code, text, wayOut }: Problem): string {
  return code === 'bad-value' ? text : `${text} ${wayOut}`
}

function said({ code, message }: YAMLError): string {
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) return 'A brace or bracket above is not closed.'
  return WORDS[code] ?? `The text is no YAML here: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`
}

function isShort(node: Node, depth: number): boolean {
  if (depth < DEEPEST_BLOCK || !isCollection(node)) return false
  const value = JSON.stringify(node)
  return value.length <= SHORT && !/\[\{"(kind|id|at)"|"mac"/.test(value)
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const WORDS: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'This line is not indented as its neighbours are.',
  TAB_AS_INDENT: 'YAML is indented with spaces, not with tabs.',
  DUPLICATE_KEY: 'This field stands here twice.',
  MISSING_CHAR: 'A character is missing here: a quote, a bracket or a colon.',
  MULTIPLE_DOCS: 'Only one document may stand here, without “---” in between.',
  UNEXPECTED_TOKEN: 'This does not belong here.',
  MULTILINE_IMPLICIT_KEY: 'A colon is missing after the name of a field.',
  BLOCK_AS_IMPLICIT_KEY: 'Two values stand on one line, or a line is indented too far.',
}
const FIRST: readonly string[] = ['kind', 'id', 'name', 'label', 'at', 'use', 'ends', 'members', 'from', 'to']
/** Problems that are shown. */
const MOST = 100
/** Characters of JSON that go on one line. */
const SHORT = 110
/** Levels of pairs and collections above what may be one line: the lists of a topology are never. */
const DEEPEST_BLOCK = 6
