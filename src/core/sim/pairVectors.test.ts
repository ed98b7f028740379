import { expect, test } from 'vitest'
import type { VendorId } from '../model/topology.ts'
import { fail, lagOf, start, until } from './testing/scenario.ts'

/** Legs that the server uses two minutes after the peer-link was lost, while both peers live. */
function legsWhileSplit(platform: VendorId): number {
  const sim = start({ platform, probeUs: 100_000 })
  fail(sim, 'peer-link-down', 'leafs', 5)
  return lagOf(until(sim, 120), 'srv-1', 'bond-srv-1').distributing.length
}

test('ML9: with the session lost a standby that reverts its system loses its leg, peers that do not keep both', () => {
  expect(legsWhileSplit('juniper-junos')).toBe(1)
  expect(legsWhileSplit('arista-eos')).toBe(2)
})
