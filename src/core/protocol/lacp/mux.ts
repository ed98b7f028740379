import type { MuxState } from '../../model/runView.ts'
import { always, nextState } from '../machine.ts'
import type { Row } from '../machine.ts'
import { has, withBits } from './identity.ts'
import { AGGREGATE_WAIT_US, withTimer } from './timers.ts'
import { BIT } from './types.ts'
import type { LacpPort } from './types.ts'

/** `ready` is given while the aggregator's Ready is true. */
export type MuxInput = 'begin' | 'check' | 'ready'

/**
 * Mux machine, coupled control: collecting and distributing start together.
 * Source: IEEE 802.1AX-2014, 6.4.15 (mux machine, second figure).
 */
// oxfmt-ignore
export const COUPLED_TABLE: readonly Row<MuxState, MuxInput, LacpPort>[] = [
  // from                      input    when          to
  ['*',                        'begin', always,       'detached'],
  ['detached',                 'check', isChosen,     'waiting'],
  ['waiting',                  'ready', isSelected,   'attached'],
  ['waiting',                  'check', isUnselected, 'detached'],
  ['attached',                 'check', isOut,        'detached'],
  ['attached',                 'check', isInSync,     'collecting-distributing'],
  ['collecting-distributing',  'check', isOut,        'attached'],
  ['collecting-distributing',  'check', isOutOfSync,  'attached'],
]

/**
 * Mux machine, independent control: distributing waits until the partner collects.
 * Source: IEEE 802.1AX-2014, 6.4.15 (mux machine, first figure).
 */
// oxfmt-ignore
export const INDEPENDENT_TABLE: readonly Row<MuxState, MuxInput, LacpPort>[] = [
  // from           input    when           to
  ['*',             'begin', always,        'detached'],
  ['detached',      'check', isChosen,      'waiting'],
  ['waiting',       'ready', isSelected,    'attached'],
  ['waiting',       'check', isUnselected,  'detached'],
  ['attached',      'check', isOut,         'detached'],
  ['attached',      'check', isInSync,      'collecting'],
  ['collecting',    'check', isOut,         'attached'],
  ['collecting',    'check', isOutOfSync,   'attached'],
  ['collecting',    'check', isHeard,       'distributing'],
  ['distributing',  'check', isOut,         'collecting'],
  ['distributing',  'check', isOutOfSync,   'collecting'],
  ['distributing',  'check', isUnheard,     'collecting'],
]

/** Feeds one input to the mux machine and follows its arrows until it rests. Pure. */
export function mux(port: LacpPort, input: MuxInput, now: number): LacpPort {
  const table = port.muxControl === 'coupled' ? COUPLED_TABLE : INDEPENDENT_TABLE
  const to = nextState(table, port.mux, input, port)
  if (to === undefined) return port
  return mux({ ...ON_ENTRY[to](port, now), mux: to, muxSince: now }, 'check', now)
}

/** Collecting on the wire: frames that arrive are accepted. */
export function isCollecting(port: LacpPort): boolean {
  return has(port.actor, BIT.collecting)
}

/** Distributing on the wire: the port may send data frames. */
export function isDistributing(port: LacpPort): boolean {
  return has(port.actor, BIT.distributing)
}

function isChosen(port: LacpPort): boolean {
  return port.selected !== 'unselected'
}

function isSelected(port: LacpPort): boolean {
  return port.selected === 'selected'
}

function isUnselected(port: LacpPort): boolean {
  return port.selected === 'unselected'
}

/** Unselected or standby: either way the port has to leave its aggregator. */
function isOut(port: LacpPort): boolean {
  return port.selected !== 'selected'
}

function isInSync(port: LacpPort): boolean {
  return has(port.partner, BIT.synchronization)
}

function isOutOfSync(port: LacpPort): boolean {
  return !isInSync(port)
}

function isHeard(port: LacpPort): boolean {
  return has(port.partner, BIT.collecting)
}

function isUnheard(port: LacpPort): boolean {
  return !isHeard(port)
}

const FORWARDING = BIT.collecting | BIT.distributing

const ON_ENTRY: Readonly<Record<MuxState, (port: LacpPort, now: number) => LacpPort>> = {
  // A port on standby passes here on its way to WAITING and keeps the aggregator it stands by for.
  detached: (port) => ({
    ...port,
    actor: withBits(port.actor, 0, BIT.synchronization | FORWARDING),
    aggregator: port.selected === 'unselected' ? null : port.aggregator,
    readyN: false,
    timers: withTimer(port.timers, 'wait-while', null),
    ntt: true,
  }),
  waiting: (port, now) => ({
    ...port,
    readyN: false,
    timers: withTimer(port.timers, 'wait-while', now + AGGREGATE_WAIT_US),
  }),
  attached: (port) => ({
    ...port,
    actor: withBits(port.actor, BIT.synchronization, FORWARDING),
    timers: withTimer(port.timers, 'wait-while', null),
    ntt: true,
  }),
  collecting: (port) => ({
    ...port,
    actor: withBits(port.actor, BIT.collecting, BIT.distributing),
    ntt: true,
  }),
  // No NTT: the partner needs to know who collects, not who distributes.
  distributing: (port) => ({ ...port, actor: withBits(port.actor, BIT.distributing, 0) }),
  'collecting-distributing': (port) => ({ ...port, actor: withBits(port.actor, FORWARDING, 0), ntt: true }),
}
