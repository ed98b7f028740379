import type { ConfigLine, DrawnId } from '../exporter.ts'
import type { SwitchPlan } from '../switchPlan.ts'
import { impliedByRouting } from './routing.ts'
import { sections, type Setting } from './nvue.ts'

interface Node {
  value: string | null
  readonly from: DrawnId | null
  readonly children: Map<string, Node>
}

/** The settings of the commands as NVUE's startup.yaml, with what the commands create by themselves. */
export function startupYaml(plan: SwitchPlan): readonly ConfigLine[] {
  const root: Node = { value: null, from: null, children: new Map() }
  const all = sections(plan).flatMap(({ settings }) => [...settings])
  for (const setting of [...all, ...implied(plan, all), ...impliedByRouting(plan)]) {
    const [last, ...before] = setting.path.toReversed()
    for (const key of keysOf(last ?? '', before[0])) grow(root, [...before.toReversed(), key], setting)
  }
  return [{ text: '- set:', from: null }, ...print(root, '    ')]
}

/** `mlag` and its bonds turned on, the type of the peer link and its VLAN 4094. */
function implied({ pair, lags }: SwitchPlan, all: readonly Setting[]): readonly Setting[] {
  const on = all.flatMap(({ path, from }): readonly Setting[] => {
    const at = path.indexOf('mlag')
    return at < 0 ? [] : [{ path: [...path.slice(0, at + 1), 'state'], value: 'enabled', from }]
  })
  const peerLink = lags.find(({ lag }) => lag.role === 'peer-link')
  if (!pair || !peerLink) return on
  const from = peerLink.lag.bond.id
  return [
    ...on,
    { path: ['interface', 'peerlink', 'type'], value: 'peerlink', from },
    { path: ['interface', 'peerlink.4094', 'base-interface'], value: 'peerlink', from },
    { path: ['interface', 'peerlink.4094', 'type'], value: 'sub', from },
    { path: ['interface', 'peerlink.4094', 'vlan'], value: '4094', from },
  ]
}

/** A list of VLANs in a command is a key for each in the file. */
function keysOf(last: string, before: string | undefined): readonly string[] {
  if (before !== 'vlan') return [last]
  return last.split(',').flatMap((range) => {
    const [first = 0, end = first] = range.split('-').map(Number)
    return Array.from({ length: end - first + 1 }, (_, at) => `'${first + at}'`)
  })
}

function grow(root: Node, path: readonly string[], { value, from }: Setting): void {
  let node = root
  for (const key of path) {
    const next = node.children.get(key) ?? { value: null, from, children: new Map<string, Node>() }
    node.children.set(key, next)
    node = next
  }
  node.value = value ?? node.value
}

function print(node: Node, indent: string): readonly ConfigLine[] {
  return [...node.children].flatMap(([key, child]) => {
    const head = `${indent}${key}:`
    if (child.children.size > 0) return [{ text: head, from: child.from }, ...print(child, `${indent}  `)]
    return [{ text: `${head} ${child.value === null ? '{}' : scalar(child.value)}`, from: child.from }]
  })
}

/** Addresses with colons and names that would read as something else are quoted. */
function scalar(value: string): string {
  return /^(\d+|on|[A-Za-z][A-Za-z_-]*)$/.test(value) ? value : `'${value}'`
}
