import type { Rule } from '../../rule.ts'

export const peerLinkFastEnough: Rule = {
  id: 'peer-link/fast-enough',
  severity: 'warning',
  title: 'The peer-link runs at 10 Gbit/s or more.',
  why: ({ mlag }) =>
    `Synchronisation, flooded frames and, after a lost leg, all traffic of that ${mlag} cross the peer-link. What is slower than the ports below it drops there first.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: 10-Gigabit Ethernet or faster',
  },
  unplayable:
    'The engine loses no frame for want of room: it shows how much crosses a cable, not what would be dropped.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, peerLink, peerCables, vendor }) => {
      const slow = peerCables.filter(({ speedGbps }) => speedGbps < LEAST_GBPS)
      if (peerLink === null || slow.length === 0) return []
      return [
        {
          text: `The peer-link of ${domain.name} has cables of ${slow[0]?.speedGbps} Gbit/s.`,
          wayOut: 'Use ports of 10 Gbit/s or more.',
          at: [peerLink.id, ...slow.map(({ id }) => id)],
          vendor,
          // The platform refuses slower ports as its peer-link.
          severity: vendor === 'cisco-nxos' ? 'error' : 'warning',
          fix: {
            label: `Make them ${LEAST_GBPS} Gbit/s`,
            edits: slow.map(({ id }) => ({ type: 'set-link', link: id, set: { speedGbps: LEAST_GBPS } })),
          },
        },
      ]
    }),
}

const LEAST_GBPS = 10
