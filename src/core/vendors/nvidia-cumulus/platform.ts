import type { Platform } from '../../model/profile.ts'

/** Ports as on a switch with 48 server ports and 8 uplinks. There is no domain number; a bond's number is its MLAG id. */
export const nvidiaCumulusPlatform: Platform = {
  vendor: 'nvidia-cumulus',
  words: {
    platform: 'Cumulus Linux',
    vendorPlatform: 'NVIDIA Cumulus Linux',
    mlag: 'MLAG',
    domain: 'MLAG pair',
    keepalive: 'backup link',
    channel: 'bond',
    channelShort: 'bond',
    held: 'protodown',
  },
  ports: { frontPrefix: 'swp', management: 'eth0', frontCount: 56, firstPeerLinkPort: 49 },
  domainNumber: { min: 1, max: 65_535 },
  channelNumber: { min: 1, max: 65_535 },
  rolePriority: { preferred: 2_048, other: 32_768 },
}
