import type { PeriodicState } from '../../model/runView.ts'
import { always, nextState } from '../machine.ts'
import type { Row } from '../machine.ts'
import { draftOf } from './copy.ts'
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
  const to = nextState(PERIODIC_TABLE, port.periodic, input, port)
  if (to === undefined) return port
  return periodic(ON_ENTRY[to](port, now), 'check', now)
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

const ON_ENTRY: Readonly<Record<PeriodicState, (port: LacpPort, now: number) => LacpPort>> = {
  'no-periodic': (port) => entered(port, 'no-periodic', null),
  'fast-periodic': (port, now) => entered(port, 'fast-periodic', now + FAST_PERIODIC_US),
  'slow-periodic': (port, now) => entered(port, 'slow-periodic', now + SLOW_PERIODIC_US),
  'periodic-tx': (port) => {
    const draft = draftOf(port)
    draft.periodic = 'periodic-tx'
    draft.ntt = true
    return draft
  },
}

function entered(port: LacpPort, to: PeriodicState, deadline: number | null): LacpPort {
  const draft = draftOf(port)
  draft.periodic = to
  draft.timers = withTimer(port.timers, 'periodic', deadline)
  return draft
}
