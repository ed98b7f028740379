import { bondName } from '../../bonds.ts'
import type { Rule } from '../../rule.ts'

export const vlanSameNative: Rule = {
  id: 'vlan/same-native',
  severity: 'warning',
  title: 'Trunks of a pair have the native VLAN of its peer-link.',
  why: ({ mlag }) =>
    `Untagged frames that cross the peer-link come out in its native VLAN. On a ${mlag} with another one they change VLAN on the way, and two broadcast domains become one.`,
  source: {
    general: 'IEEE 802.1Q-2018, 6.9 (PVID)',
    'cisco-nxos':
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: compatibility parameters, native VLAN',
  },
  unplayable: 'The engine’s frames keep the VLAN that they were sent in: it does not take tags off and put others on.',
  check: ({ pairs, net }) =>
    pairs.flatMap(({ bonds, peerLink, vendor }) =>
      bonds.flatMap(({ bond }) => {
        const [own, peers] = [bond.vlans, peerLink?.vlans]
        if (own.mode !== 'trunk' || peers?.mode !== 'trunk' || own.native === peers.native) return []
        return [
          {
            text: `${bondName(net, bond)} has the native VLAN ${own.native}, the peer-link ${peers.native}.`,
            wayOut: 'Use one native VLAN on all trunks of the pair.',
            at: [bond.id],
            vendor,
            fix: {
              label: `Make ${peers.native} native`,
              edits: [{ type: 'set-bond', bond: bond.id, set: { vlans: { ...own, native: peers.native } } } as const],
            },
          },
        ]
      }),
    ),
}
