import type { Rule } from '../../rule.ts'
import { stpEndsOf } from '../../stpEnds.ts'
import { breaking } from '../../steps.ts'

export const stpNoRootGuardUp: Rule = {
  id: 'stp/no-root-guard-up',
  severity: 'error',
  title: 'Root guard looks away from the root.',
  why: () =>
    'Root guard blocks a port behind which a better root is heard. Towards the root that is always so: the port is blocked from the first BPDU on.',
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Layer 2 Switching Configuration Guide, Configuring STP Extensions: root guard',
  },
  check: (drawn) =>
    stpEndsOf(drawn)
      .filter(
        ({ on, far, stp }) =>
          on.stp.enabled &&
          stp.guard === 'root' &&
          far.kind === 'switch' &&
          far.stp.enabled &&
          far.stp.priority < on.stp.priority,
      )
      .map(({ id, links, name, on, far, stp, set }) => ({
        text: `${name} has root guard, and ${far.name} behind it has the better priority.`,
        wayOut: 'Put root guard on ports that lead away from the root.',
        at: [id, on.id, far.id],
        vendor: on.vendor,
        fix: { label: 'Remove the root guard', edits: [set({ ...stp, guard: 'none' })] },
        counterexample: {
          scenario: breaking(`${on.name} hears the root`, [], 30),
          story: `${far.name} is the better root, and the guard blocks the port that leads there.`,
          shows: [{ what: 'port', links, device: on.id, states: ['blocked'] }],
        },
      })),
}
