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
import { loopCable } from './loopCable.ts'
import { macSyncLost } from './macSyncLost.ts'
import { managementSwitchOff } from './managementSwitchOff.ts'
import { peerLinkDown, peerLinkMemberDown, peerLinkSilent } from './peerLinkDown.ts'
import { portErrDisable, portShut } from './portShut.ts'
import { uplinkDown, uplinksLost } from './uplinks.ts'
import { sameMac } from './sameMac.ts'
import { wrongPort } from './wrongPort.ts'

export { optionProblem, type Failure, type FailureOption } from './failure.ts'
export { choiceWords } from './optionWords.ts'

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
  wrongPort,
  loopCable,
  peerLinkDown,
  peerLinkMemberDown,
  peerLinkSilent,
  keepaliveDown,
  keepalivePathDown,
  managementSwitchOff,
  peerLinkThenKeepalive,
  keepaliveThenPeerLink,
  uplinkDown,
  uplinksLost,
  macSyncLost,
  devicePowerOff,
  deviceReload,
  controlPlaneHang,
  deviceFreeze,
  agentCrash,
  configDrift,
  sameMac,
]

export function failureById(id: string): Failure | undefined {
  return FAILURES.find((failure) => failure.id === id)
}
