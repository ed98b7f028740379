import { always, nextState } from '../machine.ts'
import type { Row } from '../machine.ts'
import { counted } from './copy.ts'
import { has } from './identity.ts'
import { CHURN_DETECTION_US, withTimer } from './timers.ts'
import { BIT } from './types.ts'
import type { ChurnState } from '../../model/protocolView.ts'
import type { LacpPort } from './types.ts'

/** `heard`: the receive machine has come to CURRENT from another state. */
export type ChurnInput = 'begin' | 'check' | 'heard' | 'churn-expired'

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

/**
 * The same with the habits of Linux: synchronization is looked at when the minute is over and never else, so a port
 * that is well reads "monitoring" for its first minute, and one that churned does so until its partner is heard anew.
 * Source: Linux 6.1, `drivers/net/bonding/bond_3ad.c`, ad_churn_machine; the first minute was measured.
 */
// oxfmt-ignore
export const LINUX_CHURN_TABLE: readonly Row<ChurnState, ChurnInput, ChurnSubject>[] = [
  // from      input            when            to
  ['*',        'begin',         always,         'monitor'],
  ['*',        'heard',         always,         'monitor'],
  ['monitor',  'churn-expired', isSynchronized, 'no-churn'],
  ['monitor',  'churn-expired', isDrifting,     'churn'],
]

/** Feeds one input to the actor churn machine. Pure. */
export function actorChurn(port: LacpPort, input: ChurnInput, now: number): LacpPort {
  const to = churn(port, port.actorChurn, input, has(port.actor, BIT.synchronization))
  const deadline = deadlineIn(to, port, port.timers['actor-churn'], to !== port.actorChurn || input === 'heard', now)
  if (to === port.actorChurn && deadline === port.timers['actor-churn']) return port
  return {
    ...port,
    actorChurn: to,
    timers: withTimer(port.timers, 'actor-churn', deadline),
    counters: churns(to, port.actorChurn) ? counted(port.counters, 'actorChurns') : port.counters,
  }
}

/** Feeds one input to the partner churn machine. Pure. */
export function partnerChurn(port: LacpPort, input: ChurnInput, now: number): LacpPort {
  const to = churn(port, port.partnerChurn, input, has(port.partner, BIT.synchronization))
  const deadline = deadlineIn(
    to,
    port,
    port.timers['partner-churn'],
    to !== port.partnerChurn || input === 'heard',
    now,
  )
  if (to === port.partnerChurn && deadline === port.timers['partner-churn']) return port
  return {
    ...port,
    partnerChurn: to,
    timers: withTimer(port.timers, 'partner-churn', deadline),
    counters: churns(to, port.partnerChurn) ? counted(port.counters, 'partnerChurns') : port.counters,
  }
}

/** It is found to churn now and was not before. */
function churns(to: ChurnState, from: ChurnState): boolean {
  return to === 'churn' && from !== 'churn'
}

function churn(port: LacpPort, from: ChurnState, input: ChurnInput, synchronized: boolean): ChurnState {
  const table = port.habits === 'linux' ? LINUX_CHURN_TABLE : CHURN_TABLE
  return nextState(table, from, input, { portEnabled: port.portEnabled, synchronized }) ?? from
}

/**
 * The timer runs in MONITOR only. While the port is down MONITOR is entered over and over, so the time starts at up;
 * that of Linux runs whether the port is up or not.
 */
function deadlineIn(state: ChurnState, port: LacpPort, running: number | null, entered: boolean, now: number) {
  if (state !== 'monitor' || (!port.portEnabled && port.habits === 'standard')) return null
  return entered || running === null ? now + CHURN_DETECTION_US : running
}

function isDown(subject: ChurnSubject): boolean {
  return !subject.portEnabled
}

function isSettled(subject: ChurnSubject): boolean {
  return subject.portEnabled && subject.synchronized
}

function isSynchronized(subject: ChurnSubject): boolean {
  return subject.synchronized
}

function isDrifting(subject: ChurnSubject): boolean {
  return !subject.synchronized
}
