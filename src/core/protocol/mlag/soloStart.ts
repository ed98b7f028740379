import { startTimer } from './basis.ts'
import { letMembersUp, releaseOrphans, restoreDelay } from './holds.ts'
import { timeUs, type PeerEffect, type PeerState } from './peerState.ts'
import { takeOver } from './roleChange.ts'

/**
 * Starts the wait of a peer that booted without the other, where it ever starts alone. Platforms without a number of
 * their own for it let their ports up when the reload delay is over.
 */
export function startSoloTimer(state: PeerState, now: number): void {
  const { numbers, switches } = state.config.rules
  if (!switches['solo-start']) return
  const own = { us: timeUs(state, 'solo-start-ms'), keys: ['solo-start-ms'] } as const
  const { us, keys } = numbers['solo-start-ms'] === null ? restoreDelay(state, 'boot', 'member') : own
  const session = timeUs(state, 'session-hold-ms')
  if (session > us) startTimer(state, 'solo-start', now + session, 'solo-start', 'session-hold-ms')
  else startTimer(state, 'solo-start', now + us, 'solo-start', ...keys)
}

/** Booted alone and the wait is over: forward without a peer, unless the platform takes a living peer's word. */
export function onSoloStart(state: PeerState, now: number, out: PeerEffect[]): void {
  const asksKeepalive = state.config.rules.numbers['solo-start-ms'] !== null
  if (state.everAdjacent || (asksKeepalive && state.keepalive === 'alive')) return
  takeOver(state, 'no peer found after start', out)
  letMembersUp(state, now, out)
  releaseOrphans(state, out)
}
