import type { Platform } from '../../model/profile.ts'

/** The drawn model has one kind of front port, as the S9820-64H has. */
export const h3cComwarePlatform: Platform = {
  vendor: 'h3c-comware',
  words: {
    platform: 'Comware',
    vendorPlatform: 'H3C Comware',
    mlag: 'M-LAG',
    domain: 'M-LAG system',
    keepalive: 'keepalive',
    channel: 'Bridge-Aggregation',
    channelShort: 'BAGG',
    held: 'M-LAG MAD DOWN',
  },
  ports: {
    frontPrefix: 'HundredGigE1/0/',
    management: 'M-GigabitEthernet0/0/0',
    frontCount: 64,
    firstPeerLinkPort: 53,
  },
  domainNumber: { min: 1, max: 1_000 },
  channelNumber: { min: 1, max: 1_024 },
  rolePriority: { preferred: 10, other: 32_768 },
}
