import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Topology, VendorId } from '../model/topology.ts'
import { designOf, recipe } from '../sim/testing/randomDesign.ts'
import { TEMPLATES } from '../templates/index.ts'
import { PROFILES } from '../vendors/index.ts'
import { redrawnOn, VENDORS } from '../vendors/platforms.ts'
import { everyOption } from '../vendors/testing/everyOption.ts'
import { FORMATS, imported, textsOf } from '../vendors/testing/roundTrips.ts'
import { lint } from './lint.ts'

test('random designs have only the errors that are drawn into them', () => {
  fc.assert(
    fc.property(recipe, (random) => {
      const drawn = [
        ...(random.peerCables === 1 ? ['peer-link/two-cables'] : []),
        // The bond to a router uses ports that small switches lack.
        ...(random.upstream === null ? [] : ['capacity/ports']),
      ]
      expect(errorsIn(designOf(random)).filter((rule) => !drawn.includes(rule))).toEqual([])
    }),
    { seed: 20_261_129, numRuns: 60 },
  )
})

test.each(VENDORS)('a design with every option of %s has no error but the one option a pair may not use', (vendor) => {
  // Its delay is only for pairs without dual-homed members.
  const wrong = vendor === 'huawei-vrp8' ? ['timer/error-down-delay'] : []
  expect(errorsIn(redrawnOn(everyOption(vendor), vendor))).toEqual(wrong)
})

test.each(FORMATS.map((format) => [format.name, format] as const))(
  'what is exported to %s and read again has no error that was not drawn',
  (_, format) => {
    for (const topology of [everyOption(format.vendor), ...TEMPLATES.map(({ build }) => build().topology)]) {
      const drawn = new Set(errorsIn(redrawnOn(topology, format.vendor)))
      const read = imported(textsOf(format, topology)).design.topology
      const known = KNOWN[format.vendor] ?? []
      expect(errorsIn(read).filter((rule) => !drawn.has(rule) && !known.includes(rule))).toEqual([])
    }
  },
)

/** What is true of the device and said in the notes of its file: no spanning tree of SONiC is written. */
const KNOWN: Readonly<Partial<Record<VendorId, readonly string[]>>> = { sonic: ['stp/no-loop'] }

function errorsIn(topology: Topology): readonly string[] {
  const { findings } = lint({ title: 'x', layout: {}, topology }, PROFILES)
  return findings.flatMap(({ severity, rule }) => (severity === 'error' ? [rule] : []))
}
