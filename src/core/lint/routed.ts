import type { DeviceId } from '../model/ids.ts'
import type { Network } from '../model/network.ts'
import { accessVlanOf } from '../model/network.ts'
import type { HostDevice, Link, MlagDomain } from '../model/topology.ts'
import { endsOf, type Drawn, type DrawnPair } from './drawn.ts'
import type { Counterexample } from './rule.ts'
import { breaking } from './steps.ts'

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

/** A host in one of these VLANs that talks to something beyond its gateway, and that. */
export function outwards(
  { net, design }: Drawn,
  hosts: readonly HostDevice[],
): { readonly host: HostDevice; readonly beyond: DeviceId } | null {
  for (const host of hosts) {
    const beyond = design.topology.flows
      .flatMap(({ from, to }) => (from === host.id ? [to] : to === host.id ? [from] : []))
      .flatMap((id) => design.topology.devices.find((device) => device.id === id) ?? [])
      .find(
        ({ id, kind }) =>
          kind === 'router' || (kind === 'host' && accessVlanOf(net, id) !== accessVlanOf(net, host.id)),
      )
    if (beyond !== undefined) return { host, beyond: beyond.id }
  }
  return null
}

/** That host hears nothing from out there, from the start on. */
export function noWayOut(drawn: Drawn, hosts: readonly HostDevice[]): { readonly counterexample?: Counterexample } {
  const talk = outwards(drawn, hosts)
  if (talk === null) return {}
  return {
    counterexample: {
      scenario: breaking(`${talk.host.name} without a gateway`, [], 30),
      story: `Everything is up, and nothing that ${talk.host.name} sends leaves its network.`,
      shows: [{ what: 'unreachable', host: talk.host.id, with: talk.beyond }],
    },
  }
}
