import { forward, type BridgePort } from '../protocol/bridge/bridge.ts'
import { drifted } from './drifted.ts'
import { egressPort, sendData } from './egress.ts'
import { countFlood } from './loads.ts'
import type { PlanDevice, PlanDirection } from './plan.ts'
import { deliverCopy, loseCopy } from './probes.ts'
import type { Frame } from './wireFrames.ts'
import type { Simulator } from './state.ts'

type DataFrame = Frame & { kind: 'data' }

/**
 * Layer 3 as far as a gateway needs it: VLAN interfaces of a pair, a virtual address that both peers answer and forward
 * for, static equal-cost routes to uplinks that follow their carrier, and the way over the peer-link without one.
 */

/** The VLAN interface of a peer is up: a port that carries the VLAN is, and the pair protocol does not hold it. */
export function gatewayUp(sim: Simulator, index: number, vlan: number): boolean {
  const device = sim.plan.devices[index]
  const runtime = sim.devices[index]
  const domain = sim.plan.domains[device?.domain ?? -1]
  if (!runtime?.power || runtime.health === 'frozen' || !domain?.virtuals.has(vlan)) return false
  if (drifted(sim, index, 'vlan-interface')?.split(',').includes(String(vlan)) === false) return false
  return (
    runtime.peer?.gateways === null && (runtime.bridge?.ports.some(({ up, vlans }) => up && vlans.has(vlan)) ?? false)
  )
}

/** A switch routes frames to this address: its own, the virtual one of the VLAN, or its peer's where it may. */
export function isForRouter(sim: Simulator, device: PlanDevice, destination: number, vlan: number): boolean {
  const domain = sim.plan.domains[device.domain]
  if (!domain || !gatewayUp(sim, device.index, vlan)) return false
  if (destination === device.index || destination === domain.virtuals.get(vlan)) return true
  if (destination !== device.otherPeer) return false
  const changed = drifted(sim, device.index, 'peer-gateway')
  return changed === undefined ? domain.configs[0].rules.switches['peer-gateway'] : changed === 'on'
}

/** A router address that this switch does not route for: its peer may, over the peer-link. */
export function unrouted(sim: Simulator, device: PlanDevice, destination: number): boolean {
  if (device.domain < 0) return false
  const virtual = sim.plan.virtuals[destination - sim.plan.devices.length]
  return destination === device.index || destination === device.otherPeer || virtual?.domain === device.domain
}

/** The peer that hears an address request from below answers it; from the peer-link only where the other cannot. */
export function answersFor(
  sim: Simulator,
  device: PlanDevice,
  target: number,
  vlan: number,
  from: BridgePort,
): boolean {
  if (sim.plan.domains[device.domain]?.virtuals.get(vlan) !== target || !hasAddress(sim, device.index, vlan, target))
    return false
  return !from.peerLink || !hasAddress(sim, device.otherPeer, vlan, target)
}

/** A peer is configured with the virtual address, and its interface is up. */
export function hasAddress(sim: Simulator, index: number, vlan: number, target: number): boolean {
  const { ipv4 = '' } = sim.plan.virtuals[target - sim.plan.devices.length] ?? {}
  const changed = drifted(sim, index, 'gateway-address')
  return gatewayUp(sim, index, vlan) && changed?.split(',').includes(ipv4) !== false
}

/** A router, or a pair as gateway, sends a probe of its own. */
export function sendFromGateway(sim: Simulator, frame: DataFrame): void {
  const device = sim.plan.devices[frame.source] === undefined ? speakerOf(sim, frame) : frame.source
  const why = device === undefined ? 'no peer has the gateway up' : route(sim, device, null, frame)
  if (why !== null) loseCopy(sim, frame.probe, { path: null, why })
}

/** Routes a frame that a device took. Returns why it goes no further, null when it did. */
export function route(sim: Simulator, index: number, from: BridgePort | null, frame: DataFrame): string | null {
  const device = sim.plan.devices[index]
  const runtime = sim.devices[index]
  const direction = sim.plan.directions[frame.probe.direction]
  if (!device || !direction) return 'no such device'
  if (!runtime?.power) return 'the device is off'
  if (runtime.health === 'frozen') return 'the device is frozen'
  const inside = device.domain >= 0 && direction.toDomain === device.domain
  if (direction.to === index || (inside && direction.to >= sim.plan.devices.length)) return deliver(sim, frame)
  if (inside) return intoVlan(sim, device, from, frame, direction)
  return overUplink(sim, device, frame, direction)
}

function deliver(sim: Simulator, frame: DataFrame): null {
  deliverCopy(sim, frame)
  return null
}

/** Into the VLAN of the receiver, by the bridge: what came over the peer-link stays subject to the egress rule. */
function intoVlan(
  sim: Simulator,
  device: PlanDevice,
  from: BridgePort | null,
  frame: DataFrame,
  { to, toVlan: vlan, hashes }: PlanDirection,
): string | null {
  const bridge = sim.devices[device.index]?.bridge
  if (!bridge || !gatewayUp(sim, device.index, vlan)) return `the interface of VLAN ${vlan} is down`
  const virtual = sim.plan.domains[device.domain]?.virtuals.get(vlan) ?? -1
  const sends = sim.plan.virtuals[virtual - sim.plan.devices.length]?.sends === true
  const outs: number[] = []
  if (forward(bridge, from, to, vlan, sim.now, outs, true)) countFlood(sim, device.index)
  if (outs.length === 0) return from?.peerLink === true ? FROM_PEER_LINK : 'no port to send it to'
  frame.probe.copies += outs.length - 1
  const routed = { ...frame, source: sends ? virtual : device.index, destination: to, vlan }
  for (const out of outs) {
    const port = egressPort(sim, device.index, out, hashes)
    if (port === null) loseCopy(sim, frame.probe, { path: frame.path, why: 'no member of the port-channel sends' })
    else sendData(sim, port, routed)
  }
  return null
}

/** Over one of the uplinks that are up by hash; without one to the other peer, where that is configured. */
function overUplink(sim: Simulator, device: PlanDevice, frame: DataFrame, direction: PlanDirection): string | null {
  const able = device.uplinks.filter((port) => {
    const far = sim.plan.devices[atFarEnd(sim, port)]
    const leads = far?.kind === 'router' ? true : far?.domain === direction.toDomain
    return leads && sim.ports[port]?.carrier === true
  })
  const port = able[direction.hashes.symmetric % Math.max(1, able.length)]
  if (port !== undefined) {
    const destination = atFarEnd(sim, port)
    sendData(sim, port, { ...frame, source: device.index, destination, vlan: 0 })
    return null
  }
  const domain = sim.plan.domains[device.domain]
  if (!domain) return 'no uplink to the pair is up'
  if (!domain.configs[0].rules.switches['backup-route']) return 'no uplink is up and no route leads over the peer-link'
  if (frame.vlan === domain.peeringVlan) return 'neither peer has an uplink'
  const bridge = sim.devices[device.index]?.bridge
  const out =
    bridge?.ports[bridge.peerLink]?.up === true
      ? egressPort(sim, device.index, bridge.peerLink, direction.hashes)
      : null
  if (out === null) return 'no uplink is up, and the peer-link is down'
  const { otherPeer: destination, index: source } = device
  sendData(sim, out, { ...frame, source, destination, vlan: domain.peeringVlan })
  return null
}

/** The peer that answers for a gateway: the one that acts as primary where both do, the other where it cannot. */
function speakerOf(sim: Simulator, { source }: DataFrame): number | undefined {
  const virtual = sim.plan.virtuals[source - sim.plan.devices.length]
  const peers = sim.plan.domains[virtual?.domain ?? -1]?.peers ?? []
  const able = peers.filter((peer) => gatewayUp(sim, peer, virtual?.vlan ?? 0))
  return able.find((peer) => sim.devices[peer]?.peer?.role === 'primary') ?? able[0]
}

const FROM_PEER_LINK = 'it came over the peer-link and may not leave on a member whose other leg is up'

/** The device that the cable in a port leads to now; -1: none. */
function atFarEnd(sim: Simulator, port: number): number {
  return sim.plan.ports[sim.ports[port]?.cable?.far ?? -1]?.device ?? -1
}
