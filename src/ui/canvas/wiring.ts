import type { BondId, DeviceId, LinkId, PortId } from '../../core/model/ids.ts'
import { remembering } from '../../core/model/remember.ts'
import type { Device, Link, Port, Topology } from '../../core/model/topology.ts'

/** What is plugged in where: all that the places of devices do not change. */
export interface Wiring {
  readonly devices: ReadonlyMap<DeviceId, Device>
  readonly deviceOf: ReadonlyMap<PortId, DeviceId>
  /** The plugged ports of each device, in the order of their cables. */
  readonly plugs: ReadonlyMap<DeviceId, readonly Plugged[]>
  readonly peerOf: ReadonlyMap<DeviceId, DeviceId>
  readonly bondOf: ReadonlyMap<LinkId, BondId>
  readonly peerLinks: ReadonlySet<BondId | null>
}

export interface Plugged {
  readonly port: Port
  readonly far: DeviceId
  /** Order of the cable in the document: keeps parallel cables in the same order at both ends. */
  readonly rank: number
}

/** The same object while it is asked for: a drag does at every frame. */
export const wiringOf = remembering(wire)

/** Whether the same cables leave a device for the same devices, in the same order, and the same one is its peer. */
export function isPluggedAlike(id: DeviceId, a: Wiring, b: Wiring): boolean {
  if (a === b) return true
  const [as, bs] = [a.plugs.get(id) ?? [], b.plugs.get(id) ?? []]
  return (
    a.peerOf.get(id) === b.peerOf.get(id) &&
    as.length === bs.length &&
    as.every(({ port, far }, at) => far === bs[at]?.far && port.id === bs[at].port.id && port.kind === bs[at].port.kind)
  )
}

function wire({ devices, ports, links, bonds, domains }: Topology): Wiring {
  const portById = new Map(ports.map((port) => [port.id, port]))
  const plugs = new Map<DeviceId, Plugged[]>()
  const plug = (end: PortId, other: PortId, rank: number): void => {
    const [port, far] = [portById.get(end), portById.get(other)]
    if (port === undefined || far === undefined) return
    const list = plugs.get(port.device)
    if (list === undefined) plugs.set(port.device, [{ port, far: far.device, rank }])
    else list.push({ port, far: far.device, rank })
  }
  links.forEach(({ ends: [a, b] }: Link, rank) => {
    plug(a, b, rank)
    plug(b, a, rank)
  })
  return {
    devices: new Map(devices.map((device) => [device.id, device])),
    deviceOf: new Map(ports.map(({ id, device }) => [id, device])),
    plugs,
    peerOf: new Map(
      domains.flatMap(({ peers: [a, b] }) => [
        [a, b],
        [b, a],
      ]),
    ),
    bondOf: new Map(bonds.flatMap(({ id, members }) => members.map((link) => [link, id]))),
    peerLinks: new Set(domains.map(({ peerLink }) => peerLink)),
  }
}
