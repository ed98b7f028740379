import type { StateWord } from '../../core/model/runView.ts'

/** All states, best first. */
export const STATES: readonly StateWord[] = [
  'forwarding',
  'standby',
  'waiting',
  'suspended',
  'blocked',
  'down',
  'unknown',
]

/** What each state means, for tooltips and legends. */
export const STATE_MEANING: Readonly<Record<StateWord, string>> = {
  forwarding: 'carries frames',
  standby: 'ready, not chosen',
  waiting: 'a timer runs',
  suspended: 'held by the platform',
  blocked: 'discarding',
  down: 'no carrier',
  unknown: 'not heard',
}

/** The class that sets the colours of a state. */
export function stateClass(state: StateWord): string {
  return `s-${state}`
}
