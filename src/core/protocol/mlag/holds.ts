import type { NumberKey } from '../../model/profile.ts'
import { holdGateways, releaseDueGateways, releaseGateways, startGatewayRestore } from './gateways.ts'
import { isAssumed, isSynced, timeUs, type HoldCause, type PeerEffect, type PeerState } from './peerState.ts'

/** Takes all member bonds out, with the platform's word and the reason. */
export function holdMembers(state: PeerState, cause: HoldCause, now: number, out: PeerEffect[]): void {
  if (state.members !== null && state.members.cause !== 'uplinks-lost') return
  const suspension = { code: cause, text: holdText(state, cause) }
  state.members = { cause, since: now, suspension }
  out.push({ do: 'hold-members', hold: suspension, assumed: isAssumed(state, ...keysOfHold(cause)) })
  holdGateways(state, cause, suspension, now, out)
}

/** Takes orphan ports out: all of them where the platform does so, marked ones elsewhere (the simulator knows which). */
export function holdOrphans(state: PeerState, cause: HoldCause, now: number, out: PeerEffect[]): void {
  if (state.orphans !== null) return
  const suspension = { code: cause, text: holdText(state, cause) }
  state.orphans = { cause, since: now, suspension }
  out.push({ do: 'hold-orphans', hold: suspension, assumed: isAssumed(state, ...keysOfHold(cause)) })
}

/** Starts the platform's delays for whatever is held; called when the adjacency forms. */
export function startRestore(state: PeerState, now: number): void {
  const { members, orphans, timers } = state
  if (members !== null) timers['member-restore'] = now + delayUs(state, members.cause, 'member')
  startGatewayRestore(state, now)
  if (orphans !== null) timers['orphan-restore'] = now + delayUs(state, orphans.cause, 'orphan')
}

function delayUs(state: PeerState, cause: HoldCause, what: 'member' | 'orphan'): number {
  const joint = cause === 'boot' && state.peer?.fresh === true
  const waits = what === 'member' || orphansFollowMembers(state)
  return joint && waits && skipsJointStart(state) ? 0 : restoreUs(state, cause, what)
}

function skipsJointStart(state: PeerState): boolean {
  switch (state.config.rules.choices['joint-start']) {
    case 'wait':
      return false
    case 'skip':
      return true
    case 'secondary-waits':
      return state.role === 'primary'
  }
}

/** Orphan ports are held and let up exactly as members are. */
export function orphansFollowMembers(state: PeerState): boolean {
  const hold = state.config.rules.choices['orphan-hold']
  return hold === 'all-with-members' || hold === 'marked-with-members'
}

/** Lets members and orphans up whose delay is over; members also wait for step 2. Call after every change. */
export function releaseWhatIsDue(state: PeerState, out: PeerEffect[]): void {
  const { timers } = state
  if (state.orphans !== null && state.adjacent && timers['orphan-restore'] === null) releaseOrphans(state, out)
  releaseDueGateways(state, out)
  if (state.members !== null && timers['member-restore'] === null && isSynced(state)) releaseMembers(state, out)
}

export function releaseMembers(state: PeerState, out: PeerEffect[]): void {
  if (state.members === null || isTracked(state)) return
  const keys = restoreKeys(state.members.cause, 'member')
  state.members = null
  state.timers['member-restore'] = null
  out.push({ do: 'hold-members', hold: null, assumed: isAssumed(state, ...keys) })
  if (!state.adjacent) releaseGateways(state, out)
  if (state.uplinksLostAt !== null) holdMembers(state, 'uplinks-lost', state.uplinksLostAt, out)
}

/** The members are down for the uplinks, and no uplink is back. */
function isTracked(state: PeerState): boolean {
  return state.members?.cause === 'uplinks-lost' && state.uplinksLostAt !== null
}

export function releaseOrphans(state: PeerState, out: PeerEffect[]): void {
  if (state.orphans === null) return
  const keys = restoreKeys(state.orphans.cause, 'orphan')
  state.orphans = null
  state.timers['orphan-restore'] = null
  out.push({ do: 'hold-orphans', hold: null, assumed: isAssumed(state, ...keys) })
}

/** The delay that applies to what is held: the first of the platform's numbers that exists. */
export function restoreUs(state: PeerState, cause: HoldCause, what: 'member' | 'orphan'): number {
  for (const key of restoreKeys(cause, orphansFollowMembers(state) ? 'member' : what)) {
    if (state.config.rules.numbers[key] !== null) return timeUs(state, key)
  }
  return 0
}

function restoreKeys(cause: HoldCause, what: 'member' | 'orphan'): readonly NumberKey[] {
  const always = what === 'member' ? 'member-restore-ms' : 'orphan-restore-ms'
  switch (cause) {
    case 'boot':
      return [what === 'member' ? 'reload-member-ms' : 'reload-orphan-ms', always]
    case 'dual-primary':
      return [what === 'member' ? 'dual-primary-member-restore-ms' : 'dual-primary-orphan-restore-ms', always]
    case 'identity':
      return ['identity-bounce-ms']
    case 'peer-link-lost':
    case 'uplinks-lost':
    case 'agent-lost':
    case 'demoted':
      return [always]
  }
}

function keysOfHold(cause: HoldCause): readonly string[] {
  switch (cause) {
    case 'boot':
      return []
    case 'peer-link-lost':
      return ['on-peer-link-lost', 'keepalive-hold-ms']
    case 'dual-primary':
      return ['dual-primary-detection', 'dual-primary-delay-ms']
    case 'demoted':
      return ['on-demotion']
    case 'identity':
      return ['identity-bounce-ms']
    case 'uplinks-lost':
      return ['uplink-tracking']
    case 'agent-lost':
      return ['on-agent-lost']
  }
}

function holdText(state: PeerState, cause: HoldCause): string {
  const { held, keepalive } = state.config.words
  switch (cause) {
    case 'boot':
      return `${held}: the pair is not ready on this peer yet`
    case 'peer-link-lost':
      return `${held}: peer-link ${state.peerLinkUp ? 'silent' : 'down'} while the ${keepalive} says that the peer is alive`
    case 'dual-primary':
      return `${held}: dual-primary detected, the peer answers while the peer-link is down`
    case 'identity':
      return `${held}: its LACP system changes`
    case 'agent-lost':
      return `${held}: the MLAG agent of this peer does not run`
    case 'uplinks-lost':
      return `${held}: no tracked uplink of this peer is up`
    case 'demoted':
      return `${held}: stepped back from primary when the peer-link healed`
  }
}
