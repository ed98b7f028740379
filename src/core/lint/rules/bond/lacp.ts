import { bondName, vendorOfBond } from '../../bonds.ts'
import { legTalk } from '../../legs.ts'
import type { Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'

export const bondLacp: Rule = {
  id: 'bond/lacp',
  severity: 'warning',
  title: 'Bonds run LACP.',
  why: ({ channel, mlag }) =>
    `A static ${channel} believes in light. A fibre that is dark one way, a converter in between or a cable on the wrong port goes on being used, and every flow on it is lost until somebody looks. In a ${mlag} that can be half of them.`,
  source: {
    general: 'IEEE 802.1AX-2014, 6.3 (Link Aggregation Control)',
    'cisco-nxos': 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: LACP on vPCs',
    'juniper-junos': 'Junos OS High Availability User Guide, Multichassis Link Aggregation: LACP on MC-AE interfaces',
  },
  check: (drawn) =>
    drawn.bonds.flatMap((bond) => {
      if (bond.ends.some(({ mode }) => mode !== 'static')) return []
      const talk = legTalk(drawn, bond)
      return [
        {
          text: `${bondName(drawn.net, bond)} is static at both ends.`,
          wayOut: 'Run active LACP at both ends.',
          at: [bond.id],
          vendor: vendorOfBond(drawn.net, bond),
          fix: {
            label: 'Run active LACP',
            edits: ([0, 1] as const).map(
              (end) => ({ type: 'set-bond-end', bond: bond.id, end, set: { mode: 'active' } }) as const,
            ),
          },
          ...(talk === null
            ? {}
            : {
                counterexample: {
                  scenario: breaking('A cable passes light and no frames', [fail('link-silent', talk.leg.id)], 120),
                  story: `One cable of ${talk.host.name} passes light and no frames. Nobody notices, and what runs over it is lost to the end.`,
                  shows: [{ what: 'outage', host: talk.host.id, leastS: 100 } as const],
                },
              }),
        },
      ]
    }),
}
