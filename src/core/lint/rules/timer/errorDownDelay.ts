import type { Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'

/** Delays from here on are seen in a run of seconds. */
const LONG_MS = 15_000

export const timerErrorDownDelay: Rule = {
  id: 'timer/error-down-delay',
  severity: 'error',
  title: 'A peer that has to give way takes its dual-homed members down without a delay.',
  why: ({ mlag }) =>
    `Until the delay is over both peers forward without a peer-link. What one learns the other never hears of, so ${mlag} members that two peers share lose and double frames.`,
  source: {
    general:
      'Huawei CE6800 V300R023C00 Command Reference, M-LAG Configuration Commands: dual-active detection error-down',
  },
  check: ({ net, pairs }) =>
    pairs.flatMap(({ domain, runs, profile, vendor, bonds }) => {
      const [own, base] = [runs.numbers['suspend-delay-ms'], profile.numbers['suspend-delay-ms']]
      if (!own || !base || own.value === 0 || bonds.length === 0) return []
      const asks = (net.keepalivePathsOf.get(domain.id) ?? []).length > 0
      return [
        {
          text: `${base.label} of ${domain.name} is ${own.value / 1000} s, and it has dual-homed members.`,
          wayOut: 'Set it to 0; only a pair whose devices are all single-homed at layer 3 may wait.',
          at: [domain.id],
          vendor,
          fix: {
            label: 'Go back to 0 s',
            edits: [{ type: 'set-number', domain: domain.id, key: 'suspend-delay-ms', value: null }],
          },
          ...(asks && own.value >= LONG_MS
            ? {
                counterexample: {
                  scenario: breaking('Peer-link lost', [fail('peer-link-down', domain.name)], 17),
                  story:
                    'The peer-link is gone for a quarter of a minute, the heartbeat is well, and both peers still forward.',
                  shows: [{ what: 'status', domain: domain.id, status: ['degraded'] } as const],
                },
              }
            : {}),
        },
      ]
    }),
}
