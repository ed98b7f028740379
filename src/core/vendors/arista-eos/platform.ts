import type { Platform } from '../../model/profile.ts'

export const aristaEosPlatform: Platform = {
  vendor: 'arista-eos',
  words: {
    platform: 'EOS',
    vendorPlatform: 'Arista EOS',
    mlag: 'MLAG',
    domain: 'MLAG domain',
    keepalive: 'peer-address heartbeat',
    channel: 'Port-Channel',
    channelShort: 'Po',
    held: 'errdisabled',
  },
  ports: { frontPrefix: 'Ethernet', management: 'Management1', frontCount: 54, firstPeerLinkPort: 53 },
  domainNumber: { min: 1, max: 1_000 },
  channelNumber: { min: 1, max: 2_000 },
  rolePriority: { preferred: 100, other: 200 },
}
