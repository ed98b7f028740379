import type { Profiles } from '../model/profile.ts'
import type { RunView } from '../model/runView.ts'
import type { Topology } from '../model/topology.ts'
import { settle } from '../sim/settle.ts'
import { createSimulator } from '../sim/simulator.ts'
import { viewOf } from '../sim/view.ts'

/** The design as it stands once everything has come up, and whether it comes to rest at all. */
export function settledView(
  topology: Topology,
  profiles: Profiles,
): { readonly settled: boolean; readonly view: RunView } {
  const sim = createSimulator({ topology, profiles, seed: 1, probeUs: 100_000, quiet: true })
  const { settled } = settle(sim)
  return { settled, view: viewOf(sim) }
}
