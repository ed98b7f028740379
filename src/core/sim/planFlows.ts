import { gatewayMac, gatewayOf } from '../model/gateways.ts'
import { accessVlanOf, need } from '../model/network.ts'
import type { Flow, HostDevice } from '../model/topology.ts'
import { hashesOfArp, hashesOfUdp, type HashInput } from '../protocol/bridge/hash.ts'
import type { PlanDirection } from './plan.ts'
import { firstVirtual, gatewayKindOf } from './planGateways.ts'
import type { Numbers } from './planNumbers.ts'

/** Two directions for each flow. */
export function planDirections(numbers: Numbers): readonly PlanDirection[] {
  return numbers.net.topology.flows.flatMap((flow, index): readonly PlanDirection[] => {
    const [a, b] = [endOf(numbers, flow, flow.from), endOf(numbers, flow, flow.to)]
    if (a === null || b === null) return []
    const [p, q] = flow.ports
    return [
      { from: a, to: b, p, q },
      { from: b, to: a, p: q, q: p },
    ].map(({ from, to, p, q }, direction) => {
      const bridged = from.vlan === to.vlan && from.vlan > 0
      const routed = !bridged && from.gateway >= 0
      return {
        index: index * 2 + direction,
        flow: flow.id,
        direction: direction === 0 ? 0 : 1,
        from: from.address,
        to: to.address,
        vlan: from.vlan,
        toVlan: to.vlan,
        hop: routed ? from.gateway : to.address,
        toDomain: to.domain,
        udpPorts: [p, q],
        hashes: hashesOfUdp({ ...from.hash, port: p }, { ...to.hash, port: q }),
        arpHashes: hashesOfArp({ ...from.hash, port: p }, { ...to.hash, port: q }),
      }
    })
  })
}

interface FlowEnd {
  readonly address: number
  /** 0 for a router. */
  readonly vlan: number
  /** Number of its gateway's virtual address and of the domain that routes into its VLAN; -1 without. */
  readonly gateway: number
  readonly domain: number
  readonly hash: Omit<HashInput, 'port'>
}

function endOf(numbers: Numbers, flow: Flow, end: Flow['to']): FlowEnd | null {
  const { net, deviceIndex } = numbers
  const device = net.topology.devices.find(({ id }) => id === end)
  if (device === undefined) return gatewayEnd(numbers, flow)
  if (device.kind === 'host') return hostEnd(numbers, device)
  if (device.kind !== 'router') return null
  return { address: need(deviceIndex, device.id), vlan: 0, gateway: -1, domain: -1, hash: device }
}

function hostEnd({ net, deviceIndex, domainIndex }: Numbers, host: HostDevice): FlowEnd {
  const vlan = accessVlanOf(net, host.id) ?? 0
  const found = gatewayOf(net, host.id)
  const address = need(deviceIndex, host.id)
  if (!found) return { address, vlan, gateway: -1, domain: -1, hash: host }
  const gateway = firstVirtual(net, found.domain) + found.domain.gateways.indexOf(found.gateway)
  return { address, vlan, gateway, domain: need(domainIndex, found.domain.id), hash: host }
}

/** The gateway of the flow's host; an address that nobody has while the domain routes nothing of its VLAN. */
function gatewayEnd({ net, profiles, domainIndex }: Numbers, { from, to }: Flow): FlowEnd {
  const domain = net.topology.domains.find(({ id }) => id === to)
  const vlan = accessVlanOf(net, from) ?? 0
  const gateway = domain?.gateways.find((gateway) => gateway.vlan === vlan)
  if (!domain || !gateway) return { address: NOBODY, vlan, gateway: -1, domain: -1, hash: NO_HASH }
  const address = firstVirtual(net, domain) + domain.gateways.indexOf(gateway)
  const hash = { mac: gatewayMac(gatewayKindOf({ net, profiles }, domain), domain, vlan), ipv4: gateway.address }
  return { address, vlan, gateway: -1, domain: need(domainIndex, domain.id), hash }
}

/** No device and no virtual address has this number, and it is not that of a broadcast. */
const NOBODY = -2
const NO_HASH = { mac: '00:00:00:00:00:00', ipv4: '0.0.0.0' }
