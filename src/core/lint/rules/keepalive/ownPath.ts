import type { Drawn, DrawnPair } from '../../drawn.ts'
import type { Match, Rule } from '../../rule.ts'
import { breaking } from '../../steps.ts'
import { cuts, deafSplit } from '../../losses.ts'

export const keepaliveOwnPath: Rule = {
  id: 'keepalive/own-path',
  severity: 'error',
  title: 'The keepalive takes another way than the peer-link.',
  why: ({ keepalive }) =>
    `What digs through one conduit takes both at once. The ${keepalive} is there for the moment in which the peer-link is lost; on the same way it is lost in that very moment, and both peers go on alone.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: the peer-keepalive must not run over the peer-link',
    'huawei-vrp8':
      'Huawei CloudEngine 6800 Configuration Guide, M-LAG: the dual-active detection link is independent of the peer-link',
    'arista-eos':
      'Arista EOS User Manual, Multi-Chassis Link Aggregation: peer-address heartbeat over the management network',
  },
  check: (drawn) => drawn.pairs.flatMap((pair) => sharedConduits(drawn, pair)),
}

function sharedConduits(drawn: Drawn, pair: DrawnPair): readonly Match[] {
  const { domain, peerCables, keepalives, words, vendor } = pair
  const conduit = peerCables[0]?.conduit
  if (conduit === undefined || keepalives.length === 0) return []
  if (!peerCables.every((link) => link.conduit === conduit)) return []
  const shared = keepalives.map((path) => path.filter((link) => link.conduit === conduit))
  if (shared.some((links) => links.length === 0)) return []
  const cables = [...new Set(shared.flat())]
  const split = deafSplit(pair, `Everything in ${conduit} is cut at once`)
  return [
    {
      text: `All of the peer-link of ${domain.name} and its ${words.keepalive} run through ${conduit}.`,
      wayOut: 'Lead the keepalive another way, over the management network for one.',
      at: [domain.id, ...cables.map(({ id }) => id), ...peerCables.map(({ id }) => id)],
      vendor,
      fix: {
        label: `Take the keepalive out of ${conduit}`,
        edits: cables.map(({ id }) => ({ type: 'set-link', link: id, set: { conduit: '' } })),
      },
      ...(split === null
        ? {}
        : {
            counterexample: {
              scenario: breaking(`${conduit} cut`, cuts([...peerCables, ...cables]), 60),
              together: { conduit },
              ...split,
            },
          }),
    },
  ]
}
