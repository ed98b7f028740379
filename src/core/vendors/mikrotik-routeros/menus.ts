import { linesOf, type Statement, type Statements } from '../importing/statements.ts'

/** An export of RouterOS: menus, and what is added or set in them. A backslash joins a line with the next. */
export function fromMenus(text: string): Statements {
  const statements: Statement[] = []
  let begun: Statement | null = null
  for (const { line, indent, text: raw } of linesOf(text)) {
    const joined: string = begun === null ? raw : `${begun.text}${raw}`
    const at: number = begun?.line ?? line
    begun = null
    if (joined.startsWith('#')) continue
    if (joined.endsWith('\\')) {
      begun = { line: at, indent, text: joined.slice(0, -1) }
      continue
    }
    const [, menu, command] = /^(\/[a-z][a-z/ -]*?) ((?:add|set) .*)$/.exec(joined) ?? []
    if (menu === undefined || command === undefined) statements.push({ line: at, indent: 0, text: joined })
    else statements.push({ line: at, indent: 0, text: menu }, { line: at, indent: 0, text: command })
  }
  return { statements: begun === null ? statements : [...statements, begun], banners: [] }
}

/** "name=bond1 slaves=ether1,ether2" by property. */
export function properties(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/(?:^| )([a-z0-9-]+)=("(?:[^"\\]|\\.)*"|\S*)/g)
  return new Map([...found].map(([, key = '', value = '']) => [key, value.replace(/^"(.*)"$/, '$1')]))
}
