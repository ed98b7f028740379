import type { Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'

export const domainDualPrimaryDetection: Rule = {
  id: 'domain/dual-primary-detection',
  severity: 'warning',
  title: 'What the heartbeat hears is acted upon.',
  why: ({ keepalive, domain }) =>
    `The ${keepalive} only tells; without dual-primary detection nobody does anything about it. Both peers of the ${domain} go on after the peer-link is lost, with tables that drift apart.`,
  source: { general: 'Arista EOS User Manual, Multi-Chassis Link Aggregation: dual-primary detection' },
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, profile, runs, keepalives, peerLink, vendor }) => {
      const detects = runs.switches['dual-primary-detection']
      const label = profile.switches['dual-primary-detection']?.label
      if (detects?.value !== false || keepalives.length === 0 || peerLink === null) return []
      return [
        {
          text: `${domain.name} has a heartbeat, and ${label?.toLowerCase()} is off.`,
          wayOut: 'Turn it on, with a delay of a few seconds.',
          at: [domain.id],
          vendor,
          fix: {
            label: `Turn ${label?.toLowerCase()} on`,
            edits: [{ type: 'set-switch', domain: domain.id, key: 'dual-primary-detection', value: true }],
          },
          counterexample: {
            scenario: breaking(`Peer-link of ${domain.name} lost`, [fail('peer-link-down', domain.name)], 60),
            story: 'The peer-link is lost. The heartbeat says that both live, and both go on as primary.',
            shows: [{ what: 'dual-active', domain: domain.id }],
          },
        },
      ]
    }),
}
