import { backToBack } from './backToBack.ts'
import { basicPair } from './basicPair.ts'
import { campusStack } from './campusStack.ts'
import { coreDistribution } from './coreDistribution.ts'
import { firewallCluster } from './firewallCluster.ts'
import { industrialControl } from './industrialControl.ts'
import { multiTenant } from './multiTenant.ts'
import { plainLacp } from './plainLacp.ts'
import { pairWithUplinks } from './pairWithUplinks.ts'
import { pxeBoot } from './pxeBoot.ts'
import { storagePaths } from './storagePaths.ts'
import type { Template } from './template.ts'
import { topOfRack } from './topOfRack.ts'
import { trackedUplinks } from './trackedUplinks.ts'
import { twoPlainLags } from './twoPlainLags.ts'

/** Every starter topology; the first one is what the page opens with. */
export const TEMPLATES: readonly Template[] = [
  basicPair,
  pairWithUplinks,
  trackedUplinks,
  backToBack,
  topOfRack,
  coreDistribution,
  multiTenant,
  industrialControl,
  campusStack,
  firewallCluster,
  pxeBoot,
  storagePaths,
  plainLacp,
  twoPlainLags,
]
