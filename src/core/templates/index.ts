import { backToBack } from './backToBack.ts'
import { basicPair } from './basicPair.ts'
import { plainLacp } from './plainLacp.ts'
import { pairWithUplinks } from './pairWithUplinks.ts'
import type { Template } from './template.ts'
import { trackedUplinks } from './trackedUplinks.ts'
import { twoPlainLags } from './twoPlainLags.ts'

/** Every starter topology; the first one is what the page opens with. */
export const TEMPLATES: readonly Template[] = [
  basicPair,
  pairWithUplinks,
  trackedUplinks,
  backToBack,
  plainLacp,
  twoPlainLags,
]
