import { bondName, endName, vendorOfBond } from '../../bonds.ts'
import type { Rule } from '../../rule.ts'
import { legTalk } from '../../legs.ts'
import { breaking, fail } from '../../steps.ts'

export const bondSameRate: Rule = {
  id: 'bond/same-rate',
  severity: 'info',
  title: 'Both ends of a bond ask for LACPDUs at the same rate.',
  why: () =>
    'Each end sets how often the other sends, and so how long it takes to notice that the other fell silent: 3 s at the fast rate, 90 s at the slow one. With two rates one direction is found dead half a minute or more after the other.',
  source: { general: 'IEEE 802.1AX-2014, 6.4.3 (Short and Long Timeout)' },
  check: (drawn) =>
    drawn.bonds.flatMap((bond) => {
      const { net } = drawn
      const talk = legTalk(drawn, bond)
      const [a, b] = bond.ends
      if (a.mode === 'static' || b.mode === 'static' || a.rate === b.rate) return []
      return [
        {
          text: `${bondName(net, bond)} asks for ${a.rate} LACPDUs at ${endName(net, a)} and for ${b.rate} ones at ${endName(net, b)}.`,
          wayOut: 'Ask for the fast rate at both ends.',
          at: [bond.id],
          vendor: vendorOfBond(net, bond),
          fix: {
            label: 'Ask for the fast rate at both ends',
            edits: ([0, 1] as const).map(
              (end) => ({ type: 'set-bond-end', bond: bond.id, end, set: { rate: 'fast' } }) as const,
            ),
          },
          ...(talk === null
            ? {}
            : {
                counterexample: {
                  scenario: breaking('A cable passes light and no frames', [fail('link-silent', talk.leg.id)], 120),
                  story: `One cable of ${talk.host.name} passes light and no frames. One end notices within seconds, the other sends into it for a minute and more.`,
                  shows: [{ what: 'outage', host: talk.host.id, leastS: 45 } as const],
                },
              }),
        },
      ]
    }),
}
