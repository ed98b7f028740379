import { endsOf } from '../../drawn.ts'
import type { Rule } from '../../rule.ts'
import { breaking, cableName } from '../../steps.ts'

export const peerLinkOneBond: Rule = {
  id: 'peer-link/one-bond',
  severity: 'warning',
  title: 'Every bridged cable between the peers is in the peer-link.',
  why: ({ domain }) =>
    `To spanning tree a ${domain} is one bridge with the peer-link inside. A second way between its halves is a loop from the bridge to itself: it is blocked, and it is a storm where spanning tree is off.`,
  source: { general: 'IEEE 802.1Q-2018, clause 13 (spanning tree protocols)' },
  check: ({ pairs, net, design }) =>
    pairs.flatMap(({ domain, peers, peerLink, vendor }) => {
      const beside = design.topology.links.filter(
        (link) =>
          link.use === 'data' &&
          !net.bondOf.has(link.id) &&
          peers.every((peer) => endsOf(net, link).some(({ id }) => id === peer.id)),
      )
      if (peerLink === null || beside.length === 0) return []
      return beside.map((link) => ({
        text: `${cableName(net, link)} joins the peers of ${domain.name} beside their peer-link.`,
        wayOut: 'Make it a member of the peer-link, or remove it.',
        at: [link.id, peerLink.id],
        vendor,
        fix: {
          label: 'Make it part of the peer-link',
          edits: [{ type: 'set-link-role', link: link.id, role: 'peer-link' } as const],
        },
        ...(peers.some(({ stp }) => stp.enabled)
          ? {
              counterexample: {
                scenario: breaking(`${domain.name} joined twice`, [], 10),
                story: `The cable is lit and blocked: the pair has it beside the peer-link for nothing.`,
                shows: [{ what: 'port', links: [link.id], states: ['blocked'] }] as const,
              },
            }
          : {}),
      }))
    }),
}
