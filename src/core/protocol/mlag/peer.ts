import { basisOf, note, restsOn, startDelay, stopTimer } from './basis.ts'
import { canTalk, startAnew, onHeartbeatTimeout, onHello, onPeerLink, sendHello } from './adjacency.ts'
import { retransmit, sendReliable, takeAck, takeReliable } from './channel.ts'
import { checkConsistency, compareSoon, told } from './consistency.ts'
import { holdPeerLink, releasePeerLink } from './peerLinkStart.ts'
import { checkSplit, onSplitSystem } from './split.ts'
import { holdMembers, holdOrphans, letNextUp, orphansFollowMembers, releaseWhatIsDue } from './holds.ts'
import {
  onBounceOver,
  onBurst,
  onDualPrimaryTimer,
  onHoldExpired,
  onKeepaliveBack,
  onOtherPrimary,
  onKeepaliveInWindow,
  onKeepaliveLost,
  onPeerLinkDownTimer,
  isSuspendedAlone,
  onSuspendDelayOver,
  onWindowExpired,
} from './linkLoss.ts'
import { onSoloStart, startSoloTimer } from './soloStart.ts'
import type { PeerBody, PeerMessage } from './messages.ts'
import { onUplinks, sendKeepalive } from './tracking.ts'
import { sessionIsKeepalive, timeUs, type PeerEffect, type PeerInput, type PeerState } from './peerState.ts'
import { PEER_TIMERS, type PeerTimer } from './peerTimers.ts'

/** Starts a peer that was just powered on: everything held, keepalives and solo timer running. */
export function startPeer(state: PeerState, now: number, out: PeerEffect[]): void {
  state.keepaliveSince = now
  holdMembers(state, 'boot', now, out)
  const orphans = state.config.rules.numbers['reload-orphan-ms'] !== null || orphansFollowMembers(state)
  if (orphans) holdOrphans(state, 'boot', now, out)
  holdPeerLink(state, now, out)
  if (sendsKeepalives(state)) state.timers['keepalive-send'] = now
  if (canTalk(state)) state.timers['hello-send'] = now
  waitForPeer(state, now)
}

/** Started without a peer: how long until it forwards alone. */
function waitForPeer(state: PeerState, now: number): void {
  state.everAdjacent = false
  startSoloTimer(state, now)
}

function onStopped(state: PeerState, now: number, out: PeerEffect[]): void {
  if (state.config.rules.choices['on-agent-lost'] !== 'members-down') return
  for (const timer of ['member-restore', 'solo-start'] as const) stopTimer(state, timer)
  note(state, 'on-agent-lost')
  holdMembers(state, 'agent-lost', now, out)
}

/** Feeds one input to a peer. Changes `state` in place and appends what follows to `out`. */
export function peerInput(state: PeerState, input: PeerInput, now: number, out: PeerEffect[]): void {
  state.basis = NOTHING
  switch (input.type) {
    case 'peer-link':
      onPeerLink(state, input.up, now, out)
      break
    case 'message':
      onMessage(state, input.message, now, out)
      break
    case 'keepalive':
      state.heardNoUplink = input.noUplink
      onKeepalive(state, input.acts, now, out)
      break
    case 'timers':
      for (const timer of PEER_TIMERS) {
        const deadline = state.timers[timer]
        if (deadline === null || deadline > now) continue
        state.timers[timer] = null
        state.basis = basisOf(state, timer)
        onTimer(state, timer, now, out)
      }
      break
    case 'uplinks':
      onUplinks(state, input.up, now, out)
      break
    case 'leg':
      state.legs.set(input.channel, { up: input.up, alone: input.alone })
      sendReliable(state, { type: 'leg', channel: input.channel, up: input.up, alone: input.alone }, now, out)
      break
    case 'learned':
      sendReliable(state, { type: 'mac', address: input.address, vlan: input.vlan, channel: input.channel }, now, out)
      break
    case 'stopped':
      onStopped(state, now, out)
      // Nobody is left who could let anything up again.
      return
    case 'restart':
      startAnew(state, 'its agent started anew', now, out)
      if (state.members?.cause === 'agent-lost') waitForPeer(state, now)
      if (sendsKeepalives(state)) state.timers['keepalive-send'] = now
      break
    case 'domain-number':
      if (input.number === state.config.domainNumber) break
      state.config = { ...state.config, domainNumber: input.number }
      startAnew(state, 'the domain id changed', now, out)
      break
    case 'numbers':
      state.config = { ...state.config, rules: { ...state.config.rules, numbers: input.numbers } }
      break
    case 'parameters':
      state.parameters = input.parameters
      sendReliable(state, { type: 'parameters', parameters: told(input.parameters) }, now, out)
      if (state.parametersSeen) compareSoon(state, now, out)
      break
    case 'stp':
      sendReliable(state, input.body, now, out)
      break
    case 'bpdu':
      if (!state.adjacent) break
      out.push({ do: 'send', message: { type: 'bpdu', session: state.session, bpdu: input.bpdu } })
      break
    case 'table':
      for (const entry of input.entries) sendReliable(state, entry, now, out)
      sendReliable(state, { type: 'table-end' }, now, out)
      break
  }
  checkSplit(state, now, out)
  state.basis = NOTHING
  releaseWhatIsDue(state, now, out)
}

function sendsKeepalives(state: PeerState): boolean {
  return state.config.hasKeepalive && !sessionIsKeepalive(state)
}

/** Earliest deadline of a peer, null when no timer runs. */
export function nextPeerDeadline(state: PeerState): number | null {
  let earliest: number | null = null
  for (const timer of PEER_TIMERS) {
    const deadline = state.timers[timer]
    if (deadline !== null && (earliest === null || deadline < earliest)) earliest = deadline
  }
  return earliest
}

function onMessage(state: PeerState, message: PeerMessage, now: number, out: PeerEffect[]): void {
  switch (message.type) {
    case 'hello':
      onHello(state, message, now, out)
      if (message.hears === state.session) takeAck(state, message.ack, now)
      return
    case 'ack':
      if (message.session === state.peerSession) takeAck(state, message.ack, now)
      return
    case 'bpdu':
      if (state.adjacent && message.session === state.peerSession) out.push({ do: 'bpdu', bpdu: message.bpdu })
      return
    case 'reliable':
      // Before the adjacency stands on this side nothing is acknowledged, so the peer sends it again.
      if (!state.adjacent || message.session !== state.peerSession) return
      if (takeReliable(state, message.seq, out)) onBody(state, message.body, now, out)
  }
}

function onBody(state: PeerState, body: PeerBody, now: number, out: PeerEffect[]): void {
  switch (body.type) {
    case 'parameters':
      state.parametersSeen = true
      state.peerParameters = body.parameters
      compareSoon(state, now, out)
      return
    case 'leg':
      state.peerLegs.set(body.channel, body.up)
      out.push({ do: 'peer-leg', channel: body.channel, up: body.up, alone: body.alone })
      return
    case 'mac':
      out.push({ do: 'install', address: body.address, vlan: body.vlan, channel: body.channel })
      return
    case 'stp-ports':
    case 'stp-port':
    case 'stp-state':
      out.push({ do: 'stp', body })
      return
    case 'table-end':
      state.tableReceived = true
  }
}

function onKeepalive(state: PeerState, acts: boolean, now: number, out: PeerEffect[]): void {
  const before = state.keepalive
  const claims = acts && (before !== 'alive' || !state.heardActing)
  state.heardActing = acts
  state.counts.keepalivesHeard += 1
  state.keepaliveHeardAt = now
  state.keepalive = 'alive'
  startDelay(state, 'keepalive-timeout', now, 'keepalive-timeout-ms')
  if (before !== 'alive') {
    state.keepaliveSince = now
    const text = `${state.config.words.keepalive}: peer is alive`
    out.push({ do: 'event', kind: 'notice', state: 'forwarding', text, restsOn: restsOn(state) })
    if (canTalk(state) && !state.adjacent) sendHello(state, now, out)
  }
  if (claims) onOtherPrimary(state, now, out)
  if (state.inWindow) onKeepaliveInWindow(state, now, out)
}

function onTimer(state: PeerState, timer: PeerTimer, now: number, out: PeerEffect[]): void {
  switch (timer) {
    case 'keepalive-send':
      sendKeepalive(state, out)
      state.timers['keepalive-send'] = now + timeUs(state, 'keepalive-interval-ms')
      return
    case 'keepalive-timeout': {
      state.keepalive = 'lost'
      state.keepaliveSince = now
      // The end of the session says it already.
      if (sessionIsKeepalive(state)) return
      const seconds = timeUs(state, 'keepalive-timeout-ms') / 1_000_000
      const text = `no ${state.config.words.keepalive} heard for ${seconds} s`
      // Where nothing follows, an outage that goes on rests on that.
      if (isSuspendedAlone(state)) note(state, 'suspended-and-keepalive-lost')
      out.push({ do: 'event', kind: 'notice', state: 'down', text, restsOn: restsOn(state) })
      onKeepaliveLost(state, out)
      return
    }
    case 'hello-send':
      if (canTalk(state)) sendHello(state, now, out)
      return
    case 'heartbeat-timeout':
      onHeartbeatTimeout(state, now, out)
      return
    case 'keepalive-hold':
      onHoldExpired(state, now)
      return
    case 'keepalive-window':
      onWindowExpired(state, now, out)
      return
    case 'keepalive-back':
      onKeepaliveBack(state, now, out)
      return
    case 'keepalive-burst':
      onBurst(state, now, out)
      return
    case 'peer-link-down':
      onPeerLinkDownTimer(state, now, out)
      return
    case 'identity-bounce':
      onBounceOver(state, out)
      return
    case 'peer-link-start':
      releasePeerLink(state, out)
      return
    case 'split-system':
      onSplitSystem(state, now, out)
      return
    case 'suspend-delay':
      onSuspendDelayOver(state, now, out)
      return
    case 'member-stagger':
      letNextUp(state, now, out)
      return
    case 'member-restore':
    case 'orphan-restore':
    case 'gateway-restore':
      // `releaseWhatIsDue` sees that the delay is over.
      return
    case 'solo-start':
      onSoloStart(state, now, out)
      return
    case 'dual-primary-detection':
      onDualPrimaryTimer(state, now, out)
      return
    case 'consistency':
      if (state.parametersSeen) checkConsistency(state, out)
      return
    case 'retransmit':
      retransmit(state, now, out)
  }
}

const NOTHING: PeerState['basis'] = []
