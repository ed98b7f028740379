import { bondName, hostOf, vendorAt } from '../../bonds.ts'
import type { Rule } from '../../rule.ts'
import { breaking } from '../../steps.ts'
import type { DeviceId } from '../../../model/ids.ts'
import type { HostDevice } from '../../../model/topology.ts'
import type { Drawn } from '../../drawn.ts'

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
  check: (drawn) =>
    drawn.bonds.flatMap((bond) =>
      ([0, 1] as const).flatMap((at) => {
        const far = bond.ends[at === 0 ? 1 : 0]
        const near = bond.ends[at]
        if (far.lacp?.netboot !== true || near.mode === 'static' || near.lacp?.fallback !== undefined) return []
        const { net, profiles } = drawn
        const host = hostOf(drawn, bond)
        const partner = host && besideFirst(drawn, host)
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
            ...(host === undefined || partner === undefined
              ? {}
              : {
                  counterexample: {
                    scenario: breaking(`${host.name} boots`, [], 30),
                    story: `${host.name} asks for its boot image, and nothing of it gets through: the switches wait for LACPDUs.`,
                    shows: [{ what: 'unreachable', host: host.id, with: partner } as const],
                  },
                }),
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

/** A host boots over its first port: what hangs on the switch there reaches it, whatever a hash says. */
function besideFirst({ net, design }: Drawn, host: HostDevice): DeviceId | undefined {
  const switchOf = (id: DeviceId) => (net.portsOf.get(id) ?? []).map((port) => net.neighbour.get(port.id)?.device)
  const [first] = switchOf(host.id)
  return design.topology.flows
    .flatMap(({ from, to }) => (from === host.id ? [to] : to === host.id ? [from] : []))
    .flatMap((id) => net.topology.devices.find((device) => device.id === id)?.id ?? [])
    .find((id) => first !== undefined && switchOf(id).every((one) => one === first))
}
