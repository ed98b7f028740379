import type { Draft } from './copy.ts'
import { isSilent, periodAgain } from './periodic.ts'
import { bringsNews, partnerTimeoutUs } from './receive.ts'
import { isOnlyPeriodicDue } from './timers.ts'
import type { LacpCounters, Lacpdu, LacpPort, LacpTimers } from './types.ts'

/*
 * The two things that happen to a port at rest over and over: it hears what it knows already, and its period is over.
 * Nearly every event of a run is one of them, so they are done in place: a copy of the port each time would be most of
 * what a run costs. The machines come to the same, which a test holds. Only for ports that nobody but the caller holds.
 */

/** Takes a LACPDU that only restarts the timer. False, with the port untouched, where the machine has more to do. */
export function hearAgain(port: LacpPort, pdu: Lacpdu, now: number): boolean {
  // What the TLVs of version 2 say is not compared here.
  if (port.rx !== 'current' || port.lacpVersion === 2 || bringsNews(port, pdu)) return false
  const running = port.timers['current-while']
  const until = now + partnerTimeoutUs(port)
  // After a change of rate the deadline may come nearer, for which the caller needs a new wake-up.
  if (running === null || until < running) return false
  const timers: Draft<LacpTimers> = port.timers
  timers['current-while'] = until
  const counters: Draft<LacpCounters> = port.counters
  counters.lacpdusRx += 1
  return true
}

/** Takes the end of a period that is followed by one like it. False where another timer or the rate has a say. */
export function speakAgain(port: Draft<LacpPort>, now: number): boolean {
  if (!isOnlyPeriodicDue(port, now) || isSilent(port)) return false
  const period = periodAgain(port)
  if (period === null) return false
  const timers: Draft<LacpTimers> = port.timers
  timers.periodic = now + period
  port.ntt = true
  return true
}
