import { addTo, createBag } from './bag.ts'
import { has, sameIdentity } from './identity.ts'
import { isDistributing } from './mux.ts'
import { newPort } from './port.ts'
import type { NewPort } from './port.ts'
import { BIT } from './types.ts'
import type { LacpLag, LacpPort, LacpSystem } from './types.ts'

/** An LACP entity without ports. */
export function createLacpSystem(): LacpSystem {
  return {
    lags: new Map(),
    ports: new Map(),
    members: new Map(),
    dirty: createBag(),
    dirtyLags: new Set(),
    toSend: createBag(),
    remembering: new Set(),
    touched: createBag(),
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
  addTo(system.touched, port.id)
}

/** The port of that id. Throws for an id that was never added. */
export function portOf(system: LacpSystem, id: string): LacpPort {
  const port = system.ports.get(id)
  if (port === undefined) throw new Error(`Unknown LACP port ${id}`)
  return port
}

/** The ports of a lag in order of addition. */
export function portsOf(system: LacpSystem, lagId: string): readonly LacpPort[] {
  return (system.members.get(lagId) ?? []).map((id) => portOf(system, id))
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

/** Puts a new value of a port in the place of the previous one and notes what it means for others. */
export function put(system: LacpSystem, before: LacpPort, after: LacpPort): void {
  if (before === after) return
  system.ports.set(after.id, after)
  addTo(system.touched, after.id)
  if (concernsLag(before, after)) system.dirtyLags.add(after.lag)
  if (before.rx !== 'port-disabled' && after.rx !== 'port-disabled') return
  if (after.rx === 'port-disabled' && !has(after.actor, BIT.defaulted)) system.remembering.add(after.id)
  else system.remembering.delete(after.id)
}

/** Notes that the port has to be settled; `port` is its value before the first change. */
export function markDirty(system: LacpSystem, port: LacpPort): void {
  const { dirty } = system
  for (let at = 0; at < dirty.size; at += 1) if (dirty.items[at]?.id === port.id) return
  addTo(dirty, port)
}

/** Whether selection or another port's Ready could come out differently. */
export function concernsLag(before: LacpPort, after: LacpPort): boolean {
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
