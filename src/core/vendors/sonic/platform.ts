import type { Platform } from '../../model/profile.ts'

/** Ports as on a Mellanox SN4600C: 64 of them, four numbers apart. */
export const sonicPlatform: Platform = {
  vendor: 'sonic',
  words: {
    platform: 'SONiC',
    vendorPlatform: 'SONiC (community)',
    mlag: 'MCLAG',
    domain: 'MCLAG domain',
    keepalive: 'ICCP',
    channel: 'PortChannel',
    channelShort: 'PortChannel',
    held: 'admin down',
  },
  ports: {
    frontPrefix: 'Ethernet',
    frontFirst: 0,
    frontStep: 4,
    management: 'eth0',
    frontCount: 64,
    firstPeerLinkPort: 63,
  },
  domainNumber: { min: 1, max: 4_095 },
  channelNumber: { min: 0, max: 9_999 },
  rolePriority: null,
}
