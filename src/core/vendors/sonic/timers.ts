import type { NumberKey } from '../../model/profileKeys.ts'
import type { Effective } from '../effective.ts'

/** A timer of the domain in seconds. */
export function timer({ numbers }: Effective, key: NumberKey): number {
  return (numbers[key]?.value ?? 0) / 1_000
}
