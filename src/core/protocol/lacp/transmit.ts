import type { Draft } from './copy.ts'
import { isSilent } from './periodic.ts'
import { FAST_PERIODIC_US, withTimer } from './timers.ts'
import type { LacpCounters, LacpPort, SendLacpdu } from './types.ts'

/**
 * Transmit machine: one LACPDU for a pending NTT, at most three within any Fast_Periodic_Time (version 2: within each
 * window of that length). When the budget is used up NTT stays pending and the tx-limit timer says when there is room.
 * The LACPDU carries the values of the moment it is sent; null where nothing is. A port that may not speak forgets its
 * NTT. With the habits of Linux LACPDUs are only spaced.
 *
 * A run does this for every period of every port. So the port is changed in place, for which only its owner may call
 * it, and what it said before is said again without making it anew.
 * Source: IEEE 802.1AX-2014, 6.4.16.
 */
export function transmit(port: Draft<LacpPort>, now: number): SendLacpdu | null {
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
  noteSent(port, recent, now)
  port.timers = withTimer(port.timers, 'tx-limit', null)
  const counters: Draft<LacpCounters> = port.counters
  counters.lacpdusTx += 1
  if (port.said === null || isOutdated(port.said, port)) port.said = saying(port)
  return port.said
}

function noteSent(port: Draft<LacpPort>, recent: readonly number[], now: number): void {
  if (recent.length > 0) port.sentAt = [...recent, now]
  else if (port.sentAt.length === 1) port.sentAt[0] = now
  else port.sentAt = [now]
}

/** The values of the port that go into a LACPDU are replaced when they change, never altered. */
function isOutdated({ pdu }: SendLacpdu, port: LacpPort): boolean {
  return pdu.actor !== port.actor || pdu.partner !== port.partner || pdu.version !== port.lacpVersion
}

function saying({ id, lacpVersion, actor, partner }: LacpPort): SendLacpdu {
  return { do: 'send-lacpdu', port: id, pdu: { version: lacpVersion, actor, partner, collectorMaxDelay: 0 } }
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
