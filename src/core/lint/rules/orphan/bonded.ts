import { endsOf } from '../../drawn.ts'
import type { Rule } from '../../rule.ts'

export const orphanBonded: Rule = {
  id: 'orphan/bonded',
  severity: 'warning',
  title: 'A host with a cable to each peer bonds them.',
  why: ({ mlag, held }) =>
    `Two cables without a bond are two ports to everybody: the host uses one of them, or moves its address to and fro. And when the secondary's ${mlag} ports are ${held}, its single ports stay lit with nothing behind.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: vpc orphan-port suspend for hosts in active/standby',
    'aruba-aoscx': 'AOS-CX Virtual Switching Extension Guide: shutdown-on-split',
  },
  check: ({ pairs, net, hosts }) =>
    pairs.flatMap(({ domain, peers, orphans, vendor }) =>
      hosts.flatMap((host) => {
        const own = orphans.filter((link) => endsOf(net, link).some(({ id }) => id === host.id))
        const reached = peers.filter(({ id }) => own.some((link) => endsOf(net, link).some((end) => end.id === id)))
        const [first, second] = own
        if (reached.length < 2 || first === undefined || second === undefined) return []
        return [
          {
            text: `${host.name} has cables to both peers of ${domain.name} and does not bond them.`,
            wayOut: 'Bond them with LACP. Where the host cannot, mark the ports to go down with suspended members.',
            at: [host.id, ...own.map(({ id }) => id)],
            vendor,
            fix: {
              label: 'Mark them to go down with suspended members',
              edits: own.map(({ id }) => ({ type: 'set-link', link: id, set: { suspendWithMembers: true } }) as const),
            },
          },
        ].filter(() => own.some(({ suspendWithMembers }) => !suspendWithMembers))
      }),
    ),
}
