import { pairWithUplinks, uplinkDesign } from './pairWithUplinks.ts'
import type { Template } from './template.ts'

/** The same, where a leaf without uplinks takes its members down. */
export const trackedUplinks: Template = {
  id: 'tracked-uplinks',
  title: 'Leaf pair, uplinks tracked',
  description: 'As the leaf pair with uplinks; a leaf that lost its uplinks suspends its members',
  build: () => uplinkDesign('Leaf pair, uplinks tracked', { 'uplink-tracking': true }),
  endState: pairWithUplinks.endState,
}
