import type { Rule } from '../../rule.ts'

export const stpEnabled: Rule = {
  id: 'stp/enabled',
  severity: 'warning',
  title: 'Switches run spanning tree, with MLAG too.',
  why: ({ mlag, platform }) =>
    `A ${mlag} leaves nothing for spanning tree to block as long as everything is cabled as drawn. One wrong cable is a loop then, and with spanning tree off ${platform} does not even notice.`,
  source: {
    general: 'IEEE 802.1Q-2018, clause 13 (spanning tree protocols)',
    'cisco-nxos':
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: do not disable spanning tree',
    'arista-eos': 'Arista EOS User Manual, Multi-Chassis Link Aggregation: MLAG and spanning tree',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: V-STP',
    'nvidia-cumulus': 'NVIDIA Cumulus Linux User Guide, Multi-Chassis Link Aggregation: STP interoperability with MLAG',
  },
  unplayable: 'The loop that spanning tree is there for is not drawn; where one is, stp/no-loop plays the storm.',
  check: ({ switches, net }) =>
    switches
      .filter(({ stp }) => !stp.enabled)
      .map(({ id, name, stp, vendor }) => ({
        text: `Spanning tree is off on ${name}.`,
        wayOut: 'Turn it on; ports of hosts are edge ports.',
        at: [id],
        vendor,
        fix: {
          label: 'Turn spanning tree on',
          // The peers of a pair make one tree.
          edits: [id, net.peerOf.get(id)?.id].flatMap((one) =>
            one === undefined
              ? []
              : [{ type: 'set-device', device: one, set: { stp: { ...stp, enabled: true } } } as const],
          ),
        },
      })),
}
