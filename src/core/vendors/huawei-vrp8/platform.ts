import type { Platform } from '../../model/profile.ts'

/** The drawn model has one kind of front port, as the CE8850-64CQ has. */
export const huaweiVrp8Platform: Platform = {
  vendor: 'huawei-vrp8',
  words: {
    platform: 'VRP8',
    vendorPlatform: 'Huawei CloudEngine',
    mlag: 'M-LAG',
    domain: 'DFS group',
    keepalive: 'DAD heartbeat',
    channel: 'Eth-Trunk',
    channelShort: 'Eth-Trunk',
    held: 'error-down',
  },
  ports: { frontPrefix: '100GE1/0/', management: 'MEth0/0/0', frontCount: 64, firstPeerLinkPort: 53 },
  domainNumber: { min: 1, max: 1_000 },
  channelNumber: { min: 1, max: 2_048 },
  rolePriority: { preferred: 150, other: 100 },
}
