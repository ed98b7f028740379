import { newGateway } from './editGateways.ts'
import { newUplinkAddresses } from './freeNames.ts'
import type { Gateway, Link, Topology } from './topology.ts'

/** Addresses of an uplink's copy: the original's, or others where one of them is in use. */
export function ownUplink(topology: Topology, { routed }: Pick<Link, 'routed'>, routerFirst: boolean): Link['routed'] {
  const used = new Set(topology.links.flatMap((link) => link.routed?.addresses ?? []))
  if (routed === undefined || !routed.addresses.some((address) => used.has(address))) return routed
  const [router, other] = newUplinkAddresses(topology)
  return { ...routed, addresses: routerFirst ? [router, other] : [other, router] }
}

/** A gateway of a pair's copy: as the original, with other addresses where one of them is in use. */
export function ownGateway(topology: Topology, gateway: Gateway): Gateway {
  const used = new Set(topology.domains.flatMap(({ gateways }) => gateways.flatMap(addressesOf)))
  return addressesOf(gateway).some((address) => used.has(address)) ? newGateway(topology, gateway.vlan) : gateway
}

function addressesOf({ address, addresses }: Gateway): readonly string[] {
  return [address, ...addresses]
}
