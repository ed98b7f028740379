import { flushPort } from '../protocol/bridge/bridge.ts'
import { CLASS, push } from './eventQueue.ts'
import type { PlanDevice, PlanFallback, PlanLag, PlanPort } from './plan.ts'
import type { Simulator } from './state.ts'
import { stpPortChanged } from './stp.ts'
import { record } from './trace.ts'

/**
 * Members of a port-channel that hear no LACPDUs and are to forward all the same: each by itself, or one of them for
 * the port-channel. It begins when the partner has been given up for the configured time; the first LACPDU ends it.
 * Source: Arista EOS User Manual, "Port Channels and LACP" (LACP fallback); Cisco Nexus 9000 NX-OS Interfaces
 * Configuration Guide, "Configuring Port Channels" (suspend-individual); Dell SmartFabric OS10 User Guide, "LACP
 * fallback in VLT domain" (both peers elect one port, and again when a better one comes up).
 */
export function refreshFallback(sim: Simulator, device: PlanDevice, lag: PlanLag): void {
  const { fallback } = lag
  if (fallback === null) return
  const ready = lag.ports.filter((port) => isReady(sim, device, fallback, port))
  const chosen = fallback.way === 'individual' ? ready : oneOf(sim, device, lag, fallback, ready)
  for (const index of lag.ports) {
    const state = sim.ports[index]
    const port = sim.plan.ports[index]
    const way = chosen.includes(index) ? fallback.way : null
    if (!state || !port || state.fallback === way) continue
    const was = state.fallback
    state.fallback = way
    if (way === 'individual' || was === 'individual') standAlone(sim, device, port, way !== null)
  }
}

/** Without a partner for long enough; sets the alarm while it is not. */
function isReady(sim: Simulator, device: PlanDevice, { afterUs }: PlanFallback, index: number): boolean {
  const machine = sim.devices[device.index]?.lacp.ports.get(String(index))
  const state = sim.ports[index]
  if (!machine || !state) return false
  const at = state.carrier && state.standby === null && machine.rx === 'defaulted' ? machine.rxSince + afterUs : null
  if (at !== null && at > sim.now && at !== state.fallbackAt)
    push(sim.queue, at, CLASS.timer, { type: 'fallback', device: device.index })
  state.fallbackAt = at
  return at !== null && at <= sim.now
}

/** The one that does it already, else the lowest port; none while a member here or at the other peer hears a partner. */
function oneOf(
  sim: Simulator,
  device: PlanDevice,
  lag: PlanLag,
  { onPair, elected }: PlanFallback,
  ready: readonly number[],
): readonly number[] {
  const { lacp, bridge } = sim.devices[device.index] ?? {}
  if (lag.ports.some((port) => lacp?.ports.get(String(port))?.rx === 'current')) return []
  const own = bridge?.ports[lag.bridgePort]
  const peerCarries = lag.role === 'mlag' && onPair === 'one-leg' && own?.peerLegUp === true
  // Of two legs without a partner the elected one carries, whichever came first; the other gives way when it is told.
  if (peerCarries && !(elected && own.peerLegAlone)) return []
  return [ready.find((port) => sim.ports[port]?.fallback === 'static') ?? ready[0]].flatMap((port) => port ?? [])
}

/** A member carries for the port-channel without a partner. */
export function isAlone(sim: Simulator, lag: PlanLag): boolean {
  return lag.ports.some((port) => sim.ports[port]?.fallback === 'static')
}

function standAlone(sim: Simulator, device: PlanDevice, port: PlanPort, up: boolean): void {
  const bridge = sim.devices[device.index]?.bridge
  const own = bridge?.ports[port.individual]
  if (!bridge || !own) return
  own.up = up
  if (!up) flushPort(bridge, port.individual)
  const text = up ? `${port.name} hears no LACPDUs: forwards by itself` : `${port.name} no longer forwards by itself`
  record(sim, 'forwarding', up ? 'forwarding' : 'waiting', text, { port: port.index })
  stpPortChanged(sim, device.index, device.bridgePorts[port.individual]?.stp ?? 0, up)
}
