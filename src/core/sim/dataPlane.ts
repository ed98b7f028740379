import { forward, learn, type Bridge, type BridgePort } from '../protocol/bridge/bridge.ts'
import { isCollecting } from '../protocol/lacp/system.ts'
import { loaderHears, loaderSends } from './bootLoader.ts'
import { bridgePortOf } from './bridgePortOf.ts'
import { egressPort, memberFor, sendData } from './egress.ts'
import { countFlood } from './loads.ts'
import { deliverCopy, loseCopy } from './probes.ts'
import { answersFor, isForRouter, route, sendFromGateway, unrouted } from './routing.ts'
import { learnedHere } from './tellPeer.ts'
import type { Hashes, PlanPort } from './plan.ts'
import type { Frame } from './wireFrames.ts'
import type { Simulator } from './state.ts'
import { watchForStorm } from './storm.ts'
import { watchMoves } from './moves.ts'
import { transmit } from './wire.ts'

type DataFrame = Frame & { kind: 'data' }
type ArpFrame = Frame & { kind: 'arp' }
type ControlFrame = Frame & { kind: 'keepalive' | 'peer' }

/** Why a device does nothing with a frame. */
export const NOT_COLLECTING = 'the port does not collect'
export const NOT_FOR_IT = 'it is for another device'
const NOWHERE = 'no port to send it to'
/** Says where a probe was lost only when no copy of it was lost on its way. */
const ASTRAY = 'it was flooded, and nobody whom it reached is its receiver'

const OUT: number[] = []

/** A flow's end sends a frame: a host over a member of its bond by hash, or over its first port that has carrier. */
export function sendFromHost(sim: Simulator, frame: DataFrame): void {
  const sender = sim.plan.devices[frame.source]
  if (sender === undefined || sender.kind === 'router') {
    sendFromGateway(sim, frame)
    return
  }
  loaderSends(sim, frame.source)
  const port = hostPort(sim, frame.source, sim.plan.directions[frame.probe.direction]?.hashes)
  if (port === undefined) loseCopy(sim, frame.probe, { path: null, why: 'its host has no port to send it by' })
  else sendData(sim, port, frame)
}

/** The sending host of a flow direction asks for the address of the receiving one. Nothing rests on the answer here. */
export function askForAddress(sim: Simulator, index: number): void {
  const direction = sim.plan.directions[index]
  const port = direction && hostPort(sim, direction.from, direction.arpHashes)
  if (!direction || port === undefined) return
  const { from: source, hop: target } = direction
  const flood = { copies: 1 }
  sendArp(sim, port, { kind: 'arp', source, target, answer: false, direction: index, flood, path: null })
}

/** A frame with a host's address, from another place than the host. */
export function sendAstray(sim: Simulator, at: number, source: number, index: number): void {
  const direction = sim.plan.directions[index]
  const port = direction && hostPort(sim, at, direction.arpHashes)
  if (port === undefined) return
  const flood = { copies: 1 }
  sendArp(sim, port, { kind: 'arp', source, target: source, answer: false, direction: index, flood, path: null })
}

function hostPort(sim: Simulator, source: number, hashes: Hashes | undefined): number | undefined {
  const host = sim.plan.devices[source]
  if (host?.kind !== 'host') return undefined
  const state = sim.devices[source]
  if (!hashes || !state?.power || state.health === 'frozen') return undefined
  const lag = host.lags[0]
  if (lag === undefined) return host.ports.find((port) => sim.ports[port]?.carrier)
  return memberFor(sim, lag, hashes)
}

/** Returns why the frame went no further, null when it did. */
export function receiveData(sim: Simulator, portIndex: number, frame: DataFrame): string | null {
  const port = sim.plan.ports[portIndex]
  const device = port && sim.devices[port.device]
  if (!port || !device || !collects(sim, portIndex)) return discard(sim, frame, NOT_COLLECTING)
  const plan = sim.plan.devices[port.device]
  const { destination, source, vlan } = frame
  if (plan?.kind === 'host') {
    if (destination !== port.device) return discard(sim, frame, NOT_FOR_IT)
    loaderHears(sim, portIndex)
    deliverCopy(sim, frame)
    return null
  }
  if (plan === undefined || plan.uplinks.includes(portIndex) || isForPeering(sim, port, frame))
    return destination === port.device ? routeOn(sim, port.device, null, frame) : discard(sim, frame, NOT_FOR_IT)
  const admitted = admit(sim, port, source, vlan)
  if (typeof admitted === 'string') return discard(sim, frame, admitted)
  const { bridge, from } = admitted
  if (isForRouter(sim, plan, destination, vlan)) return routeOn(sim, port.device, from, frame)
  const aside = unrouted(sim, plan, destination)
  if (aside && (from.peerLink || !bridge.ports[bridge.peerLink]?.up))
    return discard(sim, frame, 'no VLAN interface is up that routes it')
  const outs = aside ? [bridge.peerLink] : bridged(sim, port.device, bridge, from, destination, vlan)
  if (outs.length === 0) return discard(sim, frame, NOWHERE)
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
  const plan = sim.plan.devices[port.device]
  if (plan?.kind === 'host') {
    if (frame.target !== port.device) return NOT_FOR_IT
    loaderHears(sim, portIndex)
    return null
  }
  const vlan = sim.plan.directions[frame.direction]?.vlan
  if (plan === undefined || vlan === undefined) return NOT_FOR_IT
  const admitted = admit(sim, port, frame.source, vlan)
  if (typeof admitted === 'string') return admitted
  const { bridge, from } = admitted
  if (!frame.answer && answersFor(sim, plan, frame.target, vlan, from)) {
    const { target: source, source: target, direction } = frame
    sendArp(sim, portIndex, { kind: 'arp', source, target, answer: true, direction, flood: { copies: 1 }, path: null })
  }
  const outs = bridged(sim, port.device, bridge, from, frame.answer ? frame.target : BROADCAST, vlan)
  if (outs.length === 0) return NOWHERE
  const hashes = sim.plan.directions[frame.direction]?.arpHashes ?? null
  for (const out of outs) {
    const target = egressPort(sim, port.device, out, hashes)
    if (target === null) continue
    flood.copies += 1
    sendArp(sim, target, frame)
  }
  return null
}

/** What the peer routes without an uplink of its own: in the VLAN of the two, over the peer-link. */
function isForPeering(sim: Simulator, port: PlanPort, frame: DataFrame): boolean {
  const domain = sim.plan.domains[sim.plan.devices[port.device]?.domain ?? -1]
  return domain !== undefined && frame.vlan === domain.peeringVlan && frame.source === otherOf(sim, port.device)
}

function otherOf(sim: Simulator, device: number): number {
  return sim.plan.devices[device]?.otherPeer ?? -1
}

function routeOn(sim: Simulator, device: number, from: BridgePort | null, frame: DataFrame): string | null {
  const why = route(sim, device, from, frame)
  return why === null ? null : discard(sim, frame, why)
}

/** Takes a frame into the bridge and learns its source; or says why it goes no further. */
function admit(
  sim: Simulator,
  port: PlanPort,
  source: number,
  vlan: number,
): { readonly bridge: Bridge; readonly from: BridgePort } | string {
  const bridge = sim.devices[port.device]?.bridge
  const from = bridge?.ports[bridgePortOf(sim, port)]
  if (!bridge || !from?.up) return 'the port is down'
  if (!from.vlans.has(vlan)) return 'the port does not carry the VLAN'
  // A router's own addresses are no table entries on it and its peer.
  const router = source >= sim.plan.devices.length || source === port.device || source === otherOf(sim, port.device)
  const skip = router && sim.plan.devices[port.device]?.domain !== -1
  if (sim.devices[port.device]?.moves && !skip) watchMoves(sim, port.device, from, source, vlan)
  const news = from.learns && !skip ? learn(bridge, from, source, vlan, sim.now) : null
  if (news !== null) learnedHere(sim, port.device, source, vlan, news.bond)
  return from.forwards ? { bridge, from } : 'the port is blocked by spanning tree'
}

/** Bridge ports by which a frame leaves. */
function bridged(
  sim: Simulator,
  device: number,
  bridge: Bridge,
  from: BridgePort,
  destination: number,
  vlan: number,
): readonly number[] {
  if (forward(bridge, from, destination, vlan, sim.now, OUT) && destination !== BROADCAST) countFlood(sim, device)
  return OUT.length < 2 ? OUT : [...OUT]
}

function discard(sim: Simulator, { probe, path }: DataFrame, why: string): string {
  loseCopy(sim, probe, why === NOT_FOR_IT ? (probe.loss ?? { path, why: ASTRAY }) : { path, why })
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

function sendArp(sim: Simulator, port: number, frame: ArpFrame): void {
  const link = sim.ports[port]?.cable?.link ?? -1
  const path = { link, before: frame.path, hops: (frame.path?.hops ?? 0) + 1 }
  watchForStorm(sim, path, frame.flood.copies)
  transmit(sim, port, { ...frame, path })
}

/** No device has this number, so no table ever holds it. */
const BROADCAST = -1
