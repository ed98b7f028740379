import { accessVlanOf } from '../../../model/network.ts'
import { hostsOf, noWayOut, uplinksOf } from '../../routed.ts'
import type { Rule } from '../../rule.ts'
import { listed } from '../../words.ts'

export const gatewayPresent: Rule = {
  id: 'gateway/present',
  severity: 'warning',
  title: 'A pair with uplinks is the gateway of its hosts.',
  why: ({ domain }) =>
    `Uplinks are routed: what hosts send reaches them only by a router address in their VLAN. Without one on both peers of the ${domain} the hosts below have no way out.`,
  source: {
    general: 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: vPC and HSRP or VRRP',
    'arista-eos': 'Arista EOS User Manual, Virtual ARP',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: dual-active gateway',
  },
  check: (drawn) =>
    drawn.pairs.flatMap((pair) => {
      const { domain, peers, vendor, profile } = pair
      if (profile.gateway === null || peers.every(({ id }) => uplinksOf(drawn.net, id).length === 0)) return []
      const known = new Set(domain.gateways.map(({ vlan }) => vlan))
      const used = hostsOf(drawn, pair).flatMap(({ id }) => accessVlanOf(drawn.net, id) ?? [])
      const vlans = [...new Set(used)].filter(
        (vlan) => !known.has(vlan) && drawn.design.topology.vlans.some(({ id }) => id === vlan),
      )
      if (vlans.length === 0) return []
      return [
        {
          text: `${domain.name} has uplinks and is not the gateway of VLAN ${listed(vlans.map(String))}.`,
          wayOut: 'Give the pair a router address in each VLAN of its hosts.',
          at: [domain.id],
          vendor,
          ...noWayOut(
            drawn,
            hostsOf(drawn, pair).filter(({ id }) => vlans.includes(accessVlanOf(drawn.net, id) ?? 0)),
          ),
          fix: {
            label: vlans.length === 1 ? `Add the gateway of VLAN ${vlans[0]}` : `Add ${vlans.length} gateways`,
            edits: vlans.map((vlan) => ({ type: 'add-gateway', domain: domain.id, vlan }) as const),
          },
        },
      ]
    }),
}
