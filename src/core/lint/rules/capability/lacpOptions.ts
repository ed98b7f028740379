import { lacpNotes } from '../../../vendors/lacpNotes.ts'
import type { Rule } from '../../rule.ts'

export const capabilityLacpOptions: Rule = {
  id: 'capability/lacp-options',
  severity: 'warning',
  title: 'A bond asks only for what its platform can do.',
  why: ({ platform }) =>
    `What ${platform} has no statement for is left out of the configuration: the bond on the device behaves otherwise than the one that was drawn and simulated.`,
  source: { general: 'Statements of each platform, as listed in docs/fidelity.md' },
  unplayable: 'The device refuses the line, so there is no run with it to look at.',
  check: ({ net, profiles, switches }) =>
    switches.flatMap(({ id, vendor }) =>
      (net.lagsOf.get(id) ?? []).flatMap((lag) => {
        const profile = profiles[vendor]
        // Both peers of a pair have the same bond.
        const again = net.domainOf.get(id)?.peers[1] === id && lag.role === 'mlag'
        if (profile === undefined || again) return []
        return lacpNotes(lag, profile).map((text) => ({
          text,
          wayOut: 'Leave the option at its default, or choose a platform that has it.',
          at: [lag.bond.id, id],
          vendor,
        }))
      }),
    ),
}
