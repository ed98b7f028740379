import type { ConfigLine, DrawnId } from '../exporter.ts'

/** One statement: the levels that lead to it, each as written on its line, and the object it came from. */
export interface Statement {
  readonly path: readonly string[]
  readonly from: DrawnId | null
}

/** Statements below the same levels. */
export function below(from: DrawnId | null, levels: readonly string[], texts: readonly (string | readonly string[])[]) {
  return texts.map((text): Statement => ({ path: [...levels, ...(typeof text === 'string' ? [text] : text)], from }))
}

/** As typed in configuration mode. */
export function setCommand({ path, from }: Statement): ConfigLine {
  return { text: `set ${path.join(' ')}`, from }
}

/** As `show configuration` prints and `load merge` reads: levels in braces, several values of one name in brackets. */
export function hierarchy(statements: readonly Statement[]): readonly ConfigLine[] {
  return linesOf(treeOf(statements), '')
}

interface Node {
  readonly text: string
  /** Of its first statement; null as soon as another object has one below it. */
  from: DrawnId | null
  readonly children: Node[]
}

function treeOf(statements: readonly Statement[]): readonly Node[] {
  const root: Node = { text: '', from: null, children: [] }
  for (const { path, from } of statements) {
    let node = root
    for (const text of path) {
      let child = node.children.find((one) => one.text === text)
      if (child === undefined) {
        child = { text, from, children: [] }
        node.children.push(child)
      } else if (child.from !== from) child.from = null
      node = child
    }
  }
  return root.children
}

function linesOf(nodes: readonly Node[], indent: string): readonly ConfigLine[] {
  const members = nodes.filter(isMember)
  return nodes.flatMap((node): readonly ConfigLine[] => {
    if (members.length > 1 && isMember(node)) {
      if (node !== members[0]) return []
      const names = members.map(({ text }) => text.slice(MEMBERS.length)).join(' ')
      return [{ text: `${indent}${MEMBERS}[ ${names} ];`, from: node.from }]
    }
    if (node.children.length === 0) return [{ text: `${indent}${node.text};`, from: node.from }]
    return [
      { text: `${indent}${node.text} {`, from: node.from },
      ...linesOf(node.children, `${indent}    `),
      { text: `${indent}}`, from: node.from },
    ]
  })
}

function isMember({ text, children }: Node): boolean {
  return text.startsWith(MEMBERS) && children.length === 0
}

const MEMBERS = 'members '
