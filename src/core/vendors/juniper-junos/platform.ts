import type { Platform } from '../../model/profile.ts'

/** Port numbers as on a QFX5100-96S. */
export const juniperJunosPlatform: Platform = {
  vendor: 'juniper-junos',
  words: {
    platform: 'Junos',
    vendorPlatform: 'Juniper Junos',
    mlag: 'MC-AE',
    domain: 'redundancy group',
    keepalive: 'backup liveness',
    channel: 'ae',
    channelShort: 'ae',
    held: 'held down',
  },
  ports: { frontPrefix: 'xe-0/0/', frontFirst: 0, management: 'em0', frontCount: 96, firstPeerLinkPort: 49 },
  domainNumber: { min: 1, max: 65_535 },
  channelNumber: { min: 1, max: 1_000 },
  rolePriority: null,
}
