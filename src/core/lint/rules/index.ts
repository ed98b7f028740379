import type { Rule } from '../rule.ts'
import { bondBootFallback } from './bond/bootFallback.ts'
import { bondBothLegs } from './bond/bothLegs.ts'
import { bondChannelRange } from './bond/channelRange.ts'
import { bondEqualSpeed } from './bond/equalSpeed.ts'
import { bondEvenLegs } from './bond/evenLegs.ts'
import { bondFallbackAtHosts } from './bond/fallbackAtHosts.ts'
import { bondFastRate } from './bond/fastRate.ts'
import { bondLacp } from './bond/lacp.ts'
import { bondMaxBundle } from './bond/maxBundle.ts'
import { bondMinLinks } from './bond/minLinks.ts'
import { bondOneActive } from './bond/oneActive.ts'
import { bondOneBond } from './bond/oneBond.ts'
import { bondOnePair } from './bond/onePair.ts'
import { bondSameMode } from './bond/sameMode.ts'
import { bondSameRate } from './bond/sameRate.ts'
import { bondSpare } from './bond/spare.ts'
import { bondTwoWays } from './bond/twoWays.ts'
import { capabilityActiveOnly } from './capability/activeOnly.ts'
import { capabilityLacpOptions } from './capability/lacpOptions.ts'
import { capabilityPortNames } from './capability/portNames.ts'
import { capacityPeerLinkBonds } from './capacity/peerLinkBonds.ts'
import { capacityPeerLinkOrphans } from './capacity/peerLinkOrphans.ts'
import { capacityPorts } from './capacity/ports.ts'
import { domainConfigsAgree } from './domain/configsAgree.ts'
import { domainDualPrimaryDetection } from './domain/dualPrimaryDetection.ts'
import { domainElectedByAddress } from './domain/electedByAddress.ts'
import { domainLocalSystemMac } from './domain/localSystemMac.ts'
import { domainNumberRange } from './domain/numberRange.ts'
import { domainOwnNumber } from './domain/ownNumber.ts'
import { domainOwnSystemMac } from './domain/ownSystemMac.ts'
import { domainPeeringNetwork } from './domain/peeringNetwork.ts'
import { domainPeeringVlan } from './domain/peeringVlan.ts'
import { domainPeersAlike } from './domain/peersAlike.ts'
import { domainPreferredWins } from './domain/preferredWins.ts'
import { domainSoloStart } from './domain/soloStart.ts'
import { domainUsed } from './domain/used.ts'
import { gatewayBackupVlan } from './gateway/backupVlan.ts'
import { gatewayBothUplinks } from './gateway/bothUplinks.ts'
import { gatewayCarried } from './gateway/carried.ts'
import { gatewayHostNetwork } from './gateway/hostNetwork.ts'
import { gatewayOneNetwork } from './gateway/oneNetwork.ts'
import { gatewayPeerGateway } from './gateway/peerGateway.ts'
import { gatewayPresent } from './gateway/present.ts'
import { gatewayRestoreOrder } from './gateway/restoreOrder.ts'
import { gatewaySupported } from './gateway/supported.ts'
import { gatewayUniqueAddresses } from './gateway/uniqueAddresses.ts'
import { gatewayUplinkNetwork } from './gateway/uplinkNetwork.ts'
import { gatewayWayOut } from './gateway/wayOut.ts'
import { keepaliveHold } from './keepalive/hold.ts'
import { keepaliveHostAddress } from './keepalive/hostAddress.ts'
import { keepaliveNoStrayCable } from './keepalive/noStrayCable.ts'
import { keepaliveOwnModule } from './keepalive/ownModule.ts'
import { keepaliveOwnNetwork } from './keepalive/ownNetwork.ts'
import { keepaliveOwnPath } from './keepalive/ownPath.ts'
import { keepaliveOwnVrf } from './keepalive/ownVrf.ts'
import { keepalivePresent } from './keepalive/present.ts'
import { keepaliveSameNetwork } from './keepalive/sameNetwork.ts'
import { keepaliveSecondWay } from './keepalive/secondWay.ts'
import { keepaliveTimeout } from './keepalive/timeout.ts'
import { keepaliveUniqueAddresses } from './keepalive/uniqueAddresses.ts'
import { keepaliveVrfOfPort } from './keepalive/vrfOfPort.ts'
import { namingHostname } from './naming/hostname.ts'
import { namingLetterCase } from './naming/letterCase.ts'
import { orphanBonded } from './orphan/bonded.ts'
import { orphanDualHomed } from './orphan/dualHomed.ts'
import { orphanSuspendNeedsSecond } from './orphan/suspendNeedsSecond.ts'
import { orphanSwitches } from './orphan/switches.ts'
import { peerLinkBondVlans } from './peerLink/bondVlans.ts'
import { peerLinkEqualSpeed } from './peerLink/equalSpeed.ts'
import { peerLinkFastEnough } from './peerLink/fastEnough.ts'
import { peerLinkLacp } from './peerLink/lacp.ts'
import { peerLinkModules } from './peerLink/modules.ts'
import { peerLinkMtu } from './peerLink/mtu.ts'
import { peerLinkOneBond } from './peerLink/oneBond.ts'
import { peerLinkOrphanVlans } from './peerLink/orphanVlans.ts'
import { peerLinkPresent } from './peerLink/present.ts'
import { peerLinkTrunk } from './peerLink/trunk.ts'
import { peerLinkTwoCables } from './peerLink/twoCables.ts'
import { peerLinkTwoWays } from './peerLink/twoWays.ts'
import { stpBpduGuardAtHosts } from './stp/bpduGuardAtHosts.ts'
import { stpEdgeAtHosts } from './stp/edgeAtHosts.ts'
import { stpEnabled } from './stp/enabled.ts'
import { stpGuardWithEdge } from './stp/guardWithEdge.ts'
import { stpNoBpduGuardAtSwitches } from './stp/noBpduGuardAtSwitches.ts'
import { stpNoEdgeAtSwitches } from './stp/noEdgeAtSwitches.ts'
import { stpNoLoop } from './stp/noLoop.ts'
import { stpNoRootGuardUp } from './stp/noRootGuardUp.ts'
import { stpRootAtPair } from './stp/rootAtPair.ts'
import { timerDebounce } from './timer/debounce.ts'
import { timerErrorDownDelay } from './timer/errorDownDelay.ts'
import { timerHeartbeat } from './timer/heartbeat.ts'
import { timerInRange } from './timer/inRange.ts'
import { timerMacAgeing } from './timer/macAgeing.ts'
import { timerReloadDelay } from './timer/reloadDelay.ts'
import { timerReloadOrder } from './timer/reloadOrder.ts'
import { timerRestoreDelay } from './timer/restoreDelay.ts'
import { timerSessionHold } from './timer/sessionHold.ts'
import { timerWholeHeartbeats } from './timer/wholeHeartbeats.ts'
import { vlanAllowedSome } from './vlan/allowedSome.ts'
import { vlanHostNative } from './vlan/hostNative.ts'
import { vlanJoined } from './vlan/joined.ts'
import { vlanSameNative } from './vlan/sameNative.ts'
import { vlanUsed } from './vlan/used.ts'

/** Every rule, group by group. */
export const RULES: readonly Rule[] = [
  peerLinkPresent,
  peerLinkTwoCables,
  peerLinkModules,
  peerLinkTwoWays,
  peerLinkEqualSpeed,
  peerLinkFastEnough,
  peerLinkLacp,
  peerLinkTrunk,
  peerLinkBondVlans,
  peerLinkOrphanVlans,
  peerLinkMtu,
  peerLinkOneBond,
  keepalivePresent,
  keepaliveOwnPath,
  keepaliveOwnModule,
  keepaliveOwnNetwork,
  keepaliveOwnVrf,
  keepaliveVrfOfPort,
  keepaliveSameNetwork,
  keepaliveHostAddress,
  keepaliveUniqueAddresses,
  keepaliveTimeout,
  keepaliveHold,
  keepaliveNoStrayCable,
  keepaliveSecondWay,
  domainPeersAlike,
  domainConfigsAgree,
  domainNumberRange,
  domainOwnNumber,
  domainOwnSystemMac,
  domainLocalSystemMac,
  domainPreferredWins,
  domainElectedByAddress,
  domainSoloStart,
  domainDualPrimaryDetection,
  domainPeeringVlan,
  domainPeeringNetwork,
  domainUsed,
  bondBothLegs,
  bondSameMode,
  bondOneActive,
  bondLacp,
  bondSameRate,
  bondFastRate,
  bondEqualSpeed,
  bondMinLinks,
  bondSpare,
  bondMaxBundle,
  bondEvenLegs,
  bondOneBond,
  bondOnePair,
  bondTwoWays,
  bondChannelRange,
  bondBootFallback,
  bondFallbackAtHosts,
  vlanHostNative,
  vlanAllowedSome,
  vlanSameNative,
  vlanJoined,
  vlanUsed,
  stpNoLoop,
  stpEnabled,
  stpRootAtPair,
  stpEdgeAtHosts,
  stpNoEdgeAtSwitches,
  stpNoBpduGuardAtSwitches,
  stpNoRootGuardUp,
  stpGuardWithEdge,
  stpBpduGuardAtHosts,
  orphanDualHomed,
  orphanBonded,
  orphanSuspendNeedsSecond,
  orphanSwitches,
  gatewayPresent,
  gatewaySupported,
  gatewayBothUplinks,
  gatewayWayOut,
  gatewayPeerGateway,
  gatewayOneNetwork,
  gatewayUniqueAddresses,
  gatewayUplinkNetwork,
  gatewayHostNetwork,
  gatewayCarried,
  gatewayBackupVlan,
  gatewayRestoreOrder,
  timerInRange,
  timerRestoreDelay,
  timerReloadDelay,
  timerReloadOrder,
  timerErrorDownDelay,
  timerSessionHold,
  timerHeartbeat,
  timerWholeHeartbeats,
  timerDebounce,
  timerMacAgeing,
  capacityPeerLinkBonds,
  capacityPeerLinkOrphans,
  capacityPorts,
  namingHostname,
  namingLetterCase,
  capabilityLacpOptions,
  capabilityActiveOnly,
  capabilityPortNames,
]
