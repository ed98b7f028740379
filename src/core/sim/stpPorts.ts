import type { StateWord, Suspension } from '../model/runView.ts'
import type { StpView } from '../model/protocolView.ts'
import type { BridgePort } from '../protocol/bridge/bridge.ts'
import { HELD } from '../protocol/rstp/timers.ts'
import type { PortRole, RstpPort } from '../protocol/rstp/types.ts'
import { BPDU_GUARD, disable } from './guards.ts'
import { bridgePortOf } from './bridgePortOf.ts'
import type { PlanBridgePort, PlanDevice, PlanPort } from './plan.ts'
import type { Simulator, StpRuntime } from './state.ts'
import { record } from './trace.ts'

/** Takes roles and states into the bridge. Returns whether a port changed. */
export function applyStanding(sim: Simulator, device: PlanDevice, stp: StpRuntime): boolean {
  const bridge = sim.devices[device.index]?.bridge
  let changed = false
  for (const [index, at] of device.bridgePorts.entries()) {
    const port = bridge?.ports[index]
    const machine = stp.bridge.ports.get(at.stp)
    if (!port || !machine) continue
    if (machine.guarded === 'bpdu') errDisable(sim, device, at)
    // The peer that computes has not heard yet that this port is up; an edge need not wait for it.
    const ahead = stp.follows && stp.own.has(at.stp) && !machine.enabled && machine.config.edge
    const learns = ahead || machine.state !== 'discarding'
    const forwards = ahead || machine.state === 'forwarding'
    if (port.learns === learns && port.forwards === forwards) continue
    const stopped = port.forwards && !forwards
    port.learns = learns
    port.forwards = forwards
    changed = true
    if (port.up) note(sim, device, at, port, machine, stopped)
  }
  return changed
}

/** Why spanning tree keeps a port from forwarding; null when it does not. */
export function stpReason(sim: Simulator, at: PlanPort): { word: StateWord; reason: string } | null {
  const { device } = at
  const bridgePort = bridgePortOf(sim, at)
  const port = sim.devices[device]?.bridge?.ports[bridgePort]
  const machine = machineAt(sim, device, bridgePort)
  if (!port || !machine || port.forwards) return null
  if (machine.guarded === 'root') return { word: 'blocked', reason: 'root guard: a better root bridge is behind it' }
  switch (machine.role) {
    case 'alternate':
      return { word: 'blocked', reason: 'spanning tree: alternate port, another way to the root is better' }
    case 'backup':
      return { word: 'blocked', reason: 'spanning tree: backup port, this bridge hears itself' }
    case 'root':
    case 'designated':
      if (machine.disputed)
        return { word: 'blocked', reason: 'spanning tree: the neighbour disputes the designated role' }
      return { word: 'waiting', reason: `spanning tree: ${machine.role} port, ${machine.state}` }
    case 'disabled':
      return { word: 'waiting', reason: 'spanning tree has not seen the port yet' }
  }
}

export function stpView(sim: Simulator, at: PlanPort): StpView | null {
  const { device } = at
  const machine = machineAt(sim, device, bridgePortOf(sim, at))
  const bridge = sim.devices[device]?.stp?.bridge
  if (!machine || !bridge) return null
  const { role, state, operEdge, config } = machine
  return {
    number: config.number,
    role,
    state,
    edge: operEdge,
    cost: config.cost,
    root: bridge.rootVector.root,
    rootCost: bridge.rootVector.cost,
  }
}

/** When a port that waits for spanning tree forwards at the latest, engine time; null when nothing runs. */
export function stpWaitsUntil(sim: Simulator, port: PlanPort): number | null {
  const machine = machineAt(sim, port.device, bridgePortOf(sim, port))
  const waits = machine?.enabled === true && machine.state !== 'forwarding' && carries(machine.role)
  const at = waits ? machine.timers.fd : null
  return at === null || at === HELD || at <= sim.now ? null : at
}

export function ifName(sim: Simulator, { lag, port }: PlanBridgePort): string {
  return sim.plan.lags[lag]?.name ?? sim.plan.ports[port]?.name ?? ''
}

function machineAt(sim: Simulator, device: number, bridgePort: number): RstpPort | undefined {
  const number = sim.plan.devices[device]?.bridgePorts[bridgePort]?.stp ?? 0
  return sim.devices[device]?.stp?.bridge.ports.get(number)
}

function carries(role: PortRole): boolean {
  return role === 'root' || role === 'designated'
}

function note(
  sim: Simulator,
  device: PlanDevice,
  at: PlanBridgePort,
  port: BridgePort,
  machine: RstpPort,
  stopped: boolean,
): void {
  const where = placeOf(sim, device, at)
  const single = at.lag < 0
  if (port.forwards && single) record(sim, 'forwarding', 'forwarding', `${ifName(sim, at)} forwards`, where)
  if (machine.operEdge && !stopped) return
  const text = `${ifName(sim, at)}: spanning tree ${machine.role} port, ${machine.state}`
  if (port.forwards) {
    if (!single) record(sim, 'forwarding', 'forwarding', text, where)
  } else {
    const word = carries(machine.role) ? 'waiting' : 'blocked'
    record(sim, stopped ? 'forwarding' : 'state', word, text, where)
  }
}

function errDisable(sim: Simulator, device: PlanDevice, at: PlanBridgePort): void {
  const ports = sim.plan.lags[at.lag]?.ports ?? [at.port]
  const hold: Suspension = { code: BPDU_GUARD, text: 'err-disabled: BPDU guard heard a BPDU' }
  const news = ports.filter((port) => sim.ports[port]?.shut === null)
  if (news.length === 0) return
  disable(sim, news, hold)
  record(sim, 'reaction', 'down', `${ifName(sim, at)} ${hold.text}`, placeOf(sim, device, at))
}

function placeOf(sim: Simulator, device: PlanDevice, { lag, port }: PlanBridgePort) {
  if (lag < 0) return { port }
  const links = (sim.plan.lags[lag]?.ports ?? []).map((member) => sim.plan.ports[member]?.link ?? -1)
  return { device: device.index, links }
}
