import { networkAt, sameNetwork, toText } from '../../addresses.ts'
import { routedHosts } from '../../routed.ts'
import type { Rule } from '../../rule.ts'

export const gatewayHostNetwork: Rule = {
  id: 'gateway/host-network',
  severity: 'error',
  title: 'Hosts have addresses of the network that their gateway is in.',
  why: ({ domain }) =>
    `A host reaches its gateway only in its own network, and the peers of the ${domain} look for it only there: nothing is routed to an address outside.`,
  source: { general: 'RFC 1122, section 3.3.1 (routing outbound datagrams)' },
  unplayable: 'The engine finds the gateway of a host by its VLAN, whatever the addresses.',
  check: (drawn) =>
    drawn.pairs.flatMap((pair) =>
      pair.domain.gateways.flatMap(({ vlan, address, prefixLength }) =>
        routedHosts(drawn, pair, vlan)
          .filter(({ ipv4 }) => !sameNetwork([ipv4, address], prefixLength))
          .map((host) => ({
            text: `${host.name} has ${host.ipv4} and is in VLAN ${vlan}, whose gateway is ${address}/${prefixLength}.`,
            wayOut: `Give ${host.name} an address of ${toText(networkAt(address, prefixLength))}/${prefixLength}.`,
            at: [host.id, pair.domain.id],
            vendor: pair.vendor,
          })),
      ),
    ),
}
