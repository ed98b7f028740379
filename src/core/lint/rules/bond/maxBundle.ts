import { bondName, endName, vendorOfBond } from '../../bonds.ts'
import { cablesAt, withoutOption } from '../../members.ts'
import type { Rule } from '../../rule.ts'
import { devicesAt } from '../../../model/network.ts'
import { breaking } from '../../steps.ts'

export const bondMaxBundle: Rule = {
  id: 'bond/max-bundle',
  severity: 'info',
  title: 'Every cable of a bond is used.',
  why: ({ channel }) =>
    `Members beyond the greatest number of the ${channel} stand by. That is wanted where capacity must not change with a failure, and a surprise elsewhere.`,
  source: { general: 'IEEE 802.1AX-2014, 6.4.14 (Selection Logic: standby links)' },
  check: (drawn) =>
    drawn.design.topology.bonds.flatMap((bond) =>
      ([0, 1] as const).flatMap((at) => {
        const end = bond.ends[at]
        const most = end.lacp?.maxBundle
        const counts = cablesAt(drawn, bond, end)
        const count = Math.max(...counts)
        if (most === undefined || end.mode === 'static' || most >= count) return []
        const device = devicesAt(drawn.net, end).find((_, index) => (counts[index] ?? 0) > (most ?? 0))
        const never = most < (end.lacp?.minLinks ?? 1)
        return [
          {
            text: never
              ? `${bondName(drawn.net, bond)} uses at most ${most} and needs at least ${end.lacp?.minLinks} members at ${endName(drawn.net, end)}.`
              : `${bondName(drawn.net, bond)} uses ${most} of ${count} cables at ${endName(drawn.net, end)}.`,
            wayOut: 'Raise the greatest number of members, unless the others are to stand by.',
            at: [bond.id],
            vendor: vendorOfBond(drawn.net, bond),
            severity: never ? ('error' as const) : ('info' as const),
            fix: {
              label: 'Use all of them',
              edits: [
                {
                  type: 'set-bond-end',
                  bond: bond.id,
                  end: at,
                  set: { lacp: withoutOption(end.lacp, 'maxBundle') },
                } as const,
              ],
            },
            ...(device === undefined
              ? {}
              : {
                  counterexample: {
                    scenario: breaking(`${bondName(drawn.net, bond)} is not whole`, [], 10),
                    story: never
                      ? 'All cables are well, and none of them carries anything.'
                      : 'All cables are well, and some of them only wait for one that fails.',
                    shows: [{ what: 'idle-members', bond: bond.id, device } as const],
                  },
                }),
          },
        ]
      }),
    ),
}
