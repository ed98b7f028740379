import { cableBetween } from '../../edits.ts'
import type { Rule } from '../../rule.ts'
import { breaking, cableName, fail } from '../../steps.ts'

export const peerLinkTwoCables: Rule = {
  id: 'peer-link/two-cables',
  severity: 'error',
  title: 'The peer-link has two cables or more.',
  why: ({ mlag, domain }) =>
    `The peer-link is what the ${domain} stands on. On one cable, one cut, one dead optic or one wrong pull ends it, and one of the peers stops serving its ${mlag} ports or both go on alone.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: at least two ports for the peer-link',
    'arista-eos':
      'Arista EOS User Manual, Multi-Chassis Link Aggregation: the peer link is a port channel of two links or more',
    'juniper-junos':
      'Junos OS High Availability User Guide, Multichassis Link Aggregation: ICL as an aggregated interface',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: at least two member links for the peer-link',
  },
  check: ({ pairs, net }) =>
    pairs.flatMap(({ domain, peers: [a, b], peerLink, peerCables, vendor }) => {
      const [only] = peerCables
      if (peerLink === null || only === undefined || peerCables.length > 1) return []
      return [
        {
          text: `The peer-link of ${domain.name} is a single cable, ${cableName(net, only)}.`,
          wayOut: 'Add a second cable, on another module where the switches have several.',
          at: [peerLink.id, domain.id],
          vendor,
          fix: { label: 'Add a second cable', edits: [cableBetween(a.id, b.id)] },
          counterexample: {
            scenario: breaking(`One cable of ${domain.name} cut`, [fail('link-cut', only.id)], 60),
            story: 'One cable is cut and the peers have no peer-link any more.',
            shows: [{ what: 'no-peer-link', domain: domain.id }],
          },
        },
      ]
    }),
}
