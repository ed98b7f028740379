import type { DeviceId, DomainId, LinkId, PortId } from '../model/ids.ts'
import { carries, need, networkOf, vlansOf, type Lag, type Network } from '../model/network.ts'
import type { Profiles } from '../model/profile.ts'
import type { Device, Topology, VlanMembership } from '../model/topology.ts'
import { interfacesOf } from './interfaces.ts'
import type { PlanBridgePort } from './plan.ts'
import { stpNumbers } from './stpPlan.ts'

/** What the parts of a plan are numbered with: the place of everything in its array. */
export interface Numbers {
  readonly net: Network
  readonly profiles: Profiles
  readonly deviceIndex: ReadonlyMap<DeviceId, number>
  readonly portIndex: ReadonlyMap<PortId, number>
  readonly linkIndex: ReadonlyMap<LinkId, number>
  readonly domainIndex: ReadonlyMap<DomainId, number>
  readonly lagIndex: ReadonlyMap<Lag, number>
  /** Bridge ports by device number. */
  readonly bridges: readonly (readonly PlanBridgePort[])[]
}

export function numbersOf(topology: Topology, profiles: Profiles): Numbers {
  const net = networkOf(topology)
  const portIndex = indexOf([...net.ports.keys()])
  const lagIndex = indexOf(topology.devices.flatMap(({ id }) => net.lagsOf.get(id) ?? []))
  return {
    net,
    profiles,
    deviceIndex: indexOf(topology.devices.map(({ id }) => id)),
    portIndex,
    linkIndex: indexOf([...net.links.keys()]),
    domainIndex: indexOf([...net.domains.keys()]),
    lagIndex,
    bridges: topology.devices.map((device) => bridgePortsOf(net, device, profiles, lagIndex, portIndex)),
  }
}

function bridgePortsOf(
  net: Network,
  device: Device,
  profiles: Profiles,
  lagIndex: ReadonlyMap<Lag, number>,
  portIndex: ReadonlyMap<PortId, number>,
): readonly PlanBridgePort[] {
  const vlanIds = net.topology.vlans.map(({ id }) => id)
  const numberOf = stpNumbers(net, device)
  const more = device.kind === 'switch' && profiles[device.vendor]?.trunksCarryMore !== undefined
  const onTrunk = (vlans: VlanMembership, vlan: number) =>
    carries(vlans, vlan) || (more && vlans.mode === 'trunk' && vlans.native === vlan)
  return interfacesOf(net, device).map((one): PlanBridgePort => {
    const stp = numberOf(device, one)
    if ('lag' in one) {
      const all = more && one.lag.role === 'peer-link'
      const vlans = vlanIds.filter((vlan) => all || onTrunk(one.lag.bond.vlans, vlan))
      return { lag: need(lagIndex, one.lag), port: -1, vlans, stp }
    }
    const port = need(portIndex, one.port.id)
    if (device.kind === 'management-switch') return { lag: -1, port, vlans: [0], stp }
    const membership = one.member?.bond.vlans ?? vlansOf(net, need(net.linkAt, one.port.id))
    return { lag: -1, port, vlans: vlanIds.filter((vlan) => onTrunk(membership, vlan)), stp }
  })
}

function indexOf<T>(ids: readonly T[]): ReadonlyMap<T, number> {
  return new Map(ids.map((id, index) => [id, index]))
}
