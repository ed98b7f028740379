import type { VendorId } from '../../../model/topology.ts'
import { bondName, vendorAt } from '../../bonds.ts'
import type { Rule } from '../../rule.ts'

export const capabilityActiveOnly: Rule = {
  id: 'capability/active-only',
  severity: 'warning',
  title: 'LACP is passive only where the platform knows that.',
  why: ({ platform }) =>
    `${platform} always speaks LACP on its own account: what is drawn passive is active on the device.`,
  source: {
    general: 'sonic-net/sonic-buildimage, teamd templates: runner.active',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Command Reference, mode lacp-static',
  },
  unplayable: 'The device refuses the line, so there is no run with it to look at.',
  check: ({ net, design }) =>
    design.topology.bonds.flatMap((bond) =>
      ([0, 1] as const).flatMap((at) => {
        const vendor = vendorAt(net, bond.ends[at])
        if (vendor === null || !ALWAYS_ACTIVE.includes(vendor) || bond.ends[at].mode !== 'passive') return []
        return [
          {
            text: `${bondName(net, bond)} is drawn passive on a platform that is always active.`,
            wayOut: 'Draw it active.',
            at: [bond.id],
            vendor,
            fix: {
              label: 'Make it active',
              edits: [{ type: 'set-bond-end', bond: bond.id, end: at, set: { mode: 'active' } } as const],
            },
          },
        ]
      }),
    ),
}

const ALWAYS_ACTIVE: readonly VendorId[] = ['huawei-vrp8', 'sonic']
