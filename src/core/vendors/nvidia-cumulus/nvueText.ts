import { linesOf, type Statement, type Statements } from '../importing/statements.ts'

/** NVUE commands, with "swp1-2" as a command for each, as `nv config show -o commands` joins them. */
export function fromCommands(text: string): Statements {
  const all = linesOf(text).filter(({ text }) => !text.startsWith('#'))
  return { statements: all.flatMap(eachInterface), banners: [] }
}

/**
 * NVUE's YAML as the commands that set the same: keys are the path, a value is the last word, an empty map says that the
 * path is there. Only what is below `set` is configuration.
 */
export function fromYaml(text: string): Statements {
  const open: { readonly indent: number; readonly key: string }[] = []
  const statements = linesOf(text).flatMap(({ line, indent, text }): readonly Statement[] => {
    const found = /^(- )?('[^']*'|"[^"]*"|[^\s:#'"-][^:]*(?::[^\s:][^:]*)*):(?: (.*))?$/.exec(text)
    if (text.startsWith('#')) return []
    if (found === null) return [{ line, indent: 0, text }]
    const [, item, key = '', value = ''] = found
    const own = indent + (item === undefined ? 0 : 2)
    while ((open.at(-1)?.indent ?? -1) >= own) open.pop()
    open.push({ indent: own, key: unquoted(key) })
    const [top, ...path] = open.map((one) => one.key)
    if (value === '' || top !== 'set') return []
    const words = value === '{}' ? path : [...path, unquoted(value)]
    return eachInterface({ line, indent: 0, text: `nv set ${words.join(' ')}` })
  })
  return { statements, banners: [] }
}

function unquoted(text: string): string {
  return text.replace(/^(['"])(.*)\1$/, '$2')
}

function eachInterface(statement: Statement): readonly Statement[] {
  const [, head = '', names = '', rest = ''] = /^(nv set interface )(\S+)( .*)?$/.exec(statement.text) ?? []
  return namesIn(names).map((name) => ({ ...statement, text: names === '' ? statement.text : head + name + rest }))
}

/** "swp1-2,swp5" is three names. */
export function namesIn(text: string): readonly string[] {
  return text.split(',').flatMap((part) => {
    const [, stem = '', first = '', last = ''] = /^([A-Za-z]+)(\d{1,4})-(\d{1,4})$/.exec(part) ?? []
    const count = Number(last) - Number(first) + 1
    if (last === '' || count < 1 || count > MOST) return [part]
    return Array.from({ length: count }, (_, at) => `${stem}${Number(first) + at}`)
  })
}

const MOST = 128
