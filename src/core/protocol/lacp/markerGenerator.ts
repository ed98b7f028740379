import { always, nextState } from '../machine.ts'
import type { Row } from '../machine.ts'
import type { Marker } from './pdu.ts'

/** How long an answer is awaited before conversations move without it, in microseconds. FreeBSD waits as long. */
export const MARKER_TIMEOUT_US = 3_000_000

export type GeneratorState = 'idle' | 'waiting'
export type GeneratorInput = 'move' | 'answered' | 'timeout'

/** What waits for answers: ports that have not given theirs, by the number their Marker carries. */
export interface MarkerGenerator {
  readonly state: GeneratorState
  readonly transactionId: number
  readonly open: readonly number[]
  readonly until: number
}

/**
 * Marker generator: before conversations move from one port to another, every port that carried them is asked with a
 * Marker; they are held until all have answered, or for `MARKER_TIMEOUT_US`.
 * Source: IEEE 802.1AX-2014, 6.5 (Marker protocol, generator).
 */
// oxfmt-ignore
export const GENERATOR_TABLE: readonly Row<GeneratorState, GeneratorInput, MarkerGenerator>[] = [
  // from      input       when         to
  ['*',       'move',     always,      'waiting'],
  ['waiting', 'answered', isAnswered,  'idle'],
  ['waiting', 'timeout',  always,      'idle'],
]

export const IDLE_GENERATOR: MarkerGenerator = { state: 'idle', transactionId: 0, open: [], until: 0 }

/** Conversations are to leave these ports: a Marker with the new transaction id goes out on each. */
export function askPorts(from: MarkerGenerator, ports: readonly number[], now: number): MarkerGenerator {
  const asked = { ...from, transactionId: from.transactionId + 1, open: ports, until: now + MARKER_TIMEOUT_US }
  return step(asked, 'move')
}

/** Takes a response that came in on one of the ports; what matches no question is ignored. */
export function takeResponse(from: MarkerGenerator, system: string, response: Marker): MarkerGenerator {
  const isMine = response.requesterSystem === system && response.transactionId === from.transactionId
  if (!isMine || !from.open.includes(response.requesterPort)) return from
  return step({ ...from, open: from.open.filter((port) => port !== response.requesterPort) }, 'answered')
}

/** Ends the wait when its time is over. */
export function generatorTimer(from: MarkerGenerator, now: number): MarkerGenerator {
  return from.state === 'waiting' && now >= from.until ? step(from, 'timeout') : from
}

/** No frame of a moving conversation may be sent yet. */
export function holdsFrames(generator: MarkerGenerator): boolean {
  return generator.state === 'waiting'
}

function step(from: MarkerGenerator, input: GeneratorInput): MarkerGenerator {
  return { ...from, state: nextState(GENERATOR_TABLE, from.state, input, from) ?? from.state }
}

function isAnswered({ open }: MarkerGenerator): boolean {
  return open.length === 0
}
