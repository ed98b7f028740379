import type { Rule } from '../../rule.ts'

export const timerReloadDelay: Rule = {
  id: 'timer/reload-delay',
  severity: 'warning',
  title: 'Members of a switch that reloaded wait as long as the platform advises, or longer.',
  why: ({ mlag }) =>
    `After a reload tables are empty and routing has not converged. Until then what the ${mlag} ports attract is lost, on a network that ran well on the other peer.`,
  source: {
    general: 'Arista EOS User Manual, Multi-Chassis Link Aggregation: reload-delay',
    'juniper-junos': 'Junos OS High Availability User Guide, Multichassis Link Aggregation: init-delay-time',
    'nvidia-cumulus': 'NVIDIA Cumulus Linux User Guide, Multi-Chassis Link Aggregation: init delay',
  },
  unplayable:
    'The engine has every route and table entry the moment a switch is up: the time that they take is what is waited for.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, runs, profile, vendor }) => {
      const [own, base] = [runs.numbers['reload-member-ms'], profile.numbers['reload-member-ms']]
      if (!own?.set || !base || !(own.value < base.value)) return []
      return [
        {
          text: `${base.label} of ${domain.name} is ${own.value / 1000} s, less than the default of ${base.value / 1000} s.`,
          wayOut: 'Leave the default, or more where routing takes longer to converge.',
          at: [domain.id],
          vendor,
          fix: {
            label: `Go back to ${base.value / 1000} s`,
            edits: [{ type: 'set-number', domain: domain.id, key: 'reload-member-ms', value: null }],
          },
        },
      ]
    }),
}
