// What `npm run docs:fidelity` reads of the sources.
import { FIDELITY_ROWS } from '../../src/core/fidelity/rows.ts'
import { valuesOf } from '../../src/core/fidelity/values.ts'
import { sourceLink } from '../../src/core/fidelity/links.ts'
import { formsPairs } from '../../src/core/model/topology.ts'
import { PROFILES } from '../../src/core/vendors/index.ts'
import { ALL_VENDORS } from '../../src/core/vendors/platforms.ts'

export const PLATFORM_TABLES = ALL_VENDORS.map((vendor) => ({
  vendor,
  title: `${PROFILES[vendor].words.vendorPlatform}, ${formsPairs(vendor) ? PROFILES[vendor].words.mlag : 'below a pair'}`,
  pairs: formsPairs(vendor),
  rows: FIDELITY_ROWS[vendor] ?? [],
  values: valuesOf(PROFILES[vendor]),
}))

export { sourceLink }
