import { pairSystemMac } from '../../../model/systemMac.ts'
import { bondName } from '../../bonds.ts'
import type { Drawn, DrawnPair } from '../../drawn.ts'
import type { Counterexample, Rule } from '../../rule.ts'
import { breaking } from '../../steps.ts'

export const domainOwnSystemMac: Rule = {
  id: 'domain/own-system-mac',
  severity: 'error',
  title: 'Each pair has a system MAC address of its own.',
  why: ({ mlag }) =>
    `To LACP the system MAC address is the switch. Two pairs with one address are one switch: ports of a ${mlag} towards both are bundled although they lead to different places. A bond between the pairs has one system at both ends: the standard lets it stand, Linux takes it for a loop and keeps it down.`,
  source: {
    general:
      'IEEE 802.1AX-2014, 6.3.2 (System Identifier); Linux kernel, drivers/net/bonding/bond_3ad.c, ad_rx_machine',
    'nvidia-cumulus':
      'NVIDIA Cumulus Linux User Guide, Multi-Chassis Link Aggregation: unique MLAG MAC address for each pair',
    'dell-os10': 'Dell OS10 User Guide, Virtual Link Trunking: vlt-mac',
    'aruba-aoscx': 'AOS-CX Virtual Switching Extension Guide: system-mac',
  },
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
            ...staysDown(drawn, pair, other),
          },
        ]
      }),
    )
  },
}

/** A bond between two such pairs, where the platform keeps it down. */
function staysDown(
  { net, bonds }: Drawn,
  pair: DrawnPair,
  other: DrawnPair,
): { readonly counterexample?: Counterexample } {
  const ends = [pair.domain.id, other.domain.id]
  const between = bonds.find((bond) =>
    bond.ends.every(({ at, mode }) => 'domain' in at && ends.includes(at.domain) && mode !== 'static'),
  )
  if (between === undefined || pair.profile.ignoresOwnSystem === undefined) return {}
  const [device] = pair.domain.peers
  return {
    counterexample: {
      scenario: breaking(`${bondName(net, between)} stays down`, [], 10),
      story:
        'Every cable is well, and the bond between the pairs carries nothing: each end takes the other for itself.',
      shows: [{ what: 'idle-members', bond: between.id, device }],
    },
  }
}

function unused(taken: readonly string[], from: number): string {
  let number = from
  while (taken.includes(pairSystemMac(number))) number++
  return pairSystemMac(number)
}
