import { bondName, vendorOfBond } from '../../bonds.ts'
import { cablesOf, endsOf } from '../../drawn.ts'
import type { Rule } from '../../rule.ts'
import type { DeviceId } from '../../../model/ids.ts'
import { devicesAt } from '../../../model/network.ts'
import { breaking } from '../../steps.ts'

export const bondEqualSpeed: Rule = {
  id: 'bond/equal-speed',
  severity: 'warning',
  title: 'All cables of a bond have the same speed.',
  why: ({ channel }) =>
    `Links of different speed get different LACP keys and do not aggregate: some cables of the ${channel} stay out, on one switch or on the server.`,
  source: { general: 'IEEE 802.1AX-2014, 6.3.5 (Capability identification: operational keys)' },
  check: ({ net, bonds }) =>
    bonds.flatMap((bond) => {
      const cables = cablesOf(net, bond)
      const speedsAt = (device: DeviceId) =>
        new Set(
          cables.filter((link) => endsOf(net, link).some(({ id }) => id === device)).map((link) => link.speedGbps),
        ).size
      const speeds = [...new Set(cables.map(({ speedGbps }) => speedGbps))]
      if (speeds.length < 2) return []
      const together = bond.ends.flatMap((end) => devicesAt(net, end)).find((id) => speedsAt(id) > 1)
      const fastest = Math.max(...speeds)
      const slow = cables.filter(({ speedGbps }) => speedGbps < fastest)
      return [
        {
          text: `${bondName(net, bond)} mixes cables of ${speeds.join(' and ')} Gbit/s.`,
          wayOut: 'Use ports of one speed.',
          at: [bond.id, ...slow.map(({ id }) => id)],
          vendor: vendorOfBond(net, bond),
          fix: {
            label: `Make all of them ${fastest} Gbit/s`,
            edits: slow.map(({ id }) => ({ type: 'set-link', link: id, set: { speedGbps: fastest } }) as const),
          },
          ...(together === undefined
            ? {}
            : {
                counterexample: {
                  scenario: breaking(`${bondName(net, bond)} is not whole`, [], 10),
                  story: 'All cables are well, and some of them carry nothing: their speed is another.',
                  shows: [{ what: 'idle-members', bond: bond.id, device: together } as const],
                },
              }),
        },
      ]
    }),
}
