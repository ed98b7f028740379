import { holdMembers, holdOrphans, releaseMembers, releaseOrphans, restoreUs } from './holds.ts'
import { settleIdentity } from './identity.ts'
import { isAssumed, timeUs, type PeerEffect, type PeerState } from './peerState.ts'

/**
 * What a peer does when the adjacency ends. Whether the other side died or only the peer-link did is decided by what
 * the keepalive says afterwards.
 */
export function onAdjacencyLost(state: PeerState, now: number, out: PeerEffect[]): void {
  if (state.role !== 'secondary') return
  const choice = state.config.rules.choices['on-peer-link-lost']
  switch (choice) {
    case 'secondary-suspends-members': {
      // Hold-timeout first: keepalives heard within it may have been sent before the fault and prove nothing.
      state.inWindow = false
      state.timers['keepalive-hold'] = now + timeUs(state, 'keepalive-hold-ms')
      const seconds = timeUs(state, 'keepalive-hold-ms') / 1_000_000
      event(out, 'notice', 'waiting', `peer-link lost; ${state.config.words.keepalive} hold-timeout ${seconds} s runs`)
      return
    }
    case 'both-continue':
      becomePrimary(state, 'peer-link lost', out, isAssumed(state, 'on-peer-link-lost'))
      if (state.config.rules.switches['dual-primary-detection'] && state.config.hasKeepalive) {
        state.timers['dual-primary-detection'] = now + timeUs(state, 'dual-primary-delay-ms')
      }
  }
}

/** Hold-timeout over: the next keepalive decides, or its absence. */
export function onHoldExpired(state: PeerState, now: number): void {
  state.inWindow = true
  state.timers['keepalive-window'] = now + timeUs(state, 'keepalive-timeout-ms')
}

/** A keepalive inside the window: the peer lives, only the peer-link is gone. */
export function onKeepaliveInWindow(state: PeerState, now: number, out: PeerEffect[]): void {
  state.inWindow = false
  state.timers['keepalive-window'] = null
  const { mlag, held } = state.config.words
  const assumed = isAssumed(state, 'keepalive-hold-ms', 'on-peer-link-lost')
  event(out, 'reaction', 'suspended', `secondary ${held} all its ${mlag} members: peer-link down, peer alive`, assumed)
  holdMembers(state, 'peer-link-lost', now, out)
  holdOrphans(state, 'peer-link-lost', now, out)
}

/** No keepalive inside the window: the peer counts as dead. */
export function onWindowExpired(state: PeerState, out: PeerEffect[]): void {
  state.inWindow = false
  becomePrimary(state, `no ${state.config.words.keepalive} heard`, out, isAssumed(state, 'keepalive-timeout-ms'))
  releaseMembers(state, out)
  releaseOrphans(state, out)
}

/** Still hearing the peer after the detection delay: two primaries, this one gives way. */
export function onDualPrimaryTimer(state: PeerState, now: number, out: PeerEffect[]): void {
  if (state.keepalive !== 'alive' || state.adjacent) return
  if ((state.keepaliveHeardAt ?? 0) <= state.adjacencyLostAt) {
    // A delay shorter than the heartbeat's interval proves nothing yet: the next heartbeat or its time-out does.
    state.timers['dual-primary-detection'] = now + timeUs(state, 'keepalive-interval-ms')
    return
  }
  state.role = 'secondary'
  event(
    out,
    'reaction',
    'suspended',
    `dual-primary detected: all ports ${state.config.words.held}`,
    isAssumed(state, 'dual-primary-delay-ms'),
  )
  holdMembers(state, 'dual-primary', now, out)
  holdOrphans(state, 'dual-primary', now, out)
}

/** A suspended secondary that loses the keepalive as well takes over only where the platform recovers by itself. */
export function onKeepaliveLost(state: PeerState, out: PeerEffect[]): void {
  const stuck = state.members?.cause === 'peer-link-lost' && !state.adjacent
  if (!stuck || !state.config.rules.switches['solo-start']) return
  becomePrimary(state, 'auto-recovery: peer-link and keepalive lost', out, isAssumed(state, 'solo-start'))
  releaseMembers(state, out)
  releaseOrphans(state, out)
}

/**
 * How long a peer that booted without the other waits. Null: it never starts alone. Platforms without a number of
 * their own for it let their ports up when the reload delay is over.
 */
export function soloStartUs(state: PeerState): number | null {
  const { numbers, switches } = state.config.rules
  if (!switches['solo-start']) return null
  return numbers['solo-start-ms'] === null ? restoreUs(state, 'boot', 'member') : timeUs(state, 'solo-start-ms')
}

/** Booted alone and the wait is over: forward without a peer, unless the platform takes a living peer's word. */
export function onSoloStart(state: PeerState, out: PeerEffect[]): void {
  const asksKeepalive = state.config.rules.numbers['solo-start-ms'] !== null
  if (state.everAdjacent || (asksKeepalive && state.keepalive === 'alive')) return
  becomePrimary(state, 'no peer found after start', out, isAssumed(state, 'solo-start', 'solo-start-ms'))
  releaseMembers(state, out)
  releaseOrphans(state, out)
}

function becomePrimary(state: PeerState, why: string, out: PeerEffect[], assumed: boolean): void {
  state.role = 'primary'
  state.sticky = true
  settleIdentity(state, out)
  event(out, 'state', 'forwarding', `becomes primary: ${why}`, assumed)
}

function event(
  out: PeerEffect[],
  kind: 'notice' | 'reaction' | 'state',
  state: 'waiting' | 'suspended' | 'forwarding',
  text: string,
  assumed = false,
): void {
  out.push({ do: 'event', kind, state, text, assumed })
}
