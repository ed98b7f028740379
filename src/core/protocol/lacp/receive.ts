import type { LacpIdentity, RxState } from '../../model/protocolView.ts'
import { always, nextState } from '../machine.ts'
import type { Row } from '../machine.ts'
import { conversationOf } from './conversation.ts'
import { counted, draftOf } from './copy.ts'
import { has, sameNames, sameParticipant, withBits } from './identity.ts'
import { LONG_TIMEOUT_US, SHORT_TIMEOUT_US, withTimer } from './timers.ts'
import { BIT } from './types.ts'
import type { Lacpdu, LacpPort } from './types.ts'

export type RxInput =
  | { readonly type: 'begin' }
  | { readonly type: 'check' }
  | { readonly type: 'lacpdu'; readonly pdu: Lacpdu }
  | { readonly type: 'current-while-expired' }
  | { readonly type: 'partner-admin-changed' }

/**
 * Receive machine: remembers the partner's last word and ages it out.
 *
 * Two arrows are not in the figure: LACP switched off while a partner is known goes through PORT_DISABLED, and a new
 * administrative partner re-enters the states that use it. A LACPDU in any other state is discarded.
 * Source: IEEE 802.1AX-2014, 6.4.12 (receive machine), as open implementations that cite it report it.
 */
// oxfmt-ignore
export const RECEIVE_TABLE: readonly Row<RxState, RxInput['type'], LacpPort>[] = [
  // from            input                    when             to
  ['*',             'begin',                 always,          'initialize'],
  ['initialize',    'check',                 always,          'port-disabled'],
  ['*',             'check',                 isDown,          'port-disabled'],
  ['port-disabled', 'check',                 hasMoved,        'initialize'],
  ['port-disabled', 'check',                 runsLacp,        'expired'],
  ['port-disabled', 'check',                 isUpWithoutLacp, 'lacp-disabled'],
  ['lacp-disabled', 'check',                 wantsLacp,       'port-disabled'],
  ['expired',       'check',                 refusesLacp,     'port-disabled'],
  ['defaulted',     'check',                 refusesLacp,     'port-disabled'],
  ['current',       'check',                 refusesLacp,     'port-disabled'],
  ['expired',       'lacpdu',                always,          'current'],
  ['defaulted',     'lacpdu',                always,          'current'],
  ['current',       'lacpdu',                always,          'current'],
  ['expired',       'current-while-expired', always,          'defaulted'],
  ['current',       'current-while-expired', always,          'expired'],
  ['defaulted',     'partner-admin-changed', always,          'defaulted'],
  ['lacp-disabled', 'partner-admin-changed', always,          'lacp-disabled'],
]

/** Feeds one input to the receive machine and follows its arrows until it rests. Pure. */
export function receive(port: LacpPort, input: RxInput, now: number): LacpPort {
  const to = nextState(RECEIVE_TABLE, port.rx, input.type, port)
  if (to === undefined) return port
  const entered = ON_ENTRY[to](port, input, now)
  if (to === port.rx) return entered
  return receive({ ...entered, rx: to, rxSince: now }, CHECK, now)
}

/** Whether a LACPDU heard in CURRENT does more than to be counted and to restart the timer. */
export function bringsNews(port: LacpPort, pdu: Lacpdu): boolean {
  return (
    isStale(pdu.partner, port.actor) ||
    has(port.actor, BIT.defaulted | BIT.expired) ||
    !sameParticipant(pdu.actor, port.partner) ||
    believed(pdu, port.actor) !== port.partner
  )
}

/** How long a partner that was heard is believed. */
export function partnerTimeoutUs(port: LacpPort): number {
  return has(port.actor, BIT.timeout) ? SHORT_TIMEOUT_US : LONG_TIMEOUT_US
}

function isDown(port: LacpPort): boolean {
  return !port.portEnabled && !port.portMoved
}

function hasMoved(port: LacpPort): boolean {
  return port.portMoved
}

function runsLacp(port: LacpPort): boolean {
  return port.portEnabled && port.lacpEnabled
}

function isUpWithoutLacp(port: LacpPort): boolean {
  return port.portEnabled && !port.lacpEnabled
}

function wantsLacp(port: LacpPort): boolean {
  return port.lacpEnabled
}

function refusesLacp(port: LacpPort): boolean {
  return !port.lacpEnabled
}

const ON_ENTRY: Readonly<Record<RxState, (port: LacpPort, input: RxInput, now: number) => LacpPort>> = {
  initialize: (port) => ({
    ...recordDefault(port),
    selected: 'unselected',
    portMoved: false,
    timers: withTimer(port.timers, 'current-while', null),
  }),

  // The partner's names and Selected are kept: a short loss of light needs no new selection.
  'port-disabled': (port) => ({
    ...port,
    partner: withBits(port.partner, 0, BIT.synchronization),
    timers: withTimer(port.timers, 'current-while', null),
  }),

  // NTT is the correction of 802.1AX-2014/Cor 1: a link that comes up is announced at once.
  expired: (port, _input, now) => ({
    ...port,
    actor: withBits(port.actor, BIT.expired, 0),
    partner: withBits(port.partner, BIT.timeout, BIT.synchronization),
    timers: withTimer(port.timers, 'current-while', now + SHORT_TIMEOUT_US),
    ntt: true,
  }),

  'lacp-disabled': (port) => {
    const defaulted = recordDefault(port)
    return {
      ...defaulted,
      selected: 'unselected',
      partner: withBits(defaulted.partner, 0, BIT.aggregation),
      timers: withTimer(port.timers, 'current-while', null),
    }
  },

  defaulted: (port) => ({
    ...recordDefault(port),
    // update_Default_Selected: against the partner as it was until now.
    selected: sameParticipant(port.partnerAdmin, port.partner) ? port.selected : 'unselected',
    timers: withTimer(port.timers, 'current-while', null),
  }),

  current: (port, input, now) => {
    if (input.type !== 'lacpdu') throw new Error(`CURRENT of ${port.id} is entered by a LACPDU, not by ${input.type}`)
    const { pdu } = input
    const entered = draftOf(port)
    entered.counters = counted(port.counters, 'lacpdusRx')
    // update_Selected and update_NTT: against the record as it was until now.
    if (!sameParticipant(pdu.actor, port.partner)) entered.selected = 'unselected'
    if (isStale(pdu.partner, port.actor)) entered.ntt = true
    entered.partner = believed(pdu, port.actor)
    if (port.lacpVersion === 2) entered.partnerConversation = conversationOf(pdu.tlvs ?? [], port.actor.port)
    entered.actor = withBits(port.actor, 0, BIT.defaulted | BIT.expired)
    entered.timers = withTimer(port.timers, 'current-while', now + partnerTimeoutUs(port))
    return entered
  },
}

/** recordDefault: the administrative partner takes the place of the partner. */
function recordDefault(port: LacpPort): LacpPort {
  return {
    ...port,
    partner: port.partnerAdmin,
    partnerConversation: port.lacpVersion === 2 ? conversationOf([], port.actor.port) : null,
    actor: withBits(port.actor, BIT.defaulted, BIT.expired),
  }
}

/** update_NTT: the partner's idea of me is out of date in something it needs to know. */
function isStale(mine: LacpIdentity, actor: LacpIdentity): boolean {
  return !sameNames(mine, actor) || ((mine.state ^ actor.state) & ECHOED_BITS) !== 0
}

/**
 * The partner's record of recordPDU. Its Synchronization is believed only when it proves that it knows me (or does not
 * aggregate at all) and one of us keeps the link alive.
 */
function believed(pdu: Lacpdu, actor: LacpIdentity): LacpIdentity {
  if (!has(pdu.actor, BIT.synchronization)) return pdu.actor
  const matched = sameParticipant(pdu.partner, actor) || !has(pdu.actor, BIT.aggregation)
  const alive = has(pdu.actor, BIT.activity) || (has(actor, BIT.activity) && has(pdu.partner, BIT.activity))
  return matched && alive ? pdu.actor : withBits(pdu.actor, 0, BIT.synchronization)
}

const ECHOED_BITS = BIT.activity | BIT.timeout | BIT.synchronization | BIT.aggregation

const CHECK: RxInput = { type: 'check' }
