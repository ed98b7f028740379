import { alsoPassing } from '../../vlans.ts'
import type { Rule } from '../../rule.ts'

export const peerLinkTrunk: Rule = {
  id: 'peer-link/trunk',
  severity: 'error',
  title: 'The peer-link is a trunk.',
  why: ({ domain }) =>
    `The peers of a ${domain} pass tagged frames of all their VLANs to each other. An access port carries one, and the platform does not take it as a peer-link.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: the peer-link in trunk mode',
    'arista-eos': 'Arista EOS User Manual, Multi-Chassis Link Aggregation: peer link as a trunk',
  },
  unplayable: 'The device refuses the line, so there is no run with it to look at.',
  check: ({ pairs, design }) =>
    pairs.flatMap(({ domain, peerLink, vendor }) => {
      if (peerLink?.vlans.mode !== 'access') return []
      const all = design.topology.vlans.map(({ id }) => id)
      return [
        {
          text: `The peer-link of ${domain.name} is an access port in VLAN ${peerLink.vlans.vlan}.`,
          wayOut: 'Make it a trunk for every VLAN of the pair.',
          at: [peerLink.id],
          vendor,
          fix: {
            label: 'Make it a trunk for all VLANs',
            edits: [{ type: 'set-bond', bond: peerLink.id, set: { vlans: alsoPassing(peerLink.vlans, all) } }],
          },
        },
      ]
    }),
}
