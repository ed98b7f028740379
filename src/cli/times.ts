import { UsageError } from './usage.ts'

/** Reads `250ms`, `10s` or `5m` (decimals allowed) as whole microseconds. Throws UsageError. */
export function readTime(text: string, what: string): number {
  const [, amount, unit] = /^(\d{1,9}(?:\.\d{1,6})?)(ms|s|m)$/.exec(text) ?? []
  const factor = unit === undefined ? undefined : MICROSECONDS[unit]
  if (amount === undefined || factor === undefined) {
    throw new UsageError(`${what} takes a time such as 250ms, 10s or 5m, not ${JSON.stringify(text)}.`)
  }
  return Math.round(Number(amount) * factor)
}

/** Reads a probe interval in milliseconds: `1`, `10`, also `10ms`. Gives microseconds. Throws UsageError. */
export function readProbe(text: string): number {
  const us = readTime(/^[\d.]+$/.test(text) ? `${text}ms` : text, '--probe')
  if (us < 1) throw new UsageError('--probe must be more than nothing.')
  return us
}

/** Microseconds as milliseconds with up to three decimals: what JSON carries. */
export function toMs(us: number): number {
  return us / 1000
}

const MICROSECONDS: Readonly<Record<string, number>> = { ms: 1_000, s: 1_000_000, m: 60_000_000 }
