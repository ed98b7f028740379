import type { Design, DesignChecks, Point } from '../model/design.ts'
import { pairSystemMac } from '../model/systemMac.ts'
import { type BondId, type DomainId, toId } from '../model/ids.ts'
import { portName, schemeOf } from '../model/portNames.ts'
import {
  DEFAULT_SPANNING_TREE,
  spanningTreeTowards,
  type Bond,
  type BondEnd,
  type Device,
  type Flow,
  type HostDevice,
  type Link,
  type ManagementSwitch,
  type MlagDomain,
  type Port,
  type RouterDevice,
  type SwitchDevice,
  type VendorId,
  type Vlan,
  type VlanMembership,
} from '../model/topology.ts'
import { NAMINGS } from '../vendors/platforms.ts'

/** VLAN of every host in a template. */
export const SERVER_VLAN = 10
export const ACCESS: VlanMembership = { mode: 'access', vlan: SERVER_VLAN }
export const TRUNK: VlanMembership = { mode: 'trunk', native: 1, allowed: [SERVER_VLAN] }

export interface Cable {
  readonly link: Link
  readonly ports: readonly [Port, Port]
}

/** What differs between templates; `designOf` adds the rest. */
export interface Drawing {
  readonly title: string
  /** With their top left corners. */
  readonly devices: readonly (readonly [Device, Point])[]
  readonly cables: readonly Cable[]
  readonly bonds: readonly Bond[]
  readonly domains: readonly MlagDomain[]
  readonly flows: readonly Flow[]
  /** The one of the servers when left out. */
  readonly vlans?: readonly Vlan[]
  /** Rules that it does without, and why. */
  readonly checks?: DesignChecks
}

export function designOf(drawing: Drawing): Design {
  const { title, devices, cables, bonds, domains, flows, vlans = [SERVERS], checks } = drawing
  return {
    title,
    topology: {
      devices: devices.map(([device]) => device),
      ports: cables.flatMap(({ ports }) => ports),
      links: cables.map(({ link }) => link),
      bonds,
      domains,
      vlans,
      flows,
    },
    layout: Object.fromEntries(devices.map(([{ id }, at]) => [id, at])),
    ...(checks === undefined ? {} : { checks }),
  }
}

/** A switch with an address from the range for documentation (RFC 7042, section 2.1.2). */
export function leaf(name: string, lastByte: string, vendor: VendorId = 'cisco-nxos'): SwitchDevice {
  const mac = `00:00:5e:00:53:${lastByte}`
  return {
    kind: 'switch',
    id: toId(name),
    name,
    label: '',
    mac,
    vendor,
    lacpSystemPriority: 32_768,
    stp: DEFAULT_SPANNING_TREE,
  }
}

/** A server at 10.0.`network`.`host`; a template gives each VLAN the network of its own number. */
export function server(name: string, host: number, network = SERVER_VLAN): HostDevice {
  const [high, low] = [network, host].map((byte) => byte.toString(16).padStart(2, '0'))
  const mac = `02:00:00:00:${high}:${low}`
  return { kind: 'host', id: toId(name), name, label: '', mac, ipv4: `10.0.${network}.${host}` }
}

/** What is upstream; reached at 192.0.2.1 (RFC 5737). */
export function upstreamRouter(name: string): RouterDevice {
  return { kind: 'router', id: toId(name), name, label: '', mac: '00:00:5e:00:53:f9', ipv4: '192.0.2.1' }
}

export function managementSwitch(name: string): ManagementSwitch {
  return { kind: 'management-switch', id: toId(name), name, label: '', mac: '00:00:5e:00:53:f1' }
}

export function front(device: SwitchDevice, index: number): Port {
  return port(device, 'front', index)
}

export function management(device: SwitchDevice): Port {
  return port(device, 'management', 1)
}

export function nic(device: HostDevice, index: number): Port {
  return port(device, 'front', index)
}

export function managementPort(device: ManagementSwitch, index: number): Port {
  return port(device, 'front', index)
}

/** A port of a router. */
export function routerPort(device: RouterDevice, index: number): Port {
  return port(device, 'front', index)
}

/** A routed cable from a switch up to a router. */
export function uplinkCable(a: Port, b: Port, addresses: readonly [string, string]): Cable {
  const routed = { addresses, prefixLength: 30 }
  return cable(a, b, 'router', { speedGbps: 100, use: 'uplink', routed, vlans: { mode: 'access', vlan: 1 }, mtu: 9216 })
}

/** A cable from a switch to a server, 25 Gbit/s unless it is said otherwise. */
export function serverCable(a: Port, b: Port, vlans: VlanMembership = ACCESS, speedGbps = 25): Cable {
  return cable(a, b, 'host', { speedGbps, use: 'data', vlans, mtu: 1500 })
}

/** A cable between switches, 100 Gbit/s unless it is said otherwise. */
export function switchCable(a: Port, b: Port, vlans: VlanMembership = TRUNK, speedGbps = 100): Cable {
  return cable(a, b, 'switch', { speedGbps, use: 'data', vlans, mtu: 9216 })
}

export function keepaliveCable(a: Port, b: Port): Cable {
  return cable(a, b, 'switch', { speedGbps: 1, use: 'keepalive', vlans: { mode: 'access', vlan: 1 }, mtu: 1500 })
}

/** An active LACP end on a device or a domain. */
export function end(at: BondEnd['at'], channel: number, rate: BondEnd['rate']): BondEnd {
  return { at, channel, mode: 'active', rate, stp: spanningTreeTowards('switch') }
}

/** A bond of access cables below switches; the first end is the switches'. */
export function serverBond(name: string, members: readonly Cable[], ends: Bond['ends'], vlans = ACCESS): Bond {
  const edge: BondEnd = { ...ends[0], stp: spanningTreeTowards('host') }
  return { id: toId(`bond-${name}`), members: idsOf(members), ends: [edge, ends[1]], vlans, mtu: 1500 }
}

export function switchBond(name: string, members: readonly Cable[], ends: Bond['ends'], vlans = TRUNK): Bond {
  return { id: toId(`bond-${name}`), members: idsOf(members), ends, vlans, mtu: 9216 }
}

export interface PairParts {
  readonly id: DomainId
  readonly name: string
  readonly number: number
  readonly peers: readonly [SwitchDevice, SwitchDevice]
  readonly peerLink: BondId
  readonly keepalive: MlagDomain['keepalive']
  /** Addresses of the interface VLAN on the peer-link. */
  readonly peering: MlagDomain['peering']['addresses']
  readonly peeringVlan?: number
  readonly gateways?: MlagDomain['gateways']
  readonly switches?: MlagDomain['settings']['switches']
}

/** A domain at its platform's defaults; the first peer is preferred. */
export function pair({
  peers,
  peering,
  peeringVlan = 4094,
  gateways = [],
  switches = {},
  ...parts
}: PairParts): MlagDomain {
  return {
    ...parts,
    label: '',
    peers: [peers[0].id, peers[1].id],
    preferredPrimary: peers[0].id,
    systemMac: pairSystemMac(parts.number),
    peering: { vlan: peeringVlan, addresses: peering, prefixLength: 30 },
    gateways,
    settings: { numbers: {}, switches, choices: {} },
  }
}

/** UDP from a host to another, to a router or to the gateway; the source port decides which way the hashes send it. */
export function flow(
  from: HostDevice,
  to: HostDevice | RouterDevice | Pick<MlagDomain, 'id' | 'name'>,
  fromPort: number,
): Flow {
  return { id: toId(`flow-${from.name}-${to.name}-${fromPort}`), from: from.id, to: to.id, ports: [fromPort, 7000] }
}

function port(device: Device, kind: Port['kind'], index: number): Port {
  const id = `${device.id}-${kind === 'management' ? 'm' : 'p'}${index}`
  return { id: toId(id), device: device.id, name: portName(schemeOf(device, NAMINGS), kind, index), kind, index }
}

function cable(
  a: Port,
  b: Port,
  far: Device['kind'],
  fields: Pick<Link, 'speedGbps' | 'use' | 'vlans' | 'mtu' | 'routed'>,
): Cable {
  const id = `link-${a.id}-${b.device}`
  const stp = [spanningTreeTowards(far), spanningTreeTowards('switch')] as const
  return {
    link: { id: toId(id), ends: [a.id, b.id], delayUs: 1, ...fields, suspendWithMembers: false, stp },
    ports: [a, b],
  }
}

function idsOf(cables: readonly Cable[]): Bond['members'] {
  return cables.map(({ link }) => link.id)
}

const SERVERS: Vlan = { id: SERVER_VLAN, name: 'servers' }
