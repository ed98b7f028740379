import { forward, learn } from '../protocol/bridge/bridge.ts'
import { isCollecting } from '../protocol/lacp/system.ts'
import { bridgePortOf } from './bridgePortOf.ts'
import { countFlood } from './loads.ts'
import { deliverCopy, loseCopy } from './probes.ts'
import { learnedHere } from './tellPeer.ts'
import type { Hashes } from './plan.ts'
import type { Frame, Simulator } from './state.ts'
import { watchForStorm } from './storm.ts'
import { transmit } from './wire.ts'

type DataFrame = Frame & { kind: 'data' }
type ArpFrame = Frame & { kind: 'arp' }
type ControlFrame = Frame & { kind: 'keepalive' | 'peer' }

/** Why a device does nothing with a frame. */
export const NOT_COLLECTING = 'the port does not collect'
export const NOT_FOR_IT = 'it is for another device'

const OUT: number[] = []

/** A host sends a frame: over a member of its bond by hash, or over its first port that has carrier. */
export function sendFromHost(sim: Simulator, frame: DataFrame): void {
  const port = hostPort(sim, frame.source, sim.plan.directions[frame.probe.direction]?.hashes)
  if (port === undefined) loseCopy(sim, frame.probe, { path: null, why: 'its host has no port to send it by' })
  else sendData(sim, port, frame)
}

/** The sending host of a flow direction asks for the address of the receiving one. Nothing rests on the answer here. */
export function askForAddress(sim: Simulator, index: number): void {
  const direction = sim.plan.directions[index]
  const port = direction && hostPort(sim, direction.from, direction.arpHashes)
  if (!direction || port === undefined) return
  const { from: source, to: target } = direction
  sendArp(sim, port, { kind: 'arp', source, target, direction: index, flood: { copies: 1 }, path: null })
}

function hostPort(sim: Simulator, source: number, hashes: Hashes | undefined): number | undefined {
  const host = sim.plan.devices[source]
  const state = sim.devices[source]
  if (!host || !hashes || !state?.power || state.health === 'frozen') return undefined
  const lag = host.lags[0]
  if (lag === undefined) return host.ports.find((port) => sim.ports[port]?.carrier)
  return memberFor(sim, lag, hashes)
}

/** The member of a link aggregation that a frame leaves by: its hash, modulo those that distribute now. */
function memberFor(sim: Simulator, lag: number, hashes: Hashes | null): number | undefined {
  const members = sim.lags[lag]?.distributing ?? []
  const policy = sim.plan.lags[lag]?.hash
  return members[(hashes === null || policy === undefined ? 0 : hashes[policy]) % members.length]
}

/** Returns why the frame went no further, null when it did. */
export function receiveData(sim: Simulator, portIndex: number, frame: DataFrame): string | null {
  const port = sim.plan.ports[portIndex]
  const device = port && sim.devices[port.device]
  if (!port || !device || !collects(sim, portIndex)) return discard(sim, frame, NOT_COLLECTING)
  if (sim.plan.devices[port.device]?.kind === 'host') {
    if (frame.destination !== port.device) return discard(sim, frame, NOT_FOR_IT)
    deliverCopy(sim, frame)
    return null
  }
  const outs = bridged(sim, portIndex, frame.source, frame.destination, frame.probe.direction)
  if (typeof outs === 'string') return discard(sim, frame, outs)
  frame.probe.copies += outs.length - 1
  const hashes = sim.plan.directions[frame.probe.direction]?.hashes ?? null
  for (const out of outs) {
    const target = egressPort(sim, port.device, out, hashes)
    if (target === null) loseCopy(sim, frame.probe, { path: frame.path, why: 'no member of the port-channel sends' })
    else sendData(sim, target, frame)
  }
  return null
}

/** Returns why the frame went no further, null when it did. */
export function receiveArp(sim: Simulator, portIndex: number, frame: ArpFrame): string | null {
  const { flood } = frame
  flood.copies -= 1
  const port = sim.plan.ports[portIndex]
  if (!port || !collects(sim, portIndex)) return NOT_COLLECTING
  if (sim.plan.devices[port.device]?.kind === 'host') return frame.target === port.device ? null : NOT_FOR_IT
  const outs = bridged(sim, portIndex, frame.source, BROADCAST, frame.direction)
  if (typeof outs === 'string') return outs
  const hashes = sim.plan.directions[frame.direction]?.arpHashes ?? null
  for (const out of outs) {
    const target = egressPort(sim, port.device, out, hashes)
    if (target === null) continue
    flood.copies += 1
    sendArp(sim, target, frame)
  }
  return null
}

/** Takes a frame into the bridge: bridge ports by which it leaves, or why it goes no further. */
function bridged(
  sim: Simulator,
  portIndex: number,
  source: number,
  destination: number,
  index: number,
): readonly number[] | string {
  const port = sim.plan.ports[portIndex]
  const bridge = port && sim.devices[port.device]?.bridge
  const from = port && bridge?.ports[bridgePortOf(sim, port)]
  const vlan = sim.plan.directions[index]?.vlan
  if (!port || !bridge || !from?.up || vlan === undefined) return 'the port is down'
  if (!from.vlans.has(vlan)) return 'the port does not carry the VLAN'
  const news = from.learns ? learn(bridge, from, source, vlan, sim.now) : null
  if (news !== null) learnedHere(sim, port.device, source, vlan, news.bond)
  if (!from.forwards) return 'the port is blocked by spanning tree'
  if (forward(bridge, from, destination, vlan, sim.now, OUT) && destination !== BROADCAST) countFlood(sim, port.device)
  if (OUT.length === 0) return 'no port to send it to'
  return OUT.length === 1 ? OUT : [...OUT]
}

function discard(sim: Simulator, { probe, path }: DataFrame, why: string): string {
  loseCopy(sim, probe, why === NOT_FOR_IT ? null : { path, why })
  return why
}

/** Keepalives and sessions cross management switches like any frame; a peer takes what is meant for it. */
export function forwardControl(sim: Simulator, portIndex: number, frame: ControlFrame): void {
  const port = sim.plan.ports[portIndex]
  const bridge = port && sim.devices[port.device]?.bridge
  const from = port && bridge?.ports[port.bridgePort]
  if (!port || !bridge || !from?.forwards) return
  learn(bridge, from, frame.source, 0, sim.now)
  const outs: number[] = []
  forward(bridge, from, frame.destination, 0, sim.now, outs)
  for (const out of outs) {
    const target = egressPort(sim, port.device, out, null)
    if (target !== null) transmit(sim, target, frame)
  }
}

/** The physical port by which a frame leaves a bridged interface; without hashes, the first member. */
export function egressPort(sim: Simulator, device: number, bridgePort: number, hashes: Hashes | null): number | null {
  const plan = sim.plan.devices[device]?.bridgePorts[bridgePort]
  if (plan === undefined) return null
  if (plan.lag < 0) return plan.port
  return memberFor(sim, plan.lag, hashes) ?? null
}

/** The port takes data frames: alone on its own, in a port-channel while it collects. */
export function collects(sim: Simulator, portIndex: number): boolean {
  const port = sim.plan.ports[portIndex]
  if (!port || port.lag < 0) return true
  const lacp = sim.devices[port.device]?.lacp.ports.get(String(portIndex))
  const state = sim.ports[portIndex]
  if (lacp !== undefined) return isCollecting(lacp) || state?.fallback !== null
  const { netboot } = sim.plan.lags[port.lag]?.options ?? {}
  return netboot === true ? sim.lags[port.lag]?.distributing[0] === portIndex : (state?.carrier ?? false)
}

function sendData(sim: Simulator, port: number, frame: DataFrame): void {
  const link = sim.plan.ports[port]?.link ?? -1
  const path = { link, before: frame.path, hops: (frame.path?.hops ?? 0) + 1 }
  watchForStorm(sim, path, frame.probe.copies)
  transmit(sim, port, { ...frame, path })
}

function sendArp(sim: Simulator, port: number, frame: ArpFrame): void {
  const link = sim.plan.ports[port]?.link ?? -1
  const path = { link, before: frame.path, hops: (frame.path?.hops ?? 0) + 1 }
  watchForStorm(sim, path, frame.flood.copies)
  transmit(sim, port, { ...frame, path })
}

/** No device has this number, so no table ever holds it. */
const BROADCAST = -1
