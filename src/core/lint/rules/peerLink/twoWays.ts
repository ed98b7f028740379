import type { Rule } from '../../rule.ts'
import { breaking } from '../../steps.ts'
import { cuts } from '../../losses.ts'

export const peerLinkTwoWays: Rule = {
  id: 'peer-link/two-ways',
  severity: 'warning',
  title: 'The cables of the peer-link do not all run through one conduit.',
  why: ({ domain }) =>
    `Two cables in one conduit are one cable to whoever cuts it. The ${domain} loses its peer-link as if it had never had a second.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: redundancy of the peer-link',
  },
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, peerLink, peerCables, vendor }) => {
      const conduit = peerCables[0]?.conduit
      const [, second] = peerCables
      if (peerLink === null || !second || conduit === undefined) return []
      if (peerCables.some((link) => link.conduit !== conduit)) return []
      return [
        {
          text: `All cables of the peer-link of ${domain.name} run through ${conduit}.`,
          wayOut: 'Lead one of them another way.',
          at: [peerLink.id, ...peerCables.map(({ id }) => id)],
          vendor,
          fix: {
            label: `Take one cable out of ${conduit}`,
            edits: [{ type: 'set-link', link: second.id, set: { conduit: '' } }],
          },
          counterexample: {
            scenario: breaking(`${conduit} cut`, cuts(peerCables), 60),
            story: `${conduit} is cut, and the peers have no peer-link any more.`,
            together: { conduit },
            shows: [{ what: 'no-peer-link', domain: domain.id }],
          },
        },
      ]
    }),
}
