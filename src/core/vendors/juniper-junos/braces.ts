import type { Statement, Statements } from '../importing/statements.ts'

/** A word of the text: a name, a value, a quoted text, or one of `{ } [ ] ;`. */
const WORDS = /\/\*[^]*?\*\/|#[^\n]*|"(?:[^"\\]|\\.)*"|[{}[\];]|[^\s{}[\];"#]+|["#]/g

/**
 * A configuration in braces as the `set` commands that it says, each at the line where its last word stands. Values in
 * brackets are a command each. What is left open at the end is a command as well.
 */
export function fromBraces(text: string): Statements {
  const statements: Statement[] = []
  const levels: (readonly string[])[] = []
  let words: string[] = []
  let list: string[] | null = null
  let line = 1
  let at = 0
  const say = (more: readonly string[]) => {
    const path = [...levels.flat(), ...words, ...more]
    if (path.length > 0) statements.push({ line, indent: 0, text: `set ${path.join(' ')}`.replace(/\s+/g, ' ') })
  }
  for (const found of text.matchAll(WORDS)) {
    line += lineEnds(text.slice(at, found.index))
    at = found.index
    const [word] = found
    if (word.startsWith('/*') || word.startsWith('#')) continue
    if (word === '{') {
      levels.push(words)
      words = []
    } else if (word === '}') {
      levels.pop()
      words = []
    } else if (word === '[') list = []
    else if (word === ';') {
      if (list === null) say([])
      else for (const value of list) say([value])
      words = []
      list = null
    } else if (word !== ']') (list ?? words).push(word)
  }
  if (words.length > 0) say([])
  return { statements, banners: [] }
}

function lineEnds(text: string): number {
  return text.split('\n').length - 1
}
