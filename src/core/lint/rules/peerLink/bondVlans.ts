import type { Drawn, DrawnPair } from '../../drawn.ts'
import { endsOf } from '../../drawn.ts'
import type { Counterexample, Match, Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'
import { alsoPassing, passed } from '../../vlans.ts'

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
    'dell-os10': 'Dell OS10 User Guide, Virtual Link Trunking: VLANs of VLT port channels',
    'aruba-aoscx': 'AOS-CX Virtual Switching Extension Guide: VLANs of the ISL',
  },
  check: (drawn) => drawn.pairs.flatMap((pair) => missing(drawn, pair)),
}

function missing(drawn: Drawn, pair: DrawnPair): readonly Match[] {
  const { domain, peerLink, bonds, vendor } = pair
  if (peerLink === null || peerLink.vlans.mode === 'access') return []
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
      ...counterexampleOf(drawn, pair, vlans),
    },
  ]
}

/** A bonded host that talks to a single-homed one: without its leg there, only the peer-link is left. */
function counterexampleOf(
  { net, design }: Drawn,
  { domain, bonds, orphans, peers }: DrawnPair,
  vlans: readonly number[],
) {
  for (const orphan of orphans) {
    const ends = endsOf(net, orphan)
    const host = ends.find(({ kind }) => kind === 'host')
    const side = peers.findIndex(({ id }) => ends.some((end) => end.id === id))
    const [vlan] = passed(orphan.vlans)
    if (host === undefined || side < 0 || vlan === undefined || !vlans.includes(vlan)) continue
    for (const { far, legs, bond } of bonds) {
      const leg = legs[side === 0 ? 0 : 1]
      const bonded = 'device' in far.at ? far.at.device : null
      const talks = design.topology.flows.some(
        ({ from, to }) => (from === bonded && to === host.id) || (to === bonded && from === host.id),
      )
      if (bonded === null || !talks || leg.length === 0 || !passed(bond.vlans).includes(vlan)) continue
      const name = net.devices.get(bonded)?.name
      const counterexample: Counterexample = {
        scenario: breaking(
          `${name} loses its leg at ${domain.name}`,
          leg.map(({ id }) => fail('link-cut', id)),
          20,
        ),
        story: `${name} loses its cables to ${peers[side === 0 ? 0 : 1].name}. What it says to ${host.name} ends at the peer-link, which does not carry VLAN ${vlan}.`,
        shows: [{ what: 'outage', host: host.id, leastS: 10 }],
      }
      return { counterexample }
    }
  }
  return {}
}
