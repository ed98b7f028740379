import type { Rule } from '../../rule.ts'

export const timerMacAgeing: Rule = {
  id: 'timer/mac-ageing',
  severity: 'info',
  title: 'Addresses stay in the table for five minutes or more.',
  why: ({ mlag, platform }) =>
    `A host that is silent for longer than the ageing time is forgotten, and frames for it are flooded on all ports. On the peers of a ${mlag} that flooding crosses the peer-link; ${platform} can keep addresses longer.`,
  source: { general: 'IEEE 802.1Q-2018, 8.8.3 (Ageing Time, recommended 300 s)' },
  unplayable: 'Flows of the engine never fall silent for so long.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, runs, profile, vendor }) => {
      const [own, base] = [runs.numbers['mac-ageing-ms'], profile.numbers['mac-ageing-ms']]
      if (!own?.set || !base || !(own.value < 300_000)) return []
      return [
        {
          text: `${base.label} of ${domain.name} is ${own.value / 1000} s.`,
          wayOut: 'Use 300 s or more.',
          at: [domain.id],
          vendor,
          fix: {
            label: `Go back to ${base.value / 1000} s`,
            edits: [{ type: 'set-number', domain: domain.id, key: 'mac-ageing-ms', value: null }],
          },
        },
      ]
    }),
}
