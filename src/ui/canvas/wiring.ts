import type { BondId, DeviceId, LinkId, PortId } from '../../core/model/ids.ts'
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

/** The same object until the topology changes: a drag asks for it at every frame. */
export function wiringOf(topology: Topology): Wiring {
  const known = WIRINGS.get(topology)
  if (known !== undefined) return known
  const wiring = wire(topology)
  WIRINGS.set(topology, wiring)
  return wiring
}

/** Whether the same things are plugged together in both: names and settings may differ. */
export function isWiredAlike(a: Topology, b: Topology): boolean {
  return (
    a === b ||
    (a.ports === b.ports &&
      a.links === b.links &&
      a.bonds === b.bonds &&
      a.domains === b.domains &&
      a.devices.length === b.devices.length &&
      a.devices.every(({ id, kind }, index) => b.devices[index]?.id === id && b.devices[index].kind === kind))
  )
}

const WIRINGS = new WeakMap<Topology, Wiring>()

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
