import { actorChurn, partnerChurn } from './churn.ts'
import { has, sameIdentity } from './identity.ts'
import { isCollecting, isDistributing, mux } from './mux.ts'
import { periodic } from './periodic.ts'
import { begin, newPort, withActor } from './port.ts'
import type { NewPort } from './port.ts'
import { receive } from './receive.ts'
import { select } from './selection.ts'
import { isDue, nextDeadline, withTimer } from './timers.ts'
import { transmit } from './transmit.ts'
import { BIT } from './types.ts'
import type { LacpEffect, LacpInput, LacpLag, LacpPort, LacpSystem, Lacpdu } from './types.ts'

export { isCollecting, isDistributing, nextDeadline }
export type { NewPort }

/** An LACP entity without ports. */
export function createLacpSystem(): LacpSystem {
  return {
    lags: new Map(),
    ports: new Map(),
    members: new Map(),
    dirty: new Map(),
    dirtyLags: new Set(),
    toSend: new Set(),
    remembering: new Set(),
    touched: new Set(),
  }
}

/** Adds an aggregation, or replaces the options of one that exists. */
export function addLag(system: LacpSystem, lag: LacpLag): void {
  system.lags.set(lag.id, lag)
  if (!system.members.has(lag.id)) system.members.set(lag.id, [])
  system.dirtyLags.add(lag.id)
}

/** Adds a port at power-on, down. Its lag must have been added before. */
export function addPort(system: LacpSystem, from: NewPort, now = 0): void {
  const members = system.members.get(from.lag)
  if (members === undefined) throw new Error(`Port ${from.id} names the unknown lag ${from.lag}`)
  if (system.ports.has(from.id)) throw new Error(`Port ${from.id} was added twice`)
  const port = newPort(from, now)
  members.push(port.id)
  system.ports.set(port.id, port)
  system.touched.add(port.id)
}

/**
 * Feeds one input to the receive machine of a port and marks the port for `lacpSettle`. Call order within one instant:
 * every input (frames before timers), then `lacpSettle`, then `lacpTransmit`.
 */
export function lacpInput(system: LacpSystem, portId: string, input: LacpInput, now: number): void {
  const before = portOf(system, portId)
  markDirty(system, before)
  const after = step(before, input, now)
  put(system, before, after)
  if (input.type === 'lacpdu' && system.remembering.size > 0) forgetMoved(system, after, input.pdu, now)
}

/** Lets the machines of the touched ports, and of the ports they share a lag with, run until nothing changes any more. */
export function lacpSettle(system: LacpSystem, now: number, out: LacpEffect[]): boolean {
  if (system.dirty.size === 0 && system.dirtyLags.size === 0) return false
  for (const id of system.dirty.keys()) {
    const port = portOf(system, id)
    put(system, port, runPort(port, now))
  }
  for (const lagId of system.dirtyLags) settleLag(system, lagId, now)
  system.dirtyLags.clear()
  let changed = false
  for (const [id, before] of system.dirty) {
    const after = portOf(system, id)
    if (after.ntt && after.timers['tx-limit'] === null) system.toSend.add(id)
    if (!isVisible(before, after)) continue
    out.push({ do: 'changed', before, after })
    changed = true
  }
  system.dirty.clear()
  return changed
}

/** Sends at most one LACPDU from every port whose NTT is pending, as far as the rate limit allows. */
export function lacpTransmit(system: LacpSystem, now: number, out: LacpEffect[]): void {
  for (const id of system.toSend) {
    const before = portOf(system, id)
    const { port, pdu } = transmit(before, now)
    put(system, before, port)
    if (pdu !== null) out.push({ do: 'send-lacpdu', port: id, pdu })
  }
  system.toSend.clear()
}

/** Ports of a lag that distribute, in order of addition. */
export function distributingPorts(system: LacpSystem, lagId: string): readonly LacpPort[] {
  return portsOf(system, lagId).filter(isDistributing)
}

/** Whether the lag carries data: at least one port, and at least `minLinks` ports, distribute. */
export function isLagOperational(system: LacpSystem, lagId: string): boolean {
  const minLinks = system.lags.get(lagId)?.minLinks ?? 0
  return distributingPorts(system, lagId).length >= Math.max(1, minLinks)
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
      const counters = { ...port.counters, lacpdusRx: port.counters.lacpdusRx + 1 }
      return receive({ ...port, counters }, input, now)
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
  if (isDue(port, 'periodic', now)) port = periodic(stop(port, 'periodic'), 'periodic-expired', now)
  if (isDue(port, 'actor-churn', now)) port = actorChurn(stop(port, 'actor-churn'), 'churn-expired', now)
  if (isDue(port, 'partner-churn', now)) port = partnerChurn(stop(port, 'partner-churn'), 'churn-expired', now)
  if (isDue(port, 'tx-limit', now)) port = stop(port, 'tx-limit')
  return port
}

function stop(port: LacpPort, timer: keyof LacpPort['timers']): LacpPort {
  return { ...port, timers: withTimer(port.timers, timer, null) }
}

function settleLag(system: LacpSystem, lagId: string, now: number): void {
  const lag = system.lags.get(lagId)
  if (lag === undefined) throw new Error(`Unknown lag ${lagId}`)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = portsOf(system, lagId)
    const selected = select(lag, before).map((port) => mux(port, 'check', now))
    const after = selected.map((port) => runPort(isReady(port, selected) ? mux(port, 'ready', now) : port, now))
    let changed = false
    for (const [index, port] of after.entries()) {
      const old = before[index]
      if (old === undefined || old === port) continue
      markDirty(system, old)
      put(system, old, port)
      changed = true
    }
    if (!changed) return
  }
  throw new Error(`The LACP machines of lag ${lagId} do not come to rest`)
}

/** Mux, periodic and churn of one port on variables as they are. */
function runPort(port: LacpPort, now: number): LacpPort {
  const muxed = mux(port, 'check', now)
  const timed = periodic(muxed, 'check', now)
  return partnerChurn(actorChurn(timed, 'check', now), 'check', now)
}

/** Ready of the aggregator: all ports selected for it that still wait have waited long enough. */
function isReady(port: LacpPort, ports: readonly LacpPort[]): boolean {
  return (
    isWaiting(port) && ports.every((other) => !isWaiting(other) || other.readyN || other.aggregator !== port.aggregator)
  )
}

function isWaiting(port: LacpPort): boolean {
  return port.mux === 'waiting' && port.selected === 'selected'
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

function put(system: LacpSystem, before: LacpPort, after: LacpPort): void {
  if (before === after) return
  system.ports.set(after.id, after)
  system.touched.add(after.id)
  if (concernsLag(before, after)) system.dirtyLags.add(after.lag)
  if (before.rx !== 'port-disabled' && after.rx !== 'port-disabled') return
  if (after.rx === 'port-disabled' && !has(after.actor, BIT.defaulted)) system.remembering.add(after.id)
  else system.remembering.delete(after.id)
}

function markDirty(system: LacpSystem, port: LacpPort): void {
  if (!system.dirty.has(port.id)) system.dirty.set(port.id, port)
}

/** Whether selection or another port's Ready could come out differently. */
function concernsLag(before: LacpPort, after: LacpPort): boolean {
  return (
    before.selected !== after.selected ||
    before.mux !== after.mux ||
    before.rx !== after.rx ||
    before.readyN !== after.readyN ||
    before.portEnabled !== after.portEnabled ||
    before.lacpEnabled !== after.lacpEnabled ||
    before.partnerAdmin !== after.partnerAdmin ||
    !sameIdentity(before.actor, after.actor) ||
    !sameIdentity(before.partner, after.partner)
  )
}

/** Whether anything but timers and counters changed. */
function isVisible(before: LacpPort, after: LacpPort): boolean {
  return (
    concernsLag(before, after) ||
    before.periodic !== after.periodic ||
    before.aggregator !== after.aggregator ||
    before.actorChurn !== after.actorChurn ||
    before.partnerChurn !== after.partnerChurn
  )
}

function portOf(system: LacpSystem, id: string): LacpPort {
  const port = system.ports.get(id)
  if (port === undefined) throw new Error(`Unknown LACP port ${id}`)
  return port
}

/** The ports of a lag in order of addition. */
export function portsOf(system: LacpSystem, lagId: string): readonly LacpPort[] {
  return (system.members.get(lagId) ?? []).map((id) => portOf(system, id))
}

const CHECK = { type: 'check' } as const

// Each round moves at least one machine on; a lag that outgrows this has a table that runs in circles.
const MAX_ROUNDS = 100
