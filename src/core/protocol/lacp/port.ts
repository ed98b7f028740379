import type { LacpIdentity } from '../../model/protocolView.ts'
import { actorChurn, partnerChurn } from './churn.ts'
import { has, NO_PARTNER, sameIdentity, withBits } from './identity.ts'
import { mux } from './mux.ts'
import { periodic } from './periodic.ts'
import { conversationOf } from './conversation.ts'
import { receive } from './receive.ts'
import { TIMERS_OFF } from './timers.ts'
import { BIT } from './types.ts'
import type { Habits, LacpPort } from './types.ts'

/** What is known of a port when it is powered on. */
export interface NewPort {
  readonly id: string
  readonly lag: string
  readonly muxControl: 'coupled' | 'independent'
  readonly lacpEnabled: boolean
  /** Names and, in `state`, the administrative Activity, Timeout and Aggregation; its other bits are not looked at. */
  readonly actor: LacpIdentity
  /** 1 when left out. */
  readonly lacpVersion?: 1 | 2
  /** Version 2: wait-to-restore time, 0 when left out. */
  readonly waitToRestoreUs?: number
  /** `standard` when left out. */
  readonly habits?: Habits
  /** Stands in for a partner that is not heard. All zero when left out. */
  readonly partnerAdmin?: LacpIdentity
}

/** State bits that management decides; the machines own the others. */
export const ADMIN_BITS = BIT.activity | BIT.timeout | BIT.aggregation

/** A port at power-on: BEGIN has been taken and the port is down. */
export function newPort(from: NewPort, now: number): LacpPort {
  const partnerAdmin = from.partnerAdmin ?? NO_PARTNER
  const blank: LacpPort = {
    id: from.id,
    lag: from.lag,
    muxControl: from.muxControl,
    lacpVersion: from.lacpVersion ?? 1,
    waitToRestoreUs: from.waitToRestoreUs ?? 0,
    habits: from.habits ?? 'standard',
    lacpEnabled: from.lacpEnabled,
    portEnabled: false,
    actor: { ...from.actor, state: from.actor.state & ADMIN_BITS },
    partner: partnerAdmin,
    partnerAdmin,
    partnerConversation: from.lacpVersion === 2 ? conversationOf([], from.actor.port) : null,
    rx: 'port-disabled',
    periodic: 'no-periodic',
    mux: 'detached',
    selected: 'unselected',
    aggregator: null,
    actorChurn: 'monitor',
    partnerChurn: 'monitor',
    ntt: false,
    portMoved: false,
    readyN: false,
    timers: TIMERS_OFF,
    sentAt: [],
    said: null,
    rxSince: now,
    muxSince: now,
    counters: {
      lacpdusRx: 0,
      lacpdusTx: 0,
      markerRx: 0,
      markerResponseRx: 0,
      markerResponseTx: 0,
      unknownRx: 0,
      illegalRx: 0,
      actorChurns: 0,
      partnerChurns: 0,
    },
  }
  return begin(blank, now)
}

/** BEGIN: every machine of the port starts anew; the port keeps its configuration and whether it is up. */
export function begin(port: LacpPort, now: number): LacpPort {
  const received = receive(port, { type: 'begin' }, now)
  const timed = periodic(mux(received, 'begin', now), 'begin', now)
  return partnerChurn(actorChurn(timed, 'begin', now), 'begin', now)
}

/** The port after a change by management, with its side effects; the same object when nothing changes. */
export function withActor(port: LacpPort, change: Partial<LacpIdentity>): LacpPort {
  const wanted = { ...port.actor, ...change }
  const actor = withBits({ ...wanted, state: port.actor.state }, wanted.state & ADMIN_BITS, ADMIN_BITS)
  if (sameIdentity(actor, port.actor)) return port
  return { ...port, actor, selected: movesLag(port.actor, actor) ? 'unselected' : port.selected, ntt: true }
}

/** Whether the LAG ID changes, so that the aggregator has to be chosen again. */
function movesLag(before: LacpIdentity, after: LacpIdentity): boolean {
  const isAggregatable = has(after, BIT.aggregation)
  return (
    before.system !== after.system ||
    before.systemPriority !== after.systemPriority ||
    before.key !== after.key ||
    isAggregatable !== has(before, BIT.aggregation) ||
    (!isAggregatable && (before.port !== after.port || before.portPriority !== after.portPriority))
  )
}
