import { cableBetween } from '../../edits.ts'
import type { Rule } from '../../rule.ts'
import { starting } from '../../steps.ts'

export const peerLinkPresent: Rule = {
  id: 'peer-link/present',
  severity: 'error',
  title: 'A pair has a peer-link.',
  why: ({ mlag, domain }) =>
    `The peers of a ${domain} agree on their ${mlag} ports, addresses and roles over the peer-link, and frames for the other side cross it. Without one the pair does not form.`,
  source: {
    general: 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: vPC peer-link',
    'arista-eos': 'Arista EOS User Manual, Multi-Chassis Link Aggregation: peer link',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: peer-link',
  },
  check: ({ pairs }) =>
    pairs
      .filter(({ peerLink }) => peerLink === null)
      .map(({ domain, peers: [a, b], vendor, runs }) => ({
        text: `${domain.name} has no peer-link between ${a.name} and ${b.name}.`,
        wayOut: 'Connect the two peers with two cables.',
        at: [domain.id, a.id, b.id],
        vendor,
        fix: { label: 'Add a peer-link of two cables', edits: [cableBetween(a.id, b.id), cableBetween(a.id, b.id)] },
        ...(runs.choices['session-path'].value === 'keepalive-path'
          ? {}
          : {
              counterexample: {
                scenario: starting(`${domain.name} without a peer-link`, 600),
                story: 'Ten minutes after power-on the peers have not found each other.',
                shows: [
                  { what: 'status', domain: domain.id, status: ['establishing', 'syncing', 'down', 'dual-active'] },
                ],
              },
            }),
      })),
}
