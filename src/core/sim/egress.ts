import type { Hashes } from './plan.ts'
import type { Frame } from './wireFrames.ts'
import type { Simulator } from './state.ts'
import { watchForStorm } from './storm.ts'
import { transmit } from './wire.ts'

/** The physical port by which a frame leaves a bridged interface; without hashes, the first member. */
export function egressPort(sim: Simulator, device: number, bridgePort: number, hashes: Hashes | null): number | null {
  const plan = sim.plan.devices[device]?.bridgePorts[bridgePort]
  if (plan === undefined) return null
  if (plan.lag < 0) return plan.port
  return memberFor(sim, plan.lag, hashes) ?? null
}

/** The member of a link aggregation that a frame leaves by: its hash, modulo those that distribute now. */
export function memberFor(sim: Simulator, lag: number, hashes: Hashes | null): number | undefined {
  const members = sim.lags[lag]?.distributing ?? []
  const policy = sim.plan.lags[lag]?.hash
  return members[(hashes === null || policy === undefined ? 0 : hashes[policy]) % members.length]
}

/** Puts a probe's frame on the cable at a port and notes the cable. */
export function sendData(sim: Simulator, port: number, frame: Frame & { kind: 'data' }): void {
  const link = sim.ports[port]?.cable?.link ?? -1
  const path = { link, before: frame.path, hops: (frame.path?.hops ?? 0) + 1 }
  watchForStorm(sim, path, frame.probe.copies)
  transmit(sim, port, { ...frame, path })
}
