import type { Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'

export const domainPreferredWins: Rule = {
  id: 'domain/preferred-wins',
  severity: 'warning',
  title: 'The preferred primary has the better role priority.',
  why: ({ domain }) =>
    `The peers of a ${domain} elect by priority. With equal priorities a MAC address decides, and with turned ones the wrong peer is primary: it keeps its ports when the peer-link is lost, and the other gives them up.`,
  source: {
    general: 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: role priority',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: priority of the DFS group',
    'h3c-comware': 'H3C S6805 and S9820 Layer 2 Configuration Guide, M-LAG: role priority',
  },
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, peers, runs, bonds, keepalives, peerLink, vendor }) => {
      const [own, other] = [runs.numbers['role-priority-preferred'], runs.numbers['role-priority-other']]
      const { value: election } = runs.choices.election
      if (!own || !other || election === 'lower-address' || election === 'lower-address-reversed') return []
      const higher = election === 'higher-priority' || election === 'higher-priority-preempt'
      if (higher ? own.value > other.value : own.value < other.value) return []
      const name = peers.find(({ id }) => id === domain.preferredPrimary)?.name ?? ''
      return [
        {
          text: `${name} is to be primary of ${domain.name}; its priority ${own.value} ${own.value === other.value ? 'is that of its peer' : `loses against ${other.value}`}.`,
          wayOut: `Give the preferred primary the ${higher ? 'higher' : 'lower'} priority.`,
          at: [domain.id],
          vendor,
          ...(peerLink === null || bonds.length === 0 || keepalives.length === 0 || own.value === other.value
            ? {}
            : {
                counterexample: {
                  scenario: breaking(`Peer-link of ${domain.name} lost`, [fail('peer-link-down', domain.name)], 60),
                  story: `The peer-link is lost, and it is ${name} that gives up its members: the other was primary.`,
                  shows: [{ what: 'held', device: domain.preferredPrimary }],
                },
              }),
          fix: {
            label: 'Go back to the platform’s priorities',
            edits: (['role-priority-preferred', 'role-priority-other'] as const).map((key) => ({
              type: 'set-number',
              domain: domain.id,
              key,
              value: null,
            })),
          },
        },
      ]
    }),
}
