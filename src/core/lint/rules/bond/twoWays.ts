import { bondName, vendorOfBond, flowsOf, hostOf } from '../../bonds.ts'
import { cablesOf } from '../../drawn.ts'
import type { Rule } from '../../rule.ts'
import { cuts } from '../../losses.ts'
import { breaking } from '../../steps.ts'

export const bondTwoWays: Rule = {
  id: 'bond/two-ways',
  severity: 'warning',
  title: 'The cables of a bond do not all run through one conduit.',
  why: ({ mlag }) =>
    `A ${mlag} survives the loss of a switch and of a cable. It does not survive the loss of all its cables at once, which one conduit makes of a single cut.`,
  source: { general: 'IEEE 802.1AX-2014, clause 6.1 (goals of link aggregation: availability)' },
  check: (drawn) =>
    drawn.bonds.flatMap((bond) => {
      const { net } = drawn
      const host = hostOf(drawn, bond)
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
          ...(host === undefined || flowsOf(drawn, host.id).length === 0
            ? {}
            : {
                counterexample: {
                  scenario: breaking(`${conduit} cut`, cuts(cablesOf(net, bond)), 30),
                  story: `${conduit} is cut, and ${host.name} with it.`,
                  together: { conduit },
                  shows: [{ what: 'outage', host: host.id, leastS: 20 } as const],
                },
              }),
        },
      ]
    }),
}
