import { addTo } from '../protocol/lacp/bag.ts'
import { lacpInput } from '../protocol/lacp/system.ts'
import type { Lacpdu } from '../protocol/lacp/types.ts'
import { collects, forwardControl, NOT_COLLECTING, NOT_FOR_IT, receiveArp, receiveData } from './dataPlane.ts'
import type { PlanPort } from './plan.ts'
import type { Simulator } from './state.ts'
import { receiveBpdu } from './stp.ts'
import { tellPeer } from './tellPeer.ts'
import { drop } from './wire.ts'
import type { Frame } from './wireFrames.ts'

/** A frame reaches a port. Returns why the device did nothing with it, null when it did. */
export function receive(sim: Simulator, portIndex: number, frame: Frame): string | null {
  const port = sim.plan.ports[portIndex]
  const device = port && sim.devices[port.device]
  if (!port || !device) return 'no such port'
  const forwarded = frame.kind === 'data' || frame.kind === 'arp'
  if (device.health !== 'well' && (!forwarded || device.health === 'frozen')) {
    const why = device.health === 'frozen' ? 'the device is frozen' : 'the control plane hangs'
    drop(sim, frame, why)
    return why
  }
  switch (frame.kind) {
    case 'data':
      return receiveData(sim, portIndex, frame)
    case 'arp':
      return receiveArp(sim, portIndex, frame)
    case 'lacp':
      if (!device.lacp.ports.has(port.lacpId)) return 'no LACP on this port'
      if (isOwnSystem(sim, port, frame.pdu)) return 'an LACPDU of its own system, taken for a loop'
      if (lacpInput(device.lacp, port.lacpId, { type: 'lacpdu', pdu: frame.pdu }, sim.now))
        addTo(sim.dirty, port.device)
      return null
    case 'bpdu':
      return receiveBpdu(sim, portIndex, frame.bpdu) ? null : 'no spanning tree on this port'
    case 'keepalive':
      if (frame.destination === port.device)
        tellPeer(sim, port.device, { type: 'keepalive', acts: frame.acts, noUplink: frame.noUplink })
      else if (port.bridgePort >= 0) forwardControl(sim, portIndex, frame)
      else return NOT_FOR_IT
      return null
    case 'peer':
      if (frame.destination !== port.device) forwardControl(sim, portIndex, frame)
      else if (sim.plan.lags[port.lag]?.role === 'peer-link' && !collects(sim, portIndex)) return NOT_COLLECTING
      else tellPeer(sim, port.device, { type: 'message', message: frame.message })
      return null
  }
}

/** Where a partner with the port's own system id counts as a loop. */
function isOwnSystem(sim: Simulator, { device, lacpId }: PlanPort, { actor }: Lacpdu): boolean {
  if (sim.plan.devices[device]?.ignoresOwnSystem !== true) return false
  return sim.devices[device]?.lacp.ports.get(lacpId)?.actor.system === actor.system
}
