import type { Rule } from '../../rule.ts'
import { stpEndsOf } from '../../stpEnds.ts'
import { breaking } from '../../steps.ts'

export const stpNoBpduGuardAtSwitches: Rule = {
  id: 'stp/no-bpdu-guard-at-switches',
  severity: 'error',
  title: 'No port towards a switch is guarded against BPDUs.',
  why: () =>
    'A switch sends BPDUs, and the first of them takes a guarded port down. The link works until spanning tree starts.',
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Layer 2 Switching Configuration Guide, Configuring STP Extensions: BPDU guard',
  },
  check: (drawn) =>
    stpEndsOf(drawn)
      .filter(({ on, far, stp }) => on.stp.enabled && far.kind === 'switch' && stp.guard === 'bpdu')
      .map(({ id, links, name, on, far, stp, set }) => ({
        text: `${name} leads to a switch and goes down at the first BPDU.`,
        wayOut: 'Use root guard towards switches, BPDU guard towards hosts.',
        at: [id, on.id],
        vendor: on.vendor,
        fix: { label: 'Remove the BPDU guard', edits: [set({ ...stp, guard: 'none' })] },
        counterexample: {
          scenario: breaking(`${on.name} hears ${far.name}`, [], 30),
          story: `${far.name} sends BPDUs, as every switch does, and the guard takes the port of ${on.name} down.`,
          shows: [{ what: 'port', links, device: on.id, states: ['down'] }],
        },
      })),
}
