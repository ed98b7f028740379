import { newChannel } from '../../../model/freeNames.ts'
import { devicesAt } from '../../../model/network.ts'
import { bondName, endName, vendorAt } from '../../bonds.ts'
import type { Rule } from '../../rule.ts'

export const bondChannelRange: Rule = {
  id: 'bond/channel-range',
  severity: 'error',
  title: 'The number of a bond is one that the platform knows.',
  why: ({ channel, platform }) =>
    `${platform} refuses ${channel} numbers beyond its range, and the bond is not configured there.`,
  source: {
    general: 'Range of the platform’s own command for port channels',
    'cisco-nxos': 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring Port Channels: 1 to 4096',
  },
  unplayable: 'The device refuses the line, so there is no run with it to look at.',
  check: ({ net, design, profiles }) =>
    design.topology.bonds.flatMap((bond) =>
      ([0, 1] as const).flatMap((at) => {
        const end = bond.ends[at]
        const vendor = vendorAt(net, end)
        const range = vendor === null ? undefined : profiles[vendor]?.channelNumber
        if (range === undefined || (end.channel >= range.min && end.channel <= range.max)) return []
        const free = newChannel(design.topology, devicesAt(net, end), range.min)
        return [
          {
            text: `${bondName(net, bond)} has the number ${end.channel} at ${endName(net, end)}, which takes ${range.min} to ${range.max}.`,
            wayOut: 'Choose a number within the range.',
            at: [bond.id],
            vendor,
            fix: {
              label: `Number it ${free}`,
              edits: [{ type: 'set-bond-end', bond: bond.id, end: at, set: { channel: free } } as const],
            },
          },
        ]
      }),
    ),
}
