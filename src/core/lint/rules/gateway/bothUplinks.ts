import { switchOn, uplinksOf } from '../../routed.ts'
import type { Rule } from '../../rule.ts'

export const gatewayBothUplinks: Rule = {
  id: 'gateway/both-uplinks',
  severity: 'warning',
  title: 'Both peers have uplinks, or a route by the other one.',
  why: ({ domain }) =>
    `Hosts send to either peer of the ${domain}, and each routes what it gets. A peer without an uplink drops half of what leaves the pair, or sends all of it over the peer-link.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: layer 3 backup path between peers',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: layer 3 bypass between the devices',
  },
  check: ({ pairs, net }) =>
    pairs.flatMap(({ domain, peers, vendor, runs }) => {
      const without = peers.filter(({ id }) => uplinksOf(net, id).length === 0)
      const [lone] = without
      if (lone === undefined || without.length === 2 || runs.switches['backup-route']?.value === true) return []
      return [
        {
          text: `${lone.name} has no uplink, its peer has: what hosts send to ${lone.name} does not leave ${domain.name}.`,
          wayOut: `Give ${lone.name} uplinks of its own, or set a backup route over the peer-link.`,
          at: [lone.id, domain.id],
          vendor,
          fix: switchOn(domain, 'backup-route', 'Set the backup route'),
        },
      ]
    }),
}
