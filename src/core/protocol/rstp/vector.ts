import type { BridgeId } from './bpdu.ts'
import type { BridgeConfig, Times, Vector } from './types.ts'

/** Below zero: `a` is better. */
export function compareBridges(a: BridgeId, b: BridgeId): number {
  if (a.priority !== b.priority) return a.priority - b.priority
  return a.mac < b.mac ? -1 : a.mac > b.mac ? 1 : 0
}

/** Below zero: `a` is better. Source: IEEE 802.1D-2004, 17.5 and 17.6, as open implementations report it. */
export function compareVectors(a: Vector, b: Vector): number {
  return compareBridges(a.root, b.root) || a.cost - b.cost || compareBridges(a.bridge, b.bridge) || a.port - b.port
}

/** Sent by the same designated port, whatever it says now: such a message replaces what it said before. */
export function sameSender(a: Vector, b: Vector): boolean {
  return a.bridge.mac === b.bridge.mac && numberOf(a.port) === numberOf(b.port)
}

export function sameTimes(a: Times, b: Times): boolean {
  return (
    a.messageAge === b.messageAge &&
    a.maxAge === b.maxAge &&
    a.helloTime === b.helloTime &&
    a.forwardDelay === b.forwardDelay
  )
}

/** 16-bit port id. */
export function portId(priority: number, number: number): number {
  return ((priority & 0xf0) << 8) | (number & 0x0fff)
}

/** Port number of a port id. */
export function numberOf(id: number): number {
  return id & 0x0fff
}

/**
 * Recommended path cost of a link or a link aggregation as a whole. Source: IEEE 802.1D-2004, table 17-3: 20 000 000
 * divided by the speed in Mbit/s.
 */
export function pathCost(speedGbps: number): number {
  return Math.max(1, Math.min(200_000_000, Math.round(20_000 / speedGbps)))
}

/** What a bridge says while it takes itself for the root. */
export function ownVector({ id }: BridgeConfig, port: number): Vector {
  return { root: id, cost: 0, bridge: id, port }
}

export function ownTimes({ helloTime, forwardDelay, maxAge }: BridgeConfig): Times {
  return { messageAge: 0, maxAge, helloTime, forwardDelay }
}
