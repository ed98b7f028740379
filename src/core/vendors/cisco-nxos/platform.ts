import type { Platform } from '../../model/profile.ts'

export const ciscoNxosPlatform: Platform = {
  vendor: 'cisco-nxos',
  words: {
    platform: 'NX-OS',
    vendorPlatform: 'Cisco NX-OS',
    mlag: 'vPC',
    domain: 'vPC domain',
    keepalive: 'peer-keepalive',
    channel: 'port-channel',
    channelShort: 'Po',
    held: 'suspended',
  },
  ports: { frontPrefix: 'Ethernet1/', management: 'mgmt0', frontCount: 54, firstPeerLinkPort: 53 },
  domainNumber: { min: 1, max: 1_000 },
  channelNumber: { min: 1, max: 4_096 },
  rolePriority: { preferred: 8_192, other: 16_384 },
}
