import { newDomainNumber } from '../../../model/freeNames.ts'
import type { Rule } from '../../rule.ts'

export const domainNumberRange: Rule = {
  id: 'domain/number-range',
  severity: 'error',
  title: 'The domain number is one that the platform knows.',
  why: ({ domain, platform }) =>
    `${platform} refuses the number of the ${domain}, and without it nothing of the pair is configured.`,
  source: {
    general: 'Range of the platform’s own command for the domain',
    'cisco-nxos':
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: vpc domain, 1 to 1000',
  },
  unplayable: 'The device refuses the line, so there is no run with it to look at.',
  check: ({ pairs, design }) =>
    pairs.flatMap(({ domain, profile, words, vendor }) => {
      const { min, max } = profile.domainNumber
      if (domain.number >= min && domain.number <= max) return []
      const free = Math.min(max, Math.max(min, newDomainNumber(design.topology)))
      return [
        {
          text: `${domain.name} has the number ${domain.number}; the ${words.domain} takes ${min} to ${max}.`,
          wayOut: 'Choose a number within the range.',
          at: [domain.id],
          vendor,
          fix: {
            label: `Number it ${free}`,
            edits: [{ type: 'set-domain', domain: domain.id, set: { number: free } }],
          },
        },
      ]
    }),
}
