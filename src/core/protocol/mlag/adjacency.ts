import type { NumberKey } from '../../model/profileKeys.ts'
import { note, restsOn, startTimer, stopTimer } from './basis.ts'
import { forgetComparison, told } from './consistency.ts'
import { resetChannel, sendReliable } from './channel.ts'
import { holdMembers, holdOrphans, orphansFollowMembers, startRestore } from './holds.ts'
import { settleIdentity } from './identity.ts'
import { bounce, onAdjacencyLost, onPeerLinkBesideSession } from './linkLoss.ts'
import type { Hello } from './messages.ts'
import { actsAsPrimary, sessionIsKeepalive, timeUs, type PeerEffect, type PeerState } from './peerState.ts'
import { configuredRole, elect, roleText } from './role.ts'

/** How often a peer says hello where the platform has no heartbeat of its own on the peer-link. Assumed. */
const HELLO_US = 1_000_000

/** The peer-link's port-channel came up or went down. */
export function onPeerLink(state: PeerState, up: boolean, now: number, out: PeerEffect[]): void {
  if (state.peerLinkUp === up) return
  state.peerLinkUp = up
  if (sessionIsKeepalive(state)) {
    onPeerLinkBesideSession(state, up, now, out)
    return
  }
  if (up) {
    sendHello(state, now, out)
    return
  }
  state.timers['hello-send'] = null
  // The other peer may not have seen it go down: the new session tells it that this side forgot what it said.
  startAnew(state, 'peer-link down', now, out)
}

/** The session can be tried now: the peer-link is up, or it runs elsewhere and needs no peer-link. */
export function canTalk(state: PeerState): boolean {
  return state.peerLinkUp || sessionIsKeepalive(state)
}

export function onHello(state: PeerState, hello: Hello, now: number, out: PeerEffect[]): void {
  if (!canTalk(state)) return
  state.counts.hellosHeard += 1
  if (hello.session !== state.peerSession) {
    if (state.adjacent) endAdjacency(state, 'the peer started anew', now, out, 'anew')
    state.peerSession = hello.session
    resetChannel(state)
  }
  const firstOrChanged = state.peer === null || state.peer.hears !== hello.hears || state.peer.ready !== hello.ready
  state.peer = hello
  if (sessionIsKeepalive(state)) heardOverPath(state, now)
  if (state.config.rules.choices['adjacency-lost-by'] !== 'link') {
    startTimer(
      state,
      'heartbeat-timeout',
      now + heartbeatTimeoutUs(state),
      'adjacency-lost-by',
      ...heartbeatKeys(state),
    )
  }
  const both = isReady(state) && hello.ready && hello.hears === state.session
  if (!state.adjacent && both) formAdjacency(state, hello, now, out)
  // Answering every news at once lets both sides form the adjacency within a round trip.
  else if (!state.adjacent && (firstOrChanged || hello.hears !== state.session)) sendHello(state, now, out)
}

export function onHeartbeatTimeout(state: PeerState, now: number, out: PeerEffect[]): void {
  if (!state.adjacent) return
  const text = `no heartbeat for ${heartbeatTimeoutUs(state) / 1_000_000} s`
  if (state.config.rules.choices['adjacency-lost-by'] === 'link-heartbeat-logged') {
    out.push({ do: 'event', kind: 'notice', state: 'waiting', text: `${text}; logged`, restsOn: restsOn(state) })
    return
  }
  startAnew(state, text, now, out, 'silent')
}

/** Ends the session from this side; the peer learns of it by the next hello, which carries a new session. */
export function startAnew(
  state: PeerState,
  why: string,
  now: number,
  out: PeerEffect[],
  cause: 'anew' | 'silent' = 'anew',
): void {
  endAdjacency(state, why, now, out, cause)
  state.session += 1
  state.peerSession = 0
  state.peer = null
  if (canTalk(state)) state.timers['hello-send'] = now
}

export function sendHello(state: PeerState, now: number, out: PeerEffect[]): void {
  const { config } = state
  state.counts.hellosSent += 1
  out.push({
    do: 'send',
    message: {
      type: 'hello',
      session: state.session,
      hears: state.peerSession,
      ready: isReady(state),
      domainNumber: config.domainNumber,
      mac: config.mac,
      priority: config.priority,
      sticky: state.sticky,
      role: state.role,
      acts: actsAsPrimary(state),
      fresh: !state.everAdjacent && state.members?.cause === 'boot',
      systemId: state.systemId,
      offset: state.offset,
      ack: state.channel.expected - 1,
    },
  })
  state.timers['hello-send'] = now + (timeUs(state, 'heartbeat-interval-ms') || HELLO_US)
}

/** Why the adjacency cannot form now, in words; null when nothing on this side is in the way. */
export function whyNotReady(state: PeerState): string | null {
  const { config, peer } = state
  const needs = config.rules.switches['keepalive-needed-first'] && !state.everAdjacent
  if (needs && state.keepalive !== 'alive') return `no ${config.words.keepalive} heard yet`
  if (peer !== null && peer.domainNumber !== config.domainNumber) {
    return `domain ids do not match: ${config.domainNumber} here, ${peer.domainNumber} at the peer`
  }
  return null
}

function isReady(state: PeerState): boolean {
  return whyNotReady(state) === null
}

function formAdjacency(state: PeerState, hello: Hello, now: number, out: PeerEffect[]): void {
  const acted = actsAsPrimary(state)
  const hadOwnSystem = state.ownSystem
  state.adjacent = true
  state.parametersSeen = false
  state.tableReceived = false
  state.inWindow = false
  for (const timer of [
    'keepalive-hold',
    'keepalive-window',
    'keepalive-burst',
    'keepalive-back',
    'suspend-delay',
    'dual-primary-detection',
    'solo-start',
  ] as const) {
    state.timers[timer] = null
  }
  state.configuredRole = configuredRole(state.config, hello)
  state.role = elect(state, hello)
  state.wasSecondary = state.role === 'secondary'
  state.tookOver = false
  settleIdentity(state, out)
  if (hadOwnSystem) bounce(state, now, out)
  out.push({ do: 'adjacency', up: true })
  const demoted = acted && state.role === 'secondary'
  out.push({
    do: 'event',
    kind: 'state',
    state: 'forwarding',
    text: `peer adjacency formed, role ${roleText(state)}`,
    restsOn: restsOn(state),
  })
  if (demoted && state.config.rules.choices['on-demotion'] === 'members-wait-restore') {
    note(state, 'on-demotion', 'election')
    out.push({
      do: 'event',
      kind: 'reaction',
      state: 'suspended',
      text: 'steps back to secondary; members wait for the restore delay',
      restsOn: restsOn(state),
    })
    holdMembers(state, 'demoted', now, out)
    if (orphansFollowMembers(state)) holdOrphans(state, 'demoted', now, out)
  }
  startRestore(state, now)
  state.everAdjacent = true
  sendHello(state, now, out)
  sendReliable(state, { type: 'parameters', parameters: told(state.parameters) }, now, out)
  for (const [channel, leg] of state.legs) sendReliable(state, { type: 'leg', channel, ...leg }, now, out)
  out.push({ do: 'send-table' })
}

function endAdjacency(
  state: PeerState,
  why: string,
  now: number,
  out: PeerEffect[],
  cause: 'anew' | 'silent' = 'silent',
): void {
  stopTimer(state, 'heartbeat-timeout')
  if (!state.adjacent) return
  state.adjacent = false
  state.adjacencyLostAt = now
  state.parametersSeen = false
  state.tableReceived = false
  stopTimer(state, 'member-restore')
  stopTimer(state, 'orphan-restore')
  resetChannel(state)
  forgetComparison(state, out)
  for (const channel of state.peerLegs.keys()) out.push({ do: 'peer-leg', channel, up: false, alone: false })
  state.peerLegs.clear()
  out.push({ do: 'adjacency', up: false })
  out.push({ do: 'event', kind: 'notice', state: 'down', text: `peer adjacency lost: ${why}`, restsOn: restsOn(state) })
  onAdjacencyLost(state, cause, now, out)
}

function heardOverPath(state: PeerState, now: number): void {
  if (state.keepalive !== 'alive') state.keepaliveSince = now
  state.keepalive = 'alive'
  state.keepaliveHeardAt = now
  startTimer(state, 'keepalive-timeout', now + (heartbeatTimeoutUs(state) || 3 * HELLO_US), ...heartbeatKeys(state))
}

function heartbeatTimeoutUs(state: PeerState): number {
  const { numbers } = state.config.rules
  if (numbers['heartbeat-timeout-ms'] !== null) return timeUs(state, 'heartbeat-timeout-ms')
  return timeUs(state, 'heartbeat-interval-ms') * (numbers['heartbeat-timeout-multiplier'] ?? 1)
}

/** What that time is made of. */
function heartbeatKeys(state: PeerState): readonly NumberKey[] {
  const isGiven = state.config.rules.numbers['heartbeat-timeout-ms'] !== null
  return isGiven ? ['heartbeat-timeout-ms'] : ['heartbeat-interval-ms', 'heartbeat-timeout-multiplier']
}
