import { NAME } from './fieldRules.ts'
import type { Problem } from './problem.ts'

/** What a schema reports of one value. */
export interface Issue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
}

/** Puts a schema's finding in words: which thing, which field, what it must be and what it is. */
export function valueProblem(file: unknown, issue: Issue): Problem {
  const stray = issue.code === 'unrecognized_keys' ? (issue.keys ?? []).slice(0, 1) : []
  const path = pathText([...issue.path, ...stray])
  const owner = ownerOf(file, issue.path)
  const text = `${owner.text}: ${sentence(file, issue)}`
  return {
    code: 'bad-value',
    path,
    objects: owner.id === null ? [] : [owner.id],
    text,
    wayOut: 'Correct the value in the file.',
  }
}

function sentence(file: unknown, issue: Issue): string {
  const field = issue.path.findLast((part) => typeof part === 'string')
  const timed = field === 'at' && (issue.path.includes('scenarios') || issue.path.includes('bookmarks'))
  const placed = field === 'at' && issue.path.includes('notes')
  const name = timed ? 'the time' : placed ? 'the place' : (FIELDS.get(String(field)) ?? String(field)).slice(0, 80)
  const value = valueAt(file, issue.path)
  if (issue.code === 'invalid_key') return `${shown(field)} is no name that may stand there.`
  if (issue.code === 'unrecognized_keys') return `it has a field ${shown(issue.keys?.[0])} that has no meaning there.`
  if (value === undefined) return `${name} is missing.`
  if (issue.code === 'invalid_union') return `${name} has none of the known forms.`
  // Without a message of our own the schema's type did not match.
  const rule = /^(must|may) /.test(issue.message) ? issue.message : 'has the wrong type'
  return `${name} ${rule}; it is ${shown(value)}.`
}

/** The innermost listed thing that the path leads through, by name where it has one. */
function ownerOf(file: unknown, path: readonly PropertyKey[]): { readonly text: string; readonly id: string | null } {
  for (let end = path.length; end > 0; end--) {
    const list = THINGS.get(String(path[end - 2]))
    const at = path[end - 1]
    if (list === undefined || typeof at !== 'number') continue
    const thing = path.slice(0, end)
    const [name, id] = [valueAt(file, [...thing, 'name']), valueAt(file, [...thing, 'id'])]
    const label = [name, id].find((text) => typeof text === 'string' && NAME.pattern.test(text))
    return {
      text: `${list} ${typeof label === 'string' ? label : `number ${at + 1}`}`,
      id: typeof id === 'string' ? id : null,
    }
  }
  return { text: 'The design', id: null }
}

function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    return Reflect.get(value, part)
  }, file)
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .slice(1, 200)
}

/** Short, and without going into lists and objects, which may be nested deeper than the stack. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value ?? null)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

const THINGS: ReadonlyMap<string, string> = new Map([
  ['devices', 'Device'],
  ['ports', 'Port'],
  ['links', 'Cable'],
  ['bonds', 'Bond'],
  ['domains', 'Domain'],
  ['vlans', 'VLAN'],
  ['flows', 'Flow'],
  ['scenarios', 'Scenario'],
  ['bookmarks', 'Bookmark'],
  ['notes', 'Note'],
])
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['name', 'the name'],
  ['label', 'the label'],
  ['title', 'the title'],
  ['mac', 'the MAC address'],
  ['ipv4', 'the IP address'],
  ['mtu', 'the MTU'],
  ['vlan', 'the VLAN'],
  ['native', 'the native VLAN'],
  ['allowed', 'the list of allowed VLANs'],
  ['channel', 'the number'],
  ['number', 'the domain number'],
  ['addresses', 'an address'],
  ['prefixLength', 'the prefix length'],
  ['vrf', 'the VRF'],
  ['delayUs', 'the delay in microseconds'],
  ['speedGbps', 'the speed'],
  ['lacpSystemPriority', 'the LACP system priority'],
  ['stp', 'the spanning tree setting'],
  ['ends', 'an end'],
  ['at', 'where the bond ends'],
  ['conduit', 'the conduit'],
  ['rule', 'the rule'],
  ['reason', 'the reason'],
  ['text', 'the text'],
  ['width', 'the width'],
  ['height', 'the height'],
])
