import type { DeviceId } from '../model/ids.ts'
import { need, type Network } from '../model/network.ts'
import type { MlagDomain, VendorId } from '../model/topology.ts'
import { peerParameters } from './parameters.ts'
import { peerConfigs, profileIn } from './peerConfig.ts'
import type { PlanDomain } from './plan.ts'
import { firstVirtual } from './planGateways.ts'
import type { Numbers } from './planNumbers.ts'

export function planDomain(numbers: Numbers, domain: MlagDomain, index: number): PlanDomain {
  const { net, profiles, deviceIndex, portIndex, linkIndex, lagIndex } = numbers
  // Where only one peer could forward for the address, nothing does.
  const routed = profileIn(profiles, vendorOf(net, domain.peers[0])).gateway === null ? [] : domain.gateways
  const at = (peer: 0 | 1) => need(deviceIndex, domain.peers[peer])
  const paths = net.keepalivePathsOf.get(domain.id) ?? []
  const keepalive = (peer: 0 | 1) => {
    const links = new Set(paths.flat())
    return (net.portsOf.get(domain.peers[peer]) ?? [])
      .filter((port) => links.has(need(net.linkAt, port.id).id))
      .map(({ id }) => need(portIndex, id))
  }
  const parameters = (peer: 0 | 1) =>
    peerParameters(net, domain, peer, profileIn(profiles, vendorOf(net, domain.peers[0])))
  const orphans = (peer: 0 | 1) => {
    const uplinks = net.topology.links.filter(({ use }) => use === 'uplink')
    return [...(net.orphansOf.get(domain.id) ?? []), ...uplinks].flatMap(({ ends }) =>
      ends.filter((end) => need(net.ports, end).device === domain.peers[peer]).map((end) => need(portIndex, end)),
    )
  }
  const peerLink = (peer: 0 | 1) => {
    const lag = net.lagsOf.get(domain.peers[peer])?.find(({ role }) => role === 'peer-link')
    return lag === undefined ? -1 : need(lagIndex, lag)
  }
  return {
    index,
    id: domain.id,
    name: domain.name,
    vendor: vendorOf(net, domain.peers[0]),
    keepaliveUdpPort: profileIn(profiles, vendorOf(net, domain.peers[0])).keepaliveUdpPort?.value ?? null,
    peers: [at(0), at(1)] as const,
    peerLinks: [peerLink(0), peerLink(1)] as const,
    keepalivePorts: [keepalive(0), keepalive(1)] as const,
    keepalivePaths: paths.map((path) => path.map((id) => need(linkIndex, id))),
    orphanPorts: [orphans(0), orphans(1)] as const,
    virtuals: new Map(routed.map(({ vlan }, at) => [vlan, firstVirtual(net, domain) + at])),
    peeringVlan: domain.peering.vlan,
    configs: peerConfigs(net, domain, profiles),
    parameters: [parameters(0), parameters(1)] as const,
  }
}

function vendorOf(net: Network, device: DeviceId): VendorId {
  const found = net.devices.get(device)
  if (found?.kind !== 'switch') throw new Error(`${device} is not a switch`)
  return found.vendor
}
