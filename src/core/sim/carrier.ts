import { addTo } from '../protocol/lacp/bag.ts'
import { lacpInput } from '../protocol/lacp/system.ts'
import { CLASS, push } from './eventQueue.ts'
import type { PlanPort } from './plan.ts'
import type { Simulator } from './state.ts'
import { record } from './trace.ts'

/** Works out the light at both ends of a cable. A loss is believed after the debounce, own doing at once. */
export function refreshLight(sim: Simulator, link: number): void {
  const ends = sim.plan.links[link]?.ports ?? []
  for (const index of ends) {
    const port = sim.plan.ports[index]
    const state = sim.ports[index]
    if (!port || !state) continue
    const own = canShine(sim, port)
    const light = own && isLit(sim, port)
    if (light === state.light && (own || !state.carrier)) continue
    state.light = light
    state.carrierCheck += 1
    const device = sim.plan.devices[port.device]
    if (!own) setCarrier(sim, index, false)
    else if (light) push(sim.queue, sim.now, CLASS.timer, { type: 'carrier', port: index, check: state.carrierCheck })
    else {
      const at = sim.now + (device?.debounceUs ?? 0)
      push(sim.queue, at, CLASS.timer, { type: 'carrier', port: index, check: state.carrierCheck })
    }
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
  const device = sim.devices[port.device]
  const plan = sim.plan.devices[port.device]
  if (!device || !plan) return
  if (device.power && device.health === 'well' && state.held === null) {
    const assumed = !carrier && plan.debounceAssumed
    record(sim, 'notice', carrier ? 'waiting' : 'down', `${port.name} carrier ${carrier ? 'up' : 'down'}`, {
      port: index,
      assumed,
    })
  }
  // A hung device notices when it comes to itself; its hardware does not send on a dark port meanwhile.
  if (device.health === 'well' && device.lacp.ports.has(String(index))) {
    lacpInput(device.lacp, String(index), { type: 'port-enabled', enabled: carrier }, sim.now)
  }
  addTo(sim.dirty, port.device)
}

/** Power, and nothing of the device's own keeps the port dark. */
function canShine(sim: Simulator, port: PlanPort): boolean {
  const state = sim.ports[port.index]
  return (
    (sim.devices[port.device]?.power ?? false) &&
    state?.held === null &&
    state.shut === null &&
    state.errDisabled === null
  )
}

function isLit(sim: Simulator, port: PlanPort): boolean {
  const far = sim.plan.ports[port.far]
  const link = sim.links[port.link]
  if (!far || !link || !canShine(sim, far)) return false
  return !link.dark[far.end] && !(link.remoteFault && link.dark[port.end])
}
