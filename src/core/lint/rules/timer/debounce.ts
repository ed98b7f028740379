import type { Rule } from '../../rule.ts'
import { legTalk } from '../../legs.ts'
import { breaking, fail } from '../../steps.ts'

export const timerDebounce: Rule = {
  id: 'timer/debounce',
  severity: 'warning',
  title: 'Lost light is believed within a fraction of a second.',
  why: ({ mlag, platform }) =>
    `Each cut of a cable lasts as long as the debounce time before anybody reacts, and ${platform} adds it to every outage of a ${mlag}.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring Basic Interface Parameters: link debounce time',
  },
  check: (drawn) =>
    drawn.pairs.flatMap(({ domain, runs, profile, bonds, vendor }) => {
      const talk = bonds.map(({ bond }) => legTalk(drawn, bond)).find((one) => one !== null)
      const [own, base] = [runs.numbers['link-debounce-ms'], profile.numbers['link-debounce-ms']]
      if (!own?.set || !base || !(own.value > base.value && own.value > 500)) return []
      return [
        {
          text: `${base.label} of ${domain.name} is ${own.value / 1000} s.`,
          wayOut: 'Use a debounce time of 100 ms or so.',
          at: [domain.id],
          vendor,
          fix: {
            label: `Go back to ${base.value / 1000} s`,
            edits: [{ type: 'set-number', domain: domain.id, key: 'link-debounce-ms', value: null }],
          },
          ...(talk
            ? {
                counterexample: {
                  scenario: breaking(`A cable of ${talk.host.name} cut`, [fail('link-cut', talk.leg.id)], 30),
                  story: `A cable of ${talk.host.name} is cut. For ${own.value / 1000} s the switch goes on sending into it.`,
                  shows: [{ what: 'outage', host: talk.host.id, leastS: own.value / 1000 }],
                },
              }
            : {}),
        },
      ]
    }),
}
