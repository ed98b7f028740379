import { need, type Network } from '../model/network.ts'
import type { RunView } from '../model/runView.ts'
import type { MlagDomain, Port } from '../model/topology.ts'
import { lines, list, table, type Part } from './parts.ts'

/** An uplink of a pair, seen from its switch. */
export interface Uplink {
  readonly peer: string
  readonly port: Port
  readonly router: string
  readonly routerPort: string
  /** Of the switch and of the router. */
  readonly addresses: readonly [string, string]
  readonly prefixLength: number
}

/** Routed cables of a pair, those of its first peer first. */
export function uplinksOf(net: Network, { peers }: Pick<MlagDomain, 'peers'>): readonly Uplink[] {
  return peers.flatMap((peer) =>
    need(net.portsOf, peer).flatMap((port): readonly Uplink[] => {
      const link = net.linkAt.get(port.id)
      const far = net.neighbour.get(port.id)
      if (link?.routed === undefined || far === undefined) return []
      const [a, b] = link.routed.addresses
      return [
        {
          peer: need(net.devices, peer).name,
          port,
          router: need(net.devices, far.device).name,
          routerPort: far.name,
          addresses: link.ends[0] === port.id ? [a, b] : [b, a],
          prefixLength: link.routed.prefixLength,
        },
      ]
    }),
  )
}

/** What routing needs before the first line is pasted: addresses that are free, and the far ends of the uplinks. */
export function routedChecks(net: Network, domain: MlagDomain): readonly string[] {
  const uplinks = uplinksOf(net, domain)
  return [
    ...domain.gateways.map(
      ({ vlan, address, addresses, prefixLength }) =>
        `VLAN ${vlan}: ${address}, ${addresses.join(' and ')} (/${prefixLength}) are free, and ${address} is no other router's.`,
    ),
    ...uplinks.map(
      ({ peer, port, router, routerPort, addresses: [own, hop], prefixLength }) =>
        `${router} ${routerPort} has ${hop}/${prefixLength} towards ${peer} ${port.name} (${own}).`,
    ),
    ...(uplinks.length === 0 || domain.gateways.length === 0
      ? []
      : [
          `The way back, by every uplink: ${[...new Set(uplinks.map(({ router }) => router))].join(' and ')}; README.txt has the routes.`,
        ]),
  ]
}

/** Who answers for the gateways in the simulation, and what to try by hand. */
export function routedVerification(net: Network, view: RunView, domain: MlagDomain): readonly Part[] {
  const seen = view.domains.find((one) => one.domain === domain.id)?.gateways ?? []
  const uplinks = uplinksOf(net, domain)
  const names = (ids: readonly MlagDomain['peers'][number][]): string =>
    ids.map((id) => need(net.devices, id).name).join(' and ')
  return [
    ...(seen.length === 0
      ? []
      : [
          table(
            ['Gateway of VLAN', 'Address', 'MAC address in the hosts’ ARP', 'Answered by'],
            seen.map(({ vlan, address, mac, answering }) => [
              String(vlan),
              address,
              mac,
              answering.length === 0 ? 'nobody' : names(answering),
            ]),
          ),
          ...lines(
            'From a server of each VLAN:',
            seen.map(({ address }) => `ping ${address}`),
          ),
        ]),
    ...list(
      uplinks.map(
        ({ peer, router, addresses: [own, hop] }) => `${peer} reaches ${router} at ${hop}, and is reached at ${own}.`,
      ),
    ),
  ]
}
