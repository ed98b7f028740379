import { isNoHost, sameNetwork } from '../../addresses.ts'
import type { Rule } from '../../rule.ts'

export const gatewayOneNetwork: Rule = {
  id: 'gateway/one-network',
  severity: 'error',
  title: 'The router address and those of the peers are host addresses of one network.',
  why: ({ domain }) =>
    `A switch refuses a router address outside the network of its VLAN interface, and hosts that have it as their gateway do not reach it. The peers of the ${domain} must be in one network with it.`,
  source: {
    general: 'RFC 5798, section 1 and 5: the virtual address is one of the network of the interface',
    'cisco-nxos': 'Cisco Nexus 9000 Series NX-OS Unicast Routing Configuration Guide, Configuring HSRP',
  },
  unplayable:
    'The engine routes by what is cabled, whatever the addresses: the conflict is between devices and their neighbours.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, vendor }) =>
      domain.gateways.flatMap(({ vlan, address, addresses, prefixLength }) => {
        const all = [address, ...addresses]
        const apart = all.find((one) => !sameNetwork([address, one], prefixLength))
        const none = all.find((one) => isNoHost(one, prefixLength))
        const twice = addresses.find((one) => one === address)
        if (apart === undefined && none === undefined && twice === undefined) return []
        const why =
          apart !== undefined
            ? `${apart} is in another network than ${address}/${prefixLength}`
            : none !== undefined
              ? `${none} is no host address of a /${prefixLength}`
              : `the router address ${address} is also that of a peer`
        return [
          {
            text: `Gateway of VLAN ${vlan} on ${domain.name}: ${why}.`,
            wayOut: 'Take three different host addresses of one network.',
            at: [domain.id],
            vendor,
          },
        ]
      }),
    ),
}
