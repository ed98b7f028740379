import { flushPort } from '../protocol/bridge/bridge.ts'
import { createBag } from '../protocol/lacp/bag.ts'
import { isDistributing, lacpSettle, lacpTransmit, nextDeadline } from '../protocol/lacp/system.ts'
import type { LacpEffect, Lacpdu, LacpSystem } from '../protocol/lacp/types.ts'
import { CLASS, push } from './eventQueue.ts'
import { loaderPorts } from './bootLoader.ts'
import { drifted } from './drifted.ts'
import { isAlone, refreshFallback } from './fallback.ts'
import { speedOf } from './lacpIdentity.ts'
import { tellPeer } from './tellPeer.ts'
import type { PlanDevice, PlanLag } from './plan.ts'
import type { Simulator } from './state.ts'
import { stpPortChanged } from './stp.ts'
import { record } from './trace.ts'
import { transmit } from './wire.ts'

// What LACP of the device at hand wants done: filled and emptied within each of the two functions below.
const EFFECTS = createBag<LacpEffect>()

/** Runs a device's LACP to its fix-point and takes the result into lags, bridge ports and the peer. */
export function runLags(sim: Simulator, index: number): boolean {
  const device = sim.plan.devices[index]
  const runtime = sim.devices[index]
  if (!device || !runtime?.power) return false
  EFFECTS.size = 0
  const isChanged = lacpSettle(runtime.lacp, sim.now, EFFECTS)
  for (let n = 0; n < EFFECTS.size; n += 1) {
    const effect = EFFECTS.items[n]
    if (effect?.do === 'changed') tell(sim, device, effect)
  }
  let changed = false
  // A static aggregation follows the light of its ports, any other one its machines.
  for (const lagIndex of isChanged || runtime.drifts.length > 0 ? device.lags : device.staticLags) {
    const lag = sim.plan.lags[lagIndex]
    if (lag && refreshLag(sim, device, lag)) changed = true
  }
  return refreshSinglePorts(sim, device) || changed
}

/** At the end of an instant: each port with something to say sends one LACPDU; timers get their wake-up. */
export function transmitLacp(sim: Simulator, index: number): void {
  const runtime = sim.devices[index]
  if (!runtime?.power) return
  EFFECTS.size = 0
  lacpTransmit(runtime.lacp, sim.now, EFFECTS)
  for (let n = 0; n < EFFECTS.size; n += 1) {
    const effect = EFFECTS.items[n]
    if (effect?.do === 'send-lacpdu') send(sim, Number(effect.port), effect.pdu)
  }
  const { touched } = runtime.lacp
  for (let n = 0; n < touched.size; n += 1) {
    const id = touched.items[n] ?? ''
    const lacpPort = runtime.lacp.ports.get(id)
    const port = sim.ports[Number(id)]
    const at = lacpPort ? nextDeadline(lacpPort) : null
    if (!port || at === null || at >= port.lacpWakeAt) continue
    // One that is under way to a later instant must not count when it comes.
    if (port.lacpWakeAt !== Number.POSITIVE_INFINITY) port.lacpWake = { type: 'lacp', port: Number(id) }
    port.lacpWakeAt = at
    push(sim.queue, Math.max(at, sim.now), CLASS.timer, port.lacpWake)
  }
  touched.size = 0
}

function send(sim: Simulator, port: number, pdu: Lacpdu): void {
  const last = sim.ports[port]?.sent?.frame
  transmit(sim, port, last?.kind === 'lacp' && last.pdu === pdu ? last : { kind: 'lacp', pdu })
}

function refreshLag(sim: Simulator, device: PlanDevice, lag: PlanLag): boolean {
  const state = sim.lags[lag.index]
  const lacp = sim.devices[device.index]?.lacp
  if (!state || !lacp) return false
  refreshFallback(sim, device, lag)
  const now = usedPorts(sim, lacp, lag)
  const same = now.length === state.distributing.length && now.every((port, at) => port === state.distributing[at])
  if (same) return false
  for (const port of lag.ports) {
    const is = now.includes(port)
    if (is === state.distributing.includes(port)) continue
    const verb = is ? 'distributes in' : 'left'
    const text = `${sim.plan.ports[port]?.name} ${verb} ${lag.name}, ${now.length} of ${lag.ports.length}`
    record(sim, 'forwarding', is ? 'forwarding' : now.length > 0 ? 'waiting' : 'down', text, { port })
  }
  state.distributing = [...now]
  const up = now.length > 0
  if (up !== state.up) {
    state.up = up
    onLagChange(sim, device, lag, up)
  }
  return true
}

/** Members that send, all of one speed; none while they are fewer than min-links. */
function usedPorts(sim: Simulator, lacp: LacpSystem, lag: PlanLag): readonly number[] {
  const { index, ports, options, device, channel } = lag
  const isStatic = lag.role === 'mlag' && drifted(sim, device, 'lacp-off', channel) !== undefined
  const least = lag.role === 'mlag' ? drifted(sim, device, 'min-links', channel) : undefined
  const able = ports.filter((port) => {
    const machine = lacp.ports.get(String(port))
    if (machine === undefined || isStatic) return sim.ports[port]?.carrier === true
    return isDistributing(machine) || sim.ports[port]?.fallback === 'static'
  })
  if (options.netboot === true) return loaderPorts(sim, index, able)
  const alike = able.filter((port) => speedOf(sim, port) === speedOf(sim, able[0] ?? port))
  return alike.length < Number(least ?? options.minLinks ?? 1) ? [] : alike
}

function onLagChange(sim: Simulator, device: PlanDevice, lag: PlanLag, up: boolean): void {
  const bridge = sim.devices[device.index]?.bridge
  const port = bridge?.ports[lag.bridgePort]
  if (!bridge || !port) return
  port.up = up
  stpPortChanged(sim, device.index, device.bridgePorts[lag.bridgePort]?.stp ?? 0, up)
  switch (lag.role) {
    case 'mlag':
      tellPeer(sim, device.index, { type: 'leg', channel: lag.channel, up, alone: isAlone(sim, lag) })
      return
    case 'peer-link':
      tellPeer(sim, device.index, { type: 'peer-link', up })
      return
    case 'plain':
    case 'host':
      if (!up) flushPort(bridge, port.index)
  }
}

function refreshSinglePorts(sim: Simulator, device: PlanDevice): boolean {
  const bridge = sim.devices[device.index]?.bridge
  if (!bridge) return false
  let changed = false
  for (const index of device.singlePorts) {
    const plan = device.bridgePorts[index]
    const bridgePort = bridge.ports[index]
    if (!plan || !bridgePort) continue
    const { port, stp } = plan
    const carrier = sim.ports[port]?.carrier ?? false
    if (bridgePort.up === carrier) continue
    bridgePort.up = carrier
    if (!carrier) flushPort(bridge, index)
    // Up, a port forwards when spanning tree lets it, which then says so.
    const text = `${sim.plan.ports[port]?.name} ${carrier ? 'forwards' : 'forwards no longer'}`
    if (!carrier || bridgePort.forwards) record(sim, 'forwarding', carrier ? 'forwarding' : 'down', text, { port })
    stpPortChanged(sim, device.index, stp, carrier)
    changed = true
  }
  return changed
}

/** A partner that stopped talking is noticed by the receive machine. */
function tell(sim: Simulator, device: PlanDevice, { before, after }: LacpEffect & { do: 'changed' }): void {
  if (before.rx === after.rx) return
  const port = Number(after.id)
  const name = sim.plan.ports[port]?.name ?? device.name
  if (after.rx === 'expired' && before.rx === 'current') {
    record(sim, 'notice', 'waiting', `${name} LACP partner silent, expired`, { port })
  } else if (after.rx === 'defaulted') {
    record(sim, 'state', 'waiting', `${name} no LACP partner, defaulted`, { port })
  }
}
