import { counted, draftOf } from './copy.ts'
import { isSilent } from './periodic.ts'
import { FAST_PERIODIC_US, withTimer } from './timers.ts'
import type { Lacpdu, LacpPort } from './types.ts'

/** What the transmit machine does with a pending NTT: the port afterwards, and the LACPDU to send if there is one. */
export interface Transmission {
  readonly port: LacpPort
  readonly pdu: Lacpdu | null
}

/**
 * Transmit machine: one LACPDU for a pending NTT, at most three within any Fast_Periodic_Time (version 2: within each
 * window of that length). When the budget is used
 * up NTT stays pending and the tx-limit timer says when there is room. The LACPDU carries the values of the moment it
 * is sent. A port that may not speak forgets its NTT.
 * Source: IEEE 802.1AX-2014, 6.4.16.
 */
export function transmit(port: LacpPort, now: number): Transmission {
  if (!port.ntt) return { port, pdu: null }
  if (isSilent(port)) {
    return { port: { ...port, ntt: false, timers: withTimer(port.timers, 'tx-limit', null) }, pdu: null }
  }
  const recent = port.lacpVersion === 1 ? inSlidingWindow(port.sentAt, now) : inFixedWindow(port.sentAt, now)
  const first = recent[0]
  if (first !== undefined && recent.length >= TX_LIMIT) {
    return { port: { ...port, timers: withTimer(port.timers, 'tx-limit', first + FAST_PERIODIC_US) }, pdu: null }
  }
  const sent = draftOf(port)
  sent.ntt = false
  sent.sentAt = recent.length === 0 ? [now] : [...recent, now]
  sent.timers = withTimer(port.timers, 'tx-limit', null)
  sent.counters = counted(port.counters, 'lacpdusTx')
  return {
    port: sent,
    pdu: { version: port.lacpVersion, actor: port.actor, partner: port.partner, collectorMaxDelay: 0 },
  }
}

function inSlidingWindow(sentAt: readonly number[], now: number): readonly number[] {
  const last = sentAt.at(-1)
  if (last === undefined || last <= now - FAST_PERIODIC_US) return NOTHING
  return sentAt.filter((at) => at > now - FAST_PERIODIC_US)
}

/** 802.1AX-2020: the first LACPDU opens a window, and all are forgotten when it closes. */
function inFixedWindow(sentAt: readonly number[], now: number): readonly number[] {
  const [opened] = sentAt
  return opened !== undefined && opened > now - FAST_PERIODIC_US ? sentAt : []
}

const TX_LIMIT = 3
const NOTHING: readonly number[] = []
