import type { Platform } from '../../model/profile.ts'

/** No product: the pair of IEEE 802.1AX, clause 9 (DRNI). */
export const genericPlatform: Platform = {
  vendor: 'generic',
  words: {
    platform: 'Generic',
    vendorPlatform: 'Generic (IEEE 802.1AX)',
    mlag: 'DRNI',
    domain: 'DRNI pair',
    keepalive: 'keepalive',
    channel: 'LAG',
    channelShort: 'LAG',
    held: 'held',
  },
  ports: { frontPrefix: 'port', management: 'mgmt', frontCount: 64, firstPeerLinkPort: 53 },
  domainNumber: { min: 1, max: 65_535 },
  channelNumber: { min: 1, max: 65_535 },
  rolePriority: null,
}
