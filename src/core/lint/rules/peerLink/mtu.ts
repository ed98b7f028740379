import type { Rule } from '../../rule.ts'

export const peerLinkMtu: Rule = {
  id: 'peer-link/mtu',
  severity: 'warning',
  title: 'The MTU of the peer-link is no smaller than that of the ports below.',
  why: () =>
    'Large frames cross the peer-link when a leg is lost, and always for orphan ports. If it takes smaller frames than the ports, exactly these are dropped, and only after a failure.',
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: MTU of peer-link and vPCs',
    'nvidia-cumulus': 'NVIDIA Cumulus Linux User Guide, Multi-Chassis Link Aggregation: peer link MTU',
  },
  unplayable: 'The engine’s probes are small: frames of every size pass.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, peerLink, bonds, orphans, vendor }) => {
      if (peerLink === null) return []
      const below = [...bonds.map(({ bond }) => bond), ...orphans]
      const larger = below.filter(({ mtu }) => mtu > peerLink.mtu)
      if (larger.length === 0) return []
      const most = Math.max(...larger.map(({ mtu }) => mtu))
      return [
        {
          text: `The peer-link of ${domain.name} takes ${peerLink.mtu} bytes, ports below it up to ${most}.`,
          wayOut: 'Raise the MTU of the peer-link to the largest below it.',
          at: [peerLink.id, ...larger.map(({ id }) => id)],
          vendor,
          fix: {
            label: `Set the MTU of the peer-link to ${most}`,
            edits: [{ type: 'set-bond', bond: peerLink.id, set: { mtu: most } }],
          },
        },
      ]
    }),
}
