import type { Choices } from '../../model/profileKeys.ts'
import { restsOn } from './basis.ts'
import type { PeerEffect, PeerState } from './peerState.ts'

/**
 * System id that a pair announces in LACP.
 * Sources: captures of vPC partners show 0023.04ee.be and the domain in the last octet (the carry above 255 is
 * inferred); Arista `show mlag` captures show the primary's address with the locally administered bit set.
 */
export function pairSystemId(
  rule: Choices['pair-system'],
  domainNumber: number,
  primaryMac: string,
  configured: string,
): string {
  switch (rule) {
    case 'cisco-domain-mac':
      return `00:23:04:ee:${hex(0xbe + (domainNumber >> 8))}:${hex(domainNumber & 0xff)}`
    case 'primary-mac-local-bit':
      return `${hex(Number.parseInt(primaryMac.slice(0, 2), 16) | 0x02)}${primaryMac.slice(2)}`
    case 'primary-mac':
      return primaryMac
    case 'configured':
      return configured
  }
}

/** LACP key of a member bond, the same on both peers. `kernelKey` is what a Linux bond of that speed announces. */
export function memberKey(rule: Choices['member-key'], channel: number, kernelKey: number): number {
  switch (rule) {
    case 'channel-with-high-bit':
      return 0x8000 | channel
    case 'channel':
      return channel
    case 'forty-thousand-plus':
      return 40_000 + channel
    case 'one-prefixed':
      return Number(`1${channel}`) & 0xffff
    case 'kernel':
      return kernelKey
  }
}

/** LACP port number of a member: both peers number their ports alike, so one of them adds an offset. */
export function memberPortNumber(rule: Choices['member-port-number'], index: number, offset: boolean): number {
  switch (rule) {
    case 'secondary-plus-0x4000':
      return (0x100 + index - 1) | (offset ? 0x4000 : 0)
    case 'secondary-plus-0x8000':
      return index + (offset ? 0x8000 : 0)
    case 'secondary-plus-1000':
      return index + (offset ? 1000 : 0)
    case 'peer-times-16384':
      return index + (offset ? 2 : 1) * 16_384
    case 'same-on-both':
      return index
  }
}

/** Settles system id and port numbering when roles are known; the ids of a peer that already forwards stay. */
export function settleIdentity(state: PeerState, out: PeerEffect[]): void {
  const { config, peer } = state
  const primaryMac = state.role === 'primary' || peer === null ? config.mac : peer.mac
  const { choices } = config.rules
  const elected = pairSystemId(choices['pair-system'], config.domainNumber, primaryMac, config.systemMac)
  const known = state.role === 'primary' ? (state.systemId ?? peer?.systemId) : (peer?.systemId ?? state.systemId)
  state.systemId = known ?? elected
  if (state.offset === null || (peer !== null && peer.offset === state.offset && state.role === 'secondary')) {
    state.offset = peer === null || peer.offset === null ? state.role === 'secondary' : !peer.offset
  }
  if (state.ownSystem) {
    const text = 'members announce the LACP system of the pair again'
    out.push({ do: 'event', kind: 'reaction', state: 'waiting', text, restsOn: restsOn(state) })
  }
  state.ownSystem = false
  announce(state, state.systemId, out)
}

/** Steps out of the pair towards partners: members announce this peer's own system. */
export function announceOwnSystem(state: PeerState, out: PeerEffect[]): void {
  state.ownSystem = true
  announce(state, ownSystemId(state), out)
}

/** What a device announces by itself. A configured system is its own, where the pair only takes over the primary's. */
export function ownSystemId({ config }: PeerState): string {
  const { switches, choices } = config.rules
  const configured = switches['split-own-system'] && choices['pair-system'] === 'configured'
  return configured ? config.systemMac : config.mac
}

function announce(state: PeerState, systemId: string, out: PeerEffect[]): void {
  const { systemPriority } = state.config
  out.push({ do: 'identity', systemId, systemPriority, offset: state.offset ?? false })
}

function hex(octet: number): string {
  return (octet & 0xff).toString(16).padStart(2, '0')
}
