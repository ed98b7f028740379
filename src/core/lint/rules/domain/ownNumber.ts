import { newDomainNumber } from '../../../model/freeNames.ts'
import type { Rule } from '../../rule.ts'

export const domainOwnNumber: Rule = {
  id: 'domain/own-number',
  severity: 'error',
  title: 'Pairs that see each other have different domain numbers.',
  why: ({ domain, mlag }) =>
    `Where the LACP system is made of the number of the ${domain}, two pairs with one number are one system to whoever is connected to them: nothing keeps ports towards both apart, and a ${mlag} between them has the same system at either end, which not every device takes. Elsewhere sessions and logs mix up the pairs.`,
  source: {
    general:
      'Cisco, Data Center Aggregation Layer Design and Configuration: domain IDs that differ between adjacent vPC complexes keep the LACP system ID unique',
    'arista-eos': 'Arista EOS User Manual, Multi-Chassis Link Aggregation: domain-id',
  },
  unplayable:
    'LACP bundles two ends of one system, as the standard lets it. What the platform does beyond it no public document says, and a device that is on both pairs is not drawn.',
  check: (drawn) =>
    drawn.pairs.flatMap((pair, at) =>
      drawn.pairs.slice(0, at).flatMap((other) => {
        if (other.domain.number !== pair.domain.number || other.vendor !== pair.vendor) return []
        const free = newDomainNumber(drawn.design.topology)
        return [
          {
            text: `${other.domain.name} and ${pair.domain.name} both have the number ${pair.domain.number}.`,
            wayOut: 'Give one of the pairs a number of its own.',
            at: [pair.domain.id, other.domain.id],
            vendor: pair.vendor,
            fix: {
              label: `Number ${pair.domain.name} ${free}`,
              edits: [{ type: 'set-domain', domain: pair.domain.id, set: { number: free } } as const],
            },
          },
        ]
      }),
    ),
}
