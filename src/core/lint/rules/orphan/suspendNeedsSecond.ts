import { endsOf } from '../../drawn.ts'
import type { Rule } from '../../rule.ts'

export const orphanSuspendNeedsSecond: Rule = {
  id: 'orphan/suspend-needs-second',
  severity: 'warning',
  title: 'Only ports whose host has another way go down with suspended members.',
  why: ({ held }) =>
    `Taking the port down tells a host to use its other cable. A host without one loses its switch for it, together with all it could still reach there, whenever the members are ${held}.`,
  source: {
    general: 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: vpc orphan-port suspend',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: unpaired ports',
  },
  check: ({ pairs, net }) =>
    pairs.flatMap(({ orphans, vendor }) =>
      orphans.flatMap((link) => {
        const host = endsOf(net, link).find(({ kind }) => kind === 'host')
        const cables = host ? (net.portsOf.get(host.id) ?? []).length : 0
        if (!link.suspendWithMembers || host === undefined || cables > 1) return []
        return [
          {
            text: `The only cable of ${host.name} goes down with suspended members.`,
            wayOut: 'Leave it up, or give the host a second cable.',
            at: [link.id, host.id],
            vendor,
            fix: {
              label: 'Leave it up',
              edits: [{ type: 'set-link', link: link.id, set: { suspendWithMembers: false } } as const],
            },
          },
        ]
      }),
    ),
}
