import { addTo } from '../protocol/lacp/bag.ts'
import { lacpInput } from '../protocol/lacp/system.ts'
import { CLASS, push } from './eventQueue.ts'
import type { PlanPort } from './plan.ts'
import type { Simulator } from './state.ts'
import { record } from './trace.ts'

/**
 * Works out the light at both ends of a cable, and where it was moved, at the ports that face these ports now. A loss
 * is believed after the debounce, own doing at once.
 */
export function refreshLight(sim: Simulator, link: number): void {
  const ends = sim.plan.links[link]?.ports
  if (ends === undefined) return
  for (const index of ends) refreshPort(sim, index)
  for (const index of ends) {
    const far = sim.ports[index]?.cable?.far ?? -1
    if (far >= 0 && !ends.includes(far)) refreshPort(sim, far)
  }
}

function refreshPort(sim: Simulator, index: number): void {
  const port = sim.plan.ports[index]
  const state = sim.ports[index]
  if (!port || !state) return
  const own = canShine(sim, port)
  const light = own && isLit(sim, index)
  if (light === state.light && (own || !state.carrier)) return
  state.light = light
  state.carrierCheck += 1
  const device = sim.plan.devices[port.device]
  if (!own) setCarrier(sim, index, false)
  else {
    const debounce = sim.plan.lags[port.lag]?.role === 'peer-link' ? device?.peerLinkHoldUs : device?.debounceUs
    const at = sim.now + (light ? 0 : (debounce ?? 0))
    push(sim.queue, at, CLASS.timer, { type: 'carrier', port: index, check: state.carrierCheck })
  }
}

/** The debounce of a port is over. */
export function onCarrierTimer(sim: Simulator, port: number, check: number): void {
  const state = sim.ports[port]
  if (state && state.carrierCheck === check) setCarrier(sim, port, state.light)
}

function setCarrier(sim: Simulator, index: number, carrier: boolean): void {
  const port = sim.plan.ports[index]
  const state = sim.ports[index]
  if (!port || !state || state.carrier === carrier) return
  state.carrier = carrier
  if (!carrier) state.carrierLosses += 1
  const device = sim.devices[port.device]
  const plan = sim.plan.devices[port.device]
  if (!device || !plan) return
  if (device.power && device.health === 'well' && state.held === null) {
    record(sim, 'notice', carrier ? 'waiting' : 'down', `${port.name} carrier ${carrier ? 'up' : 'down'}`, {
      port: index,
      restsOn: !carrier && plan.debounceAssumed ? DEBOUNCE : [],
    })
  }
  // A hung device notices when it comes to itself; its hardware does not send on a dark port meanwhile.
  if (device.health === 'well' && device.lacp.ports.has(String(index))) {
    lacpInput(device.lacp, String(index), { type: 'port-enabled', enabled: carrier }, sim.now)
  }
  addTo(sim.dirty, port.device)
}

/** Power, nothing of the device's own keeps the port dark, and no hand is at its cable. */
function canShine(sim: Simulator, port: PlanPort): boolean {
  const state = sim.ports[port.index]
  return (
    (sim.devices[port.device]?.power ?? false) &&
    state?.held === null &&
    state.shut === null &&
    state.pluggedAt <= sim.now
  )
}

function isLit(sim: Simulator, index: number): boolean {
  const cable = sim.ports[index]?.cable
  const far = cable && sim.plan.ports[cable.far]
  const link = cable && sim.links[cable.link]
  if (!cable || !far || !link || !canShine(sim, far)) return false
  const farEnd = cable.end === 0 ? 1 : 0
  return !link.dark[farEnd] && !(link.remoteFault && link.dark[cable.end])
}

const DEBOUNCE = ['link-debounce-ms'] as const
