/** What follows a `|`, in the words of the platforms: which lines of an answer are shown. */
const PIPES = {
  include: kept,
  match: kept,
  grep: kept,
  egrep: kept,
  exclude: dropped,
  except: dropped,
  begin: fromFirst,
  find: fromFirst,
  section: sections,
  count: counted,
  wc: counted,
  head: (lines: readonly string[], text: string) => lines.slice(0, howMany(text)),
  last: (lines: readonly string[], text: string) => lines.slice(-howMany(text)),
  tail: (lines: readonly string[], text: string) => lines.slice(-howMany(text)),
  'no-more': (lines: readonly string[]) => lines,
} satisfies Readonly<Record<string, (lines: readonly string[], text: string) => readonly string[]>>

export type Pipe = keyof typeof PIPES

/** A line and its pipes; a `|` within quotes is part of a pattern. */
export function parted(line: string): { readonly typed: string; readonly pipes: readonly string[] } {
  const [typed = '', ...pipes] = (line.match(/(?:"[^"]*"|[^|"]|")*(?:\||$)/g) ?? []).map((part) =>
    part.replace(/\|$/, ''),
  )
  return { typed, pipes: line.includes('|') ? pipes.slice(0, -1) : [] }
}

/** An answer through one pipe; null: the platform has no such filter. */
export function piped(lines: readonly string[], pipe: string, known: readonly Pipe[]): readonly string[] | null {
  const [, verb = '', rest = ''] = /^\s*(\S*)\s*(.*?)\s*$/.exec(pipe) ?? []
  const found = known.find((word) => word === verb) ?? known.find((word) => verb !== '' && word.startsWith(verb))
  return found === undefined ? null : PIPES[found](lines, rest)
}

function kept(lines: readonly string[], text: string): readonly string[] {
  const [, option = '', pattern = ''] = /^(?:-(\w+)\s+)?(.*)$/.exec(text) ?? []
  const has = matcher(pattern)
  return lines.filter((line) => has(line) !== option.includes('v'))
}

function dropped(lines: readonly string[], text: string): readonly string[] {
  const has = matcher(text)
  return lines.filter((line) => !has(line))
}

function fromFirst(lines: readonly string[], text: string): readonly string[] {
  const at = lines.findIndex(matcher(text))
  return at < 0 ? [] : lines.slice(at)
}

/** A line that fits, and what is further in below it. */
function sections(lines: readonly string[], text: string): readonly string[] {
  const has = matcher(text)
  let depth: number | null = null
  return lines.filter((line) => {
    const indent = line.search(/\S/)
    if (has(line)) depth = indent
    else if (depth !== null && indent <= depth) depth = null
    return depth !== null
  })
}

function counted(lines: readonly string[]): readonly string[] {
  return [String(lines.length)]
}

function howMany(text: string): number {
  return Number(/\d+/.exec(text)?.[0] ?? 10)
}

/** A regular expression as the platforms take it; one that is none is looked for as it stands. */
function matcher(text: string): (line: string) => boolean {
  const pattern = text.replaceAll('"', '')
  try {
    const expression = new RegExp(pattern, 'i')
    return (line) => expression.test(line)
  } catch {
    return (line) => line.toLowerCase().includes(pattern.toLowerCase())
  }
}
