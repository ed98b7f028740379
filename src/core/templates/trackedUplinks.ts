import { pairWithUplinks, uplinkDesign } from './pairWithUplinks.ts'
import type { Template } from './template.ts'

/** The same, where a leaf without uplinks takes its members down. */
export const trackedUplinks: Template = {
  id: 'tracked-uplinks',
  title: 'Pair with tracked uplinks',
  description: 'As the pair with uplinks; a leaf that lost its uplinks suspends its members',
  build: () => uplinkDesign('Pair with tracked uplinks', { 'uplink-tracking': true }),
  endState: pairWithUplinks.endState,
}
