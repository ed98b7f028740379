import { isOn, startDelay, stopTimer } from './basis.ts'
import { announceOwnSystem, settleIdentity } from './identity.ts'
import { bounce } from './linkLoss.ts'
import { sessionIsKeepalive, type PeerEffect, type PeerState } from './peerState.ts'
import { event } from './roleChange.ts'

/**
 * Begins or ends the wait for an LACP system of this peer's own, after whatever changed the session or the keepalive.
 * Sources: Huawei CE6800 V300R023C00 Command Reference, set lacp system-id switch-delay: the backup of a group that
 * stays apart for the delay; H3C Layer 2 LAN Switching Configuration Guide, M-LAG standalone mode: both devices, once
 * peer-link and keepalive are lost.
 */
export function checkSplit(state: PeerState, now: number, out: PeerEffect[]): void {
  const { switches } = state.config.rules
  if (!switches['split-own-system'] && !switches.standalone) return
  if (isSplit(state)) {
    if (state.timers['split-system'] !== null || state.ownSystem) return
    isOn(state, switches.standalone ? 'standalone' : 'split-own-system')
    startDelay(state, 'split-system', now, 'split-system-delay-ms')
    return
  }
  stopTimer(state, 'split-system')
  // A keepalive that is back ends the standalone mode without a session.
  if (state.ownSystem && switches.standalone && !state.adjacent) settleIdentity(state, out)
}

/** The peers stayed apart for the delay. */
export function onSplitSystem(state: PeerState, now: number, out: PeerEffect[]): void {
  if (!isSplit(state)) return
  event(state, out, 'reaction', 'suspended', "members announce this peer's own LACP system: the pair is split")
  announceOwnSystem(state, out)
  bounce(state, now, out)
}

function isSplit(state: PeerState): boolean {
  if (state.adjacent || !state.everAdjacent || sessionIsKeepalive(state)) return false
  const { switches } = state.config.rules
  return switches.standalone ? state.keepalive !== 'alive' : state.wasSecondary
}
