import type { Design } from './design.ts'
import {
  CUT_OFF,
  DESIGN_FORMAT,
  newerVersion,
  noVersion,
  NOT_JSON,
  otherKind,
  strayField,
  tooLarge,
} from './fileProblems.ts'
import { CURRENT_VERSION, migrate } from './migrations.ts'
import { documentProblems, type Problem } from './problems.ts'
import { designSchema } from './schema.ts'
import { type Issue, valueProblem } from './valueProblem.ts'

export type { Problem } from './problem.ts'

export type LoadResult =
  | { readonly ok: true; readonly design: Design }
  /** The first problem, and all that were found (at most 100). */
  | { readonly ok: false; readonly problem: Problem; readonly problems: readonly Problem[] }

/** Characters of the longest text that is read. */
export const MAX_DOCUMENT_TEXT = 4_000_000

/** Reads a stored design. Never throws, whatever the text. */
export function loadDocument(text: string): LoadResult {
  if (text.length > MAX_DOCUMENT_TEXT) return refused([tooLarge(text.length, MAX_DOCUMENT_TEXT)])
  const file = parsed(text)
  return file === undefined ? refused([isCutOff(text) ? CUT_OFF : NOT_JSON]) : loadFile(file)
}

/** Reads a stored design that was parsed already: JSON or what else has the same values. Never throws. */
export function loadFile(value: unknown): LoadResult {
  const file: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {}
  if (file['format'] !== DESIGN_FORMAT) return refused([otherKind(file)])
  const version = file['version']
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    return refused([noVersion(CURRENT_VERSION)])
  if (version > CURRENT_VERSION) return refused([newerVersion(version, CURRENT_VERSION)])
  return checked(migrate(file, version))
}

/** What is stored: readable, and the same text for the same design whatever the order of its fields. */
export function saveDocument(design: Design): string {
  return `${JSON.stringify(storedForm(design), null, 2)}\n`
}

/** The values of a design file, fields in the order in which they are written. */
export function storedForm(design: Design): unknown {
  return ordered({ format: DESIGN_FORMAT, version: CURRENT_VERSION, design })
}

/** Everything that `loadDocument` would refuse a design for; empty for a sound one. */
export function designProblems(design: Design): readonly Problem[] {
  const result = designSchema.safeParse(design)
  return result.success ? documentProblems(design) : valueProblems({ design }, result.error.issues)
}

/** A problem in sentences: what is wrong, where it stands in the file, what to do. */
export function describeProblem({ path, text, wayOut }: Problem): readonly string[] {
  return path === '' ? [text, wayOut] : [text, `It stands at ${path}.`, wayOut]
}

function checked(file: Readonly<Record<string, unknown>>): LoadResult {
  const design = file['design']
  const stray = Object.keys(file).find((key) => !FILE_FIELDS.includes(key))
  if (stray !== undefined) return refused([strayField(stray)])
  const result = designSchema.safeParse(design)
  if (!result.success) return refused(valueProblems({ design }, result.error.issues))
  const problems = documentProblems(result.data)
  return problems.length > 0 ? refused(problems) : { ok: true, design: result.data }
}

function valueProblems(file: { readonly design: unknown }, issues: readonly Issue[]): readonly Problem[] {
  return issues.slice(0, MAX_PROBLEMS).map((issue) => valueProblem(file, { ...issue, path: ['design', ...issue.path] }))
}

function refused(problems: readonly Problem[]): LoadResult {
  const [problem = NOT_JSON] = problems
  return { ok: false, problem, problems: problems.slice(0, MAX_PROBLEMS) }
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** True for text that begins as a JSON object and ends inside it. */
function isCutOff(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false
  let depth = 0
  let inText = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (inText && char === '\\') at++
    else if (char === '"') inText = !inText
    else if (!inText && (char === '{' || char === '[')) depth++
    else if (!inText && (char === '}' || char === ']')) depth--
  }
  return inText || depth > 0
}

/** The same value with its fields in the order of `FIELD_ORDER`, then by name. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const rank = (key: string) => FIELD_RANK.get(key) ?? FIELD_ORDER.length
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item)]))
}

const MAX_PROBLEMS = 100
const FILE_FIELDS: readonly string[] = ['format', 'version', 'design']
const FIELD_ORDER: readonly string[] = [
  'format version design title topology layout scenarios bookmarks checks notes drawing devices ports links bonds domains vlans flows kind id device name label',
  'number vendor mac ipv4 answersTo lacpSystemPriority stp enabled priority index peers preferredPrimary systemMac peerLink keepalive peering settings',
  'vlan address addresses prefixLength gateways from to members ends at channel mode rate hash lacp minLinks maxBundle waitToRestoreS independent fallback fallbackAfterS netboot edge guard cost use routed speedGbps delayUs conduit mtu numbers switches',
  'start until steps command type failure target options scenario off rule reason',
  'text width height bends collapsed locked',
].flatMap((fields) => fields.split(' '))
const FIELD_RANK = new Map(FIELD_ORDER.map((field, at) => [field, at]))
