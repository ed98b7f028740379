import { gatewayGroup, gatewayMac } from '../model/gateways.ts'
import { need, type Network } from '../model/network.ts'
import type { Profile } from '../model/profile.ts'
import type { Gateway, Link, MlagDomain, Port, SwitchDevice, VlanMembership } from '../model/topology.ts'
import type { Effective } from './effective.ts'
import type { ExportNote } from './exporter.ts'

/** What a switch routes, as an exporter writes it down. */
export interface RoutingPlan {
  /** By VLAN; none where the platform has no way that both peers forward. */
  readonly gateways: readonly GatewayPlan[]
  readonly uplinks: readonly UplinkPlan[]
  /** Second default route by the other peer, in a VLAN of the two on the peer-link; null: there is none. */
  readonly backup: {
    readonly vlan: number
    readonly own: string
    readonly next: string
    readonly prefixLength: number
  } | null
  /** Members go down with the last uplink. */
  readonly tracked: boolean
}

export interface GatewayPlan extends Pick<Gateway, 'vlan' | 'address' | 'prefixLength'> {
  readonly own: string
  readonly peer: string
  /** Number of an HSRP or VRRP group. */
  readonly group: number
  readonly mac: string
  /** This peer is to own the address where one does. */
  readonly preferred: boolean
}

export interface UplinkPlan {
  readonly port: Port
  readonly link: Link
  /** For the description: the router and its port. */
  readonly towards: string
  readonly own: string
  /** The router's address: next hop of the default route. */
  readonly next: string
  readonly prefixLength: number
}

export function planRouting(net: Network, device: SwitchDevice, profile: Profile, runs: Effective): RoutingPlan {
  const domain = net.domainOf.get(device.id)
  const uplinks = planUplinks(net, device)
  return {
    gateways:
      domain && profile.gateway ? domain.gateways.map((gateway) => planGateway(domain, gateway, device, profile)) : [],
    uplinks,
    backup:
      domain && uplinks.length > 0 && runs.switches['backup-route']?.value === true ? backupOf(domain, device) : null,
    tracked: uplinks.length > 0 && runs.switches['uplink-tracking']?.value === true,
  }
}

/** The VLAN of the backup route where the platform has none for its peers already; null: nothing is added. */
export function addedVlan({ backup }: RoutingPlan, { vendor }: Profile, { choices }: Effective): number | null {
  // EOS and, with ICCP over the ICL, Junos talk over the same VLAN interface.
  const there = vendor === 'arista-eos' || (vendor === 'juniper-junos' && choices['session-path'].value === 'peer-link')
  return backup === null || there ? null : backup.vlan
}

/** A peer-link's VLANs with that of the backup route. */
export function withVlan(vlans: VlanMembership, added: number | null): VlanMembership {
  if (added === null || vlans.mode === 'access' || vlans.allowed.includes(added)) return vlans
  return { ...vlans, allowed: [...vlans.allowed, added].sort((a, b) => a - b) }
}

/** What is drawn of gateways and uplinks and no statement of the platform takes. */
export function routingNotes(
  net: Network,
  device: SwitchDevice,
  profile: Profile,
  runs: Effective,
): readonly ExportNote[] {
  const domain = net.domainOf.get(device.id)
  const notes: ExportNote[] = []
  if (domain && profile.gateway?.value === 'same-address' && domain.gateways.length > 0) {
    const own = planRouting(net, device, profile, runs).gateways.map((gateway) => gateway.own)
    const text = `${profile.words.platform} has the router address itself on both peers; ${own.join(', ')} is not written.`
    notes.push({ text, from: domain.id })
  }
  if (domain && profile.gateway === null && domain.gateways.length > 0) {
    const vlans = domain.gateways.map(({ vlan }) => vlan).join(', ')
    const text = `${profile.words.platform} has no router address that both peers forward for; the gateway of VLAN ${vlans} is not written and not simulated.`
    notes.push({ text, from: domain.id })
  }
  if (!domain && planUplinks(net, device).length > 0)
    notes.push({ text: 'Uplinks of a switch without a peer are written; it is no gateway.', from: device.id })
  if (domain?.settings.switches['uplink-tracking'] === true && profile.switches['uplink-tracking'] === null)
    notes.push({ text: `${profile.words.platform} tracks no uplinks; members stay up without one.`, from: domain.id })
  return notes
}

function planGateway(domain: MlagDomain, gateway: Gateway, device: SwitchDevice, profile: Profile): GatewayPlan {
  const [own, peer] = domain.peers[0] === device.id ? ([0, 1] as const) : ([1, 0] as const)
  const { vlan, address, addresses, prefixLength } = gateway
  return {
    vlan,
    address,
    prefixLength,
    own: addresses[own],
    peer: addresses[peer],
    group: gatewayGroup(profile.gateway?.value, vlan),
    mac: gatewayMac(profile.gateway?.value, domain, vlan),
    preferred: domain.preferredPrimary === device.id,
  }
}

function planUplinks(net: Network, device: SwitchDevice): readonly UplinkPlan[] {
  return need(net.portsOf, device.id).flatMap((port) => {
    const link = net.linkAt.get(port.id)
    const far = net.neighbour.get(port.id)
    if (!link?.routed || link.use !== 'uplink' || !far) return []
    const [own, next] = link.ends[0] === port.id ? ([0, 1] as const) : ([1, 0] as const)
    const { addresses, prefixLength } = link.routed
    const towards = `${net.devices.get(far.device)?.name} ${far.name}`
    return [{ port, link, towards, own: addresses[own], next: addresses[next], prefixLength }]
  })
}

function backupOf(domain: MlagDomain, device: SwitchDevice): RoutingPlan['backup'] {
  const [own, next] = domain.peers[0] === device.id ? ([0, 1] as const) : ([1, 0] as const)
  const { vlan, addresses, prefixLength } = domain.peering
  return { vlan, own: addresses[own], next: addresses[next], prefixLength }
}
