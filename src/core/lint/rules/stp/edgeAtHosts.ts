import type { Rule } from '../../rule.ts'
import { stpEndsOf } from '../../stpEnds.ts'
import { hostWaits } from '../../hostWaits.ts'

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
        ...hostWaits(drawn, end),
      })),
}
