import { betweenPairs } from './ready/betweenPairs.ts'
import { bootCableCut } from './ready/bootCableCut.ts'
import { bothLost } from './ready/bothLost.ts'
import { changeInOrder } from './ready/changeInOrder.ts'
import { clusterStays } from './ready/clusterStays.ts'
import { controllerSilent } from './ready/controllerSilent.ts'
import { distributionReloads } from './ready/distributionReloads.ts'
import { fourSteps } from './ready/fourSteps.ts'
import { keepaliveThenPeerLink } from './ready/keepaliveThenPeerLink.ts'
import { loopBelow } from './ready/loopBelow.ts'
import { macFlapping } from './ready/macFlapping.ts'
import { memberLoss } from './ready/memberLoss.ts'
import { oneSwitchDies } from './ready/oneSwitchDies.ts'
import { oneSwitchMember } from './ready/oneSwitchMember.ts'
import { onlyOneReturns } from './ready/onlyOneReturns.ts'
import { pathLost } from './ready/pathLost.ts'
import { peerLinkLoss } from './ready/peerLinkLoss.ts'
import { peerLinkThenKeepalive } from './ready/peerLinkThenKeepalive.ts'
import { primaryReturns } from './ready/primaryReturns.ts'
import { rackSwitchDies } from './ready/rackSwitchDies.ts'
import { rollingTooSoon } from './ready/rollingTooSoon.ts'
import { rollingUpgrade } from './ready/rollingUpgrade.ts'
import { silentFibre } from './ready/silentFibre.ts'
import { spineReturns } from './ready/spineReturns.ts'
import { splitBelow } from './ready/splitBelow.ts'
import { stackUpgrade } from './ready/stackUpgrade.ts'
import { tenantForgotten } from './ready/tenantForgotten.ts'
import { trackedUplinksLost } from './ready/trackedUplinksLost.ts'
import { trunkLost } from './ready/trunkLost.ts'
import { twoSwitchesOneDies } from './ready/twoSwitchesOneDies.ts'
import { uplinksLost } from './ready/uplinksLost.ts'
import { vlanMismatch } from './ready/vlanMismatch.ts'
import type { ReadyMade } from './readyMade.ts'

/** Every scenario that comes with the product, in the order of its list. */
export const READY_MADE: readonly ReadyMade[] = [
  fourSteps,
  memberLoss,
  silentFibre,
  peerLinkLoss,
  bothLost,
  keepaliveThenPeerLink,
  peerLinkThenKeepalive,
  primaryReturns,
  onlyOneReturns,
  vlanMismatch,
  changeInOrder,
  macFlapping,
  loopBelow,
  uplinksLost,
  trackedUplinksLost,
  rollingUpgrade,
  rollingTooSoon,
  betweenPairs,
  spineReturns,
  splitBelow,
  rackSwitchDies,
  distributionReloads,
  tenantForgotten,
  controllerSilent,
  stackUpgrade,
  clusterStays,
  bootCableCut,
  pathLost,
  oneSwitchMember,
  oneSwitchDies,
  twoSwitchesOneDies,
  trunkLost,
]
