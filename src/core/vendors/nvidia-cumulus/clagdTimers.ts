import type { NumberKey } from '../../model/profileKeys.ts'
import type { Effective } from '../effective.ts'
import { seconds } from '../shared.ts'
import { CLAGD_ARGS } from './clagdArgs.ts'
import { nvidiaCumulusProfile } from './profile.ts'

/**
 * Timers of clagd that stand in `clagd-args` when they are not the daemon's own: " --reloadTimer 400". It takes ten polls
 * for the time-out of a peer unless that is given, so it is given with any other poll.
 * Source: Cumulus Linux 5.15 User Guide, Multi-Chassis Link Aggregation - MLAG, clagd timers.
 */
export function clagdTimers({ numbers }: Effective): string {
  const differs = (key: NumberKey) => numbers[key]?.value !== nvidiaCumulusProfile.numbers[key]?.value
  return CLAGD_ARGS.flatMap(([key, argument]) => {
    const told = differs(key) || (key === 'heartbeat-timeout-ms' && differs('heartbeat-interval-ms'))
    return told ? [` --${argument} ${seconds(numbers[key]?.value)}`] : []
  }).join('')
}
