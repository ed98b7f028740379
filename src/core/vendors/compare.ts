import { diffArrays } from 'diff'
import { FLAT_BY_DESIGN, flatPortPurpose, oneSided, sameSubject, type Reason } from './compareFlat.ts'
import type { ConfigLine } from './exporter.ts'
import { isSeparator } from './folds.ts'

/**
 * `by-design`: the peers have to differ here (names, addresses, role priorities, what a port leads to, orphans).
 * `mismatch` and `missing`: they should agree and do not.
 */
export type RowKind = 'same' | 'by-design' | 'mismatch' | 'missing'

export interface CompareRow {
  readonly left: CompareCell | null
  readonly right: CompareCell | null
  readonly kind: RowKind
  /** Of `by-design`, but for empty lines between blocks. */
  readonly reason: Reason | null
}

export interface CompareCell {
  readonly line: ConfigLine
  /** The text in pieces; those that the other peer does not have are marked. */
  readonly parts: readonly { readonly text: string; readonly differs: boolean }[]
}

/**
 * Both peers' configurations side by side. Ports are held against each other by what they are for, not by number.
 * `isOwn` tells lines of what only one of the peers can have, a bond to something single-homed for one.
 */
export function comparePeers(
  left: readonly ConfigLine[],
  right: readonly ConfigLine[],
  isOwn: (line: ConfigLine) => boolean = () => false,
): readonly CompareRow[] {
  const own = (unit: Unit | null): boolean => unit?.lines.some(isOwn) === true
  return pairUp(unitsOf(left), unitsOf(right), ({ key }) => key, sameCommand).flatMap(([a, b]) => {
    const rows = compareUnits(a, b)
    return isOrphan(a ?? b) || own(a) || own(b) ? rows.map(allowed) : rows
  })
}

/** A mode with its body, or one global command; with the separator and the comment before it. */
interface Unit {
  readonly key: string
  readonly lines: readonly ConfigLine[]
}

function unitsOf(lines: readonly ConfigLine[]): readonly Unit[] {
  const groups: ConfigLine[][] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    const inMode = line.text.startsWith(' ')
    const goesOn =
      inMode || (before !== undefined && (endsSeparator(before, line) || sameSubject(before.text, line.text)))
    const group = groups.at(-1)
    if (goesOn && group) group.push(line)
    else groups.push([line])
  }
  const seen = new Map<string, number>()
  return groups.map((group) => {
    const purpose = purposeOf(group)
    const count = (seen.get(purpose) ?? 0) + 1
    seen.set(purpose, count)
    return { key: `${purpose} #${count}`, lines: group }
  })
}

function endsSeparator(before: ConfigLine, line: ConfigLine): boolean {
  return (isSeparator(before.text) || isComment(before)) && !isSeparator(line.text)
}

function purposeOf(group: readonly ConfigLine[]): string {
  const head = headOf(group)
  if (!PORT.test(head)) {
    const texts = group.map(({ text }) => text)
    return flatPortPurpose(head, texts) ?? shapeOf(head)
  }
  const texts = group.map(({ text }) => text.trim())
  const channel = texts.map((text) => MEMBER.exec(text)?.[1]).find((found) => found !== undefined)
  if (channel !== undefined) return `member of ${channel}`
  return texts.some((text) => text.startsWith('ip address ')) ? 'routed' : ORPHAN
}

function isOrphan(unit: Unit | null): boolean {
  return unit?.key.startsWith(ORPHAN) === true
}

function headOf(group: readonly ConfigLine[]): string {
  const said = group.filter((line) => !isSeparator(line.text))
  return (said.find((line) => !isComment(line)) ?? said[0])?.text ?? ''
}

function isComment({ text }: ConfigLine): boolean {
  return /^[!#] /.test(text)
}

function compareUnits(a: Unit | null, b: Unit | null): readonly CompareRow[] {
  const shape = (line: ConfigLine) => shapeOf(line.text)
  const sameWord = (x: ConfigLine, y: ConfigLine) => firstWord(x.text) === firstWord(y.text)
  return pairUp(a?.lines ?? [], b?.lines ?? [], shape, sameWord).map(([x, y]) => compareLines(x, y))
}

function compareLines(left: ConfigLine | null, right: ConfigLine | null): CompareRow {
  if (left === null || right === null) {
    const only = left ?? right
    const reason = only && (isComment(only) ? 'comment' : oneSided(only.text))
    const kind = reason !== null || (only !== null && isSeparator(only.text)) ? 'by-design' : 'missing'
    return { left: left && whole(left), right: right && whole(right), kind, reason }
  }
  if (left.text === right.text) {
    return { left: whole(left, false), right: whole(right, false), kind: 'same', reason: null }
  }
  const changes = diffArrays(left.text.split(WORDS), right.text.split(WORDS))
  const parts = (skip: 'added' | 'removed') =>
    changes
      .filter((change) => !change[skip])
      .map((change) => ({ text: change.value.join(''), differs: change.added || change.removed }))
  const [own, other] = [knownShape(left.text), knownShape(right.text)]
  const alike = own !== null && own.shape === other?.shape
  return {
    left: { line: left, parts: parts('added') },
    right: { line: right, parts: parts('removed') },
    kind: alike ? 'by-design' : 'mismatch',
    reason: alike ? own.reason : null,
  }
}

function whole(line: ConfigLine, differs = true): CompareCell {
  return { line, parts: [{ text: line.text, differs }] }
}

function allowed(row: CompareRow): CompareRow {
  return row.kind === 'same' ? row : { ...row, kind: 'by-design', reason: 'orphan' }
}

function sameCommand(a: Unit, b: Unit): boolean {
  return a.lines.length === b.lines.length && firstWord(headOf(a.lines)) === firstWord(headOf(b.lines))
}

function firstWord(text: string): string {
  return text.trim().split(' ', 1)[0] ?? ''
}

/** Lines up two lists by key; where they part, what is alike is still put on one row. */
function pairUp<T>(
  left: readonly T[],
  right: readonly T[],
  keyOf: (item: T) => string,
  alike: (a: T, b: T) => boolean,
): readonly (readonly [T | null, T | null])[] {
  const rows: (readonly [T | null, T | null])[] = []
  const [lefts, rights] = [[...left], [...right]]
  let waiting: T[] = []
  const flush = () => {
    rows.push(...waiting.map((item) => [item, null] as const))
    waiting = []
  }
  for (const { removed, added, count } of diffArrays(left.map(keyOf), right.map(keyOf))) {
    if (removed) waiting = lefts.splice(0, count)
    else if (added) {
      for (const item of rights.splice(0, count)) {
        const at = waiting.findIndex((other) => alike(other, item))
        rows.push(...waiting.splice(0, Math.max(0, at)).map((other) => [other, null] as const))
        rows.push([at < 0 ? null : (waiting.shift() ?? null), item])
      }
      flush()
    } else {
      flush()
      const mates = rights.splice(0, count)
      rows.push(...lefts.splice(0, count).map((item, at) => [item, mates[at] ?? null] as const))
    }
  }
  flush()
  return rows
}

/** The line without what the peers have to differ in. */
function shapeOf(text: string): string {
  return knownShape(text)?.shape ?? text
}

function knownShape(text: string): { readonly shape: string; readonly reason: Reason } | null {
  for (const [pattern, shape, reason] of BY_DESIGN) {
    if (pattern.test(text)) return { shape: text.replace(pattern, shape), reason }
  }
  return null
}

const BY_DESIGN: readonly (readonly [RegExp, string, Reason])[] = [
  ...FLAT_BY_DESIGN,
  [/^([!#]) .*/, '$1 …', 'comment'],
  [/^( ?)(hostname|sysname) .*/, '$1$2 …', 'name'],
  [/^interface ([A-Za-z-]*|\d+GE)\d+\/.*/, 'interface $1…', 'port'],
  [/^interface Ethernet.*/, 'interface Ethernet…', 'port'],
  [/^interface \d+\/\d+\/.*/, 'interface …', 'port'],
  [/^( +)description .*/, '$1description …', 'leads-to'],
  [/^( +)ip (address|static) [^/]+/, '$1ip $2 …', 'address'],
  [/^( +)role (?:primary|secondary)/, '$1role …', 'role'],
  [/^( +)backup destination \S+/, '$1backup destination …', 'address'],
  [/^( +)discovery-interface \S+/, '$1discovery-interface …', 'port'],
  [/^( +)keepalive peer \S+ source \S+/, '$1keepalive peer … source …', 'address'],
  [/^( +)((?:dual-active detection )?source ip) \S+( .*)? peer \S+/, '$1$2 …$3 peer …', 'address'],
  [/^( +)((?:dual-active detection )?source ip) \S+/, '$1$2 …', 'address'],
  [/^( +)peer-keepalive destination \S+ source \S+/, '$1peer-keepalive destination … source …', 'address'],
  [/^(ip route(?:-static)? 0\.0\.0\.0(?:\/0| 0\.0\.0\.0| 0)) \S+/, '$1 …', 'address'],
  [/^(track \d+ interface) \S+/, '$1 …', 'port'],
  [/^( +)port \S+ uplink/, '$1port … uplink', 'port'],
  [/^( +)upstream \S+/, '$1upstream …', 'port'],
  [/^m-lag (system-number|role priority) \d+/, 'm-lag $1 …', 'role'],
  [/^m-lag keepalive ip destination \S+ source \S+/, 'm-lag keepalive ip destination … source …', 'address'],
  [/^m-lag mad (include|exclude) interface .*/, 'm-lag mad $1 interface …', 'port'],
  [/^( +)(peer-address heartbeat|peer-address) \S+/, '$1$2 …', 'address'],
  [/^( +)(priority|role priority|primary-priority) \S+/, '$1$2 …', 'role'],
]

/** A port, not a port-channel or an interface VLAN. */
const PORT = /^interface (Ethernet|[A-Za-z-]+\d+\/|\d+GE\d+\/|\d+\/\d+\/)/
/** What puts a port into a port-channel. */
const MEMBER = /^(?:channel-group|eth-trunk|port link-aggregation group|lag) (\d+)/
const WORDS = /( +)/
const ORPHAN = 'orphan'
