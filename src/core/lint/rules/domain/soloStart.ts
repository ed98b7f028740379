import type { Rule } from '../../rule.ts'
import { breaking, fail, repair } from '../../steps.ts'

export const domainSoloStart: Rule = {
  id: 'domain/solo-start',
  severity: 'warning',
  title: 'A peer that starts alone comes up alone.',
  why: ({ mlag, domain }) =>
    `After a power cut that only one peer survives, the ${mlag} ports of the survivor wait for a peer that does not come. The ${domain} is down although one switch is well.`,
  source: {
    general: 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: auto-recovery',
    'h3c-comware': 'H3C S6805 and S9820 Layer 2 Configuration Guide, M-LAG: auto-recovery',
  },
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, peers: [a, b], profile, runs, bonds, vendor }) => {
      const runsAlone = runs.switches['solo-start']
      const label = profile.switches['solo-start']?.label
      if (runsAlone?.value !== false || profile.switches['solo-start']?.editable !== true || bonds.length === 0)
        return []
      const waits = (runs.numbers['solo-start-ms']?.value ?? 240_000) / 1000
      return [
        {
          text: `${label} is off on ${domain.name}.`,
          wayOut: 'Turn it on, on both peers.',
          at: [domain.id],
          vendor,
          fix: {
            label: `Turn ${label} on`,
            edits: [{ type: 'set-switch', domain: domain.id, key: 'solo-start', value: true }],
          },
          counterexample: {
            scenario: breaking(
              `Only ${a.name} returns`,
              [
                fail('device-power-off', a.name),
                fail('device-power-off', b.name),
                repair('device-power-off', a.name, 10),
              ],
              Math.min(waits, 600) + 60,
            ),
            story: `Power is lost and ${b.name} does not return. ${a.name} is up, and its members still wait for the peer.`,
            shows: [{ what: 'held', device: a.id }],
          },
        },
      ]
    }),
}
