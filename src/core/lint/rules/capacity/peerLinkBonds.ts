import { bondName } from '../../bonds.ts'
import type { Rule } from '../../rule.ts'

export const capacityPeerLinkBonds: Rule = {
  id: 'capacity/peer-link-bonds',
  severity: 'warning',
  title: 'The peer-link takes over the leg of any one bond.',
  why: ({ mlag }) =>
    `When a ${mlag} loses a leg, what arrives at that peer crosses the peer-link. One that is smaller than the leg makes a lost cable a lasting loss of traffic.`,
  source: {
    general: 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: vPC peer-link',
    'arista-eos': 'Arista EOS User Manual, Multi-Chassis Link Aggregation: bandwidth of the peer link',
  },
  unplayable:
    'The engine loses no frame for want of room: it shows how much crosses a cable, not what would be dropped.',
  check: ({ pairs, net }) =>
    pairs.flatMap(({ peerLink, peerCables, bonds, vendor }) => {
      const room = peerCables.reduce((sum, { speedGbps }) => sum + speedGbps, 0)
      return bonds.flatMap(({ bond, legs }) => {
        const largest = Math.max(...legs.map((leg) => leg.reduce((sum, { speedGbps }) => sum + speedGbps, 0)))
        if (peerLink === null || largest <= room) return []
        return [
          {
            text: `A leg of ${bondName(net, bond)} takes ${largest} Gbit/s, the peer-link ${room} Gbit/s.`,
            wayOut: 'Add cables to the peer-link.',
            at: [peerLink.id, bond.id],
            vendor,
          },
        ]
      })
    }),
}
