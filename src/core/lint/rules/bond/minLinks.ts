import { bondName, endName, vendorOfBond } from '../../bonds.ts'
import { devicesAt } from '../../../model/network.ts'
import { cablesAt, withoutOption } from '../../members.ts'
import type { Rule } from '../../rule.ts'
import { breaking } from '../../steps.ts'

export const bondMinLinks: Rule = {
  id: 'bond/min-links',
  severity: 'error',
  title: 'No end of a bond asks for more members than it has.',
  why: ({ channel, mlag }) =>
    `Below its least number of members a ${channel} carries nothing. Each peer of a ${mlag} counts its own cables only, so a number that fits the whole bond can keep both halves down.`,
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
        const most = Math.max(...cablesAt(drawn, bond, end))
        if (end.mode === 'static' || least <= most) return []
        const device = devicesAt(drawn.net, end)[0]
        const name = bondName(drawn.net, bond)
        return [
          {
            text: `${name} needs ${least} members at ${endName(drawn.net, end)}, where ${most === 1 ? 'a device has one' : `no device has more than ${most}`}.`,
            wayOut: 'Lower the least number of members.',
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
            ...(device === undefined
              ? {}
              : {
                  counterexample: {
                    scenario: breaking(`${name} never comes up`, [], 10),
                    story: `All cables are well, and ${name} carries nothing: it waits for ${least} members.`,
                    shows: [{ what: 'idle-members', bond: bond.id, device } as const],
                  },
                }),
          },
        ]
      }),
    ),
}
