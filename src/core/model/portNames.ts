import type { PlatformWords, PortNaming } from './profile.ts'
import type { Device, Port, Topology, VendorId } from './topology.ts'

/** How ports of a device are named: by the platform of a switch, or by the kind of the other devices. */
export type PortScheme = PortNaming | 'host' | 'management-switch' | 'router'

/** Port naming of every platform; the model does not know the platforms, so its caller brings them. */
export type Namings = Readonly<Record<VendorId, PortNaming>>

/** Where a cable is to be plugged in: an ordinary port, one that the platform offers to peer-links, or the management port. */
export type PortWish = 'front' | 'peer-link' | 'management'

export type PortPlace = Pick<Port, 'kind' | 'index' | 'name'>

/** The naming that applies to a device. */
export function schemeOf(device: Device, namings: Namings): PortScheme {
  return device.kind === 'switch' ? namings[device.vendor] : device.kind
}

/** Name of a port by its position from 1: `Ethernet1/1`, `xe-0/0/0`, `mgmt0`, `eth0`, `port1`. */
export function portName(scheme: PortScheme, kind: Port['kind'], index: number): string {
  if (scheme === 'host') return `eth${index - 1}`
  if (scheme === 'management-switch') return `port${index}`
  if (scheme === 'router') return `port${index}`
  if (kind === 'management') return scheme.management
  return `${scheme.frontPrefix}${(scheme.frontFirst ?? 1) + (index - 1) * (scheme.frontStep ?? 1)}`
}

/** How many ports of a kind a device has. */
export function portCount(scheme: PortScheme, kind: Port['kind']): number {
  if (kind === 'management') return typeof scheme === 'string' ? 0 : 1
  if (scheme === 'host') return HOST_PORTS
  if (scheme === 'router') return ROUTER_PORTS
  return scheme === 'management-switch' ? MANAGEMENT_SWITCH_PORTS : scheme.frontCount
}

/**
 * The first free port for a wish; null when all are taken. Members count up from the first port, peer-links from the
 * first port that the platform offers them; either goes on with the other's ports when its own are used up.
 */
export function freePort(topology: Topology, device: Device, scheme: PortScheme, wish: PortWish): PortPlace | null {
  const kind = wish === 'management' ? 'management' : 'front'
  const taken = new Set(topology.ports.filter((p) => p.device === device.id && p.kind === kind).map((p) => p.index))
  const all = Array.from({ length: portCount(scheme, kind) }, (_, at) => at + 1)
  const first = typeof scheme === 'string' ? 1 : scheme.firstPeerLinkPort
  const order = wish === 'peer-link' ? [...all.filter((i) => i >= first), ...all.filter((i) => i < first)] : all
  const index = order.find((i) => !taken.has(i))
  return index === undefined ? null : { kind, index, name: portName(scheme, kind, index) }
}

/** Name of a link aggregation: `port-channel11`, `Port-Channel11`, on a host `bond0`. */
export function lagName(words: Pick<PlatformWords, 'channel'> | 'host', channel: number): string {
  return words === 'host' ? `bond${channel}` : `${words.channel}${channel}`
}

const HOST_PORTS = 8
const MANAGEMENT_SWITCH_PORTS = 24
const ROUTER_PORTS = 32
