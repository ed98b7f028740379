import type { Statement, Statements } from '../importing/statements.ts'

/** A string, a sign or a number; whatever else stands in the text is no JSON and is passed over. */
const TOKENS = /"(?:[^"\\\n]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g

/**
 * The tables of `config_db.json`, a statement for each field, `TABLE|key|field=value`, and one for a key without fields,
 * at the line where it stands. Takes any text: what is left open ends with it.
 */
export function fromTables(text: string): Statements {
  const statements: Statement[] = []
  const path: string[] = []
  const empty: boolean[] = []
  let key: string | null = null
  let last = ''
  let line = 1
  let at = 0
  const say = (value: string | null) => {
    const name = [...path, ...(key === null ? [] : [key])].join('|')
    const said = (value === null ? name : `${name}=${value}`).replace(/\s+/g, ' ').trim()
    if (said !== '') statements.push({ line, indent: 0, text: said })
  }
  for (const found of text.matchAll(TOKENS)) {
    line += text.slice(at, found.index).split('\n').length - 1
    at = found.index
    const [token] = found
    if (token === '{' || token === '[') {
      if (key !== null) path.push(key)
      else if (empty.length > 0) path.push('')
      empty.push(true)
      key = null
    } else if (token === '}' || token === ']') {
      if (last !== '' && key !== null) say(last)
      else if (empty.at(-1) === true && path.length > 1) say(null)
      path.pop()
      empty.pop()
      key = null
      last = ''
    } else if (token === ':') {
      key = last
      last = ''
    } else if (token === ',') {
      if (last !== '') say(last)
      key = null
      last = ''
    } else {
      last = plainText(token)
      if (empty.length > 0) empty[empty.length - 1] = false
    }
  }
  if (last !== '') say(last)
  return { statements, banners: [] }
}

function plainText(token: string): string {
  return token.startsWith('"') ? token.slice(1, -1).replace(/\\(.)/g, '$1') : token
}
