import type { NumberKey } from '../../model/profile.ts'
import type { Effective } from '../effective.ts'

/** A timer of the domain in seconds. */
export function timer({ numbers }: Effective, key: NumberKey): number {
  return (numbers[key]?.value ?? 0) / 1_000
}

/** The design holds it in keepalive intervals, of which SONiC wants a whole number. */
export function sessionTimeout(runs: Effective): number {
  return timer(runs, 'heartbeat-interval-ms') * (runs.numbers['heartbeat-timeout-multiplier']?.value ?? 1)
}
