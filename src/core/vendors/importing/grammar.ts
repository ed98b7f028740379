import type { VendorId } from '../../model/topology.ts'
import { seenStatement, type SeenStatement } from './seen.ts'
import { type Layout, statementsOf } from './statements.ts'
import { emptyConfig, type SwitchConfig } from './switchConfig.ts'

/**
 * What a statement says. A sentence comes back when the statement is known but its value cannot be taken, null when the
 * rest of it is no statement of the platform after all.
 */
export type Take<T> = (into: T, words: readonly string[]) => string | void | null

/** How a statement is read: its form, and what it says. Where it was seen stands in the platform's list. */
export type Rule<T> = readonly [form: RegExp, take: Take<T>]

/** A mode: the line that enters it, and the statements typed in it. */
export interface Mode {
  readonly head: RegExp
  /** `line`: where the head stands. */
  readonly enter: (config: SwitchConfig, words: readonly string[], line: number) => Taker
}

/** Takes a statement; null when the mode has none of that form, otherwise why its value was refused, or ''. */
export type Taker = (text: string, line: number) => string | null

/** How the running configuration of a platform is read, in one of its formats. */
export interface Grammar {
  readonly vendor: VendorId
  /** Which of the platform's formats, as the exporter calls it; left out where there is one. */
  readonly format?: string
  /** The command that prints such a text on a switch, or the file that it stands in. */
  readonly printedBy: string
  /** Names of interfaces as the platform has them, where others share most of its statements. */
  readonly ownNames?: RegExp
  /** Every statement that the platform is known to take; no other is read, and so none is exported. */
  readonly statements: readonly SeenStatement[]
  /** What of a line has to be listed, where that is not the whole of it. */
  readonly listed?: (text: string) => readonly string[]
  readonly globals: readonly Rule<SwitchConfig>[]
  readonly modes: readonly Mode[]
  /** How the text is cut into statements; lines, of which those behind "!" are comments, when left out. */
  readonly layout?: Layout
  /** What holds before the first statement, where that is not what holds elsewhere. */
  readonly start?: (config: SwitchConfig) => void
  /** What follows from the whole text. */
  readonly finish?: (config: SwitchConfig) => void
}

/** A line that was not understood. */
export interface Unread {
  readonly line: number
  readonly text: string
  /** Why a statement that is known was not taken; '' for the others. */
  readonly why: string
}

export interface Reading {
  readonly config: SwitchConfig
  readonly unread: readonly Unread[]
  readonly read: number
}

/**
 * Reads any text. A line belongs to the mode above it when it is indented deeper than the mode's head, or, in texts that
 * lost their indentation, when the mode has such a statement and the top level has not.
 */
export function readConfig(grammar: Grammar, text: string): Reading {
  const { statements, banners } = (grammar.layout ?? statementsOf)(text)
  const config = emptyConfig(grammar.vendor)
  grammar.start?.(config)
  const top = taker(grammar.globals, config)
  const unread: Unread[] = banners.map(({ line, text }) => ({ line, text, why: '' }))
  let open: { readonly indent: number; readonly head: string; readonly take: Taker } | null = null
  const isSeen = (path: string, text: string) =>
    (grammar.listed ?? alone)(text).every((part) => seenStatement(grammar.statements, path + part) !== null)
  for (const [at, { line, indent, text }] of statements.entries()) {
    const inside: boolean = open !== null && indent > open.indent
    const mode: Mode | undefined = inside ? undefined : grammar.modes.find(({ head }) => head.test(text))
    let why: string | null
    if (mode) {
      open = { indent, head: text, take: mode.enter(config, mode.head.exec(text) ?? [], line) }
      why = isSeen('', text) ? '' : null
    } else if (open !== null && inside) {
      why = isSeen(`${open.head} / `, text) ? open.take(text, line) : null
    } else {
      why = isSeen('', text) ? top(text, line) : null
      if (why === null && open !== null && isSeen(`${open.head} / `, text)) why = open.take(text, line)
      // An unknown mode: what is typed in it is not for the one before.
      if (why === null && (statements[at + 1]?.indent ?? 0) > indent) open = { indent, head: text, take: () => null }
    }
    if (why !== '') unread.push({ line, text, why: why ?? '' })
  }
  grammar.finish?.(config)
  return {
    config,
    unread: unread.sort((a, b) => a.line - b.line),
    read: statements.length + banners.length - unread.length,
  }
}

function alone(text: string): readonly string[] {
  return [text]
}

export function taker<T>(rules: readonly Rule<T>[], into: T): Taker {
  return (text) => {
    for (const [form, take] of rules) {
      const words = form.exec(text)
      const why = words ? take(into, words) : null
      if (why !== null) return why ?? ''
    }
    return null
  }
}

/** Statements that say nothing which the design does not say anyway. */
export function understood(...forms: readonly RegExp[]): readonly Rule<unknown>[] {
  return forms.map((form) => [form, () => undefined])
}

/** A mode with what it is about, taken from its head. */
export function modeOf<T>(
  head: RegExp,
  about: (config: SwitchConfig, words: readonly string[], line: number) => T,
  rules: readonly Rule<T>[],
): Mode {
  return {
    head,
    enter: (config, words, line) => taker(rules, about(config, words, line)),
  }
}
