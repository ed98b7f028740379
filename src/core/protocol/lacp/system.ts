import { addTo } from './bag.ts'
import type { Bag } from './bag.ts'
import { actorChurn, partnerChurn } from './churn.ts'
import { counted, draftOf } from './copy.ts'
import { isCollecting, isDistributing, mux } from './mux.ts'
import { periodic } from './periodic.ts'
import { begin, withActor } from './port.ts'
import type { NewPort } from './port.ts'
import { receive } from './receive.ts'
import { runPort, settleLag } from './settle.ts'
import { addLag, addPort, concernsLag, createLacpSystem, markDirty, portOf, put } from './store.ts'
import { hearAgain, speakAgain } from './steady.ts'
import { isDue, nextDeadline, withTimer } from './timers.ts'
import { transmit } from './transmit.ts'
import type { LacpEffect, LacpInput, LacpPort, LacpSystem, LacpTimer, Lacpdu } from './types.ts'

export { addLag, addPort, createLacpSystem, isCollecting, isDistributing, nextDeadline }
export { distributingPorts, isLagOperational, portOf, portsOf } from './store.ts'
export type { NewPort }

/**
 * Feeds one input to the receive machine of a port and marks the port for `lacpSettle`. Call order within one instant:
 * every input (frames before timers), then `lacpSettle`, then `lacpTransmit`. False: neither of the two has anything to
 * do because of it.
 */
export function lacpInput(system: LacpSystem, portId: string, input: LacpInput, now: number): boolean {
  const before = portOf(system, portId)
  if (input.type === 'lacpdu' && system.remembering.size === 0 && hearAgain(before, input.pdu, now)) return false
  if (input.type === 'timers' && speakAgain(before, now)) {
    addTo(system.touched, portId)
    // What waits to be settled sends first.
    if (system.dirty.size > 0) markDirty(system, before)
    else if (before.timers['tx-limit'] === null) addTo(system.toSend, portId)
    return true
  }
  markDirty(system, before)
  const after = step(before, input, now)
  put(system, before, after)
  if (input.type === 'lacpdu' && after.rx === 'current' && system.remembering.size > 0)
    forgetMoved(system, after, input.pdu, now)
  return true
}

/** Lets the machines of the touched ports, and of the ports they share a lag with, run until nothing changes any more. */
export function lacpSettle(system: LacpSystem, now: number, out: Bag<LacpEffect>): boolean {
  const { dirty, dirtyLags } = system
  if (dirty.size === 0 && dirtyLags.size === 0) return false
  let isResting = dirtyLags.size === 0
  for (let at = 0; at < dirty.size; at += 1) {
    const before = dirty.items[at]
    if (before === undefined) break
    const port = portOf(system, before.id)
    // What only restarted timers or counted has left every machine at rest.
    if (isVisible(before, port)) {
      put(system, port, runPort(port, now))
      isResting = false
    }
  }
  if (dirtyLags.size > 0) {
    for (const lagId of dirtyLags) settleLag(system, lagId, now)
    dirtyLags.clear()
  }
  let changed = false
  for (let at = 0; at < dirty.size; at += 1) {
    const before = dirty.items[at]
    if (before === undefined) break
    const after = portOf(system, before.id)
    if (after.ntt && after.timers['tx-limit'] === null) addTo(system.toSend, before.id)
    if (isResting || !isVisible(before, after)) continue
    addTo(out, { do: 'changed', before, after })
    changed = true
  }
  dirty.size = 0
  return changed
}

/** Sends at most one LACPDU from every port whose NTT is pending, as far as the rate limit allows. */
export function lacpTransmit(system: LacpSystem, now: number, out: Bag<LacpEffect>): void {
  const { toSend } = system
  for (let at = 0; at < toSend.size; at += 1) {
    const id = toSend.items[at]
    if (id === undefined) break
    const sent = transmit(portOf(system, id), now)
    addTo(system.touched, id)
    if (sent !== null) addTo(out, sent)
  }
  toSend.size = 0
}

function step(port: LacpPort, input: LacpInput, now: number): LacpPort {
  switch (input.type) {
    case 'port-enabled':
      if (port.portEnabled === input.enabled) return port
      return receive({ ...port, portEnabled: input.enabled }, CHECK, now)
    case 'lacp-enabled':
      if (port.lacpEnabled === input.enabled) return port
      return receive({ ...port, lacpEnabled: input.enabled }, CHECK, now)
    case 'lacpdu': {
      const after = receive(port, input, now)
      // CURRENT counts; a LACPDU that is discarded is counted all the same.
      if (after === port) return { ...port, counters: counted(port.counters, 'lacpdusRx') }
      if (port.habits === 'standard' || port.rx === 'current') return after
      return partnerChurn(actorChurn(after, 'heard', now), 'heard', now)
    }
    case 'timers':
      return takeTimers(port, now)
    case 'actor':
      return withActor(port, input.actor)
    case 'partner-admin':
      return receive({ ...port, partnerAdmin: input.partnerAdmin }, { type: 'partner-admin-changed' }, now)
    case 'begin':
      return begin(port, now)
  }
}

/** Takes every timer whose deadline has come, in the order in which the machines run. */
function takeTimers(from: LacpPort, now: number): LacpPort {
  let port = from
  if (isDue(port, 'current-while', now))
    port = receive(stop(port, 'current-while'), { type: 'current-while-expired' }, now)
  if (isDue(port, 'wait-while', now)) port = { ...stop(port, 'wait-while'), readyN: true }
  // The machine itself starts the timer anew.
  if (isDue(port, 'periodic', now)) port = periodic(port, 'periodic-expired', now)
  if (isDue(port, 'actor-churn', now)) port = actorChurn(stop(port, 'actor-churn'), 'churn-expired', now)
  if (isDue(port, 'partner-churn', now)) port = partnerChurn(stop(port, 'partner-churn'), 'churn-expired', now)
  if (isDue(port, 'wait-to-restore', now)) port = mux(stop(port, 'wait-to-restore'), 'wait-to-restore-expired', now)
  if (isDue(port, 'tx-limit', now)) port = stop(port, 'tx-limit')
  return port
}

function stop(port: LacpPort, timer: LacpTimer): LacpPort {
  const stopped = draftOf(port)
  stopped.timers = withTimer(port.timers, timer, null)
  return stopped
}

/** port_moved: a partner that now speaks on this port is forgotten by the disabled port that still holds it. */
function forgetMoved(system: LacpSystem, port: LacpPort, pdu: Lacpdu, now: number): void {
  for (const id of system.remembering) {
    const held = portOf(system, id)
    if (id === port.id || held.partner.system !== pdu.actor.system || held.partner.port !== pdu.actor.port) continue
    markDirty(system, held)
    put(system, held, receive({ ...held, portMoved: true }, CHECK, now))
  }
}

/** Whether anything but timers and counters changed. */
function isVisible(before: LacpPort, after: LacpPort): boolean {
  if (before === after) return false
  return (
    concernsLag(before, after) ||
    before.periodic !== after.periodic ||
    before.aggregator !== after.aggregator ||
    before.actorChurn !== after.actorChurn ||
    before.partnerChurn !== after.partnerChurn
  )
}

const CHECK = { type: 'check' } as const
