import { overlap } from '../../addresses.ts'
import { usesPeering } from '../../drawn.ts'
import type { Rule } from '../../rule.ts'

export const keepaliveOwnNetwork: Rule = {
  id: 'keepalive/own-network',
  severity: 'error',
  title: 'The keepalive uses another network than the session over the peer-link.',
  why: ({ keepalive }) =>
    `With addresses of the peer-link's interface VLAN the ${keepalive} is routed over the peer-link itself: it dies with what it is to survive.`,
  source: {
    general:
      'Arista EOS User Manual, Multi-Chassis Link Aggregation: peer-address heartbeat in another VRF than the peer VLAN',
    'juniper-junos':
      'Junos OS High Availability User Guide, Multichassis Link Aggregation: backup-liveness-detection over the management network',
  },
  unplayable: 'The engine carries keepalives along their cables, whatever addresses and routes they have.',
  check: ({ pairs }) =>
    pairs.flatMap((pair) => {
      const { domain, vendor, keepalives } = pair
      // Without a path there is no keepalive whose addresses could be wrong.
      if (keepalives.length === 0 || !usesPeering(pair) || !overlap(domain.keepalive, domain.peering)) return []
      return [
        {
          text: `Keepalive and peering addresses of ${domain.name} are in one network: ${domain.keepalive.addresses[0]} and ${domain.peering.addresses[0]}.`,
          wayOut: 'Give the keepalive addresses of the management network.',
          at: [domain.id],
          vendor,
        },
      ]
    }),
}
