import { endsOf } from '../../drawn.ts'
import type { Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'
import { partnerBeside } from '../../losses.ts'

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
  check: (drawn) =>
    drawn.pairs.flatMap(({ domain, peers, orphans, peerLink, keepalives, vendor }) =>
      drawn.hosts.flatMap((host) => {
        const { net } = drawn
        const secondary = peers.find(({ id }) => id !== domain.preferredPrimary)
        // A host sends over the first of its cables that has light.
        const [port] = net.portsOf.get(host.id) ?? []
        const onSecondary = port !== undefined && net.neighbour.get(port.id)?.device === secondary?.id
        const partner = secondary && onSecondary ? partnerBeside(drawn, host.id, secondary.id) : undefined
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
            ...(peerLink !== null && keepalives.length > 0 && partner !== undefined
              ? {
                  counterexample: {
                    scenario: breaking(`Peer-link of ${domain.name} lost`, [fail('peer-link-down', domain.name)], 60),
                    story: `The peer-link is lost, and the secondary gives up its members. Its port to ${host.name} stays lit and leads nowhere.`,
                    shows: [{ what: 'outage', host: host.id, with: partner.id, leastS: 30 } as const],
                  },
                }
              : {}),
            fix: {
              label: 'Mark them to go down with suspended members',
              edits: own.map(({ id }) => ({ type: 'set-link', link: id, set: { suspendWithMembers: true } }) as const),
            },
          },
        ].filter(() => own.some(({ suspendWithMembers }) => !suspendWithMembers))
      }),
    ),
}
