import type { MuxState } from '../../model/protocolView.ts'
import { has, withBits } from './identity.ts'
import { AGGREGATE_WAIT_US, withTimer } from './timers.ts'
import { BIT } from './types.ts'
import type { LacpPort } from './types.ts'

/** `ready` is given while the aggregator's Ready is true. */
export type MuxInput = 'begin' | 'check' | 'ready' | 'wait-to-restore-expired'

export type MuxEntry = Readonly<Record<MuxState, (port: LacpPort, now: number) => LacpPort>>

/** Selected or standby: there is an aggregator for the port. */
export function isChosen(port: LacpPort): boolean {
  return port.selected !== 'unselected'
}

/** Selected, not standby. */
export function isSelected(port: LacpPort): boolean {
  return port.selected === 'selected'
}

/** Neither selected nor standby. */
export function isUnselected(port: LacpPort): boolean {
  return port.selected === 'unselected'
}

/** Unselected or standby: either way the port has to leave its aggregator. */
export function isOut(port: LacpPort): boolean {
  return port.selected !== 'selected'
}

/** The partner says that it is attached to the right aggregator. */
export function isInSync(port: LacpPort): boolean {
  return has(port.partner, BIT.synchronization)
}

/** The partner says that it is not. */
export function isOutOfSync(port: LacpPort): boolean {
  return !isInSync(port)
}

/** The partner collects. */
export function isHeard(port: LacpPort): boolean {
  return has(port.partner, BIT.collecting)
}

/** The partner does not collect. */
export function isUnheard(port: LacpPort): boolean {
  return !isHeard(port)
}

const FORWARDING = BIT.collecting | BIT.distributing

/** What the mux machine does on entering a state. */
export const MUX_ENTRY: MuxEntry = {
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
  // 802.1AX-2020 only: the port is down, or was so lately.
  'attached-wtr': (port) => ({
    ...port,
    actor: withBits(port.actor, 0, BIT.synchronization | FORWARDING),
    timers: withTimer(withTimer(port.timers, 'wait-while', null), 'wait-to-restore', null),
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
