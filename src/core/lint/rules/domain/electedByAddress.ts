import { addressRank } from '../../../model/sessionAddress.ts'
import type { Rule } from '../../rule.ts'
import { breaking } from '../../steps.ts'

export const domainElectedByAddress: Rule = {
  id: 'domain/elected-by-address',
  severity: 'warning',
  title: 'Where addresses elect, the preferred primary is the one that wins.',
  why: ({ keepalive, platform }) =>
    `${platform} has no role priority: the ${keepalive} addresses of the peers decide. What is drawn as primary is not what the pair does after a loss.`,
  source: { general: 'sonic-net/sonic-buildimage, iccpd: election by session address' },
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, peers, runs, bonds, peerLink, vendor }) => {
      const { value: election } = runs.choices.election
      if (election !== 'lower-address' && election !== 'lower-address-reversed') return []
      const reversed = election === 'lower-address-reversed'
      const [a, b] = domain.keepalive.addresses.map((address) => addressRank(address, reversed))
      const winner = (a ?? 0) < (b ?? 0) ? peers[0] : peers[1]
      if (winner.id === domain.preferredPrimary) return []
      return [
        {
          text: `By its address ${winner.name} is primary of ${domain.name}, not the one drawn.`,
          wayOut: 'Draw the winner as preferred, or exchange the addresses.',
          at: [domain.id, winner.id],
          vendor,
          ...(peerLink === null || bonds.length === 0
            ? {}
            : {
                counterexample: {
                  scenario: breaking(`${domain.name} at rest`, [], 10),
                  story: `The pair is well, and ${winner.name} is its primary.`,
                  shows: [{ what: 'other-primary', domain: domain.id }],
                },
              }),
          fix: {
            label: `Prefer ${winner.name}`,
            edits: [{ type: 'set-domain', domain: domain.id, set: { preferredPrimary: winner.id } }],
          },
        },
      ]
    }),
}
