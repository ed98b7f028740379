import type { Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'

export const keepaliveTimeout: Rule = {
  id: 'keepalive/timeout',
  severity: 'warning',
  title: 'The keepalive times out after three lost messages or more.',
  why: ({ keepalive }) =>
    `One lost packet on the management network is no dead peer. With a time-out under three intervals the ${keepalive} is called lost while both peers are well, and a peer-link lost just then splits the pair.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: peer-keepalive interval and timeout',
    'h3c-comware': 'H3C S6805 and S9820 Layer 2 Configuration Guide, M-LAG: keepalive interval and timeout',
  },
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, runs, profile, vendor }) => {
      const [interval, timeout] = [runs.numbers['keepalive-interval-ms'], runs.numbers['keepalive-timeout-ms']]
      if (!interval || !timeout || !(interval.set || timeout.set) || timeout.value >= 3 * interval.value) return []
      const base = profile.numbers['keepalive-timeout-ms'] ?? undefined
      const label = profile.numbers['keepalive-timeout-ms']?.label ?? 'The time-out'
      return [
        {
          text: `${label} of ${domain.name} is ${timeout.value / 1000} s at an interval of ${interval.value / 1000} s.`,
          wayOut: 'Set the time-out to three intervals or more.',
          at: [domain.id],
          vendor,
          fix: {
            label: 'Go back to the platform’s values',
            edits: (['keepalive-interval-ms', 'keepalive-timeout-ms'] as const).map((key) => ({
              type: 'set-number',
              domain: domain.id,
              key,
              value: null,
            })),
          },
          ...(base === undefined || base.value <= timeout.value
            ? {}
            : {
                counterexample: {
                  scenario: breaking(
                    `${domain.name}: keepalives lost for a moment`,
                    [fail('keepalive-down', domain.name)],
                    2 + (timeout.value + base.value) / 2000,
                  ),
                  story: `Keepalives are lost for ${(timeout.value + base.value) / 2000} s. The peers call each other lost on this path, which the default time-out would not.`,
                  shows: [{ what: 'deaf', domain: domain.id }],
                },
              }),
        },
      ]
    }),
}
