import { pairSystemMac } from '../../../model/freeNames.ts'
import type { Rule } from '../../rule.ts'

export const domainOwnSystemMac: Rule = {
  id: 'domain/own-system-mac',
  severity: 'error',
  title: 'Each pair has a system MAC address of its own.',
  why: ({ mlag }) =>
    `To LACP the system MAC address is the switch. Two pairs with one address are one switch: ports of a ${mlag} towards both are bundled although they lead to different places, and a bond between the pairs sees itself.`,
  source: {
    general: 'IEEE 802.1AX-2014, 6.3.2 (System Identifier)',
    'nvidia-cumulus':
      'NVIDIA Cumulus Linux User Guide, Multi-Chassis Link Aggregation: unique MLAG MAC address for each pair',
    'dell-os10': 'Dell OS10 User Guide, Virtual Link Trunking: vlt-mac',
    'aruba-aoscx': 'AOS-CX Virtual Switching Extension Guide: system-mac',
  },
  unplayable: 'What would be bundled by mistake, a device on both pairs, is not drawn.',
  check: (drawn) => {
    const typed = drawn.pairs.filter(({ runs }) => runs.choices['pair-system'].value === 'configured')
    return typed.flatMap((pair, at) =>
      typed.slice(0, at).flatMap((other) => {
        if (other.domain.systemMac !== pair.domain.systemMac) return []
        const own = unused(
          drawn.pairs.map(({ domain }) => domain.systemMac),
          pair.domain.number,
        )
        return [
          {
            text: `${other.domain.name} and ${pair.domain.name} both announce the LACP system ${pair.domain.systemMac}.`,
            wayOut: 'Give each pair its own system MAC address.',
            at: [pair.domain.id, other.domain.id],
            vendor: pair.vendor,
            fix: {
              label: `Give ${pair.domain.name} ${own}`,
              edits: [{ type: 'set-domain', domain: pair.domain.id, set: { systemMac: own } } as const],
            },
          },
        ]
      }),
    )
  },
}

function unused(taken: readonly string[], from: number): string {
  let number = from
  while (taken.includes(pairSystemMac(number))) number++
  return pairSystemMac(number)
}
