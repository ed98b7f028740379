import type { PeerBody } from './messages.ts'
import type { PeerEffect, PeerState } from './peerState.ts'

/** Unacknowledged messages are sent again after this time. Ours: vendors run TCP or a proprietary equivalent. */
const RETRANSMIT_US = 200_000
/** At most so many go out again at once, so that a long outage does not end in a burst. */
const RETRANSMIT_BATCH = 32

/** Queues a message for ordered delivery and sends it. */
export function sendReliable(state: PeerState, body: PeerBody, now: number, out: PeerEffect[]): void {
  if (!state.adjacent) return
  const { channel } = state
  const message = { type: 'reliable', session: state.session, seq: channel.nextSeq, body } as const
  channel.nextSeq += 1
  channel.unacked.push(message)
  out.push({ do: 'send', message })
  state.timers.retransmit ??= now + RETRANSMIT_US
}

export function takeAck(state: PeerState, ack: number, now: number): void {
  const { channel } = state
  const before = channel.unacked.length
  channel.unacked = channel.unacked.filter(({ seq }) => seq > ack)
  if (channel.unacked.length === 0) state.timers.retransmit = null
  else if (channel.unacked.length < before) state.timers.retransmit = now + RETRANSMIT_US
}

/** True when the message is the next one in order; it is acknowledged either way. */
export function takeReliable(state: PeerState, seq: number, out: PeerEffect[]): boolean {
  const { channel } = state
  const next = seq === channel.expected
  if (next) channel.expected += 1
  out.push({ do: 'send', message: { type: 'ack', session: state.session, ack: channel.expected - 1 } })
  return next
}

export function retransmit(state: PeerState, now: number, out: PeerEffect[]): void {
  for (const message of state.channel.unacked.slice(0, RETRANSMIT_BATCH)) out.push({ do: 'send', message })
  state.timers.retransmit = state.channel.unacked.length > 0 ? now + RETRANSMIT_US : null
}

export function resetChannel(state: PeerState): void {
  state.channel.nextSeq = 1
  state.channel.unacked = []
  state.channel.expected = 1
  state.timers.retransmit = null
}
