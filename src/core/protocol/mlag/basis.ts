import type { ChoiceKey, Choices, NumberKey, SwitchKey, ValueKey } from '../../model/profileKeys.ts'
import { timeUs, type PeerState } from './peerState.ts'
import type { PeerTimer } from './peerTimers.ts'

// What a peer does rests on values of its platform. Those that no public source states are noted where they are read
// to decide something or to time it, are carried by the timers that they set, and leave with whatever is done.

/** What the platform does here; what is done from now on rests on it. */
export function decidedBy<K extends ChoiceKey>(state: PeerState, key: K): Choices[K] {
  note(state, key)
  return state.config.rules.choices[key]
}

/** Whether the platform has it turned on; what is done from now on rests on it. */
export function isOn(state: PeerState, key: SwitchKey): boolean {
  note(state, key)
  return state.config.rules.switches[key]
}

/** What is done from now on rests on these. */
export function note(state: PeerState, ...keys: readonly ValueKey[]): void {
  state.basis = restsOn(state, ...keys)
}

/** Sets a timer to an instant that these values gave. */
export function startTimer(state: PeerState, timer: PeerTimer, at: number, ...keys: readonly ValueKey[]): void {
  state.timers[timer] = at
  state.timerBasis[timer] = restsOn(state, ...keys)
}

/** Sets a timer to the end of one of the platform's times. */
export function startDelay(state: PeerState, timer: PeerTimer, now: number, key: NumberKey): void {
  startTimer(state, timer, now + timeUs(state, key), key)
}

export function stopTimer(state: PeerState, timer: PeerTimer): void {
  state.timers[timer] = null
  state.timerBasis[timer] = []
}

/** Assumed values on the way to what is done now, and of these. */
export function restsOn(state: PeerState, ...keys: readonly ValueKey[]): readonly ValueKey[] {
  const { assumed } = state.config.rules
  const more = keys.filter((key) => assumed.includes(key) && !state.basis.includes(key))
  return more.length === 0 ? state.basis : [...state.basis, ...more]
}

/** Those that a timer was set by, whether it still runs or not. */
export function basisOf(state: PeerState, timer: PeerTimer): readonly ValueKey[] {
  return state.timerBasis[timer] ?? []
}
