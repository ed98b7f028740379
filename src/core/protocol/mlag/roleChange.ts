import { restsOn } from './basis.ts'
import { settleIdentity } from './identity.ts'
import type { PeerEffect, PeerState } from './peerState.ts'

/** Forwards as the responsible peer from now on. */
export function takeOver(state: PeerState, why: string, out: PeerEffect[]): void {
  const becomes = state.config.rules.choices['role-on-takeover'] === 'becomes-primary'
  state.tookOver = true
  if (becomes) state.role = 'primary'
  else if (state.role === 'none') state.role = state.config.typedRole ?? 'primary'
  state.sticky = true
  settleIdentity(state, out)
  event(state, out, 'state', 'forwarding', `${becomes ? 'becomes primary' : 'takes over'}: ${why}`)
}

/** It is the one that steps back. */
export function giveWay(state: PeerState): void {
  state.role = 'secondary'
  state.tookOver = false
}

/** Tells of it, with the assumed values on the way to it. */
export function event(
  state: PeerState,
  out: PeerEffect[],
  kind: 'notice' | 'reaction' | 'state',
  word: 'waiting' | 'suspended' | 'forwarding',
  text: string,
): void {
  out.push({ do: 'event', kind, state: word, text, restsOn: restsOn(state) })
}
