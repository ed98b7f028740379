import { draftOfTimers } from './copy.ts'
import type { LacpPort, LacpTimer, LacpTimers } from './types.ts'

const SECOND = 1_000_000

/** Timer values in microseconds. Source: IEEE 802.1AX-2014, 6.4.4 (constants). */
export const FAST_PERIODIC_US = SECOND
export const SLOW_PERIODIC_US = 30 * SECOND
export const SHORT_TIMEOUT_US = 3 * FAST_PERIODIC_US
export const LONG_TIMEOUT_US = 3 * SLOW_PERIODIC_US
export const CHURN_DETECTION_US = 60 * SECOND
export const AGGREGATE_WAIT_US = 2 * SECOND

/** All timers off. Frozen: ports at power-on share it. */
export const TIMERS_OFF: LacpTimers = Object.freeze({
  'current-while': null,
  periodic: null,
  'wait-while': null,
  'actor-churn': null,
  'partner-churn': null,
  'tx-limit': null,
  'wait-to-restore': null,
})

/** The timers with one of them started (absolute deadline) or stopped (null); the same object when nothing changes. */
export function withTimer(timers: LacpTimers, timer: LacpTimer, deadline: number | null): LacpTimers {
  if (timers[timer] === deadline) return timers
  const draft = draftOfTimers(timers)
  draft[timer] = deadline
  return draft
}

/** Whether the timer runs and its deadline has come. */
export function isDue(port: LacpPort, timer: LacpTimer, now: number): boolean {
  return hasCome(port.timers[timer], now)
}

/** Whether the end of the period is all that has come. */
export function isOnlyPeriodicDue({ timers }: LacpPort, now: number): boolean {
  return (
    hasCome(timers.periodic, now) &&
    !hasCome(timers['current-while'], now) &&
    !hasCome(timers['wait-while'], now) &&
    !hasCome(timers['actor-churn'], now) &&
    !hasCome(timers['partner-churn'], now) &&
    !hasCome(timers['tx-limit'], now) &&
    !hasCome(timers['wait-to-restore'], now)
  )
}

/** Earliest deadline of the port in absolute microseconds, null when no timer runs. */
export function nextDeadline(port: LacpPort): number | null {
  const { timers } = port
  let at = earlier(timers['current-while'], timers.periodic)
  at = earlier(at, timers['wait-while'])
  at = earlier(at, timers['actor-churn'])
  at = earlier(at, timers['partner-churn'])
  at = earlier(at, timers['tx-limit'])
  return earlier(at, timers['wait-to-restore'])
}

function hasCome(deadline: number | null, now: number): boolean {
  return deadline !== null && deadline <= now
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || (b !== null && b < a) ? b : a
}
