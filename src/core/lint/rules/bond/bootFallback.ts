import { bondName, vendorAt } from '../../bonds.ts'
import type { Rule } from '../../rule.ts'

export const bondBootFallback: Rule = {
  id: 'bond/boot-fallback',
  severity: 'warning',
  title: 'A host that boots over the network finds a port that forwards without LACP.',
  why: ({ channel, platform }) =>
    `A boot loader knows no LACP. Without a fallback ${platform} keeps the ports of the ${channel} out until LACPDUs come, and the host that is to send them never boots.`,
  source: {
    general: 'Arista EOS User Manual, Port Channels and LACP: LACP fallback',
    'cisco-nxos':
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring Port Channels: LACP suspend-individual',
    'juniper-junos': 'Junos OS High Availability User Guide, Multichassis Link Aggregation: force-up',
    'dell-os10': 'Dell OS10 User Guide, Virtual Link Trunking: LACP fallback',
  },
  check: ({ net, bonds, profiles }) =>
    bonds.flatMap((bond) =>
      ([0, 1] as const).flatMap((at) => {
        const far = bond.ends[at === 0 ? 1 : 0]
        const near = bond.ends[at]
        if (far.lacp?.netboot !== true || near.mode === 'static' || near.lacp?.fallback !== undefined) return []
        const vendor = vendorAt(net, near)
        const offered = vendor === null ? undefined : profiles[vendor]?.fallback
        const [first] = offered?.value ?? []
        return [
          {
            text: `${bondName(net, bond)} ends at a host that boots over the network, and its switches wait for LACP.`,
            wayOut:
              first === undefined ? 'The platform has no fallback: boot over another port.' : `Set ${offered?.label}.`,
            at: [bond.id],
            vendor,
            ...(first === undefined
              ? {}
              : {
                  fix: {
                    label: `Set ${offered?.label}`,
                    edits: [
                      {
                        type: 'set-bond-end',
                        bond: bond.id,
                        end: at,
                        set: { lacp: { ...near.lacp, fallback: first } },
                      } as const,
                    ],
                  },
                }),
          },
        ]
      }),
    ),
}
