import type { Rule } from '../../rule.ts'

export const gatewayRestoreOrder: Rule = {
  id: 'gateway/restore-order',
  severity: 'warning',
  title: 'VLAN interfaces come up before the members of the pair.',
  why: ({ mlag, domain }) =>
    `A peer of the ${domain} that returns gets traffic of hosts as soon as its ${mlag} members are up. With its VLAN interfaces still down it cannot route it.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: delay restore interface-vlan',
  },
  unplayable: 'In the engine nothing is lost by it: what a peer cannot route yet crosses the peer-link to the other.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, vendor, runs, profile }) => {
      const [gateway, member] = [runs.numbers['gateway-restore-ms'], runs.numbers['member-restore-ms']]
      const base = profile.numbers['gateway-restore-ms']
      if (!gateway || !member || base === null || domain.gateways.length === 0 || gateway.value < member.value)
        return []
      const wish = Math.max(base.min, Math.min(base.value, member.value - base.step))
      return [
        {
          text: `${base.label} is ${gateway.value / 1_000} s on ${domain.name}, and its members come up after ${member.value / 1_000} s.`,
          wayOut: 'Let VLAN interfaces come up first.',
          at: [domain.id],
          vendor,
          ...(wish < member.value
            ? {
                fix: {
                  label: `Set it to ${wish / 1_000} s`,
                  edits: [{ type: 'set-number', domain: domain.id, key: 'gateway-restore-ms', value: wish } as const],
                },
              }
            : {}),
        },
      ]
    }),
}
