import { networkOf, type Network } from '../model/network.ts'
import type { DeviceId, PortId } from '../model/ids.ts'
import type { Device, Port, Topology } from '../model/topology.ts'
import type { LabImage } from './labPlatforms.ts'

/** What becomes of a drawn port in a lab. */
export interface LabPort {
  readonly port: Port
  /** Position on the node, from 1. */
  readonly at: number
  readonly name: string
  readonly renamed: boolean
}

/**
 * The design as the lab runs it. Its management port belongs to the lab, so keepalives move from there to a front port;
 * ports are called as the images call them, and are numbered anew on images that have fewer.
 */
export function labDesign(
  net: Network,
  imageOf: ReadonlyMap<DeviceId, LabImage>,
): { readonly net: Network; readonly ports: ReadonlyMap<PortId, LabPort> } {
  const ports = new Map<PortId, LabPort>()
  for (const device of net.topology.devices) {
    const image = imageOf.get(device.id)
    if (image === undefined) continue
    for (const labPort of portsOf(net, device, image)) ports.set(labPort.port.id, labPort)
  }
  const topology: Topology = {
    ...net.topology,
    ports: net.topology.ports.map((port) => {
      const own = ports.get(port.id)
      return own === undefined ? port : { ...port, kind: 'front' as const, index: own.at, name: own.name }
    }),
  }
  return { net: networkOf(topology), ports }
}

function portsOf(net: Network, device: Device, image: LabImage): readonly LabPort[] {
  const cabled = (net.portsOf.get(device.id) ?? []).filter(({ id }) => net.linkAt.has(id))
  const front = cabled.filter(({ kind }) => kind === 'front')
  const management = cabled.filter(({ kind }) => kind === 'management')
  const top = Math.max(0, ...front.map(({ index }) => index))
  const anew = top + management.length > image.ports
  const places = [
    ...front.map((port, nth) => ({ port, at: anew ? nth + 1 : port.index })),
    ...management.map((port, nth) => ({ port, at: (anew ? front.length : top) + nth + 1 })),
  ]
  return places.map(({ port, at }) => {
    const name = image.portName(at)
    return { port, at, name, renamed: port.kind === 'management' || name !== port.name }
  })
}
