import { betweenPairs } from './ready/betweenPairs.ts'
import { bothLost } from './ready/bothLost.ts'
import { changeInOrder } from './ready/changeInOrder.ts'
import { fourSteps } from './ready/fourSteps.ts'
import { keepaliveThenPeerLink } from './ready/keepaliveThenPeerLink.ts'
import { memberLoss } from './ready/memberLoss.ts'
import { oneSwitchDies } from './ready/oneSwitchDies.ts'
import { oneSwitchMember } from './ready/oneSwitchMember.ts'
import { onlyOneReturns } from './ready/onlyOneReturns.ts'
import { peerLinkLoss } from './ready/peerLinkLoss.ts'
import { peerLinkThenKeepalive } from './ready/peerLinkThenKeepalive.ts'
import { primaryReturns } from './ready/primaryReturns.ts'
import { rollingTooSoon } from './ready/rollingTooSoon.ts'
import { rollingUpgrade } from './ready/rollingUpgrade.ts'
import { silentFibre } from './ready/silentFibre.ts'
import { spineReturns } from './ready/spineReturns.ts'
import { splitBelow } from './ready/splitBelow.ts'
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
  uplinksLost,
  trackedUplinksLost,
  rollingUpgrade,
  rollingTooSoon,
  betweenPairs,
  spineReturns,
  splitBelow,
  oneSwitchMember,
  oneSwitchDies,
  twoSwitchesOneDies,
  trunkLost,
]
