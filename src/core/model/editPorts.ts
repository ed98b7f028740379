import type { Design } from './design.ts'
import { done, type EditContext, type EditResult, gone, refused } from './edit.ts'
import type { LinkId } from './ids.ts'
import { portCount, portName, type PortPlace, schemeOf } from './portNames.ts'
import type { Device, Port, Topology } from './topology.ts'

/** Where a cable is plugged in: which ports are free, and moving one of its ends to another. */

/** Ports of a device that no cable is in, in the order of their numbers. */
export function freePorts(
  topology: Topology,
  device: Device,
  kind: Port['kind'],
  { namings }: EditContext,
): readonly PortPlace[] {
  const scheme = schemeOf(device, namings)
  const taken = new Set(topology.ports.filter((port) => port.device === device.id && port.kind === kind).map(indexOf))
  return Array.from({ length: portCount(scheme, kind) }, (_, at) => at + 1)
    .filter((index) => !taken.has(index))
    .map((index) => ({ kind, index, name: portName(scheme, kind, index) }))
}

/**
 * Plugs one end of a cable into another free port of the same device. What the cable is for stays, and so does its
 * place in its bond; a management port is no front port.
 */
export function replug(design: Design, id: LinkId, end: 0 | 1, index: number, context: EditContext): EditResult {
  const { topology } = design
  const link = topology.links.find((one) => one.id === id)
  const port = topology.ports.find((one) => one.id === link?.ends[end])
  const device = topology.devices.find((one) => one.id === port?.device)
  if (port === undefined || device === undefined) return gone('cable')
  if (port.index === index) return done(design)
  const name = portName(schemeOf(device, context.namings), port.kind, index)
  const place = freePorts(topology, device, port.kind, context).find((free) => free.index === index)
  if (place === undefined) {
    const taken = topology.ports.some((other) => other.device === device.id && other.name === name)
    return refused(taken ? `${device.name}:${name} already has a cable.` : `${device.name} has no port ${name}.`)
  }
  const ports = topology.ports.map((other) => (other.id === port.id ? { ...port, ...place } : other))
  return done({ ...design, topology: { ...topology, ports } }, [id])
}

function indexOf({ index }: Port): number {
  return index
}
