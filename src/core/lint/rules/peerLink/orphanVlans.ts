import { alsoPassing, passed } from '../../vlans.ts'
import type { Rule } from '../../rule.ts'
import { legCut } from '../../losses.ts'

export const peerLinkOrphanVlans: Rule = {
  id: 'peer-link/orphan-vlans',
  severity: 'error',
  title: 'The peer-link carries every VLAN of the orphan ports.',
  why: () =>
    'What hangs on one peer only is reached from the other peer over the peer-link, always and not just after a failure. Its VLAN must pass there.',
  source: {
    general: 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: orphan ports',
    'arista-eos': 'Arista EOS User Manual, Multi-Chassis Link Aggregation: VLANs of the peer link',
  },
  check: (drawn) =>
    drawn.pairs.flatMap((pair) => {
      const { domain, peerLink, orphans, vendor, profile } = pair
      if (peerLink === null || peerLink.vlans.mode === 'access') return []
      // Whatever is drawn, the peer-link of the platform carries every VLAN.
      if (profile.trunksCarryMore !== undefined) return []
      const carried = passed(peerLink.vlans)
      const lacking = orphans.filter(({ vlans }) => passed(vlans).some((vlan) => !carried.includes(vlan)))
      const vlans = [...new Set(lacking.flatMap((link) => passed(link.vlans)))].filter(
        (vlan) => !carried.includes(vlan),
      )
      if (vlans.length === 0) return []
      const which = vlans.length === 1 ? `VLAN ${vlans[0]}` : `VLANs ${vlans.slice(0, 8).join(', ')}`
      return [
        {
          text: `The peer-link of ${domain.name} does not carry ${which} of its orphan ports.`,
          wayOut: 'Allow them on the peer-link.',
          at: [peerLink.id, ...lacking.map(({ id }) => id)],
          vendor,
          fix: {
            label: `Allow ${which} on the peer-link`,
            edits: [{ type: 'set-bond', bond: peerLink.id, set: { vlans: alsoPassing(peerLink.vlans, vlans) } }],
          },
          ...legCut(drawn, pair, vlans),
        },
      ]
    }),
}
