import { isNoHost, sameNetwork } from '../../addresses.ts'
import { usesPeering } from '../../drawn.ts'
import type { Rule } from '../../rule.ts'

export const domainPeeringNetwork: Rule = {
  id: 'domain/peering-network',
  severity: 'error',
  title: 'The peering addresses are hosts of one network.',
  why: ({ domain }) =>
    `The session of the ${domain} runs over one VLAN, without a router. Peers in different networks, or with the address of the network itself, never find each other.`,
  source: {
    general:
      'Arista EOS User Manual, Multi-Chassis Link Aggregation: peer-address in the subnet of the local interface',
  },
  unplayable: 'The engine carries the session along the peer-link, whatever addresses and routes it has.',
  check: ({ pairs }) =>
    pairs.flatMap((pair) => {
      const { domain, vendor } = pair
      const { addresses, prefixLength } = domain.peering
      const apart = !sameNetwork(addresses, prefixLength)
      if (!usesPeering(pair) || !(apart || addresses.some((address) => isNoHost(address, prefixLength)))) return []
      return [
        {
          text: `${addresses[0]} and ${addresses[1]} of ${domain.name} are ${apart ? 'in different networks' : 'no two hosts'} at /${prefixLength}.`,
          wayOut: 'Give the peers two host addresses of one network.',
          at: [domain.id],
          vendor,
        },
      ]
    }),
}
