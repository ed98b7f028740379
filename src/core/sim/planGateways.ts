import { gatewayMac } from '../model/gateways.ts'
import type { Network } from '../model/network.ts'
import type { MlagDomain } from '../model/topology.ts'
import { profileIn } from './peerConfig.ts'
import type { PlanVirtual } from './plan.ts'
import type { Numbers } from './planNumbers.ts'

/** Virtual router addresses of all domains, in the order of their numbers. */
export function planVirtuals({ net, profiles }: Numbers): readonly PlanVirtual[] {
  return net.topology.domains.flatMap((domain, index) => {
    const kind = gatewayKindOf({ net, profiles }, domain)
    return domain.gateways.map(({ vlan, address }) => ({
      domain: index,
      vlan,
      ipv4: address,
      mac: gatewayMac(kind, domain, vlan),
      sends: kind === 'same-address',
    }))
  })
}

/** How a domain's platform lets both peers be one router; undefined where it does not. */
export function gatewayKindOf({ net, profiles }: Pick<Numbers, 'net' | 'profiles'>, domain: MlagDomain) {
  const device = net.devices.get(domain.peers[0])
  return device?.kind === 'switch' ? profileIn(profiles, device.vendor).gateway?.value : undefined
}

/** Number of a domain's first virtual address: they follow those of devices. */
export function firstVirtual({ topology }: Network, domain: MlagDomain): number {
  const before = topology.domains.slice(0, topology.domains.indexOf(domain))
  return topology.devices.length + before.reduce((count, { gateways }) => count + gateways.length, 0)
}
