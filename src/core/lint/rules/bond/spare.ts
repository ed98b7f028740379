import { bondName, endName, hostOf, flowsOf, vendorOfBond } from '../../bonds.ts'
import { cablesAt, withoutOption } from '../../members.ts'
import { cablesOf } from '../../drawn.ts'
import type { Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'

export const bondSpare: Rule = {
  id: 'bond/spare',
  severity: 'warning',
  title: 'A bond of several cables goes on when one is lost.',
  why: ({ channel }) =>
    `With as many members required as there are, the first lost cable takes the whole ${channel} down, and the others with it: the redundancy makes it worse.`,
  source: {
    general: 'Linux kernel documentation, bonding: min_links',
    'cisco-nxos':
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring Port Channels: LACP min-links',
  },
  check: (drawn) =>
    drawn.design.topology.bonds.flatMap((bond) =>
      ([0, 1] as const).flatMap((at) => {
        const end = bond.ends[at]
        const least = end.lacp?.minLinks ?? 1
        const counts = cablesAt(drawn, bond, end)
        if (end.mode === 'static' || least < 2 || !counts.includes(least)) return []
        const host = hostOf(drawn, bond)
        const [cable] = cablesOf(drawn.net, bond)
        const own = host !== undefined && 'device' in end.at && end.at.device === host.id
        return [
          {
            text: `${bondName(drawn.net, bond)} needs all of its ${least} members at ${endName(drawn.net, end)}.`,
            wayOut: 'Ask for one member fewer, or add a cable.',
            at: [bond.id],
            vendor: vendorOfBond(drawn.net, bond),
            fix: {
              label: 'Let one member be enough',
              edits: [
                {
                  type: 'set-bond-end',
                  bond: bond.id,
                  end: at,
                  set: { lacp: withoutOption(end.lacp, 'minLinks') },
                } as const,
              ],
            },
            ...(own && cable !== undefined && flowsOf(drawn, host.id).length > 0
              ? {
                  counterexample: {
                    scenario: breaking(`One cable of ${host.name} cut`, [fail('link-cut', cable.id)], 20),
                    story: `One of ${least} cables of ${host.name} is cut, and the host is gone.`,
                    shows: [{ what: 'outage', host: host.id, leastS: 10 } as const],
                  },
                }
              : {}),
          },
        ]
      }),
    ),
}
