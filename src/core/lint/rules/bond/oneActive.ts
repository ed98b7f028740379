import { devicesAt } from '../../../model/network.ts'
import { bondName, vendorOfBond } from '../../bonds.ts'
import type { Rule } from '../../rule.ts'
import { breaking } from '../../steps.ts'

export const bondOneActive: Rule = {
  id: 'bond/one-active',
  severity: 'error',
  title: 'One end of a bond with LACP is active.',
  why: ({ channel }) =>
    `A passive end speaks when it is spoken to. With two of them nobody begins, and no port ever joins the ${channel}.`,
  source: { general: 'IEEE 802.1AX-2014, 6.4.1 (LACP activity)' },
  check: ({ net, design }) =>
    design.topology.bonds.flatMap((bond) => {
      if (bond.ends.some(({ mode }) => mode !== 'passive')) return []
      const [device] = devicesAt(net, bond.ends[0])
      const fix = {
        label: 'Make both ends active',
        edits: ([0, 1] as const).map(
          (end) => ({ type: 'set-bond-end', bond: bond.id, end, set: { mode: 'active' } }) as const,
        ),
      }
      return [
        {
          text: `Both ends of ${bondName(net, bond)} are passive.`,
          wayOut: 'Make one end active, or better both.',
          at: [bond.id],
          vendor: vendorOfBond(net, bond),
          fix,
          ...(device === undefined
            ? {}
            : {
                counterexample: {
                  scenario: breaking(`${bondName(net, bond)}: nobody begins`, [], 10),
                  story: 'Both ends wait to be spoken to, and no cable carries anything.',
                  shows: [{ what: 'idle-members', bond: bond.id, device } as const],
                },
              }),
        },
      ]
    }),
}
