import { forward, learn } from '../protocol/bridge/bridge.ts'
import { isCollecting } from '../protocol/lacp/system.ts'
import { deliverCopy, loseCopy } from './probes.ts'
import { learnedHere } from './tellPeer.ts'
import type { Frame, Simulator } from './state.ts'
import { watchForStorm } from './storm.ts'
import { transmit } from './wire.ts'

type DataFrame = Frame & { kind: 'data' }
type ControlFrame = Frame & { kind: 'keepalive' | 'peer' }

/** Why a device does nothing with a frame. */
export const NOT_COLLECTING = 'the port does not collect'
export const NOT_FOR_IT = 'it is for another device'

const OUT: number[] = []

/** A host sends a frame: over a member of its bond by hash, or over its first port that has carrier. */
export function sendFromHost(sim: Simulator, frame: DataFrame): void {
  const host = sim.plan.devices[frame.source]
  const direction = sim.plan.directions[frame.probe.direction]
  const state = sim.devices[frame.source]
  if (!host || !direction || !state?.power || state.health === 'frozen') {
    loseCopy(sim, frame.probe)
    return
  }
  const lag = host.lags[0]
  const members =
    lag === undefined ? host.ports.filter((port) => sim.ports[port]?.carrier) : (sim.lags[lag]?.distributing ?? [])
  const port = lag === undefined ? members[0] : members[direction.hostHash % members.length]
  if (port === undefined) loseCopy(sim, frame.probe)
  else sendData(sim, port, frame)
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
  const { bridge } = device
  const from = bridge?.ports[port.bridgePort]
  const direction = sim.plan.directions[frame.probe.direction]
  if (!bridge || !from || !direction || !from.up) return discard(sim, frame, 'the port is down')
  if (!from.vlans.has(direction.vlan)) return discard(sim, frame, 'the port does not carry the VLAN')
  const news = from.learns ? learn(bridge, from, frame.source, direction.vlan, sim.now) : null
  if (news !== null) learnedHere(sim, port.device, frame.source, direction.vlan, news.bond)
  if (!from.forwards) return discard(sim, frame, 'the port is blocked by spanning tree')
  forward(bridge, from, frame.destination, direction.vlan, sim.now, OUT)
  frame.probe.copies += OUT.length - 1
  if (OUT.length === 0) {
    frame.probe.copies += 1
    return discard(sim, frame, 'no port to send it to')
  }
  const outs = OUT.length === 1 ? OUT : [...OUT]
  for (const out of outs) {
    const target = egressPort(sim, port.device, out, direction.switchHash)
    if (target === null) loseCopy(sim, frame.probe)
    else sendData(sim, target, frame)
  }
  return null
}

function discard(sim: Simulator, { probe }: DataFrame, reason: string): string {
  loseCopy(sim, probe)
  return reason
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
    const target = egressPort(sim, port.device, out, 0)
    if (target !== null) transmit(sim, target, frame)
  }
}

/** The physical port by which a frame leaves a bridged interface. */
export function egressPort(sim: Simulator, device: number, bridgePort: number, hash: number): number | null {
  const plan = sim.plan.devices[device]?.bridgePorts[bridgePort]
  if (plan === undefined) return null
  if (plan.lag < 0) return plan.port
  const members = sim.lags[plan.lag]?.distributing ?? []
  return members[hash % members.length] ?? null
}

/** The port takes data frames: alone on its own, in a port-channel while it collects. */
export function collects(sim: Simulator, portIndex: number): boolean {
  const port = sim.plan.ports[portIndex]
  if (!port || port.lag < 0) return true
  const lacp = sim.devices[port.device]?.lacp.ports.get(String(portIndex))
  return lacp === undefined ? (sim.ports[portIndex]?.carrier ?? false) : isCollecting(lacp)
}

function sendData(sim: Simulator, port: number, frame: DataFrame): void {
  const link = sim.plan.ports[port]?.link ?? -1
  const sent = { ...frame, path: { link, before: frame.path, hops: (frame.path?.hops ?? 0) + 1 } }
  watchForStorm(sim, sent)
  transmit(sim, port, sent)
}
