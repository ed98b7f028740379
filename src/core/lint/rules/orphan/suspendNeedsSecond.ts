import { endsOf } from '../../drawn.ts'
import type { Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'

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
    pairs.flatMap(({ orphans, vendor, domain, peers, peerLink, keepalives }) =>
      orphans.flatMap((link) => {
        const host = endsOf(net, link).find(({ kind }) => kind === 'host')
        const onSecondary = endsOf(net, link).some(
          ({ id }) => peers.some((peer) => peer.id === id) && id !== domain.preferredPrimary,
        )
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
            ...(onSecondary && peerLink !== null && keepalives.length > 0
              ? {
                  counterexample: {
                    scenario: breaking(`Peer-link of ${domain.name} lost`, [fail('peer-link-down', domain.name)], 60),
                    story: `The peer-link is lost, and the only port of ${host.name} is taken down with the members.`,
                    shows: [{ what: 'port', links: [link.id], states: ['suspended', 'down'] } as const],
                  },
                }
              : {}),
          },
        ]
      }),
    ),
}
