/** Where in a design's YAML a cursor stands. */
export interface Spot {
  /** Keys from the whole down to the map or list around the cursor; null for an item of a list. */
  readonly path: readonly (string | null)[]
  /** The field whose value is typed; null while a field's name, or an item of a list, is. */
  readonly key: string | null
  /** Begin of what is typed. */
  readonly from: number
  /** Fields that stand in the same map already, with their values. */
  readonly beside: ReadonlyMap<string, string>
}

/** Reads only what is around the cursor, so that it also answers in a text that is being typed. */
export function spotAt(text: string, at: number): Spot {
  const lines = text.slice(0, at).split('\n')
  const rest = text.slice(at).split('\n')
  const row = lines.length - 1
  const head = lines[row] ?? ''
  const all = [...lines.slice(0, row), head + (rest[0] ?? ''), ...rest.slice(1)]
  const line = lineParts(head)
  const flow = flowAt(head, line.valueAt)
  const column = line.key === null ? line.contentAt : line.keyAt
  const outer = around(all, row, line.dashes, column)
  if (flow !== null) {
    const path = [...outer, ...(line.key === null ? [] : [line.key]), ...flow.path]
    return { path, key: flow.key, from: at - flow.typed.length, beside: flow.beside }
  }
  const typed = head.slice(line.key === null ? line.contentAt : line.valueAt)
  const beside = besideBlock(all, row, column)
  return { path: outer, key: line.key, from: at - typed.length, beside }
}

interface LineParts {
  /** Columns of the dashes that begin items of lists. */
  readonly dashes: readonly number[]
  readonly contentAt: number
  readonly key: string | null
  readonly keyAt: number
  /** Where the value begins; the content's place without a key. */
  readonly valueAt: number
  readonly value: string
}

function lineParts(line: string): LineParts {
  const indent = /^ */.exec(line)?.[0].length ?? 0
  const dashText = /^(?:- +|-$)*/.exec(line.slice(indent))?.[0] ?? ''
  const dashes = [...dashText.matchAll(/-/g)].map(({ index }) => indent + index)
  const contentAt = indent + dashText.length
  const content = line.slice(contentAt)
  const [whole = '', quoted, bare] =
    /^(?:"([^"]*)"|([^\s{}[\],#&*!|>'"%@`:][^{}[\],#:]*)):(?:\s+|$)/.exec(content) ?? []
  const key = quoted ?? bare?.trim() ?? null
  return {
    dashes,
    contentAt,
    key,
    keyAt: contentAt,
    valueAt: contentAt + whole.length,
    value: content.slice(whole.length).trim(),
  }
}

/** Keys and items around what begins at a column of a row, outermost first. */
function around(lines: readonly string[], row: number, dashes: readonly number[], column: number): (string | null)[] {
  const path: (string | null)[] = []
  let need = column
  let item = false
  const enter = (dash: number): void => {
    if (dash >= need) return
    path.unshift(null)
    need = dash
    item = true
  }
  for (const dash of dashes.toReversed()) enter(dash)
  for (let at = row - 1; at >= 0 && (need > 0 || item); at--) {
    const line = lines[at] ?? ''
    if (/^\s*(#|$)/.test(line)) continue
    const parts = lineParts(line)
    if (parts.key !== null && parts.value === '' && (item ? parts.keyAt <= need : parts.keyAt < need)) {
      path.unshift(parts.key)
      need = parts.keyAt
      item = false
    }
    // Only the item of a list that this belongs to: one that begins further left.
    for (const dash of parts.dashes.toReversed()) enter(dash)
  }
  return path
}

/** The fields of the block that a row belongs to, which begin at the same column. */
function besideBlock(lines: readonly string[], row: number, column: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const take = (at: number): void => {
    const { key, keyAt, value } = lineParts(lines[at] ?? '')
    if (at !== row && key !== null && keyAt === column) found.set(key, value)
  }
  const startsItem = (at: number): boolean => lineParts(lines[at] ?? '').dashes.length > 0
  const isOutside = (at: number): boolean => {
    const line = lines[at] ?? ''
    return line.trim() !== '' && lineParts(line).contentAt < column
  }
  for (let at = row; at >= 0 && !isOutside(at); at--) {
    take(at)
    if (startsItem(at) && lineParts(lines[at] ?? '').contentAt === column) break
  }
  for (let at = row + 1; at < lines.length && !isOutside(at); at++) {
    if (startsItem(at) && lineParts(lines[at] ?? '').contentAt === column) break
    take(at)
  }
  return found
}

interface FlowSpot {
  readonly path: readonly (string | null)[]
  readonly key: string | null
  readonly typed: string
  readonly beside: ReadonlyMap<string, string>
}

/** Inside braces or brackets that were opened on this line; null outside of them. */
function flowAt(head: string, start: number): FlowSpot | null {
  const open: { readonly map: boolean; key: string | null; readonly fields: Map<string, string> }[] = []
  let typed = ''
  const close = (): void => {
    const top = open.at(-1)
    if (top?.key !== null && top?.key !== undefined) top.fields.set(top.key, typed.trim())
    if (top !== undefined) top.key = null
    typed = ''
  }
  for (const char of head.slice(start)) {
    const top = open.at(-1)
    if (char === '{' || char === '[') {
      open.push({ map: char === '{', key: null, fields: new Map() })
      typed = ''
    } else if (char === '}' || char === ']') {
      open.pop()
      typed = ''
    } else if (char === ',') close()
    else if (char === ':' && top?.map === true && top.key === null) {
      top.key = typed.trim().replaceAll('"', '')
      typed = ''
    } else typed += char
  }
  const top = open.at(-1)
  if (top === undefined) return null
  const path = open.slice(0, -1).map(({ map, key }) => (map ? key : null))
  const inside = top.map ? path : [...path, null]
  return { path: inside, key: top.key, typed: typed.trimStart(), beside: top.fields }
}
