import type { DeviceId } from '../model/ids.ts'
import type { Network } from '../model/network.ts'
import { accessVlanOf } from '../model/network.ts'
import type { HostDevice, Link, MlagDomain } from '../model/topology.ts'
import { endsOf, type Drawn, type DrawnPair } from './drawn.ts'

/** Uplinks of a device. */
export function uplinksOf(net: Network, device: DeviceId): readonly Link[] {
  return (net.portsOf.get(device) ?? []).flatMap(({ id }) => {
    const link = net.linkAt.get(id)
    return link?.use === 'uplink' ? [link] : []
  })
}

/** Hosts that hang on the pair, bonded or not. */
export function hostsOf({ net, hosts }: Drawn, { peers, bonds }: DrawnPair): readonly HostDevice[] {
  const below = new Set(
    [
      ...peers.flatMap(({ id }) =>
        (net.portsOf.get(id) ?? []).flatMap((port) => net.neighbour.get(port.id)?.device ?? []),
      ),
      ...bonds.flatMap(({ legs }) => legs.flat().flatMap((link) => endsOf(net, link).map(({ id }) => id))),
    ].map(String),
  )
  return hosts.filter(({ id }) => below.has(id))
}

/** Hosts in a VLAN that the pair is the gateway of. */
export function routedHosts(drawn: Drawn, pair: DrawnPair, vlan: number): readonly HostDevice[] {
  return hostsOf(drawn, pair).filter(({ id }) => accessVlanOf(drawn.net, id) === vlan)
}

export function switchOn(domain: MlagDomain, key: 'peer-gateway' | 'backup-route' | 'uplink-tracking', label: string) {
  return { label, edits: [{ type: 'set-switch', domain: domain.id, key, value: true } as const] }
}
