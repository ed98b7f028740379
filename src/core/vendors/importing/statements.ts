/** One line of a pasted configuration that says something. */
export interface Statement {
  /** In the text, from 1. */
  readonly line: number
  /** Blanks in front of it. */
  readonly indent: number
  /** Without blanks at either end; inner ones are single. */
  readonly text: string
}

/** How a format's text is cut into statements. */
export type Layout = (text: string) => Statements

/** What a text says, and the lines that are prose for people who log in. */
export interface Statements {
  readonly statements: readonly Statement[]
  readonly banners: readonly Statement[]
}

/**
 * Reads any text line by line: whatever the line ends, tabs and control characters in it. Comments and empty lines say
 * nothing. A banner is no configuration, whatever stands in it.
 */
export function statementsOf(text: string): Statements {
  const all = linesOf(text).filter(({ text }) => !text.startsWith('!'))
  const statements: Statement[] = []
  const banners: Statement[] = []
  for (let at = 0; at < all.length; at++) {
    const one = all[at]
    if (one === undefined) continue
    const last = endOfBanner(all, at)
    if (last === null) statements.push(one)
    else banners.push(...all.slice(at, last + 1))
    at = last ?? at
  }
  return { statements, banners }
}

/** The same where lines behind "!" and "#" are comments, and no banners stand in the text. */
export function commentedLines(text: string): Statements {
  return { statements: linesOf(text).filter(({ text }) => !/^[!#]/.test(text)), banners: [] }
}

/** The lines of a text that are not empty. */
export function linesOf(text: string): readonly Statement[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((raw, at) => {
    const plain = raw.replace(/\t/g, '        ').replace(/[\p{Cc}\p{Cf}]+/gu, '')
    const text = plain.trim().replace(/\s+/g, ' ')
    return text === '' ? [] : [{ line: at + 1, indent: plain.length - plain.trimStart().length, text }]
  })
}

/** Where the banner ends that starts here; null where none starts, or none ends. */
function endOfBanner(all: readonly Statement[], at: number): number | null {
  const head = /^banner \w+(?: (?<sign>\^?\S)(?<rest>.*))?$/.exec(all[at]?.text ?? '')
  if (head === null) return null
  const sign = head.groups?.['sign']
  if (sign !== undefined && head.groups?.['rest']?.includes(sign)) return at
  const last = all.findIndex(({ text }, i) => i > at && (sign === undefined ? text === 'EOF' : text.includes(sign)))
  return last === -1 ? null : last
}
