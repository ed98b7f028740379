import { expect, test } from 'vitest'
import type { Design } from '../model/design.ts'
import type { VendorId } from '../model/topology.ts'
import { PROFILES } from '../vendors/index.ts'
import { lint } from './lint.ts'
import { both, named, pairWith, templateWith, withLinks, withSwitches, without } from './testing/designs.ts'
import { unseen } from './testing/play.ts'

/** What introductions to MLAG warn of: the design that has it, the rule that finds it, and what it comes to. */
const BAD_PATTERNS: readonly (readonly [what: string, rule: string, comesTo: string, draw: (v: VendorId) => Design])[] =
  [
    [
      'peers that are configured differently',
      'domain/peers-alike',
      'held',
      (vendor) =>
        pairWith(
          withSwitches(
            (name) => name === 'leaf-b',
            ({ stp }) => ({ stp: { ...stp, enabled: false } }),
          ),
          vendor,
        ),
    ],
    [
      'a keepalive that shares the path of the peer-link',
      'keepalive/own-path',
      'dual-active',
      (vendor) =>
        pairWith(
          both(
            withLinks(named(/p5[34]-leaf/), () => ({ conduit: 'duct-1' })),
            withLinks(
              ({ use }) => use === 'keepalive',
              () => ({ conduit: 'duct-1' }),
            ),
          ),
          vendor,
        ),
    ],
    ['no keepalive', 'keepalive/present', 'dual-active', (vendor) => pairWith(withoutKeepalive, vendor)],
    [
      'no keepalive where it comes first',
      'keepalive/present',
      'status',
      (vendor) => pairWith(withoutKeepalive, vendor),
    ],
    [
      'a peer-link of one cable',
      'peer-link/two-cables',
      'no-peer-link',
      (vendor) => pairWith(without(named(/p54-leaf/)), vendor),
    ],
    [
      'a loop without spanning tree',
      'stp/no-loop',
      'storm',
      (vendor) =>
        templateWith(
          'two-plain-lags',
          withSwitches(
            () => true,
            ({ stp }) => ({ stp: { ...stp, enabled: false } }),
          ),
          vendor,
        ),
    ],
  ]

/** The two that introductions show. */
const SHOWN: readonly VendorId[] = ['cisco-nxos', 'huawei-vrp8']
const PLAYED_ON: Readonly<Record<string, readonly VendorId[]>> = {
  // CloudEngine reports a difference and forwards on; these hold members.
  'peers that are configured differently': ['cisco-nxos', 'h3c-comware'],
  // NX-OS forms no pair before the first keepalive; CloudEngine does, and splits later.
  'no keepalive': ['huawei-vrp8'],
  'no keepalive where it comes first': ['cisco-nxos'],
}

test.each(
  BAD_PATTERNS.flatMap((pattern) => (PLAYED_ON[pattern[0]] ?? SHOWN).map((vendor) => [...pattern, vendor] as const)),
)('%s: %s finds it, and what is played comes to %s', (_what, rule, comesTo, draw, vendor) => {
  const { topology, ...rest } = draw(vendor)
  const found = lint({ topology, ...rest }, PROFILES).findings.filter((finding) => finding.rule === rule)
  expect(found.map(({ severity }) => severity)).toEqual(['error'])
  const counterexample = found[0]?.counterexample ?? null
  if (counterexample === null) throw new Error(`${rule} plays nothing`)
  expect(counterexample.shows.map(({ what }) => what)).toContain(comesTo)
  expect(unseen(topology, counterexample)).toEqual([])
})

function withoutKeepalive(topology: Design['topology']): Design['topology'] {
  return without(({ use }) => use === 'keepalive')(topology)
}
