import type { Rule } from '../../rule.ts'

export const domainUsed: Rule = {
  id: 'domain/used',
  severity: 'info',
  title: 'Something is connected to both peers.',
  why: ({ mlag }) =>
    `A pair without a single ${mlag} has the cost of one and none of the use: everything below it hangs on one switch.`,
  source: { general: 'IEEE 802.1AX-2014, clause 9 (Distributed Resilient Network Interconnect)' },
  unplayable: 'Nothing fails by it: a pair without bonds protects nobody, which orphan/dual-homed plays.',
  check: ({ pairs }) =>
    pairs
      .filter(({ bonds }) => bonds.length === 0)
      .map(({ domain, words, vendor }) => ({
        text: `${domain.name} has no ${words.mlag}.`,
        wayOut: 'Connect a server or switch to both peers.',
        at: [domain.id],
        vendor,
      })),
}
