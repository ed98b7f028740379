import type { Platform } from '../../model/profile.ts'

/** Ports as on a Catalyst 9500-48X, its uplinks among them: an access or distribution switch, which forms no pair. */
export const ciscoIosXePlatform: Platform = {
  vendor: 'cisco-ios-xe',
  words: {
    platform: 'IOS XE',
    vendorPlatform: 'Cisco IOS XE',
    mlag: 'MLAG',
    domain: 'pair',
    keepalive: 'keepalive',
    channel: 'Port-channel',
    channelShort: 'Po',
    held: 'suspended',
  },
  ports: {
    frontPrefix: 'TenGigabitEthernet1/0/',
    management: 'GigabitEthernet0/0',
    frontCount: 48,
    firstPeerLinkPort: 41,
  },
  domainNumber: { min: 1, max: 255 },
  channelNumber: { min: 1, max: 128 },
  rolePriority: null,
}
