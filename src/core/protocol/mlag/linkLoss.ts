import { basisOf, decidedBy, isOn, note, startDelay, startTimer, stopTimer } from './basis.ts'
import { holdMembers, holdOrphans, releaseMembers, releaseOrphans, startMemberRestore } from './holds.ts'
import { announceOwnSystem, settleIdentity } from './identity.ts'
import { event, giveWay, takeOver } from './roleChange.ts'
import { actsAsPrimary, sessionIsKeepalive, timeUs, type PeerEffect, type PeerState } from './peerState.ts'
import { sendKeepalive } from './tracking.ts'

/**
 * What a peer does when the session with the other ends. Whether the other side died or only the peer-link did is
 * decided by what the keepalive says afterwards.
 */
export function onAdjacencyLost(state: PeerState, cause: 'anew' | 'silent', now: number, out: PeerEffect[]): void {
  if (state.config.hasKeepalive) startBursts(state, now)
  if (state.role !== 'secondary') {
    // The primary may be the one that has to give way: it asks as the secondary does.
    if (uplinksDecide(state)) startHold(state, cause, now, out)
    return
  }
  if (sessionIsKeepalive(state)) {
    onPeerUnknown(state, now, out)
    return
  }
  switch (decidedBy(state, 'on-peer-link-lost')) {
    case 'secondary-suspends-members':
    case 'secondary-own-system':
      if (state.config.hasKeepalive) startHold(state, cause, now, out)
      else onPeerUnknown(state, now, out)
      return
    case 'both-continue':
      takeOver(state, 'peer-link lost', out)
      if (isOn(state, 'dual-primary-detection') && state.config.hasKeepalive) {
        startDelay(state, 'dual-primary-detection', now, 'dual-primary-delay-ms')
      }
      return
    case 'nothing':
      takeOver(state, 'peer-link lost', out)
  }
}

/** Peer-link gone or back while the session runs elsewhere. */
export function onPeerLinkBesideSession(state: PeerState, up: boolean, now: number, out: PeerEffect[]): void {
  if (state.config.rules.choices['on-peer-link-lost'] === 'nothing' || state.role !== 'secondary') return
  if (!up) {
    note(state, 'on-peer-link-lost')
    startDelay(state, 'peer-link-down', now, 'peer-link-down-delay-ms')
    return
  }
  stopTimer(state, 'peer-link-down')
  if (state.ownSystem) settleIdentity(state, out)
  if (state.members?.cause === 'peer-link-lost') startMemberRestore(state, 'peer-link-lost', now)
}

/** The delay after the loss of the peer-link is over and the peer still talks: this one gives way. */
export function onPeerLinkDownTimer(state: PeerState, now: number, out: PeerEffect[]): void {
  if (state.adjacent && !state.peerLinkUp) reactToLivingPeer(state, now, out)
}

/** Hold-timeout over: the next keepalive decides, or its absence. */
export function onHoldExpired(state: PeerState, now: number): void {
  state.inWindow = true
  const { numbers } = state.config.rules
  const window = numbers['keepalive-window-ms'] === null ? 'keepalive-timeout-ms' : 'keepalive-window-ms'
  startDelay(state, 'keepalive-window', now, window)
}

/** A keepalive inside the window: the peer lives, only the peer-link is gone. */
export function onKeepaliveInWindow(state: PeerState, now: number, out: PeerEffect[]): void {
  state.inWindow = false
  stopTimer(state, 'keepalive-window')
  // It came when the peer sent it, and counts because the hold was over.
  note(state, ...basisOf(state, 'keepalive-hold'))
  const timed = keepaliveTimedBy(state, now)
  if (timed !== null) note(state, timed)
  const decided = uplinksDecide(state) && state.noUplink !== state.heardNoUplink
  if (decided && state.heardNoUplink) {
    if (state.role === 'secondary') takeOver(state, 'the peer has no uplink that is up', out)
    return
  }
  if (!decided && state.role !== 'secondary') return
  if (decided) giveWay(state)
  reactToLivingPeer(state, now, out)
}

function uplinksDecide({ config }: PeerState): boolean {
  return config.rules.switches['uplinks-decide'] && config.hasKeepalive
}

/** What gave the time of the keepalive that was just heard; null: the first extra one comes as soon as the hold is over. */
function keepaliveTimedBy(state: PeerState, now: number): 'keepalive-interval-ms' | 'keepalive-burst-ms' | null {
  if (state.config.rules.numbers['keepalive-burst-ms'] === null) return 'keepalive-interval-ms'
  const second = state.adjacencyLostAt + timeUs(state, 'keepalive-hold-ms') + timeUs(state, 'keepalive-burst-ms')
  return now < second ? null : 'keepalive-burst-ms'
}

/** No keepalive inside the window: the peer counts as dead. */
export function onWindowExpired(state: PeerState, now: number, out: PeerEffect[]): void {
  state.inWindow = false
  if (state.role === 'secondary') onPeerSilent(state, now, out)
}

/** Still hearing the peer after the detection delay: two primaries, this one gives way. */
export function onDualPrimaryTimer(state: PeerState, now: number, out: PeerEffect[]): void {
  if (state.keepalive !== 'alive' || state.adjacent) return
  if ((state.keepaliveHeardAt ?? 0) <= state.adjacencyLostAt) {
    // A delay shorter than the heartbeat's interval proves nothing yet: the next heartbeat or its time-out does.
    startDelay(state, 'dual-primary-detection', now, 'keepalive-interval-ms')
    return
  }
  giveWay(state)
  const text = `dual-primary detected: all ports ${state.config.words.held}`
  event(state, out, 'reaction', 'suspended', text)
  holdMembers(state, 'dual-primary', now, out)
  holdOrphans(state, 'dual-primary', now, out)
}

/** A suspended secondary that loses the keepalive as well takes over only where the platform recovers by itself. */
export function onKeepaliveLost(state: PeerState, out: PeerEffect[]): void {
  if (!isSuspendedAlone(state)) return
  const choice = decidedBy(state, 'suspended-and-keepalive-lost')
  if (choice === 'stay' || (choice === 'take-over-if-solo-start' && !isOn(state, 'solo-start'))) return
  takeOver(state, 'peer-link and keepalive lost', out)
  releaseMembers(state, out)
  releaseOrphans(state, out)
}

/** Its members are suspended for the lost peer-link, and the session is not back. */
export function isSuspendedAlone(state: PeerState): boolean {
  return state.members?.cause === 'peer-link-lost' && !state.adjacent
}

/** A peer is heard that acts as primary and was not until now. Where this one does too, both forward without a peer-link. */
export function onOtherPrimary(state: PeerState, now: number, out: PeerEffect[]): void {
  const choice = state.config.rules.choices['keepalive-back-while-split']
  const split = actsAsPrimary(state) && !state.adjacent && state.members === null && !state.inWindow
  if (choice === 'nothing' || !split || state.configuredRole !== 'secondary') return
  if (state.timers['keepalive-hold'] !== null) return
  const wait = Math.max(timeUs(state, 'keepalive-back-hold-ms'), state.peerLinkUp ? FORMING_US : 0)
  note(state, 'keepalive-back-while-split')
  if (wait > 0) startTimer(state, 'keepalive-back', now + wait, 'keepalive-back-hold-ms')
  else yieldToOther(state, now, out)
}

/** The keepalive has been back for long enough, and no session came of it meanwhile. */
export function onKeepaliveBack(state: PeerState, now: number, out: PeerEffect[]): void {
  const split = actsAsPrimary(state) && !state.adjacent && state.members === null
  if (split && state.heardActing && state.keepalive === 'alive') yieldToOther(state, now, out)
}

function yieldToOther(state: PeerState, now: number, out: PeerEffect[]): void {
  giveWay(state)
  reactToLivingPeer(state, now, out)
}

/** Extra keepalives after the hold, so that the decision does not wait for a whole interval. */
export function onBurst(state: PeerState, now: number, out: PeerEffect[]): void {
  sendKeepalive(state, out)
  state.burstsLeft -= 1
  if (state.burstsLeft > 0) startDelay(state, 'keepalive-burst', now, 'keepalive-burst-ms')
}

/**
 * On a peer-link that is up, a peer that started anew has the session back within this time, or nothing answers there.
 * Ours: it keeps a restarted agent from passing for a lost peer-link.
 */
const FORMING_US = 1_000_000

const BURSTS = 3

function startBursts(state: PeerState, now: number): void {
  if (state.config.rules.numbers['keepalive-burst-ms'] === null) return stopTimer(state, 'keepalive-burst')
  state.burstsLeft = BURSTS
  startTimer(state, 'keepalive-burst', now + timeUs(state, 'keepalive-hold-ms') + 1, 'keepalive-hold-ms')
}

function startHold(state: PeerState, cause: 'anew' | 'silent', now: number, out: PeerEffect[]): void {
  // Keepalives heard within the hold may have been sent before the fault and prove nothing.
  state.inWindow = false
  const anew = cause === 'anew' && state.peerLinkUp
  const hold = Math.max(timeUs(state, 'keepalive-hold-ms'), anew ? FORMING_US : 0)
  startTimer(state, 'keepalive-hold', now + hold, 'keepalive-hold-ms')
  const text = hold === 0 ? 'asks the keepalive' : `keepalive hold of ${hold / 1_000_000} s runs`
  event(state, out, 'notice', 'waiting', `${state.peerLinkUp ? 'session' : 'peer-link'} lost; ${text}`)
}

function reactToLivingPeer(state: PeerState, now: number, out: PeerEffect[]): void {
  const { held } = state.config.words
  const link = state.peerLinkUp ? 'peer-link silent' : 'peer-link down'
  if (decidedBy(state, 'on-peer-link-lost') === 'secondary-own-system') {
    ownSystem(state, `${link}, peer alive`, now, out)
    return
  }
  const wait = timeUs(state, 'suspend-delay-ms')
  if (wait > 0) {
    if (state.timers['suspend-delay'] !== null) return
    startDelay(state, 'suspend-delay', now, 'suspend-delay-ms')
    event(state, out, 'notice', 'waiting', `${link}, peer alive: members go ${held} in ${wait / 1_000_000} s`)
    return
  }
  suspend(state, now, out)
}

function suspend(state: PeerState, now: number, out: PeerEffect[]): void {
  const { mlag, held } = state.config.words
  const link = state.peerLinkUp ? 'peer-link silent' : 'peer-link down'
  const text = `secondary: all its ${mlag} members ${held}: ${link}, peer alive`
  event(state, out, 'reaction', 'suspended', text)
  holdMembers(state, 'peer-link-lost', now, out)
  holdOrphans(state, 'peer-link-lost', now, out)
}

/**
 * The delay after the decision to give way is over. Should the peer have died meanwhile, nobody is left to give way to.
 * Source: Huawei CE6800 V300R023C00 Command Reference, dual-active detection error-down delay; what follows where the
 * heartbeat is lost within the delay is inferred.
 */
export function onSuspendDelayOver(state: PeerState, now: number, out: PeerEffect[]): void {
  if (state.adjacent) return
  if (state.keepalive === 'alive') suspend(state, now, out)
  else onPeerSilent(state, now, out)
}

function onPeerSilent(state: PeerState, now: number, out: PeerEffect[]): void {
  const why = `no ${state.config.words.keepalive} heard`
  decide(state, decidedBy(state, 'on-peer-silent'), why, now, out)
}

function onPeerUnknown(state: PeerState, now: number, out: PeerEffect[]): void {
  const why = sessionIsKeepalive(state) ? 'session lost' : 'no keepalive path could tell'
  decide(state, decidedBy(state, 'on-peer-unknown'), why, now, out)
}

function decide(
  state: PeerState,
  choice: 'take-over' | 'own-system',
  why: string,
  now: number,
  out: PeerEffect[],
): void {
  switch (choice) {
    case 'take-over':
      takeOver(state, why, out)
      releaseMembers(state, out)
      releaseOrphans(state, out)
      return
    case 'own-system':
      ownSystem(state, why, now, out)
  }
}

/** Members announce this peer's own LACP system: partners keep only one of the two. */
function ownSystem(state: PeerState, why: string, now: number, out: PeerEffect[]): void {
  event(state, out, 'reaction', 'suspended', `members announce this peer's own LACP system: ${why}`)
  announceOwnSystem(state, out)
  bounce(state, now, out)
}

/** Where changing the address takes the port-channels down for a moment. */
export function bounce(state: PeerState, now: number, out: PeerEffect[]): void {
  if (state.config.rules.numbers['identity-bounce-ms'] === null || state.members !== null) return
  note(state, 'identity-bounce-ms')
  holdMembers(state, 'identity', now, out)
  startDelay(state, 'identity-bounce', now, 'identity-bounce-ms')
}

export function onBounceOver(state: PeerState, out: PeerEffect[]): void {
  if (state.members?.cause === 'identity') releaseMembers(state, out)
}
