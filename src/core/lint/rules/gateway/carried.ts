import type { Rule } from '../../rule.ts'
import { passed } from '../../vlans.ts'

export const gatewayCarried: Rule = {
  id: 'gateway/carried',
  severity: 'error',
  title: 'The peer-link carries every VLAN that the pair is the gateway of.',
  why: ({ domain }) =>
    `A peer of the ${domain} reaches hosts that hang on the other one only over the peer-link. In a VLAN that is not allowed there it routes into nothing.`,
  source: {
    general: 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: VLANs of the peer-link',
  },
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, vendor, peerLink }) => {
      if (peerLink === null) return []
      const { vlans } = peerLink
      const missing = domain.gateways.map(({ vlan }) => vlan).filter((vlan) => !passed(vlans).includes(vlan))
      if (missing.length === 0) return []
      const allowed = [...new Set([...passed(vlans), ...missing])].sort((a, b) => a - b)
      const native = vlans.mode === 'access' ? vlans.vlan : vlans.native
      return [
        {
          text: `The peer-link of ${domain.name} does not carry VLAN ${missing.join(', ')}, which the pair is the gateway of.`,
          wayOut: 'Allow it on the peer-link.',
          at: [peerLink.id, domain.id],
          vendor,
          fix: {
            label: `Allow VLAN ${missing.join(', ')} on the peer-link`,
            edits: [
              { type: 'set-bond', bond: peerLink.id, set: { vlans: { mode: 'trunk', native, allowed } } } as const,
            ],
          },
        },
      ]
    }),
}
