import type { MuxState } from '../../model/protocolView.ts'
import { always } from '../machine.ts'
import type { Row } from '../machine.ts'
import { has } from './identity.ts'
import { isChosen, isHeard, isInSync, isOut, isOutOfSync, isSelected, isUnselected, MUX_ENTRY } from './muxActions.ts'
import type { MuxEntry, MuxInput } from './muxActions.ts'
import { withTimer } from './timers.ts'
import { BIT } from './types.ts'
import type { LacpPort } from './types.ts'

/**
 * Mux machine of 802.1AX-2020: an unselected port leaves in one step, and a port that was down gives up its sync and
 * has to stay up for the wait-to-restore time. WAITING is DETACHED while the selection logic's wait_while runs; ATTACH
 * takes no time here and is not shown. The standard states most arrows once for all states; here each has its row.
 * Source: IEEE 802.1AX-2020, 6.4.13, as its editor's public simulation reports it; the text itself was not read.
 */
// oxfmt-ignore
export const TABLE_2020: readonly Row<MuxState, MuxInput, LacpPort>[] = [
  // from                     input                      when            to
  ['*',                       'begin',                   always,         'detached'],
  ['detached',                'check',                   isChosen,       'waiting'],
  ['waiting',                 'check',                   isUnselected,   'detached'],
  ['waiting',                 'ready',                   isSelectedUp,   'attached'],
  ['waiting',                 'ready',                   isSelectedDown, 'attached-wtr'],
  ['attached',                'check',                   isOut,          'detached'],
  ['attached-wtr',            'check',                   isOut,          'detached'],
  ['collecting',              'check',                   isOut,          'detached'],
  ['collecting-distributing', 'check',                   isOut,          'detached'],
  ['attached',                'check',                   isDown,         'attached-wtr'],
  ['collecting',              'check',                   isDown,         'attached-wtr'],
  ['collecting-distributing', 'check',                   isDown,         'attached-wtr'],
  ['attached-wtr',            'check',                   needsNoWait,    'attached'],
  ['attached-wtr',            'wait-to-restore-expired', isUp,           'attached'],
  ['collecting',              'check',                   isOutOfSync,    'attached'],
  ['collecting-distributing', 'check',                   isOutOfSync,    'attached'],
  ['attached',                'check',                   mayCollect,     'collecting'],
  ['collecting-distributing', 'check',                   mayCollect,     'collecting'],
  ['attached',                'check',                   mayDistribute,  'collecting-distributing'],
  ['collecting',              'check',                   mayDistribute,  'collecting-distributing'],
]

/** What differs on entry: NTT only when the partner has to know. */
export const ENTRY_2020: MuxEntry = {
  ...MUX_ENTRY,
  detached: (port, now) => ({
    ...MUX_ENTRY.detached(port, now),
    timers: withTimer(withTimer(port.timers, 'wait-while', null), 'wait-to-restore', null),
    ntt: port.ntt || has(port.actor, BIT.synchronization),
  }),
  collecting: (port, now) => ({
    ...MUX_ENTRY.collecting(port, now),
    ntt: port.ntt || !has(port.actor, BIT.collecting),
  }),
}

/** WTR_timer: while the port is down ATTACHED_WTR is entered over and over, so the time starts when it is up. */
export function restoreTimer(port: LacpPort, now: number): LacpPort {
  const running = port.timers['wait-to-restore']
  const counts = port.mux === 'attached-wtr' && port.portEnabled
  const deadline = counts ? (running ?? now + port.waitToRestoreUs) : null
  return deadline === running ? port : { ...port, timers: withTimer(port.timers, 'wait-to-restore', deadline) }
}

function isUp(port: LacpPort): boolean {
  return port.portEnabled
}

function isDown(port: LacpPort): boolean {
  return !port.portEnabled
}

function isSelectedUp(port: LacpPort): boolean {
  return isSelected(port) && port.portEnabled
}

function isSelectedDown(port: LacpPort): boolean {
  return isSelected(port) && !port.portEnabled
}

function needsNoWait(port: LacpPort): boolean {
  return port.portEnabled && port.waitToRestoreUs === 0
}

function mayDistribute(port: LacpPort): boolean {
  return isInSync(port) && (port.muxControl === 'coupled' || isHeard(port))
}

function mayCollect(port: LacpPort): boolean {
  return isInSync(port) && port.muxControl === 'independent' && !isHeard(port)
}
