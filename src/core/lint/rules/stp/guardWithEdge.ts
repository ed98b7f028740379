import type { Rule } from '../../rule.ts'
import { stpEndsOf } from '../../stpEnds.ts'
import { hostWaits } from '../../hostWaits.ts'

export const stpGuardWithEdge: Rule = {
  id: 'stp/guard-with-edge',
  severity: 'warning',
  title: 'A BPDU guard is on an edge port.',
  why: () =>
    'On several platforms BPDU protection acts on edge ports only. On any other port it is written down and does nothing.',
  source: { general: 'Huawei CloudEngine 6800 Configuration Guide, STP: BPDU protection of edge ports' },
  check: (drawn) =>
    stpEndsOf(drawn)
      .filter(({ on, far, stp }) => on.stp.enabled && far.kind === 'host' && stp.guard === 'bpdu' && !stp.edge)
      .map((end) => ({
        text: `${end.name} has a BPDU guard and is no edge port.`,
        wayOut: 'Make it an edge port.',
        at: [end.id, end.on.id],
        vendor: end.on.vendor,
        fix: { label: 'Make it an edge port', edits: [end.set({ ...end.stp, edge: true })] },
        ...hostWaits(drawn, end),
      })),
}
