import { pairSystemMac } from '../../../model/systemMac.ts'
import type { Rule } from '../../rule.ts'

export const domainLocalSystemMac: Rule = {
  id: 'domain/local-system-mac',
  severity: 'warning',
  title: 'A system MAC address that is typed in is locally administered.',
  why: ({ domain }) =>
    `An address from a manufacturer's range may be burnt into a device that one day hangs on this network. The address of the ${domain} should come from the range that is free for such use.`,
  source: {
    general: 'IEEE 802-2014, 8.2 (universal and local addresses)',
    'nvidia-cumulus':
      'NVIDIA Cumulus Linux User Guide, Multi-Chassis Link Aggregation: range reserved for MLAG, 44:38:39:ff',
  },
  unplayable: 'The other device with this address, on which it would fail, is not drawn.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, runs, vendor }) => {
      if (runs.choices['pair-system'].value !== 'configured') return []
      const first = Number.parseInt(domain.systemMac.slice(0, 2), 16)
      // Reserved by its owner for this very use.
      const reserved = domain.systemMac.startsWith('44:38:39:ff:')
      if (Math.floor(first / 2) % 2 === 1 || reserved) return []
      const own = pairSystemMac(domain.number)
      return [
        {
          text: `${domain.name} announces ${domain.systemMac}, an address of a manufacturer's range.`,
          wayOut: 'Use a locally administered address: 2, 6, a or e as its second digit.',
          at: [domain.id],
          vendor,
          fix: {
            label: `Use ${own}`,
            edits: [{ type: 'set-domain', domain: domain.id, set: { systemMac: own } }],
          },
        },
      ]
    }),
}
