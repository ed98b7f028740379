import { bondName } from '../../bonds.ts'
import type { Rule } from '../../rule.ts'
import { breaking } from '../../steps.ts'

export const peerLinkEqualSpeed: Rule = {
  id: 'peer-link/equal-speed',
  severity: 'warning',
  title: 'All cables of the peer-link have the same speed.',
  why: ({ channel }) =>
    `Links of different speed do not aggregate: what is not like the first stays out of the ${channel}, and the peer-link is smaller and less redundant than drawn.`,
  source: {
    general: 'IEEE 802.1AX-2014, 6.4 (links of one aggregation have the same speed)',
    'cisco-nxos':
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring Port Channels: compatibility requirements',
  },
  check: ({ net, pairs }) =>
    pairs.flatMap(({ domain, peerLink, peerCables, vendor }) => {
      const speeds = [...new Set(peerCables.map(({ speedGbps }) => speedGbps))]
      if (peerLink === null || speeds.length < 2) return []
      const fastest = Math.max(...speeds)
      const slow = peerCables.filter(({ speedGbps }) => speedGbps < fastest)
      return [
        {
          text: `The peer-link of ${domain.name} mixes cables of ${speeds.join(' and ')} Gbit/s.`,
          wayOut: 'Use ports of one speed for all of it.',
          at: [peerLink.id, ...slow.map(({ id }) => id)],
          vendor,
          fix: {
            label: `Make all of them ${fastest} Gbit/s`,
            edits: slow.map(({ id }) => ({ type: 'set-link', link: id, set: { speedGbps: fastest } })),
          },
          counterexample: {
            scenario: breaking(`${bondName(net, peerLink)} is not whole`, [], 10),
            story: 'All cables of the peer-link are well, and some of them carry nothing: their speed is another.',
            shows: [{ what: 'idle-members', bond: peerLink.id, device: domain.peers[0] }],
          },
        },
      ]
    }),
}
