import type { Draft } from './copy.ts'
import { isSilent } from './periodic.ts'
import { FAST_PERIODIC_US, withTimer } from './timers.ts'
import type { LacpCounters, Lacpdu, LacpPort } from './types.ts'

/**
 * Transmit machine: one LACPDU for a pending NTT, at most three within any Fast_Periodic_Time (version 2: within each
 * window of that length). When the budget is used up NTT stays pending and the tx-limit timer says when there is room.
 * The LACPDU carries the values of the moment it is sent; null where nothing is. A port that may not speak forgets its
 * NTT. With the habits of Linux LACPDUs are only spaced. The port is changed in place, since a run does this for every period of every port: only its owner may call it.
 * Source: IEEE 802.1AX-2014, 6.4.16.
 */
export function transmit(port: Draft<LacpPort>, now: number): Lacpdu | null {
  if (!port.ntt) return null
  if (isSilent(port)) {
    port.ntt = false
    port.timers = withTimer(port.timers, 'tx-limit', null)
    return null
  }
  const recent = port.lacpVersion === 1 ? inSlidingWindow(port.sentAt, now) : inFixedWindow(port.sentAt, now)
  const room = roomAt(port, recent)
  if (room !== null && room > now) {
    port.timers = withTimer(port.timers, 'tx-limit', room)
    return null
  }
  port.ntt = false
  port.sentAt = recent.length === 0 ? [now] : [...recent, now]
  port.timers = withTimer(port.timers, 'tx-limit', null)
  const counters: Draft<LacpCounters> = port.counters
  counters.lacpdusTx += 1
  return { version: port.lacpVersion, actor: port.actor, partner: port.partner, collectorMaxDelay: 0 }
}

/** From when the next LACPDU may be sent; null: at any time. */
function roomAt(port: LacpPort, recent: readonly number[]): number | null {
  switch (port.habits) {
    case 'standard': {
      const [first] = recent
      return first !== undefined && recent.length >= TX_LIMIT ? first + FAST_PERIODIC_US : null
    }
    case 'linux': {
      const last = recent.at(-1)
      return last === undefined ? null : last + LINUX_SPACING_US
    }
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
/** Linux 6.1, `drivers/net/bonding/bond_3ad.c`: three ticks of 100 ms between two LACPDUs. */
const LINUX_SPACING_US = 300_000
const NOTHING: readonly number[] = []
