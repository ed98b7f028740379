import { flowsOf } from '../../bonds.ts'
import { endsOf, type Drawn } from '../../drawn.ts'
import type { Counterexample, Rule } from '../../rule.ts'
import { breaking, fail, repair } from '../../steps.ts'
import { stpEndsOf, type StpEnd } from '../../stpEnds.ts'

export const stpEdgeAtHosts: Rule = {
  id: 'stp/edge-at-hosts',
  severity: 'warning',
  title: 'Ports of hosts are edge ports.',
  why: () =>
    'A host answers no proposal, so its port waits out twice the forward delay, 30 s, each time it gets light. Each change of it also flushes addresses in the whole tree.',
  source: {
    general: 'IEEE 802.1Q-2018, 13.27 (operEdge)',
    'cisco-nxos':
      'Cisco Nexus 9000 Series NX-OS Layer 2 Switching Configuration Guide, Configuring STP Extensions: port type edge',
    'nvidia-cumulus': 'NVIDIA Cumulus Linux User Guide, Spanning Tree: admin-edge',
  },
  check: (drawn) =>
    stpEndsOf(drawn)
      .filter(({ on, far, stp }) => on.stp.enabled && far.kind === 'host' && !stp.edge)
      .map((end) => ({
        text: `${end.name} leads to a host and is no edge port.`,
        wayOut: 'Make it an edge port.',
        at: [end.id, end.on.id],
        vendor: end.on.vendor,
        fix: { label: 'Make it an edge port', edits: [end.set({ ...end.stp, edge: true })] },
        ...counterexampleOf(drawn, end),
      })),
}

/** A single cable that comes back: the host waits for spanning tree. */
function counterexampleOf(drawn: Drawn, { id, far, on }: StpEnd): { readonly counterexample?: Counterexample } {
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
