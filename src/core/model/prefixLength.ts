import { gatewayOf } from './gateways.ts'
import type { DeviceId } from './ids.ts'
import { accessVlanOf, type Network } from './network.ts'

export interface SharedPrefix {
  readonly length: number
  /** The hosts of the VLAN have no network in common: they would need a router, which the simulation does not. */
  readonly apart: boolean
}

/**
 * Prefix length under which all hosts of a VLAN reach each other without a router, as they do in the simulation. The
 * design holds addresses only: 24, or as much shorter as its hosts need.
 */
export function prefixIn(net: Network, vlan: number | null): SharedPrefix {
  const addresses = net.topology.devices.flatMap((device) =>
    device.kind === 'host' && accessVlanOf(net, device.id) === vlan ? [numberOf(device.ipv4)] : [],
  )
  const [first = 0] = addresses
  const common = Math.clz32(addresses.reduce((bits, address) => bits | (address ^ first), 0))
  const apart = common < SHORTEST
  return { length: apart ? USUAL : Math.min(USUAL, common), apart }
}

/** Prefix length of a host's address: that of the router that serves its VLAN, or what its hosts need. */
export function prefixOf(net: Network, host: DeviceId): number {
  return gatewayOf(net, host)?.gateway.prefixLength ?? prefixIn(net, accessVlanOf(net, host)).length
}

function numberOf(ipv4: string): number {
  return ipv4.split('.').reduce((number, octet) => (number << 8) | Number(octet), 0)
}

const USUAL = 24
const SHORTEST = 8
