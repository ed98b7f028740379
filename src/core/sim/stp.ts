import { addTo } from '../protocol/lacp/bag.ts'
import { flush } from '../protocol/bridge/bridge.ts'
import type { StpBody, StpBpdu } from '../protocol/mlag/messages.ts'
import { actsAsPrimary } from '../protocol/mlag/peerState.ts'
import type { BridgeId, Bpdu } from '../protocol/rstp/bpdu.ts'
import {
  addPort,
  createBridge,
  rstpDeadline,
  rstpInput,
  rstpSettle,
  rstpTimers,
  rstpTransmit,
  setBridgeId,
} from '../protocol/rstp/bridge.ts'
import { adopt, replicaOf, resume } from '../protocol/rstp/replica.ts'
import { compareBridges } from '../protocol/rstp/vector.ts'
import { collects } from './dataPlane.ts'
import { drifted } from './drifted.ts'
import { egressPort } from './egress.ts'
import { bridgePortOf } from './bridgePortOf.ts'
import { CLASS, push } from './eventQueue.ts'
import { tellPeer } from './tellPeer.ts'
import type { PlanDevice } from './plan.ts'
import type { Simulator, StpRuntime } from './state.ts'
import { applyStanding } from './stpPorts.ts'
import { record } from './trace.ts'
import { transmit } from './wire.ts'

/**
 * Spanning tree in the engine. A pair is one bridge: its primary computes for the ports of both peers and sends the
 * BPDUs, over its own leg of a bond where it has one. The secondary passes on what it hears, follows what the primary
 * decides and keeps a copy of everything, so that it can go on by itself. The peer-link is inside the bridge.
 * Source: Cisco Nexus 9000 NX-OS Interfaces Configuration Guide, "Configuring vPCs" (the primary alone runs STP on
 * vPCs without peer-switch); Arista EOS User Manual, "Multi-Chassis Link Aggregation" (one logical STP bridge).
 */
export function startStp(plan: PlanDevice): StpRuntime | null {
  if (plan.stp === null) return null
  const id = { priority: plan.stp.priority, mac: plan.mac }
  const bridge = createBridge({ id, ...STANDARD })
  for (const port of plan.stp.ports) addPort(bridge, port)
  return {
    bridge,
    effects: [],
    own: new Set(),
    peers: new Set(),
    follows: false,
    told: null,
    root: id,
    wake: 0,
    wakeAt: Number.POSITIVE_INFINITY,
  }
}

/** A bridged interface came up or went down. */
export function stpPortChanged(sim: Simulator, device: number, number: number, up: boolean): void {
  const stp = sim.devices[device]?.stp
  if (!stp || number === 0 || stp.own.has(number) === up) return
  if (up) stp.own.add(number)
  else stp.own.delete(number)
  addTo(sim.dirty, device)
  tellPeer(sim, device, { type: 'stp', body: { type: 'stp-port', port: number, up } })
  if (!stp.follows) setEnabled(sim, stp, number)
}

/** A BPDU arrived on a port: for the machines here, or for the peer that computes. False: for nobody. */
export function receiveBpdu(sim: Simulator, portIndex: number, bpdu: Bpdu): boolean {
  const port = sim.plan.ports[portIndex]
  const stp = port && sim.devices[port.device]?.stp
  const number = port ? (sim.plan.devices[port.device]?.bridgePorts[bridgePortOf(sim, port)]?.stp ?? 0) : 0
  if (!port || !stp || number === 0 || !collects(sim, portIndex)) return false
  if (stp.follows) {
    tellPeer(sim, port.device, { type: 'bpdu', bpdu: { way: 'in', port: number, bpdu } })
    return true
  }
  rstpInput(stp.bridge, number, { type: 'bpdu', bpdu }, sim.now, stp.effects)
  addTo(sim.dirty, port.device)
  return true
}

export function onStpTimer(sim: Simulator, device: number, wake: number): void {
  const stp = sim.devices[device]?.stp
  if (!stp || stp.wake !== wake) return
  stp.wakeAt = Number.POSITIVE_INFINITY
  stpTimers(sim, device)
}

/** Takes what is due, also when a device comes to itself. */
export function stpTimers(sim: Simulator, device: number): void {
  const runtime = sim.devices[device]
  if (!runtime?.stp || runtime.health !== 'well') return
  if (!runtime.stp.follows) rstpTimers(runtime.stp.bridge, sim.now, runtime.stp.effects)
  addTo(sim.dirty, device)
}

/** What the other peer of the pair says about spanning tree. */
export function onPeerStp(sim: Simulator, device: number, body: StpBody): void {
  const runtime = sim.devices[device]
  const stp = runtime?.stp
  if (!stp || !runtime.peer) return
  addTo(sim.dirty, device)
  const computes = actsAsPrimary(runtime.peer)
  switch (body.type) {
    case 'stp-ports':
      if (!computes) return
      stp.peers.clear()
      for (const number of body.ports) stp.peers.add(number)
      for (const number of stp.bridge.ports.keys()) setEnabled(sim, stp, number)
      stp.told = -1
      return
    case 'stp-port':
      if (!computes) return
      if (body.up) stp.peers.add(body.port)
      else stp.peers.delete(body.port)
      setEnabled(sim, stp, body.port)
      return
    case 'stp-state':
      if (computes) {
        // It comes back to a pair that went on without it: the tree goes on from there, not from nothing.
        if (stp.own.size > 0) return
        adopt(stp.bridge, body.replica)
        resume(stp.bridge, sim.now)
        return
      }
      stp.follows = true
      adopt(stp.bridge, body.replica)
      stp.root = body.replica.rootVector.root
      forget(sim, device, new Set(body.flush))
  }
}

/** A BPDU that the other peer heard, or wants to be sent. */
export function onPeerBpdu(sim: Simulator, device: number, { way, port, bpdu }: StpBpdu): void {
  const stp = sim.devices[device]?.stp
  if (!stp) return
  if (way === 'out') sendOn(sim, device, port, bpdu)
  else if (!stp.follows) {
    rstpInput(stp.bridge, port, { type: 'bpdu', bpdu }, sim.now, stp.effects)
    addTo(sim.dirty, device)
  }
}

/** The peers' session began or ended. Without it each peer is a bridge by itself, going on from where the pair was. */
export function stpSession(sim: Simulator, device: number, up: boolean): void {
  const stp = sim.devices[device]?.stp
  const peer = sim.devices[device]?.peer
  if (!stp || !peer) return
  addTo(sim.dirty, device)
  stp.peers.clear()
  stp.told = null
  if (up && !actsAsPrimary(peer)) {
    const body = { type: 'stp-state', replica: replicaOf(stp.bridge), flush: [] } as const
    if (!stp.follows) tellPeer(sim, device, { type: 'stp', body })
    tellPeer(sim, device, { type: 'stp', body: { type: 'stp-ports', ports: [...stp.own] } })
    return
  }
  if (up) return
  if (stp.follows) {
    stp.follows = false
    resume(stp.bridge, sim.now)
  }
  for (const number of stp.bridge.ports.keys()) setEnabled(sim, stp, number)
}

/** Runs the machines and carries out what they decided. Returns whether a port changed. */
export function runStp(sim: Simulator, device: number): boolean {
  const stp = sim.devices[device]?.stp
  const plan = sim.plan.devices[device]
  if (!stp || !plan) return false
  const flushed = new Set<number>()
  if (!stp.follows) {
    setBridgeId(stp.bridge, idOf(sim, plan))
    rstpSettle(stp.bridge, sim.now, stp.effects)
    for (const effect of stp.effects) {
      if (effect.do === 'flush') flushed.add(effect.port)
      else if (effect.do === 'aged') noteSilence(sim, plan, effect.port)
    }
    stp.effects.length = 0
    forget(sim, device, flushed)
    noteRoot(sim, plan, stp)
    tellFollower(sim, device, stp, flushed)
  }
  return applyStanding(sim, plan, stp)
}

/** At the end of an instant: BPDUs are sent and the next deadline gets its wake-up. */
export function transmitStp(sim: Simulator, device: number): void {
  const stp = sim.devices[device]?.stp
  if (!stp || stp.follows) return
  rstpTransmit(stp.bridge, sim.now, stp.effects)
  for (const effect of stp.effects) {
    if (effect.do !== 'send') continue
    const { port, bpdu } = effect
    if (stp.own.has(port)) sendOn(sim, device, port, bpdu)
    else if (stp.peers.has(port)) tellPeer(sim, device, { type: 'bpdu', bpdu: { way: 'out', port, bpdu } })
  }
  stp.effects.length = 0
  const at = rstpDeadline(stp.bridge)
  if (at === null || at >= stp.wakeAt) return
  stp.wake += 1
  stp.wakeAt = at
  push(sim.queue, at, CLASS.timer, { type: 'stp', device, wake: stp.wake })
}

function setEnabled(sim: Simulator, stp: StpRuntime, number: number): void {
  const enabled = stp.own.has(number) || stp.peers.has(number)
  rstpInput(stp.bridge, number, { type: 'enabled', enabled }, sim.now, stp.effects)
}

/**
 * The pair's address once the peers agreed on one, so that neighbours see no other bridge when a peer dies. A peer that
 * stepped back because the other one lives goes by its own: two bridges of one address would take each other for loops.
 */
function idOf(sim: Simulator, plan: PlanDevice): BridgeId {
  const peer = sim.devices[plan.index]?.peer
  const priority = Number(drifted(sim, plan.index, 'stp-priority') ?? plan.stp?.priority ?? 0)
  const steppedBack = peer !== null && peer !== undefined && !peer.adjacent && peer.members !== null
  if (!peer || peer.systemId === null || peer.ownSystem || steppedBack) return { priority, mac: plan.mac }
  return { priority, mac: peer.systemId }
}

/** Only after the follower said which of its ports are up; then with every change. */
function tellFollower(sim: Simulator, device: number, stp: StpRuntime, flushed: ReadonlySet<number>): void {
  if (stp.told === null || (stp.told === stp.bridge.generation && flushed.size === 0)) return
  stp.told = stp.bridge.generation
  const body = { type: 'stp-state', replica: replicaOf(stp.bridge), flush: [...flushed] } as const
  tellPeer(sim, device, { type: 'stp', body })
}

function sendOn(sim: Simulator, device: number, number: number, bpdu: Bpdu): void {
  const at = sim.plan.devices[device]?.bridgePorts.findIndex(({ stp }) => stp === number) ?? -1
  const port = egressPort(sim, device, at, null)
  if (port !== null) transmit(sim, port, { kind: 'bpdu', bpdu })
}

/** Addresses learned on the ports are forgotten; on a pair also what its peer reported of them. */
function forget(sim: Simulator, device: number, numbers: ReadonlySet<number>): void {
  const bridge = sim.devices[device]?.bridge
  const plan = sim.plan.devices[device]
  if (!bridge || !plan || numbers.size === 0) return
  const own = new Set(plan.bridgePorts.flatMap(({ stp }, index) => (numbers.has(stp) ? [index] : [])))
  const isPeers = [...numbers].some((number) => !plan.bridgePorts.some(({ stp }) => stp === number))
  const count = flush(bridge, ({ port, bond }) => own.has(port) || (isPeers && port === bridge.peerLink && bond < 0))
  if (count > 0)
    record(sim, 'state', 'waiting', `${plan.name}: topology change, ${count} addresses forgotten`, { device })
}

function noteSilence(sim: Simulator, plan: PlanDevice, number: number): void {
  const at = plan.bridgePorts.find(({ stp }) => stp === number)
  const lag = sim.plan.lags[at?.lag ?? -1]
  const port = at?.port ?? -1
  const name = lag?.name ?? sim.plan.ports[port]?.name ?? 'a port of the peer'
  const text = `${plan.name} ${name}: no BPDU for ${3 * STANDARD.helloTime} s`
  const links = (lag?.ports ?? [port]).map((member) => sim.plan.ports[member]?.link ?? -1)
  record(sim, 'notice', 'waiting', text, { device: plan.index, links })
}

function noteRoot(sim: Simulator, plan: PlanDevice, stp: StpRuntime): void {
  const { root } = stp.bridge.rootVector
  if (compareBridges(root, stp.root) === 0) return
  stp.root = root
  const own = root.mac === stp.bridge.config.id.mac
  const name = own ? 'it is the root bridge' : `the root bridge is ${nameOf(sim, root.mac)}`
  record(sim, 'state', 'forwarding', `${plan.name}: ${name}`, { device: plan.index })
}

function nameOf(sim: Simulator, mac: string): string {
  const found = sim.plan.devices.find((device) => device.mac === mac)
  if (found) return found.name
  const pair = sim.plan.domains.find(({ peers }) => peers.some((peer) => sim.devices[peer]?.peer?.systemId === mac))
  return pair?.name ?? mac
}

/** Source: IEEE 802.1D-2004, table 17-1; the wait is that of switches in the field, twice the forward delay. */
const STANDARD = {
  helloTime: 2,
  forwardDelay: 15,
  maxAge: 20,
  transmitHoldCount: 6,
  wait: 'forward-delay',
} as const
