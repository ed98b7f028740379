import type { Rule } from '../../rule.ts'

/** Seconds that the session must have more than members wait after a start. */
const MARGIN_MS = 100_000

export const timerSessionHold: Rule = {
  id: 'timer/session-hold',
  severity: 'warning',
  title: 'A peer that starts gives the session 100 s more than its members wait.',
  why: ({ domain }) =>
    `The session of the ${domain} may take a minute to come up after a start. One that is given up before the members are ready leaves a switch that believes itself alone.`,
  source: {
    general:
      'Juniper Multichassis Link Aggregation User Guide, session-establishment-hold-time: at least 100 s more than the init-delay-time',
  },
  unplayable:
    'Sessions of the engine stand as soon as the peers hear each other; what takes them a minute is not simulated.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, runs, profile, vendor }) => {
      const [hold, init] = [runs.numbers['session-hold-ms'], runs.numbers['reload-member-ms']]
      const [base, delay] = [profile.numbers['session-hold-ms'], profile.numbers['reload-member-ms']]
      if (!hold || !init || !base || !delay || hold.value >= init.value + MARGIN_MS) return []
      const wanted = init.value + MARGIN_MS
      const possible = wanted <= base.max
      return [
        {
          text: `${base.label} of ${domain.name} is ${hold.value / 1000} s, ${delay.label} is ${init.value / 1000} s.`,
          wayOut: possible
            ? `Set the first to ${wanted / 1000} s or more.`
            : `Set the second to ${(base.max - MARGIN_MS) / 1000} s at most: the first can be ${base.max / 1000} s.`,
          at: [domain.id],
          vendor,
          ...(possible
            ? {
                fix: {
                  label: `Wait ${wanted / 1000} s for the session`,
                  edits: [{ type: 'set-number', domain: domain.id, key: 'session-hold-ms', value: wanted } as const],
                },
              }
            : {}),
        },
      ]
    }),
}
