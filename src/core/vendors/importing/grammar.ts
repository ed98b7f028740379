import type { VendorId } from '../../model/topology.ts'
import { statementsOf } from './statements.ts'
import { emptyConfig, type SwitchConfig } from './switchConfig.ts'

/**
 * One statement of a platform: its form, and what it says. A sentence comes back when the statement is known but its
 * value cannot be taken.
 */
export type Rule<T> = readonly [RegExp, (into: T, words: readonly string[]) => string | void]

/** A mode: the line that enters it, and the statements typed in it. */
export interface Mode {
  readonly head: RegExp
  /** `line`: where the head stands. */
  readonly enter: (config: SwitchConfig, words: readonly string[], line: number) => Taker
}

/** Takes a statement; null when the mode has none of that form, otherwise why its value was refused, or ''. */
export type Taker = (text: string) => string | null

/** How the running configuration of a platform is read. */
export interface Grammar {
  readonly vendor: VendorId
  readonly globals: readonly Rule<SwitchConfig>[]
  readonly modes: readonly Mode[]
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
  const { statements, banners } = statementsOf(text)
  const config = emptyConfig(grammar.vendor)
  const top = taker(grammar.globals, config)
  const unread: Unread[] = banners.map(({ line, text }) => ({ line, text, why: '' }))
  let open: { readonly indent: number; readonly take: Taker } | null = null
  for (const [at, { line, indent, text }] of statements.entries()) {
    const inside: boolean = open !== null && indent > open.indent
    const mode: Mode | undefined = inside ? undefined : grammar.modes.find(({ head }) => head.test(text))
    let why: string | null
    if (mode) {
      open = { indent, take: mode.enter(config, mode.head.exec(text) ?? [], line) }
      why = ''
    } else if (open !== null && inside) {
      why = open.take(text)
    } else {
      why = top(text) ?? open?.take(text) ?? null
      // An unknown mode: what is typed in it is not for the one before.
      if (why === null && (statements[at + 1]?.indent ?? 0) > indent) open = { indent, take: () => null }
    }
    if (why !== '') unread.push({ line, text, why: why ?? '' })
  }
  return {
    config,
    unread: unread.sort((a, b) => a.line - b.line),
    read: statements.length + banners.length - unread.length,
  }
}

export function taker<T>(rules: readonly Rule<T>[], into: T): Taker {
  return (text) => {
    for (const [form, take] of rules) {
      const words = form.exec(text)
      if (words) return take(into, words) ?? ''
    }
    return null
  }
}

/** Statements that say nothing which the design does not say anyway. */
export function understood(...forms: readonly RegExp[]): readonly Rule<unknown>[] {
  return forms.map((form) => [form, () => undefined])
}
