import type { Rule } from '../../rule.ts'

export const timerReloadOrder: Rule = {
  id: 'timer/reload-order',
  severity: 'warning',
  title: 'Other ports wait at least as long as the members after a reload.',
  why: ({ mlag }) =>
    `Ports that come up before the ${mlag} ones draw traffic to a switch whose peer still does all the work, and it crosses the peer-link.`,
  source: { general: 'Arista EOS User Manual, Multi-Chassis Link Aggregation: reload-delay mlag and non-mlag' },
  unplayable: 'Nothing is lost by it: what crosses the peer-link meanwhile arrives.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, runs, vendor }) => {
      const [members, others] = [runs.numbers['reload-member-ms'], runs.numbers['reload-orphan-ms']]
      if (!members || !others || !(members.set || others.set) || others.value >= members.value) return []
      return [
        {
          text: `After a reload of a peer of ${domain.name} members wait ${members.value / 1000} s and other ports ${others.value / 1000} s.`,
          wayOut: 'Let other ports wait as long as the members, or longer.',
          at: [domain.id],
          vendor,
          fix: {
            label: `Let other ports wait ${members.value / 1000} s`,
            edits: [{ type: 'set-number', domain: domain.id, key: 'reload-orphan-ms', value: members.value }],
          },
        },
      ]
    }),
}
