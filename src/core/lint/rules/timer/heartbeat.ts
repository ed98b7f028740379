import type { NumberKey } from '../../../model/profileKeys.ts'
import type { Effective } from '../../../vendors/effective.ts'
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
      const { key, messages } = lostAfter(runs.numbers)
      const [own, base] = [runs.numbers[key], profile.numbers[key]]
      const set = own?.set || runs.numbers['heartbeat-interval-ms']?.set
      if (!own || !base || !set || messages >= 3) return []
      const told = key === 'heartbeat-timeout-multiplier' ? `${own.value}` : `${own.value / 1000} s`
      const fits = messagesOf(base.value, runs.numbers['heartbeat-interval-ms']?.value, key) >= 3
      return [
        {
          text: `${base.label} of ${domain.name} is ${told}, less than three messages.`,
          wayOut: 'Wait for three messages or more.',
          at: [domain.id],
          vendor,
          ...(fits
            ? {
                fix: {
                  label: `Go back to ${key === 'heartbeat-timeout-multiplier' ? base.value : `${base.value / 1000} s`}`,
                  edits: [{ type: 'set-number', domain: domain.id, key, value: null } as const],
                },
              }
            : {}),
        },
      ]
    }),
}

/** What ends the session, and how many messages may be missing until then. */
function lostAfter(numbers: Effective['numbers']): { readonly key: NumberKey; readonly messages: number } {
  const told = numbers['heartbeat-timeout-ms'] !== null
  const key = told ? 'heartbeat-timeout-ms' : 'heartbeat-timeout-multiplier'
  return { key, messages: messagesOf(numbers[key]?.value ?? 3, numbers['heartbeat-interval-ms']?.value, key) }
}

function messagesOf(timeout: number, interval: number | undefined, key: NumberKey): number {
  return key === 'heartbeat-timeout-ms' ? timeout / (interval ?? 1_000) : timeout
}
