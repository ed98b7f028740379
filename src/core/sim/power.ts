import { addTo } from '../protocol/lacp/bag.ts'
import { lacpIdentityOf } from './lacpIdentity.ts'
import { addLag, addPort, createLacpSystem } from '../protocol/lacp/system.ts'
import { type Bridge } from '../protocol/bridge/bridge.ts'
import { startPeer } from '../protocol/mlag/peer.ts'
import { createPeer } from '../protocol/mlag/peerState.ts'
import { refreshLight } from './carrier.ts'
import { runPeer } from './peers.ts'
import type { PlanDevice } from './plan.ts'
import type { DeviceRuntime, Simulator } from './state.ts'
import { startStp } from './stp.ts'
import { record } from './trace.ts'

export function darkDevice(): DeviceRuntime {
  return {
    power: false,
    health: 'well',
    agent: true,
    drifts: [],
    uplinksUp: null,
    moves: null,
    boots: 0,
    lacp: createLacpSystem(),
    bridge: null,
    stp: null,
    peer: null,
    peerWake: 0,
    peerWakeAt: Number.POSITIVE_INFINITY,
    peerEffects: [],
  }
}

/** Everything the device knew is gone; it starts with empty tables and its configuration. */
export function powerOn(sim: Simulator, index: number): void {
  const plan = sim.plan.devices[index]
  const device = sim.devices[index]
  if (!plan || !device || device.power) return
  device.power = true
  device.boots += 1
  device.lacp = createLacpSystem()
  for (const lagIndex of plan.lags) {
    const lag = sim.plan.lags[lagIndex]
    if (!lag || lag.end.mode === 'static' || lag.options.netboot === true) continue
    const { minLinks = 1, maxBundle = null, waitToRestoreS = 0, independent = false } = lag.options
    addLag(device.lacp, { id: String(lagIndex), maxLinks: maxBundle, minLinks, aggregators: 'one' })
    for (const port of lag.ports) {
      const actor = lacpIdentityOf(sim, plan, lag, port)
      addPort(
        device.lacp,
        {
          id: sim.plan.ports[port]?.lacpId ?? String(port),
          lag: String(lagIndex),
          muxControl: independent ? 'independent' : 'coupled',
          lacpEnabled: true,
          actor,
          // Only the machines of 2020 know a time to restore.
          lacpVersion: waitToRestoreS > 0 ? 2 : 1,
          waitToRestoreUs: waitToRestoreS * 1_000_000,
        },
        sim.now,
      )
    }
  }
  device.stp = startStp(plan)
  device.bridge = plan.kind === 'host' || plan.kind === 'router' ? null : newBridge(sim, plan, device.stp === null)
  const domain = sim.plan.domains[plan.domain]
  const side = plan.peer === 1 ? 1 : 0
  if (domain !== undefined && plan.peer >= 0) {
    device.peer = createPeer(domain.configs[side], domain.parameters[side], device.boots * 1000)
    startPeer(device.peer, sim.now, device.peerEffects)
  }
  record(sim, 'state', 'waiting', `${plan.name} powered on`, { device: index })
  // What the peer holds stays dark from the first instant.
  runPeer(sim, index)
  for (const port of plan.ports) refreshLight(sim, sim.plan.ports[port]?.link ?? -1)
  addTo(sim.dirty, index)
}

export function powerOff(sim: Simulator, index: number): void {
  const plan = sim.plan.devices[index]
  const device = sim.devices[index]
  if (!plan || !device || !device.power) return
  Object.assign(device, { ...darkDevice(), boots: device.boots, peerWake: device.peerWake + 1 })
  for (const lag of plan.lags) {
    const state = sim.lags[lag]
    if (state) Object.assign(state, { distributing: [], up: false, loader: null })
  }
  for (const port of plan.ports) {
    const state = sim.ports[port]
    if (state) {
      state.held = null
      state.standby = null
      state.fallback = null
      state.fallbackAt = null
      state.lacpWake = { type: 'lacp', port }
      state.lacpWakeAt = Number.POSITIVE_INFINITY
    }
    refreshLight(sim, sim.plan.ports[port]?.link ?? -1)
  }
  const domain = sim.domains[plan.domain]
  if (domain) domain.reachedActive = domain.reachedActive && (sim.devices[plan.otherPeer]?.power ?? false)
}

/** `free`: no spanning tree runs, every port forwards while it is up. */
function newBridge(sim: Simulator, plan: PlanDevice, free: boolean): Bridge {
  const lagOf = (lag: number) => sim.plan.lags[lag]
  return {
    ports: plan.bridgePorts.map(({ lag, vlans, stp }, index) => ({
      index,
      vlans: new Set(vlans),
      peerLink: lagOf(lag)?.role === 'peer-link',
      bond: lagOf(lag)?.role === 'mlag' ? (lagOf(lag)?.channel ?? -1) : -1,
      up: false,
      peerLegUp: false,
      peerLegAlone: false,
      learns: free || stp === 0,
      forwards: free || stp === 0,
    })),
    fdb: new Map(),
    peerLink: plan.bridgePorts.findIndex(({ lag }) => lagOf(lag)?.role === 'peer-link'),
    egressRule: plan.egressRule,
    ageingUs: plan.ageingUs,
  }
}
