import type { Platform } from '../../model/profile.ts'

/** Ports as on an 8325-48Y8C. Roles are configured, so there is no priority; nor has VSX a domain number. */
export const arubaAoscxPlatform: Platform = {
  vendor: 'aruba-aoscx',
  words: {
    platform: 'AOS-CX',
    vendorPlatform: 'Aruba AOS-CX',
    mlag: 'VSX LAG',
    domain: 'VSX pair',
    keepalive: 'VSX keepalive',
    channel: 'lag',
    channelShort: 'lag',
    held: 'held down by VSX',
  },
  ports: { frontPrefix: '1/1/', management: 'mgmt', frontCount: 56, firstPeerLinkPort: 49 },
  domainNumber: { min: 1, max: 65_535 },
  channelNumber: { min: 1, max: 256 },
  rolePriority: null,
}
