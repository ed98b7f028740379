import type { BridgeId } from './bpdu.ts'
import { start } from './timers.ts'
import type { RstpBridge, RstpPort, Times, Vector } from './types.ts'

/** All that a second switch needs to go on with a bridge's spanning tree as if nothing had happened. */
export interface RstpReplica {
  readonly id: BridgeId
  readonly ports: readonly RstpPort[]
  readonly rootVector: Vector
  readonly rootTimes: Times
  readonly rootPort: number | null
}

/** A copy that later changes of the bridge do not touch. */
export function replicaOf({ config, ports, rootVector, rootTimes, rootPort }: RstpBridge): RstpReplica {
  return { id: config.id, ports: [...ports.values()].map(copied), rootVector, rootTimes, rootPort }
}

/** The bridge becomes what the replica says. */
export function adopt(bridge: RstpBridge, { id, ports, rootVector, rootTimes, rootPort }: RstpReplica): void {
  bridge.config = { ...bridge.config, id }
  for (const port of ports) if (bridge.ports.has(port.config.number)) bridge.ports.set(port.config.number, copied(port))
  Object.assign(bridge, { rootVector, rootTimes, rootPort })
  for (const set of [bridge.dirty, bridge.toSend, bridge.flushes]) set.clear()
  bridge.before.clear()
}

/**
 * Takes over from a replica: deadlines are absolute and go on, but hellos were not followed. What neighbours last said
 * counts as just heard, and hellos go out at once.
 */
export function resume(bridge: RstpBridge, now: number): void {
  for (const [number, port] of bridge.ports) {
    if (port.infoIs === 'received') start(port, 'rcvd-info', 3 * port.portTimes.helloTime, now)
    port.timers.hello = null
    bridge.toSend.add(number)
  }
}

function copied(port: RstpPort): RstpPort {
  return { ...port, timers: { ...port.timers }, counters: { ...port.counters } }
}
