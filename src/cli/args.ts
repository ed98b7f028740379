import { parseArgs } from 'node:util'
import { UsageError } from './usage.ts'

/** Flag names without dashes. `value` flags take one value and may be given again: then all are kept, in order. */
export interface FlagSpec {
  readonly switches: readonly string[]
  readonly values: readonly string[]
}

export interface Args {
  readonly positionals: readonly string[]
  readonly has: (name: string) => boolean
  /** The last value given, or undefined. */
  readonly value: (name: string) => string | undefined
  /** Every value flag with its value, in the order of the command line. */
  readonly given: readonly { readonly name: string; readonly value: string }[]
}

/** Reads flags as `--name value` or `--name=value`. Throws UsageError for anything the spec does not name. */
export function readArgs(argv: readonly string[], spec: FlagSpec): Args {
  const options = Object.fromEntries([
    ...spec.switches.map((name) => [name, { type: 'boolean' as const }] as const),
    ...spec.values.map((name) => [name, { type: 'string' as const, multiple: true }] as const),
  ])
  const { tokens, positionals } = parse(argv, options)
  const named = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []))
  const given = named.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]))
  return {
    positionals,
    has: (name) => named.some((token) => token.name === name),
    value: (name) => given.findLast((one) => one.name === name)?.value,
    given,
  }
}

/** The one positional argument; throws UsageError when there are none or more. */
export function onePositional(args: Args, what: string): string {
  const [first, second] = args.positionals
  if (first === undefined) throw new UsageError(`Missing ${what}.`)
  if (second !== undefined) throw new UsageError(`One ${what} at a time; what is ${JSON.stringify(second)}?`)
  return first
}

/** A whole number of the flag, or `otherwise` when it was not given. */
export function wholeNumber(args: Args, name: string, otherwise: number): number {
  const text = args.value(name)
  if (text === undefined) return otherwise
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`--${name} takes a whole number, not ${JSON.stringify(text)}.`)
  return Number(text)
}

function parse(argv: readonly string[], options: Record<string, { type: 'boolean' | 'string'; multiple?: boolean }>) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true, tokens: true })
  } catch (error) {
    // Node's message goes on with advice about dashes; its first sentence says what is wrong.
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${message.split('. ')[0]?.replace(/\.$/, '')}.`)
  }
}
