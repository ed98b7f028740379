import type { Rule } from '../../rule.ts'

export const timerWholeHeartbeats: Rule = {
  id: 'timer/whole-heartbeats',
  severity: 'error',
  title: 'The time-out of the session is as many whole intervals as the platform asks for.',
  why: ({ platform }) =>
    `${platform} refuses the command, and one of the two timers stays what it was: the pair runs on others than are drawn.`,
  source: { general: 'sonic-net/sonic-utilities, config/mclag.py: session_timeout and keepalive_interval' },
  unplayable: 'The device refuses the line, so there is no run with it to look at.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, runs, profile, vendor }) => {
      const asks = profile.heartbeats?.value
      const [timeout, interval] = [runs.numbers['heartbeat-timeout-ms'], runs.numbers['heartbeat-interval-ms']]
      const [base, period] = [profile.numbers['heartbeat-timeout-ms'], profile.numbers['heartbeat-interval-ms']]
      if (!asks || !timeout || !interval || !base || !period) return []
      const messages = timeout.value / interval.value
      if (messages >= asks.least && (!asks.whole || Number.isInteger(messages))) return []
      const wanted = interval.value * Math.max(asks.least, Math.ceil(messages))
      return [
        {
          text: `${base.label} of ${domain.name} is ${timeout.value / 1000} s, ${period.label} is ${interval.value / 1000} s.`,
          wayOut: `Set the first to a multiple of the second, ${asks.least} times it or more.`,
          at: [domain.id],
          vendor,
          ...(wanted > base.max
            ? {}
            : {
                fix: {
                  label: `Set ${wanted / 1000} s`,
                  edits: [
                    { type: 'set-number', domain: domain.id, key: 'heartbeat-timeout-ms', value: wanted } as const,
                  ],
                },
              }),
        },
      ]
    }),
}
