import type { Platform } from '../../model/profile.ts'

/**
 * Ports named as on a CRS326-24S+2Q+, but as many as designs for other platforms use; the exporter says which of them no
 * such switch has. The bridge is the domain, so it has no number; a bond's number is its mlag-id.
 */
export const mikrotikRouterosPlatform: Platform = {
  vendor: 'mikrotik-routeros',
  words: {
    platform: 'RouterOS',
    vendorPlatform: 'MikroTik RouterOS',
    mlag: 'MLAG',
    domain: 'MLAG bridge pair',
    keepalive: 'ICCP',
    channel: 'bond',
    channelShort: 'bond',
    held: 'held',
  },
  ports: { frontPrefix: 'sfp-sfpplus', management: 'ether1', frontCount: 56, firstPeerLinkPort: 53 },
  domainNumber: { min: 1, max: 65_535 },
  channelNumber: { min: 1, max: 65_535 },
  rolePriority: { preferred: 50, other: 128 },
}
