import type { SimTime } from '../../core/model/runView.ts'

/** A point in simulated time for a clock: `31.402 s`. */
export function clockTime(at: SimTime): string {
  return `${seconds(at)} s`
}

/** A point in simulated time without its unit: `31.402`. */
export function seconds(at: SimTime, decimals = 3): string {
  return (at / 1_000_000).toFixed(decimals)
}

/** A length of time with the unit that suits it: `412 ms`, `2.31 s`, `1 min 30 s`. */
export function duration(us: number): string {
  const ms = us / 1_000
  if (ms < 1) return `${us} µs`
  if (ms < 1_000) return `${trimmed(ms, ms < 10 ? 1 : 0)} ms`
  if (ms < 120_000) return `${trimmed(ms / 1_000, 2)} s`
  const minutes = Math.floor(ms / 60_000)
  const rest = Math.round((ms - minutes * 60_000) / 1_000)
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
}

/** Whole milliseconds with their unit and thin spaces between thousands: what outages are reported in. */
export function milliseconds(us: number): string {
  return `${Math.round(us / 1_000)
    .toString()
    .replaceAll(/\B(?=(\d{3})+$)/g, '\u2009')} ms`
}

function trimmed(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)))
}
