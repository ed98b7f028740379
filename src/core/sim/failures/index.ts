import { devicePowerOff } from './devicePowerOff.ts'
import type { Failure } from './failure.ts'
import { keepaliveDown } from './keepaliveDown.ts'
import { linkCut } from './linkCut.ts'
import { linkOneWay } from './linkOneWay.ts'
import { linkSilent } from './linkSilent.ts'
import { peerLinkDown } from './peerLinkDown.ts'

export type { Failure, FailureOption } from './failure.ts'

/** Every failure, in the order of its buttons. */
export const FAILURES: readonly Failure[] = [
  linkCut,
  linkOneWay,
  linkSilent,
  peerLinkDown,
  keepaliveDown,
  devicePowerOff,
]

export function failureById(id: string): Failure | undefined {
  return FAILURES.find((failure) => failure.id === id)
}
