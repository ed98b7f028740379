import type { Rule } from '../../rule.ts'

export const timerHeartbeat: Rule = {
  id: 'timer/heartbeat',
  severity: 'warning',
  title: 'The session between the peers survives two lost messages.',
  why: ({ domain }) =>
    `A busy control plane sends late now and then. A ${domain} that gives its peer up after one or two messages breaks itself while both switches are well.`,
  source: {
    general: 'Junos OS High Availability User Guide, Multichassis Link Aggregation: ICCP liveness-detection multiplier',
    sonic: 'sonic-net/SONiC, doc/mclag: session timeout, at least three keepalive intervals',
  },
  unplayable:
    'Messages of the engine are never late; a control plane that hangs for seconds outlasts every one of these values.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, runs, profile, vendor }) => {
      const key = 'heartbeat-timeout-multiplier'
      const [own, base] = [runs.numbers[key], profile.numbers[key]]
      if (!own?.set || !base || own.value >= 3) return []
      return [
        {
          text: `${base.label} of ${domain.name} is ${own.value}.`,
          wayOut: 'Use three or more.',
          at: [domain.id],
          vendor,
          fix: {
            label: `Go back to ${base.value}`,
            edits: [{ type: 'set-number', domain: domain.id, key, value: null }],
          },
        },
      ]
    }),
}
