import type { NumberKey, ValueKey } from '../../model/profileKeys.ts'
import { basisOf, restsOn, startDelay, startTimer, stopTimer } from './basis.ts'
import { channelsOf } from './consistency.ts'
import { holdGateways, releaseDueGateways, releaseGateways, startGatewayRestore } from './gateways.ts'
import { isSynced, timeUs, type HoldCause, type PeerEffect, type PeerState } from './peerState.ts'

/** Takes all member bonds out, with the platform's word and the reason. */
export function holdMembers(state: PeerState, cause: HoldCause, now: number, out: PeerEffect[]): void {
  if (state.members !== null && state.members.cause !== 'uplinks-lost') return
  const suspension = { code: cause, text: holdText(state, cause) }
  state.members = { cause, since: now, suspension }
  dropQueue(state)
  state.timerBasis['member-restore'] = []
  out.push({ do: 'hold-members', hold: suspension, restsOn: restsOn(state) })
  holdGateways(state, cause, suspension, now, out)
}

/** Takes orphan ports out: all of them where the platform does so, marked ones elsewhere (the simulator knows which). */
export function holdOrphans(state: PeerState, cause: HoldCause, now: number, out: PeerEffect[]): void {
  if (state.orphans !== null) return
  const suspension = { code: cause, text: holdText(state, cause) }
  state.orphans = { cause, since: now, suspension }
  state.timerBasis['orphan-restore'] = []
  out.push({ do: 'hold-orphans', hold: suspension, restsOn: restsOn(state) })
}

/** Starts the platform's delays for whatever is held; called when the adjacency forms. */
export function startRestore(state: PeerState, now: number): void {
  const { members, orphans } = state
  if (members !== null) startAfter(state, 'member-restore', now, delay(state, members.cause, 'member'))
  startGatewayRestore(state, now)
  if (orphans !== null) startAfter(state, 'orphan-restore', now, delay(state, orphans.cause, 'orphan'))
}

/** Starts the delay of members whose cause is gone while the session stands. */
export function startMemberRestore(state: PeerState, cause: HoldCause, now: number): void {
  startAfter(state, 'member-restore', now, restoreDelay(state, cause, 'member'))
}

/** Microseconds, and the values of the platform that gave them. */
interface Delay {
  readonly us: number
  readonly keys: readonly ValueKey[]
}

function startAfter(state: PeerState, timer: 'member-restore' | 'orphan-restore', now: number, delay: Delay): void {
  startTimer(state, timer, now + delay.us, ...delay.keys)
}

function delay(state: PeerState, cause: HoldCause, what: 'member' | 'orphan'): Delay {
  const joint = cause === 'boot' && state.peer?.fresh === true
  const waits = what === 'member' || orphansFollowMembers(state)
  if (!joint || !waits) return restoreDelay(state, cause, what)
  if (skipsJointStart(state)) return { us: 0, keys: ['joint-start'] }
  const { us, keys } = restoreDelay(state, cause, what)
  return { us, keys: ['joint-start', ...keys] }
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
export function releaseWhatIsDue(state: PeerState, now: number, out: PeerEffect[]): void {
  const { timers } = state
  if (state.orphans !== null && state.adjacent && timers['orphan-restore'] === null)
    releaseOrphans(state, out, basisOf(state, 'orphan-restore'))
  releaseDueGateways(state, out)
  if (state.members !== null && timers['member-restore'] === null && isSynced(state))
    letMembersUp(state, now, out, basisOf(state, 'member-restore'))
}

/**
 * Lets members up when what they waited for is over: all at once, or one after the other where the platform spreads
 * them. Source: Huawei CE6800 V300R023C00 Command Reference, m-lag up-delay … auto-recovery interval.
 */
export function letMembersUp(state: PeerState, now: number, out: PeerEffect[], basis = restsOn(state)): void {
  const { members } = state
  const channels = channelsOf(state).toSorted((a, b) => a - b)
  const spread = timeUs(state, 'member-stagger-ms') > 0 && channels.length > 1
  if (members === null || isTracked(state) || !spread) {
    releaseMembers(state, out, basis)
    return
  }
  state.queued = channels
  state.queueHold = members.suspension
  state.members = null
  stopTimer(state, 'member-restore')
  if (!state.adjacent) releaseGateways(state, out)
  letNextUp(state, now, out, basis)
  if (state.uplinksLostAt !== null) holdMembers(state, 'uplinks-lost', state.uplinksLostAt, out)
}

/** The next member bond of the queue comes up; the one after it when the interval is over. */
export function letNextUp(state: PeerState, now: number, out: PeerEffect[], basis = restsOn(state)): void {
  const [channel, ...rest] = state.queued
  if (channel === undefined) return
  state.queued = rest
  out.push({ do: 'hold-bond', channel, hold: null, restsOn: basis })
  if (rest.length === 0) {
    dropQueue(state)
    return
  }
  state.basis = basis
  startDelay(state, 'member-stagger', now, 'member-stagger-ms')
}

function dropQueue(state: PeerState): void {
  state.queued = []
  state.queueHold = null
  stopTimer(state, 'member-stagger')
}

/** `basis`: the assumed values that it rests on, those of what is done now where nothing else is said. */
export function releaseMembers(state: PeerState, out: PeerEffect[], basis = restsOn(state)): void {
  if (state.queued.length > 0) {
    const waiting = state.queued
    dropQueue(state)
    for (const channel of waiting) out.push({ do: 'hold-bond', channel, hold: null, restsOn: basis })
  }
  if (state.members === null || isTracked(state)) return
  state.members = null
  stopTimer(state, 'member-restore')
  out.push({ do: 'hold-members', hold: null, restsOn: basis })
  if (!state.adjacent) releaseGateways(state, out)
  if (state.uplinksLostAt !== null) holdMembers(state, 'uplinks-lost', state.uplinksLostAt, out)
}

/** The members are down for the uplinks, and no uplink is back. */
function isTracked(state: PeerState): boolean {
  return state.members?.cause === 'uplinks-lost' && state.uplinksLostAt !== null
}

export function releaseOrphans(state: PeerState, out: PeerEffect[], basis = restsOn(state)): void {
  if (state.orphans === null) return
  state.orphans = null
  stopTimer(state, 'orphan-restore')
  out.push({ do: 'hold-orphans', hold: null, restsOn: basis })
}

/** The delay that applies to what is held: the first of the platform's numbers that exists. */
export function restoreDelay(state: PeerState, cause: HoldCause, what: 'member' | 'orphan'): Delay {
  for (const key of restoreKeys(cause, orphansFollowMembers(state) ? 'member' : what)) {
    if (state.config.rules.numbers[key] !== null) return { us: timeUs(state, key), keys: [key] }
  }
  return { us: 0, keys: [] }
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
