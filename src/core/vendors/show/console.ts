import type { ShowContext } from './context.ts'
import { parted, piped, type Pipe } from './pipes.ts'

/** One command of a device's console. */
export interface ShowCommand {
  /** Words and placeholders: `show lacp neighbor interface port-channel <channel>`. */
  readonly syntax: string
  /** What it shows, in one line of the list. */
  readonly help: string
  /** `args`: what was typed for the placeholders, in order. */
  readonly print: (context: ShowContext, args: readonly string[]) => readonly string[]
  /** What fits the placeholders; typed text is free. */
  readonly values?: (context: ShowContext) => readonly string[]
}

export interface Console {
  readonly prompt: (deviceName: string) => string
  readonly commands: readonly ShowCommand[]
  /** The platform's words for a command that it does not know or that fits several. */
  readonly unknown: string
  readonly ambiguous: string
  /** Words that may follow a `|`; none where the platform has no such filters. */
  readonly pipes: readonly Pipe[]
}

/** What the device answers to one line. Empty input: nothing. Unknown input: the platform's words and the list. */
export function answer(console: Console, context: ShowContext, line: string): readonly string[] {
  const { typed, pipes } = parted(line)
  const words = wordsOf(typed)
  if (words.length === 0) return []
  if (context.silence !== null) return [context.silence]
  if (words.length === 1 && ['?', 'help'].includes(words[0] ?? '')) return commandList(console)
  if (pipes.at(-1)?.trim() === '?') return console.pipes.map((pipe) => `  ${pipe}`)
  if (words.at(-1) === '?') {
    const { options, line: only } = complete(console, context, typed.replace(/\?\s*$/, ''))
    return (options.length > 0 ? options : [only.trim()]).map((option) => `  ${option}`)
  }
  const found = matches(console, words)
  const [only, second] = found
  if (only === undefined) return [console.unknown, '', ...commandList(console)]
  if (second !== undefined) return [console.ambiguous, '', ...found.map(({ command }) => `  ${command.syntax}`)]
  if (context.agentDown !== null && OF_THE_PAIR.test(only.command.syntax)) return [context.agentDown]
  let lines = only.command.print(context, only.args)
  for (const pipe of pipes) {
    const left = piped(lines, pipe, console.pipes)
    if (left === null) return noSuchPipe(console, pipe)
    lines = left
  }
  return lines
}

/** Commands that ask the MLAG agent, by the platforms' words for it; LACP is another process. */
const OF_THE_PAIR = /^(?!show lacp).*\b(vpc|mlag|m-lag|iccp|mc-ae|multi-chassis|dfs-group|clagctl|vlt|vsx|mclagdctl)\b/

export interface Completion {
  /** The line as far as there is no choice. */
  readonly line: string
  /** The words that may follow, when there is a choice. */
  readonly options: readonly string[]
}

/** What the Tab key makes of a line that is still being typed. */
export function complete(console: Console, context: ShowContext, line: string): Completion {
  if (context.silence !== null) return { line, options: [] }
  if (line.includes('|')) return completePipe(console, line)
  const words = wordsOf(line)
  const fresh = line === '' || /\s$/.test(line)
  const typed = fresh ? words : words.slice(0, -1)
  const begun = fresh ? '' : (words.at(-1) ?? '')
  const options = [
    ...new Set(
      console.commands.flatMap((command) => {
        const syntax = wordsOf(command.syntax)
        if (!typed.every((word, at) => fits(syntax[at], word))) return []
        const next = syntax[typed.length]
        if (next === undefined) return []
        return isPlaceholder(next) ? (command.values?.(context) ?? []) : [next]
      }),
    ),
  ].filter((word) => word.toLowerCase().startsWith(begun.toLowerCase()))
  const [first] = options
  if (first === undefined) return { line, options: [] }
  const common = options.reduce(commonStart, first)
  const head = line.slice(0, line.length - begun.length)
  if (options.length === 1) return { line: `${head}${first} `, options: [] }
  return { line: common.length > begun.length ? head + common : line, options }
}

/** The word after the last `|`; what is looked for is free. */
function completePipe({ pipes }: Console, line: string): Completion {
  const [, head = '', begun = ''] = /^(.*\|\s*)(\S*)$/.exec(line) ?? []
  const options = head === '' ? [] : pipes.filter((pipe) => pipe.startsWith(begun))
  const [first] = options
  if (first === undefined) return { line, options: [] }
  if (options.length === 1) return { line: `${head}${first} `, options: [] }
  const common = options.reduce<string>(commonStart, first)
  return { line: common.length > begun.length ? head + common : line, options }
}

/** Every command with what it shows. */
export function commandList({ commands }: Console): readonly string[] {
  const width = Math.max(...commands.map(({ syntax }) => syntax.length))
  return ['Commands answered here:', ...commands.map(({ syntax, help }) => `  ${syntax.padEnd(width)}  ${help}`)]
}

interface Match {
  readonly command: ShowCommand
  readonly args: readonly string[]
}

/** Commands that a line means; one that is typed in full wins over those it abbreviates. */
function matches(console: Console, words: readonly string[]): readonly Match[] {
  const found = [words, split(words)].map((tried) =>
    console.commands.flatMap((command): readonly (Match & { readonly whole: number })[] => {
      const syntax = wordsOf(command.syntax)
      if (syntax.length !== tried.length || !tried.every((word, at) => fits(syntax[at], word))) return []
      const args = tried.filter((_, at) => isPlaceholder(syntax[at] ?? ''))
      return [
        { command, args, whole: tried.filter((word, at) => word.toLowerCase() === syntax[at]?.toLowerCase()).length },
      ]
    }),
  )
  const all = found.find((list) => list.length > 0) ?? []
  const most = Math.max(...all.map(({ whole }) => whole))
  return all.filter(({ whole }) => whole === most)
}

/** Platforms take a number with or without a blank before it: `port-channel10`. */
function split(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    const [, name, number] = /^([a-z-]+)(\d+)$/i.exec(word) ?? []
    return name === undefined || number === undefined ? [word] : [name, number]
  })
}

function fits(syntax: string | undefined, word: string): boolean {
  if (syntax === undefined) return false
  return isPlaceholder(syntax) || syntax.toLowerCase().startsWith(word.toLowerCase())
}

function noSuchPipe({ unknown, pipes }: Console, pipe: string): readonly string[] {
  const choice = pipes.length === 0 ? 'There are no filters here.' : `After | comes one of: ${pipes.join(', ')}`
  return [`${unknown}: |${pipe.trimEnd()}`, '', choice]
}

function commonStart(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return a.slice(0, at)
}

function isPlaceholder(word: string): boolean {
  return word.startsWith('<')
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
