// What `npm run docs:fidelity` reads of the sources.
import { FIDELITY_ROWS } from '../../src/core/fidelity/rows.ts'
import { valuesOf } from '../../src/core/fidelity/values.ts'
import { sourceLink } from '../../src/core/fidelity/links.ts'
import { PROFILES } from '../../src/core/vendors/index.ts'
import { VENDORS } from '../../src/core/vendors/platforms.ts'

export const PLATFORM_TABLES = VENDORS.map((vendor) => ({
  vendor,
  title: `${PROFILES[vendor].words.vendorPlatform}, ${PROFILES[vendor].words.mlag}`,
  rows: FIDELITY_ROWS[vendor] ?? [],
  values: valuesOf(PROFILES[vendor]),
}))

export { sourceLink }
