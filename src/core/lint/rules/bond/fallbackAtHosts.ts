import { devicesAt } from '../../../model/network.ts'
import { bondName, vendorAt } from '../../bonds.ts'
import { isSwitch } from '../../drawn.ts'
import { withoutOption } from '../../members.ts'
import type { Rule } from '../../rule.ts'

export const bondFallbackAtHosts: Rule = {
  id: 'bond/fallback-at-hosts',
  severity: 'warning',
  title: 'Only ports of hosts fall back when LACP is silent.',
  why: ({ channel }) =>
    `A fallback makes single ports of a ${channel} whose partner is silent. At a host that is wanted; towards a switch they are parallel links, and a loop where spanning tree does not see them in time.`,
  source: { general: 'Arista EOS User Manual, Port Channels and LACP: LACP fallback' },
  unplayable: 'The loop that it opens lasts until spanning tree closes it, less than the engine’s probes tell apart.',
  check: ({ net, bonds }) =>
    bonds.flatMap((bond) =>
      ([0, 1] as const).flatMap((at) => {
        const near = bond.ends[at]
        const far = devicesAt(net, bond.ends[at === 0 ? 1 : 0]).map((id) => net.devices.get(id))
        if (near.lacp?.fallback === undefined || !far.some(isSwitch)) return []
        return [
          {
            text: `${bondName(net, bond)} leads to a switch and falls back to ports without LACP.`,
            wayOut: 'Leave the fallback to bonds of hosts.',
            at: [bond.id],
            vendor: vendorAt(net, near),
            fix: {
              label: 'Remove the fallback',
              edits: [
                {
                  type: 'set-bond-end',
                  bond: bond.id,
                  end: at,
                  set: { lacp: withoutOption(near.lacp, 'fallback') },
                } as const,
              ],
            },
          },
        ]
      }),
    ),
}
