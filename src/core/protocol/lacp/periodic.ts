import type { PeriodicState } from '../../model/protocolView.ts'
import { always, nextState } from '../machine.ts'
import type { Row } from '../machine.ts'
import { draftOf } from './copy.ts'
import type { Draft } from './copy.ts'
import { has } from './identity.ts'
import { FAST_PERIODIC_US, SLOW_PERIODIC_US, withTimer } from './timers.ts'
import { BIT } from './types.ts'
import type { LacpPort } from './types.ts'

export type PeriodicInput = 'begin' | 'check' | 'periodic-expired'

/**
 * Periodic transmission machine: how often the partner is told, which the partner's Timeout bit decides.
 * PERIODIC_TX is left at once. Source: IEEE 802.1AX-2014, 6.4.13.
 */
// oxfmt-ignore
export const PERIODIC_TABLE: readonly Row<PeriodicState, PeriodicInput, LacpPort>[] = [
  // from           input               when          to
  ['*',             'begin',            always,       'no-periodic'],
  ['*',             'check',            isSilent,     'no-periodic'],
  ['no-periodic',   'check',            isTalking,    'fast-periodic'],
  ['fast-periodic', 'periodic-expired', always,       'periodic-tx'],
  ['fast-periodic', 'check',            wantsSlow,    'slow-periodic'],
  ['slow-periodic', 'periodic-expired', always,       'periodic-tx'],
  ['slow-periodic', 'check',            wantsFast,    'periodic-tx'],
  ['periodic-tx',   'check',            wantsFast,    'fast-periodic'],
  ['periodic-tx',   'check',            wantsSlow,    'slow-periodic'],
]

/** Feeds one input to the periodic machine and follows its arrows until it rests. Pure. */
export function periodic(port: LacpPort, input: PeriodicInput, now: number): LacpPort {
  let to = nextState(PERIODIC_TABLE, port.periodic, input, port)
  if (to === undefined) return port
  const draft = draftOf(port)
  for (; to !== undefined; to = nextState(PERIODIC_TABLE, to, 'check', draft)) {
    draft.periodic = to
    ON_ENTRY[to](draft, now)
  }
  return draft
}

/** Length of the next period where it follows one like it; null where the rate is about to change or nothing runs. */
export function periodAgain(port: LacpPort): number | null {
  if (port.periodic === 'fast-periodic' && wantsFast(port)) return FAST_PERIODIC_US
  if (port.periodic === 'slow-periodic' && wantsSlow(port)) return SLOW_PERIODIC_US
  return null
}

/** Nobody may speak: the port is down, LACP is off, or both ends are passive. */
export function isSilent(port: LacpPort): boolean {
  return !isTalking(port)
}

function isTalking(port: LacpPort): boolean {
  return port.portEnabled && port.lacpEnabled && (has(port.actor, BIT.activity) || has(port.partner, BIT.activity))
}

function wantsFast(port: LacpPort): boolean {
  return has(port.partner, BIT.timeout)
}

function wantsSlow(port: LacpPort): boolean {
  return !wantsFast(port)
}

const ON_ENTRY: Readonly<Record<PeriodicState, (draft: Draft<LacpPort>, now: number) => void>> = {
  'no-periodic': (draft) => startTimer(draft, null),
  'fast-periodic': (draft, now) => startTimer(draft, now + FAST_PERIODIC_US),
  'slow-periodic': (draft, now) => startTimer(draft, now + SLOW_PERIODIC_US),
  'periodic-tx': (draft) => {
    draft.ntt = true
  },
}

function startTimer(draft: Draft<LacpPort>, deadline: number | null): void {
  draft.timers = withTimer(draft.timers, 'periodic', deadline)
}
