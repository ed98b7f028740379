import { bondName, vendorOfBond } from '../../bonds.ts'
import { legTalk } from '../../legs.ts'
import type { Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'

export const bondFastRate: Rule = {
  id: 'bond/fast-rate',
  severity: 'info',
  title: 'LACP runs at the fast rate where an outage may last seconds only.',
  why: () =>
    'A cable that keeps its light and loses its frames is found by missing LACPDUs alone. At the slow rate that takes up to 90 s, at the fast rate 3 s.',
  source: { general: 'IEEE 802.1AX-2014, 6.4.3 and 6.4.4 (Long Timeout of 3 times 30 s)' },
  check: (drawn) =>
    drawn.bonds.flatMap((bond) => {
      if (bond.ends.some(({ mode, rate }) => mode === 'static' || rate === 'fast')) return []
      const talk = legTalk(drawn, bond)
      return [
        {
          text: `${bondName(drawn.net, bond)} runs LACP at the slow rate.`,
          wayOut: 'Ask for the fast rate at both ends, where switches and hosts have the time for it.',
          at: [bond.id],
          vendor: vendorOfBond(drawn.net, bond),
          fix: {
            label: 'Ask for the fast rate',
            edits: ([0, 1] as const).map(
              (end) => ({ type: 'set-bond-end', bond: bond.id, end, set: { rate: 'fast' } }) as const,
            ),
          },
          ...(talk === null
            ? {}
            : {
                counterexample: {
                  scenario: breaking('A cable passes light and no frames', [fail('link-silent', talk.leg.id)], 120),
                  story: `One cable of ${talk.host.name} passes light and no frames. For a minute and more its flows are lost.`,
                  shows: [{ what: 'outage', host: talk.host.id, leastS: 45 } as const],
                },
              }),
        },
      ]
    }),
}
