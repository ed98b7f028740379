import { addTo } from '../protocol/lacp/bag.ts'
import { lacpInput } from '../protocol/lacp/system.ts'
import { refreshLight } from './carrier.ts'
import { applyDrifts } from './drift.ts'
import { plugCables } from './cabling.ts'
import { watchForTwins } from './twins.ts'
import { isAlone } from './fallback.ts'
import { letGo } from './guards.ts'
import { tellPeer } from './tellPeer.ts'
import { powerOff, powerOn } from './power.ts'
import type { Drift, Impairment } from './course.ts'
import type { Simulator } from './state.ts'
import { stpTimers } from './stp.ts'

/** Takes every active failure into the state of devices, ports and cables. Called whenever one comes or goes. */
export function takeEffect(sim: Simulator): void {
  powerDevices(sim, activeImpairments(sim))
  // A switch that lost its power has let go of what its protections held.
  const active = activeImpairments(sim)
  for (const [index, device] of sim.devices.entries()) {
    const states = active.flatMap((i) => (i.on === 'device' && i.device === index ? [i.state] : []))
    setHealth(sim, index, states.includes('frozen') ? 'frozen' : states.includes('hung') ? 'hung' : 'well')
    setAgent(sim, index, !states.includes('no-agent'))
    const drifts = active.flatMap((i): readonly Drift[] => (i.on === 'config' && i.device === index ? [i.drift] : []))
    if (drifts.length > 0 || device.drifts.length > 0) applyDrifts(sim, index, drifts)
  }
  for (const [index, domain] of sim.domains.entries()) {
    domain.unsynced = active.some((i) => i.on === 'mac-sync' && i.domain === index)
  }
  watchForTwins(sim, active)
  for (const [index, port] of sim.ports.entries()) {
    const shut = active.find((i) => i.on === 'port' && i.port === index)
    port.shut = shut?.on === 'port' ? shut.hold : null
  }
  plugCables(sim, active)
  for (const index of sim.links.keys()) impairLink(sim, index, active)
}

function activeImpairments(sim: Simulator): readonly Impairment[] {
  return sim.failures.flatMap(({ repairedAt, impairments }) => (repairedAt === null ? impairments : []))
}

/** Devices that a failure keeps without power. */
function withoutPower(active: readonly Impairment[]): ReadonlySet<number> {
  return new Set(active.flatMap((i) => (i.on === 'device' && i.state === 'off' ? [i.device] : [])))
}

/** The design's own start of a device; one that lost its power before starts when it is repaired. */
export function firstPowerOn(sim: Simulator, index: number): void {
  const device = sim.devices[index]
  if (!device) return
  if (withoutPower(activeImpairments(sim)).has(index)) device.boots += 1
  else powerOn(sim, index)
}

function powerDevices(sim: Simulator, active: readonly Impairment[]): void {
  const off = withoutPower(active)
  for (const [index, device] of sim.devices.entries()) {
    if (device.power && off.has(index)) {
      letGo(sim, sim.plan.devices[index]?.ports ?? [])
      powerOff(sim, index)
    } else if (!device.power && !off.has(index) && device.boots > 0) powerOn(sim, index)
  }
}

function impairLink(sim: Simulator, index: number, active: readonly Impairment[]): void {
  const link = sim.links[index]
  if (!link) return
  const here = active.flatMap((i) => (i.on === 'link' && i.link === index ? [i] : []))
  for (const end of [0, 1] as const) {
    const dark = here.some((i) => i.dark[end])
    if (dark && !link.dark[end]) link.epoch[end] += 1
    link.dark[end] = dark
    link.silent[end] = here.some((i) => i.silent[end])
  }
  link.remoteFault = here.some((i) => i.remoteFault)
  link.loss = here.reduce((pass, { loss }) => 1 - (1 - pass) * (1 - loss), 0)
  link.lacpLost = here.some((i) => i.lacpLost)
  refreshLight(sim, index)
}

/** A device that comes to itself takes up its timers where they are: what is overdue fires now. */
function setHealth(sim: Simulator, index: number, health: 'well' | 'hung' | 'frozen'): void {
  const device = sim.devices[index]
  if (!device || device.health === health) return
  const woke = device.health !== 'well' && health === 'well'
  device.health = health
  if (!woke || !device.power) return
  for (const id of device.lacp.ports.keys()) {
    const enabled = sim.ports[Number(id)]?.carrier ?? false
    lacpInput(device.lacp, id, { type: 'port-enabled', enabled }, sim.now)
    lacpInput(device.lacp, id, { type: 'timers' }, sim.now)
    addTo(device.lacp.touched, id)
  }
  if (device.peer) tellPeer(sim, index, { type: 'timers' })
  stpTimers(sim, index)
  addTo(sim.dirty, index)
}

/** A new agent starts a new session; the other peer notices by its first hello. */
function setAgent(sim: Simulator, index: number, runs: boolean): void {
  const device = sim.devices[index]
  if (!device || device.agent === runs) return
  if (!runs) tellPeer(sim, index, { type: 'stopped' })
  device.agent = runs
  if (!runs || !device.peer) return
  tellPeer(sim, index, { type: 'restart' })
  for (const lagIndex of sim.plan.devices[index]?.lags ?? []) {
    const lag = sim.plan.lags[lagIndex]
    const up = sim.lags[lagIndex]?.up ?? false
    if (lag?.role === 'mlag') tellPeer(sim, index, { type: 'leg', channel: lag.channel, up, alone: isAlone(sim, lag) })
    if (lag?.role === 'peer-link') tellPeer(sim, index, { type: 'peer-link', up })
  }
}
