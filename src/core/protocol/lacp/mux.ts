import type { MuxState } from '../../model/protocolView.ts'
import { always, nextState } from '../machine.ts'
import type { Row } from '../machine.ts'
import { has } from './identity.ts'
import { ENTRY_2020, restoreTimer, TABLE_2020 } from './mux2020.ts'
import {
  isChosen,
  isHeard,
  isInSync,
  isOut,
  isOutOfSync,
  isSelected,
  isUnheard,
  isUnselected,
  MUX_ENTRY,
} from './muxActions.ts'
import type { MuxInput } from './muxActions.ts'
import { BIT } from './types.ts'
import type { LacpPort } from './types.ts'

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
  const to = nextState(tableFor(port), port.mux, input, port)
  if (to === undefined) return port.lacpVersion === 2 ? restoreTimer(port, now) : port
  const onEntry = port.lacpVersion === 2 ? ENTRY_2020 : MUX_ENTRY
  return mux({ ...onEntry[to](port, now), mux: to, muxSince: now }, 'check', now)
}

function tableFor(port: LacpPort): readonly Row<MuxState, MuxInput, LacpPort>[] {
  if (port.lacpVersion === 2) return TABLE_2020
  return port.muxControl === 'coupled' ? COUPLED_TABLE : INDEPENDENT_TABLE
}

/** Collecting on the wire: frames that arrive are accepted. */
export function isCollecting(port: LacpPort): boolean {
  return has(port.actor, BIT.collecting)
}

/** Distributing on the wire: the port may send data frames. */
export function isDistributing(port: LacpPort): boolean {
  return has(port.actor, BIT.distributing)
}
