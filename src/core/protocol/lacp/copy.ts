import type { LacpCounters, LacpPort, LacpTimers } from './types.ts'

/** A copy that its maker may still change before anyone else sees it. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] }

/**
 * A copy of a port to fill in, field by field. What runs for every LACPDU and every tick uses it instead of object
 * spread, which V8 carries out some twenty times slower for an object of this size.
 */
export function draftOf(port: LacpPort): Draft<LacpPort> {
  return {
    id: port.id,
    lag: port.lag,
    muxControl: port.muxControl,
    lacpVersion: port.lacpVersion,
    waitToRestoreUs: port.waitToRestoreUs,
    habits: port.habits,
    lacpEnabled: port.lacpEnabled,
    portEnabled: port.portEnabled,
    actor: port.actor,
    partner: port.partner,
    partnerAdmin: port.partnerAdmin,
    partnerConversation: port.partnerConversation,
    rx: port.rx,
    periodic: port.periodic,
    mux: port.mux,
    selected: port.selected,
    aggregator: port.aggregator,
    actorChurn: port.actorChurn,
    partnerChurn: port.partnerChurn,
    ntt: port.ntt,
    portMoved: port.portMoved,
    readyN: port.readyN,
    timers: port.timers,
    sentAt: port.sentAt,
    said: port.said,
    rxSince: port.rxSince,
    muxSince: port.muxSince,
    counters: port.counters,
  }
}

/** Like `draftOf`, for the timers. */
export function draftOfTimers(timers: LacpTimers): Draft<LacpTimers> {
  return {
    'current-while': timers['current-while'],
    periodic: timers.periodic,
    'wait-while': timers['wait-while'],
    'actor-churn': timers['actor-churn'],
    'partner-churn': timers['partner-churn'],
    'tx-limit': timers['tx-limit'],
    'wait-to-restore': timers['wait-to-restore'],
  }
}

/** The counters with one of them one higher. */
export function counted(from: LacpCounters, counter: keyof LacpCounters): LacpCounters {
  const counters: Draft<LacpCounters> = {
    lacpdusRx: from.lacpdusRx,
    lacpdusTx: from.lacpdusTx,
    markerRx: from.markerRx,
    markerResponseRx: from.markerResponseRx,
    markerResponseTx: from.markerResponseTx,
    unknownRx: from.unknownRx,
    illegalRx: from.illegalRx,
    actorChurns: from.actorChurns,
    partnerChurns: from.partnerChurns,
  }
  counters[counter] += 1
  return counters
}
