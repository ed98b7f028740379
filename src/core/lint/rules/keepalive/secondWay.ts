import type { Rule } from '../../rule.ts'
import { deafSplit } from '../../losses.ts'
import { breaking, fail } from '../../steps.ts'

export const keepaliveSecondWay: Rule = {
  id: 'keepalive/second-way',
  severity: 'info',
  title: 'The keepalive survives the loss of one cable.',
  why: ({ keepalive }) =>
    `A lost ${keepalive} does nothing by itself, and is easily overlooked. The peer-link lost next then finds the peers deaf, and the pair splits.`,
  source: {
    general:
      'Arista EOS User Manual, Multi-Chassis Link Aggregation: peer-address heartbeat beside the session over the peer link',
    'cisco-nxos':
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: peer-keepalive over redundant management paths',
  },
  check: ({ pairs }) =>
    pairs.flatMap((pair) => {
      const { domain, keepalives, vendor, peerLink } = pair
      const [first, ...more] = keepalives
      if (first === undefined) return []
      const alone = first.filter((link) => more.every((path) => path.includes(link)))
      const [weak] = alone
      const split = deafSplit(pair, 'One keepalive cable is lost, and half a minute later the peer-link')
      if (alone.length === 0) return []
      return [
        {
          text: `The keepalive of ${domain.name} has one way: it is lost with ${alone.length === 1 ? 'one cable' : `any of ${alone.length} cables`}.`,
          wayOut: 'Watch it in monitoring, or add a second way between the peers.',
          at: [domain.id, ...alone.map(({ id }) => id)],
          vendor,
          ...(peerLink === null || weak === undefined || split === null
            ? {}
            : {
                counterexample: {
                  scenario: breaking(
                    `Keepalive, then peer-link of ${domain.name}`,
                    [fail('link-cut', weak.id), fail('peer-link-down', domain.name, 30)],
                    90,
                  ),
                  ...split,
                },
              }),
        },
      ]
    }),
}
