import { agentCrash } from './agentCrash.ts'
import { keepaliveThenPeerLink, peerLinkThenKeepalive } from './bothDown.ts'
import { configDrift } from './configDrift.ts'
import { controlPlaneHang, deviceFreeze } from './deviceHang.ts'
import { devicePowerOff } from './devicePowerOff.ts'
import { deviceReload } from './deviceReload.ts'
import type { Failure } from './failure.ts'
import { keepaliveDown, keepalivePathDown } from './keepaliveDown.ts'
import { lacpDrop } from './lacpDrop.ts'
import { linkCut } from './linkCut.ts'
import { linkFlap } from './linkFlap.ts'
import { linkLoss } from './linkLoss.ts'
import { linkOneWay } from './linkOneWay.ts'
import { linkSilent } from './linkSilent.ts'
import { peerLinkDown, peerLinkMemberDown, peerLinkSilent } from './peerLinkDown.ts'
import { portErrDisable, portShut } from './portShut.ts'
import { uplinkDown, uplinksLost } from './uplinks.ts'

export { optionProblem, type Failure, type FailureOption } from './failure.ts'

/** Every failure, in the order of its buttons. */
export const FAILURES: readonly Failure[] = [
  linkCut,
  linkOneWay,
  linkSilent,
  linkLoss,
  linkFlap,
  lacpDrop,
  portShut,
  portErrDisable,
  peerLinkDown,
  peerLinkMemberDown,
  peerLinkSilent,
  keepaliveDown,
  keepalivePathDown,
  peerLinkThenKeepalive,
  keepaliveThenPeerLink,
  uplinkDown,
  uplinksLost,
  devicePowerOff,
  deviceReload,
  controlPlaneHang,
  deviceFreeze,
  agentCrash,
  configDrift,
]

export function failureById(id: string): Failure | undefined {
  return FAILURES.find((failure) => failure.id === id)
}
