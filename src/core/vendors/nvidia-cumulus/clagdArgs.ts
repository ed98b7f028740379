import type { NumberKey } from '../../model/profileKeys.ts'

/** Timers that clagd takes as arguments beside `--initDelay`, in the order in which they are written. */
export const CLAGD_ARGS: readonly (readonly [key: NumberKey, argument: string])[] = [
  ['solo-start-ms', 'reloadTimer'],
  ['heartbeat-interval-ms', 'lacpPoll'],
  ['heartbeat-timeout-ms', 'peerTimeout'],
]

/** Without a time of its own clagd gives a peer up after so many polls. */
export const POLLS_TO_TIMEOUT = 10
