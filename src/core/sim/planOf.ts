import { need, vlansOf } from '../model/network.ts'
import type { Profiles } from '../model/profile.ts'
import type { Link, Port, Topology, VlanMembership } from '../model/topology.ts'
import type { Plan, PlanLink, PlanPort } from './plan.ts'
import { planDevice } from './planDevices.ts'
import { planVirtuals } from './planGateways.ts'
import { planDomain } from './planDomains.ts'
import { planDirections } from './planFlows.ts'
import { planLag } from './planLags.ts'
import { numbersOf, type Numbers } from './planNumbers.ts'

/** Numbers a checked topology. */
export function planOf(topology: Topology, profiles: Profiles): Plan {
  const numbers = numbersOf(topology, profiles)
  return {
    topology,
    devices: topology.devices.map((device, index) => planDevice(numbers, device, index)),
    ports: [...numbers.net.ports.values()].map((port, index) => planPort(numbers, port, index)),
    links: [...numbers.net.links.values()].map((link, index) => planLink(numbers, link, index)),
    lags: [...numbers.lagIndex].map(([lag, index]) => planLag(numbers, lag, index)),
    domains: topology.domains.map((domain, index) => planDomain(numbers, domain, index)),
    directions: planDirections(numbers),
    virtuals: planVirtuals(numbers),
  }
}

function planPort(numbers: Numbers, port: Port, index: number): PlanPort {
  const { net, deviceIndex, portIndex, linkIndex, lagIndex, bridges } = numbers
  const link = need(net.linkAt, port.id)
  const device = need(deviceIndex, port.device)
  const lag = net.lagAt.get(port.id)
  const lagNumber = lag === undefined ? -1 : need(lagIndex, lag)
  return {
    index,
    id: port.id,
    name: port.name,
    device,
    link: need(linkIndex, link.id),
    end: link.ends[0] === port.id ? 0 : 1,
    far: need(portIndex, need(net.neighbour, port.id).id),
    lag: lagNumber,
    bridgePort: (bridges[device] ?? []).findIndex((b) => (lagNumber < 0 ? b.port === index : b.lag === lagNumber)),
    individual: lagNumber < 0 ? -1 : (bridges[device] ?? []).findIndex((b) => b.port === index),
    position: port.kind === 'management' ? 256 + port.index : port.index,
    lacpId: String(index),
  }
}

function planLink({ net, portIndex }: Numbers, link: Link, index: number): PlanLink {
  return {
    index,
    id: link.id,
    ports: [need(portIndex, link.ends[0]), need(portIndex, link.ends[1])],
    delayUs: link.delayUs,
    use: link.use,
    untaggedVlan: link.use === 'uplink' ? 0 : untaggedVlan(vlansOf(net, link)),
    suspendWithMembers: link.suspendWithMembers,
  }
}

function untaggedVlan(vlans: VlanMembership): number {
  return vlans.mode === 'access' ? vlans.vlan : vlans.native
}
