import { nextTime, scheduled } from './eventQueue.ts'
import { restartLoads } from './loads.ts'
import { restartCounting } from './probes.ts'
import { runUntil, startProbes } from './simulator.ts'
import type { Simulator } from './state.ts'
import { stpWaitsUntil } from './stpPorts.ts'

/** No design waits longer: the longest hold-down of a platform is minutes. */
const LIMIT_US = 3_600_000_000
/** How long nothing may have happened before the design counts as settled. */
const QUIET_US = 5_000_000
/** Probes before time zero, so that tables are filled and no first frame is lost. */
const WARM_UP_US = 1_000_000

export interface SettleResult {
  /** False: something was still pending at the limit. */
  readonly settled: boolean
}

/**
 * Runs a quiet design from power-on until nothing is pending, lets probes fill the tables, and calls that instant
 * time zero. The run starts with everything learned and nothing counted.
 */
export function settle(sim: Simulator): SettleResult {
  let settled = false
  while (!settled && sim.now < LIMIT_US && sim.storm === null) {
    runUntil(sim, Math.min(nextLook(sim), LIMIT_US))
    settled = isQuiet(sim)
    if (nextTime(sim.queue) === Number.POSITIVE_INFINITY) settled = true
  }
  startProbes(sim)
  runUntil(sim, sim.now + WARM_UP_US)
  startAtZero(sim)
  sim.settled = settled
  return { settled }
}

/** True when nothing has happened for a while and nothing is waited for. */
export function isQuiet(sim: Simulator): boolean {
  return nextWait(sim) === null && sim.now - lastChange(sim) >= QUIET_US
}

/** Engine time before which the run cannot have become quiet. */
export function nextLook(sim: Simulator): number {
  return Math.max(nextWait(sim) ?? 0, lastChange(sim) + QUIET_US, sim.now + 1)
}

/** The nearest named wait that will change forwarding: hold-downs, LACP waiting, detection windows. */
export function nextPending(sim: Simulator): number | null {
  const found: number[] = []
  for (const { at } of pendingTimers(sim)) found.push(at)
  return found.length === 0 ? null : Math.min(...found)
}

export interface PendingTimer {
  readonly name: string
  /** Engine time. */
  readonly at: number
}

/** Timers that a person waits for, with their names; periodic sending is not among them. */
export function pendingTimers(sim: Simulator): readonly PendingTimer[] {
  const timers: PendingTimer[] = []
  for (const [index, device] of sim.devices.entries()) {
    const name = sim.plan.devices[index]?.name ?? ''
    if (device.peer) {
      for (const [timer, label] of PEER_WAITS) {
        const at = device.peer.timers[timer]
        if (at !== null) timers.push({ name: `${label}, ${name}`, at })
      }
    }
    for (const port of sim.plan.devices[index]?.ports ?? []) {
      const plan = sim.plan.ports[port]
      const at = plan && sim.ports[port]?.carrier ? stpWaitsUntil(sim, plan) : null
      if (at !== null) timers.push({ name: `spanning tree, ${name} ${plan?.name ?? ''}`, at })
    }
    for (const port of device.lacp.ports.values()) {
      const where = `${name} ${sim.plan.ports[Number(port.id)]?.name ?? ''}`
      const waitWhile = port.timers['wait-while']
      if (waitWhile !== null) timers.push({ name: `LACP wait-while, ${where}`, at: waitWhile })
      const fallback = sim.ports[Number(port.id)]?.fallbackAt ?? null
      if (fallback !== null && fallback > sim.now) timers.push({ name: `LACP fallback, ${where}`, at: fallback })
      const restore = port.timers['wait-to-restore']
      if (restore !== null) timers.push({ name: `LACP wait-to-restore, ${where}`, at: restore })
      const current = port.timers['current-while']
      if (port.rx === 'expired' && current !== null)
        timers.push({ name: `LACP partner time-out, ${where}`, at: current })
    }
  }
  return timers.toSorted((a, b) => a.at - b.at)
}

/** What happens next when nobody waits for anything: the earliest time-out or periodic sending. */
export function nextRoutineTimer(sim: Simulator): PendingTimer | null {
  let found: PendingTimer | null = null
  for (const [index, device] of sim.devices.entries()) {
    const name = sim.plan.devices[index]?.name ?? ''
    for (const port of device.lacp.ports.values()) {
      const at = port.timers.periodic
      if (at === null || at <= sim.now || (found !== null && found.at <= at)) continue
      found = { name: `LACPDU, ${name} ${sim.plan.ports[Number(port.id)]?.name ?? ''}`, at }
    }
    const keepalive = device.peer?.timers['keepalive-send'] ?? null
    if (keepalive !== null && keepalive > sim.now && (found === null || keepalive < found.at)) {
      found = { name: `keepalive, ${name}`, at: keepalive }
    }
  }
  return found
}

/** As `nextPending`, with what is scheduled: commands, and what a failure does by itself, such as coming back. */
function nextWait(sim: Simulator): number | null {
  let first = nextPending(sim)
  for (const { at, event } of scheduled(sim.queue)) {
    if ((event.type === 'command' || event.type === 'phase') && (first === null || at < first)) first = at
  }
  return first
}

const PEER_WAITS = [
  ['keepalive-hold', 'keepalive hold-timeout'],
  ['keepalive-window', 'keepalive time-out'],
  ['peer-link-start', 'start of the peer-link'],
  ['split-system', 'LACP system of its own'],
  ['suspend-delay', 'delay before members go down'],
  ['member-restore', 'delay restore of members'],
  ['member-stagger', 'turn of the next member'],
  ['gateway-restore', 'delay restore of VLAN interfaces'],
  ['orphan-restore', 'delay restore of orphans'],
  ['peer-link-down', 'reaction to the lost peer-link'],
  ['solo-start', 'start without a peer'],
  ['dual-primary-detection', 'dual-primary detection'],
  ['consistency', 'comparison of parameters'],
] as const

function lastChange(sim: Simulator): number {
  return sim.marks.at(-1)?.at ?? 0
}

function startAtZero(sim: Simulator): void {
  sim.zero = sim.now
  // A storm before time zero ends the run: it stays the one thing to be told.
  const storm = sim.events.findLastIndex(({ kind }) => kind === 'storm')
  const [event, mark] = [sim.events[storm], sim.marks[storm]]
  sim.events.length = 0
  sim.marks.length = 0
  if (event && mark) {
    sim.events.push({ ...event, seq: 0, at: 0 })
    sim.marks.push({ ...mark, seq: 0 })
  }
  sim.frames.length = 0
  sim.hash.a = 0x811c9dc5
  sim.hash.b = 0xc2b2ae35
  for (const port of sim.ports) port.carrierLosses = 0
  for (const direction of sim.directions) restartCounting(direction)
  restartLoads(sim)
}
