import type { Rule } from '../../rule.ts'
import { stpEndsOf } from '../../stpEnds.ts'

export const stpNoEdgeAtSwitches: Rule = {
  id: 'stp/no-edge-at-switches',
  severity: 'error',
  title: 'No edge port leads to a switch.',
  why: () =>
    'An edge port forwards the moment it gets light, before spanning tree has looked. Towards a switch that is a loop for as long as the tree needs.',
  source: {
    general: 'IEEE 802.1Q-2018, 13.27 (operEdge)',
    'cisco-nxos':
      'Cisco Nexus 9000 Series NX-OS Layer 2 Switching Configuration Guide, Configuring STP Extensions: port type edge',
  },
  unplayable:
    'In the engine BPDUs come before frames of hosts: the loop that is open in the first moments carries none.',
  check: (drawn) =>
    stpEndsOf(drawn)
      .filter(({ on, far, stp }) => on.stp.enabled && far.kind === 'switch' && stp.edge)
      .map(({ id, name, on, stp, set }) => ({
        text: `${name} is an edge port and leads to a switch.`,
        wayOut: 'Make it no edge port.',
        at: [id, on.id],
        vendor: on.vendor,
        fix: { label: 'Make it no edge port', edits: [set({ ...stp, edge: false })] },
      })),
}
