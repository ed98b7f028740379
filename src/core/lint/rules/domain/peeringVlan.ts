import { usesPeering } from '../../drawn.ts'
import { nativeOf, passed } from '../../vlans.ts'
import type { Rule } from '../../rule.ts'

export const domainPeeringVlan: Rule = {
  id: 'domain/peering-vlan',
  severity: 'error',
  title: 'The VLAN in which the peers talk carries nothing else.',
  why: ({ domain }) =>
    `Spanning tree is off for the VLAN in which the peers of the ${domain} talk. On any other trunk it is a loop that nobody blocks, and hosts in it reach the peers' session.`,
  source: {
    general: 'Arista EOS User Manual, Multi-Chassis Link Aggregation: peer VLAN with a trunk group of its own',
    'juniper-junos': 'Junos OS High Availability User Guide, Multichassis Link Aggregation: VLAN for ICCP on the ICL',
  },
  unplayable: 'The engine runs one spanning tree for all VLANs: the one that is left out of it cannot loop.',
  check: ({ pairs, design }) =>
    pairs.flatMap((pair) => {
      const { domain, vendor } = pair
      const { links, bonds } = design.topology
      const carriers = [...bonds, ...links.filter(({ use }) => use === 'data')].filter(
        ({ vlans }) => passed(vlans).includes(domain.peering.vlan) || nativeOf(vlans) === domain.peering.vlan,
      )
      if (!usesPeering(pair) || carriers.length === 0) return []
      const taken = new Set(design.topology.vlans.map(({ id }) => id))
      let free = 4094
      while (taken.has(free) || free === domain.peering.vlan) free--
      return [
        {
          text: `VLAN ${domain.peering.vlan}, in which the peers of ${domain.name} talk, is on other cables as well.`,
          wayOut: 'Choose a VLAN for the peers that nothing else uses.',
          at: [domain.id, ...carriers.map(({ id }) => id)],
          vendor,
          fix: {
            label: `Use VLAN ${free}`,
            edits: [{ type: 'set-peering', domain: domain.id, set: { vlan: free } }],
          },
        },
      ]
    }),
}
