import type { SwitchDevice, Topology, VendorId } from '../../model/topology.ts'
import { redrawnOn } from '../platforms.ts'

/** Switches that are peer of no pair. */
export function plainSwitches({ devices, domains }: Topology): readonly SwitchDevice[] {
  const paired = new Set(domains.flatMap(({ peers }) => peers))
  return devices.filter((device): device is SwitchDevice => device.kind === 'switch' && !paired.has(device.id))
}

/** Those switches on another platform, with its port names; the pairs as drawn. */
export function plainOn(vendor: VendorId, topology: Topology): Topology {
  const anew = new Map(redrawnOn(topology, vendor).ports.map((port) => [port.id, port]))
  const ids = new Set(plainSwitches(topology).map(({ id }) => id))
  return {
    ...topology,
    devices: topology.devices.map((device) =>
      device.kind === 'switch' && ids.has(device.id) ? { ...device, vendor } : device,
    ),
    ports: topology.ports.map((port) => (ids.has(port.device) ? (anew.get(port.id) ?? port) : port)),
  }
}
