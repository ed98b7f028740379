import { always, nextState } from '../machine.ts'
import type { Row } from '../machine.ts'
import { has } from './identity.ts'
import { CHURN_DETECTION_US, withTimer } from './timers.ts'
import { BIT } from './types.ts'
import type { ChurnState, LacpPort } from './types.ts'

export type ChurnInput = 'begin' | 'check' | 'churn-expired'

/** What a churn machine watches. */
export interface ChurnSubject {
  readonly portEnabled: boolean
  readonly synchronized: boolean
}

/**
 * Actor and partner churn detection machines: one table for both. They only report, traffic never depends on them.
 * Source: IEEE 802.1AX-2014, 6.4.17.
 */
// oxfmt-ignore
export const CHURN_TABLE: readonly Row<ChurnState, ChurnInput, ChurnSubject>[] = [
  // from      input            when        to
  ['*',        'begin',         always,     'monitor'],
  ['*',        'check',         isDown,     'monitor'],
  ['monitor',  'check',         isSettled,  'no-churn'],
  ['monitor',  'churn-expired', always,     'churn'],
  ['no-churn', 'check',         isDrifting, 'monitor'],
  ['churn',    'check',         isSettled,  'no-churn'],
]

/** Feeds one input to the actor churn machine. Pure. */
export function actorChurn(port: LacpPort, input: ChurnInput, now: number): LacpPort {
  const synchronized = has(port.actor, BIT.synchronization)
  const to = churn(port.actorChurn, input, { portEnabled: port.portEnabled, synchronized })
  const deadline = deadlineIn(to, port, port.timers['actor-churn'], to !== port.actorChurn, now)
  if (to === port.actorChurn && deadline === port.timers['actor-churn']) return port
  return { ...port, actorChurn: to, timers: withTimer(port.timers, 'actor-churn', deadline) }
}

/** Feeds one input to the partner churn machine. Pure. */
export function partnerChurn(port: LacpPort, input: ChurnInput, now: number): LacpPort {
  const synchronized = has(port.partner, BIT.synchronization)
  const to = churn(port.partnerChurn, input, { portEnabled: port.portEnabled, synchronized })
  const deadline = deadlineIn(to, port, port.timers['partner-churn'], to !== port.partnerChurn, now)
  if (to === port.partnerChurn && deadline === port.timers['partner-churn']) return port
  return { ...port, partnerChurn: to, timers: withTimer(port.timers, 'partner-churn', deadline) }
}

function churn(from: ChurnState, input: ChurnInput, subject: ChurnSubject): ChurnState {
  return nextState(CHURN_TABLE, from, input, subject) ?? from
}

/** The timer runs in MONITOR only. While the port is down MONITOR is entered over and over, so the time starts at up. */
function deadlineIn(state: ChurnState, port: LacpPort, running: number | null, entered: boolean, now: number) {
  if (state !== 'monitor' || !port.portEnabled) return null
  return entered || running === null ? now + CHURN_DETECTION_US : running
}

function isDown(subject: ChurnSubject): boolean {
  return !subject.portEnabled
}

function isSettled(subject: ChurnSubject): boolean {
  return subject.portEnabled && subject.synchronized
}

function isDrifting(subject: ChurnSubject): boolean {
  return !subject.synchronized
}
