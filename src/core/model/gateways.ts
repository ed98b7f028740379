import type { DeviceId, DomainId, LinkId } from './ids.ts'
import { accessVlanOf, devicesAt, type Network } from './network.ts'
import type { GatewayKind } from './profile.ts'
import type { Gateway, MlagDomain } from './topology.ts'

/**
 * The virtual MAC address of a gateway: of its HSRP version 2 group, else of a VRRP group. Where the address is typed in,
 * exporters write this one; platforms with one for all VLANs take the domain's number for the group.
 * Sources: RFC 5798, section 7.3; Cisco Nexus 9000 NX-OS Unicast Routing Configuration Guide, "Configuring HSRP".
 */
export function gatewayMac(
  kind: GatewayKind | undefined,
  { number }: Pick<MlagDomain, 'number'>,
  vlan: number,
): string {
  const group = gatewayGroup(kind, kind === 'shared-mac' ? number : vlan).toString(16)
  if (kind !== 'hsrp') return `00:00:5e:00:01:${group.padStart(2, '0')}`
  return `00:00:0c:9f:f${group.padStart(3, '0').slice(0, 1)}:${group.padStart(3, '0').slice(1)}`
}

/** Group number of a gateway: the VLAN, folded into 1 to 255 where that is all there is. */
export function gatewayGroup(kind: GatewayKind | undefined, vlan: number): number {
  return kind === 'hsrp' || vlan <= 255 ? vlan : (vlan % 255) + 1
}

/** The domain and gateway that a host sends to when the receiver is not in its VLAN; null while there is none. */
export function gatewayOf(net: Network, host: DeviceId): { domain: MlagDomain; gateway: Gateway } | null {
  const vlan = accessVlanOf(net, host)
  const able = net.topology.domains.flatMap((domain) => {
    const gateway = domain.gateways.find((gateway) => gateway.vlan === vlan)
    return gateway ? [{ domain, gateway }] : []
  })
  const near = attachedTo(net, host)
  return able.find(({ domain }) => near.includes(domain.id)) ?? able[0] ?? null
}

/** Name of what a flow ends at: a device, or the gateway that a domain is. */
export function flowEndName(net: Network, end: DeviceId | DomainId): string {
  const device = net.topology.devices.find(({ id }) => id === end)
  if (device) return device.name
  const domain = net.topology.domains.find(({ id }) => id === end)
  return domain ? `gateway ${domain.name}` : end
}

/** The device that a flow's end is on the given cable: itself, or the peer that answers for the gateway there. */
export function flowEndDevice(net: Network, end: DeviceId | DomainId, first: LinkId | undefined): DeviceId | undefined {
  const device = net.topology.devices.find(({ id }) => id === end)
  if (device) return device.id
  const peers = net.topology.domains.find(({ id }) => id === end)?.peers
  const ends = first === undefined ? [] : (net.links.get(first)?.ends ?? [])
  return ends.flatMap((port) => net.ports.get(port)?.device ?? []).find((id) => peers?.includes(id))
}

function attachedTo(net: Network, host: DeviceId): readonly DomainId[] {
  const cabled = (net.portsOf.get(host) ?? []).flatMap(({ id }) => net.neighbour.get(id)?.device ?? [])
  const bonded = (net.lagsOf.get(host) ?? []).flatMap(({ bond, end }) => devicesAt(net, bond.ends[end === 0 ? 1 : 0]))
  return [...cabled, ...bonded].flatMap((device) => net.domainOf.get(device)?.id ?? [])
}
