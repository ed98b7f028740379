import type { Rule } from '../../rule.ts'

export const keepaliveHold: Rule = {
  id: 'keepalive/hold',
  severity: 'warning',
  title: 'The hold time of the keepalive is shorter than its time-out.',
  why: ({ keepalive }) =>
    `After a lost peer-link the ${keepalive} is not listened to for the hold time, and then one message within the time-out proves that the peer lives. A hold time as long as the time-out leaves no time to hear it.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: peer-keepalive hold-timeout',
  },
  unplayable: 'It takes a keepalive that is late; those of the engine arrive when they are due.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, runs, vendor }) => {
      const [hold, timeout] = [runs.numbers['keepalive-hold-ms'], runs.numbers['keepalive-timeout-ms']]
      if (!hold || !timeout || !(hold.set || timeout.set) || hold.value < timeout.value) return []
      return [
        {
          text: `${domain.name} holds for ${hold.value / 1000} s and times out after ${timeout.value / 1000} s.`,
          wayOut: 'Set the hold time below the time-out.',
          at: [domain.id],
          vendor,
          fix: {
            label: 'Go back to the platform’s values',
            edits: (['keepalive-hold-ms', 'keepalive-timeout-ms'] as const).map((key) => ({
              type: 'set-number',
              domain: domain.id,
              key,
              value: null,
            })),
          },
        },
      ]
    }),
}
