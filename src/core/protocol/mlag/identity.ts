import type { Choices } from '../../model/profile.ts'
import type { PeerEffect, PeerState } from './peerState.ts'

/**
 * System id that a pair announces in LACP.
 * Sources: captures of vPC partners show 0023.04ee.be and the domain in the last octet (the carry above 255 is
 * inferred); Arista `show mlag` captures show the primary's address with the locally administered bit set.
 */
export function pairSystemId(rule: Choices['pair-system'], domainNumber: number, primaryMac: string): string {
  switch (rule) {
    case 'cisco-domain-mac':
      return `00:23:04:ee:${hex(0xbe + (domainNumber >> 8))}:${hex(domainNumber & 0xff)}`
    case 'primary-mac-local-bit':
      return `${hex(Number.parseInt(primaryMac.slice(0, 2), 16) | 0x02)}${primaryMac.slice(2)}`
  }
}

/** LACP key of a member bond, the same on both peers. */
export function memberKey(rule: Choices['member-key'], channel: number): number {
  switch (rule) {
    case 'channel-with-high-bit':
      return 0x8000 | channel
    case 'channel':
      return channel
  }
}

/** LACP port number of a member: both peers number their ports alike, so one of them adds an offset. */
export function memberPortNumber(rule: Choices['member-port-number'], index: number, offset: boolean): number {
  switch (rule) {
    case 'secondary-plus-0x4000':
      return (0x100 + index - 1) | (offset ? 0x4000 : 0)
    case 'secondary-plus-0x8000':
      return index + (offset ? 0x8000 : 0)
  }
}

/** Settles system id and port numbering when roles are known; the ids of a peer that already forwards stay. */
export function settleIdentity(state: PeerState, out: PeerEffect[]): void {
  const { config, peer } = state
  const primaryMac = state.role === 'primary' || peer === null ? config.mac : peer.mac
  const elected = pairSystemId(config.rules.choices['pair-system'], config.domainNumber, primaryMac)
  const known = state.role === 'primary' ? (state.systemId ?? peer?.systemId) : (peer?.systemId ?? state.systemId)
  state.systemId = known ?? elected
  if (state.offset === null || (peer !== null && peer.offset === state.offset && state.role === 'secondary')) {
    state.offset = peer === null || peer.offset === null ? state.role === 'secondary' : !peer.offset
  }
  out.push({
    do: 'identity',
    systemId: state.systemId,
    systemPriority: config.systemPriority,
    offset: state.offset,
  })
}

function hex(octet: number): string {
  return (octet & 0xff).toString(16).padStart(2, '0')
}
