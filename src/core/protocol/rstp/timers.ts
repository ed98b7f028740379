import { RSTP_TIMERS, type RstpBridge, type RstpPort, type RstpTimer } from './types.ts'

/** A timer that its role keeps at full length; it starts to run when the role ends. */
export const HELD = Number.MAX_SAFE_INTEGER

export function isRunning(port: RstpPort, timer: RstpTimer, now: number): boolean {
  const deadline = port.timers[timer]
  return deadline !== null && deadline > now
}

export function start(port: RstpPort, timer: RstpTimer, seconds: number, now: number): void {
  port.timers[timer] = seconds <= 0 ? null : now + Math.round(seconds * 1_000_000)
}

/** Earliest deadline of a port, null when none runs. */
export function portDeadline(port: RstpPort): number | null {
  let earliest = HELD
  for (const timer of RSTP_TIMERS) {
    const deadline = port.timers[timer]
    if (deadline !== null && deadline < earliest) earliest = deadline
  }
  return earliest === HELD ? null : earliest
}

/**
 * Time of a step without an agreement. Source: IEEE 802.1D-2004, 17.20.6 (forwardDelay), as open implementations
 * report it.
 */
export function stepDelay(bridge: RstpBridge, port: RstpPort): number {
  const { helloTime, forwardDelay } = port.designatedTimes
  return bridge.config.wait === 'standard' && port.sendRstp ? helloTime : forwardDelay
}

/** MigrateTime; also how long a point-to-point port waits for a BPDU before auto-edge takes it for an edge. */
export const MIGRATE_S = 3
