import { isNoHost, sameNetwork } from '../../addresses.ts'
import type { Rule } from '../../rule.ts'
import { cableName } from '../../steps.ts'

export const gatewayUplinkNetwork: Rule = {
  id: 'gateway/uplink-network',
  severity: 'error',
  title: 'Both ends of an uplink are host addresses of one network.',
  why: () =>
    'The default route of a switch names the address of the router at the other end. Outside the network of its own port the route is never used.',
  source: { general: 'RFC 1812, section 5.2.4 (next hop address determination)' },
  unplayable:
    'The engine routes by what is cabled, whatever the addresses: the conflict is between devices and their neighbours.',
  check: ({ design, net }) =>
    design.topology.links.flatMap((link) => {
      if (!link.routed) return []
      const { addresses, prefixLength } = link.routed
      const [a, b] = addresses
      const bad = addresses.some((one) => isNoHost(one, prefixLength))
      if (a !== b && sameNetwork(addresses, prefixLength) && !bad) return []
      return [
        {
          text: `The ends of ${cableName(net, link)} have ${a} and ${b}, which are no two host addresses of one /${prefixLength}.`,
          wayOut: 'Give both ends an address of one network.',
          at: [link.id],
          vendor: null,
        },
      ]
    }),
}
