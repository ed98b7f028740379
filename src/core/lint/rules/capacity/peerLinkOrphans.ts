import { endsOf } from '../../drawn.ts'
import type { Rule } from '../../rule.ts'

export const capacityPeerLinkOrphans: Rule = {
  id: 'capacity/peer-link-orphans',
  severity: 'warning',
  title: 'The peer-link takes what the orphan ports of one peer can send.',
  why: () =>
    'Half of what single-homed hosts send, and all of it after a failure above, is for the other side and crosses the peer-link. A peer-link smaller than these ports is full first.',
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: orphan ports and the peer-link',
  },
  unplayable:
    'The engine loses no frame for want of room: it shows how much crosses a cable, not what would be dropped.',
  check: ({ pairs, net }) =>
    pairs.flatMap(({ domain, peers, peerLink, peerCables, orphans, vendor }) => {
      const room = peerCables.reduce((sum, { speedGbps }) => sum + speedGbps, 0)
      return peers.flatMap((peer) => {
        const own = orphans.filter((link) => endsOf(net, link).some(({ id }) => id === peer.id))
        const load = own.reduce((sum, { speedGbps }) => sum + speedGbps, 0)
        if (peerLink === null || load <= room) return []
        return [
          {
            text: `Orphan ports of ${peer.name} add up to ${load} Gbit/s, the peer-link of ${domain.name} to ${room} Gbit/s.`,
            wayOut: 'Add cables to the peer-link, or bond hosts to both peers.',
            at: [peerLink.id, peer.id, ...own.map(({ id }) => id)],
            vendor,
          },
        ]
      })
    }),
}
