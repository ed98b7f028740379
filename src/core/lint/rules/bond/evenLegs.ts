import { bondName } from '../../bonds.ts'
import type { Rule } from '../../rule.ts'

export const bondEvenLegs: Rule = {
  id: 'bond/even-legs',
  severity: 'warning',
  title: 'A bond has as many cables to one peer as to the other.',
  why: ({ mlag }) =>
    `When the peer with more cables fails, a ${mlag} is left with the smaller half, and the load that it was sized for no longer fits.`,
  source: {
    general: 'AOS-CX Virtual Switching Extension Guide: members of a VSX LAG on both switches',
    'cisco-nxos': 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: vPC member ports',
  },
  unplayable: 'Nothing fails by it: the load is uneven, as the loads of the cables show.',
  check: ({ pairs, net }) =>
    pairs.flatMap(({ peers, bonds, vendor }) =>
      bonds.flatMap(({ bond, legs: [a, b] }) =>
        a.length === b.length || a.length === 0 || b.length === 0
          ? []
          : [
              {
                text: `${bondName(net, bond)} has ${a.length} on ${peers[0].name} and ${b.length} on ${peers[1].name}.`,
                wayOut: 'Use the same number of cables on both peers.',
                at: [bond.id, ...peers.map(({ id }) => id)],
                vendor,
              },
            ],
      ),
    ),
}
