import { flowsOf } from './bonds.ts'
import { endsOf, type Drawn } from './drawn.ts'
import type { Counterexample } from './rule.ts'
import { breaking, fail, repair } from './steps.ts'
import type { StpEnd } from './stpEnds.ts'

/** A single cable that comes back: the host waits for spanning tree. */
export function hostWaits(drawn: Drawn, { id, far, on }: StpEnd): { readonly counterexample?: Counterexample } {
  const link = drawn.design.topology.links.find((one) => one.id === id)
  const cables = drawn.design.topology.links.filter((one) => endsOf(drawn.net, one).some((end) => end.id === far.id))
  // The secondary may hold its orphans for reasons of its own.
  const domain = drawn.net.domainOf.get(on.id)
  if (domain !== undefined && domain.preferredPrimary !== on.id) return {}
  if (link === undefined || cables.length !== 1 || flowsOf(drawn, far.id).length === 0) return {}
  return {
    counterexample: {
      scenario: breaking(
        `Cable of ${far.name} pulled and put back`,
        [fail('link-cut', link.id), repair('link-cut', link.id, 4)],
        60,
      ),
      story: `The cable of ${far.name} is out for two seconds. ${on.name} then lets nothing through for half a minute.`,
      shows: [{ what: 'outage', host: far.id, leastS: 20 }],
    },
  }
}
