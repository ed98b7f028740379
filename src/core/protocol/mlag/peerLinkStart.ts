import { restsOn, startDelay, stopTimer } from './basis.ts'
import { timeUs, type PeerEffect, type PeerState } from './peerState.ts'

/**
 * Keeps the ports of the peer-link dark after a start, where the platform lets one set a delay for it.
 * Source: Cisco-NX-OS-device YANG model, vPC domain, delay of the peer-link's bring-up; that it begins with the start is
 * inferred.
 */
export function holdPeerLink(state: PeerState, now: number, out: PeerEffect[]): void {
  if (timeUs(state, 'peer-link-start-ms') === 0) return
  startDelay(state, 'peer-link-start', now, 'peer-link-start-ms')
  const text = `${state.config.words.held}: the peer-link waits after the start`
  state.peerLinkHold = { code: 'boot', text }
  out.push({ do: 'hold-peer-link', hold: state.peerLinkHold, restsOn: restsOn(state, 'peer-link-start-ms') })
}

export function releasePeerLink(state: PeerState, out: PeerEffect[]): void {
  state.peerLinkHold = null
  stopTimer(state, 'peer-link-start')
  out.push({ do: 'hold-peer-link', hold: null, restsOn: restsOn(state) })
}
