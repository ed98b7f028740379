import type { Drawn, DrawnPair } from '../../drawn.ts'
import type { Match, Rule } from '../../rule.ts'
import { alsoPassing, passed } from '../../vlans.ts'
import { legCut } from '../../losses.ts'

export const peerLinkBondVlans: Rule = {
  id: 'peer-link/bond-vlans',
  severity: 'error',
  title: 'The peer-link carries every VLAN of the bonds.',
  why: ({ mlag }) =>
    `When a leg of a ${mlag} is lost, its frames take the peer-link to the other peer. A VLAN that the peer-link does not carry is cut off then, and the peers report a difference before.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: the peer-link carries all vPC VLANs',
    'arista-eos': 'Arista EOS User Manual, Multi-Chassis Link Aggregation: VLANs of the peer link',
    'aruba-aoscx': 'AOS-CX Virtual Switching Extension Guide: VLANs of the ISL',
  },
  check: (drawn) => drawn.pairs.flatMap((pair) => missing(drawn, pair)),
}

function missing(drawn: Drawn, pair: DrawnPair): readonly Match[] {
  const { domain, peerLink, bonds, vendor, profile } = pair
  if (peerLink === null || peerLink.vlans.mode === 'access') return []
  // Whatever is drawn, the peer-link of the platform carries every VLAN.
  if (profile.trunksCarryMore !== undefined) return []
  const carried = passed(peerLink.vlans)
  const lacking = bonds.filter(({ bond }) => passed(bond.vlans).some((vlan) => !carried.includes(vlan)))
  const vlans = [...new Set(lacking.flatMap(({ bond }) => passed(bond.vlans)))].filter(
    (vlan) => !carried.includes(vlan),
  )
  if (vlans.length === 0) return []
  const which = vlans.length === 1 ? `VLAN ${vlans[0]}` : `VLANs ${vlans.slice(0, 8).join(', ')}`
  return [
    {
      text: `The peer-link of ${domain.name} does not carry ${which}, which its bonds do.`,
      wayOut: 'Allow them on the peer-link.',
      at: [peerLink.id, ...lacking.map(({ bond }) => bond.id)],
      vendor,
      fix: {
        label: `Allow ${which} on the peer-link`,
        edits: [{ type: 'set-bond', bond: peerLink.id, set: { vlans: alsoPassing(peerLink.vlans, vlans) } }],
      },
      ...legCut(drawn, pair, vlans),
    },
  ]
}
