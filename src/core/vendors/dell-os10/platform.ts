import type { Platform } from '../../model/profile.ts'

/** Ports as on an S5248F-ON. */
export const dellOs10Platform: Platform = {
  vendor: 'dell-os10',
  words: {
    platform: 'OS10',
    vendorPlatform: 'Dell SmartFabric OS10',
    mlag: 'VLT',
    domain: 'VLT domain',
    keepalive: 'VLT backup link',
    channel: 'port-channel',
    channelShort: 'Po',
    held: 'shut by VLT',
  },
  ports: { frontPrefix: 'ethernet1/1/', management: 'mgmt1/1/1', frontCount: 56, firstPeerLinkPort: 49 },
  domainNumber: { min: 1, max: 255 },
  channelNumber: { min: 1, max: 2_000 },
  rolePriority: { preferred: 4_096, other: 8_192 },
}
