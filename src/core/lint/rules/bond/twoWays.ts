import { bondName, vendorOfBond } from '../../bonds.ts'
import { cablesOf } from '../../drawn.ts'
import type { Rule } from '../../rule.ts'

export const bondTwoWays: Rule = {
  id: 'bond/two-ways',
  severity: 'warning',
  title: 'The cables of a bond do not all run through one conduit.',
  why: ({ mlag }) =>
    `A ${mlag} survives the loss of a switch and of a cable. It does not survive the loss of all its cables at once, which one conduit makes of a single cut.`,
  source: { general: 'IEEE 802.1AX-2014, clause 6.1 (goals of link aggregation: availability)' },
  check: ({ net, bonds }) =>
    bonds.flatMap((bond) => {
      const [first, second, ...more] = cablesOf(net, bond)
      const conduit = first?.conduit
      if (!second || conduit === undefined || [second, ...more].some((link) => link.conduit !== conduit)) return []
      return [
        {
          text: `All cables of ${bondName(net, bond)} run through ${conduit}.`,
          wayOut: 'Lead one of them another way.',
          at: [bond.id],
          vendor: vendorOfBond(net, bond),
          fix: {
            label: `Take one cable out of ${conduit}`,
            edits: [{ type: 'set-link', link: second.id, set: { conduit: '' } } as const],
          },
        },
      ]
    }),
}
