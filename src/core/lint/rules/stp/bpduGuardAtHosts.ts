import type { Rule } from '../../rule.ts'
import { stpEndsOf } from '../../stpEnds.ts'

export const stpBpduGuardAtHosts: Rule = {
  id: 'stp/bpdu-guard-at-hosts',
  severity: 'info',
  title: 'Edge ports of hosts are guarded against BPDUs.',
  why: () =>
    'A small switch under a desk, or a bridge in a hypervisor, makes a loop of two host ports. BPDU guard takes the port down at the first BPDU, before the loop carries anything.',
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Layer 2 Switching Configuration Guide, Configuring STP Extensions: BPDU guard',
    'nvidia-cumulus': 'NVIDIA Cumulus Linux User Guide, Spanning Tree: admin-edge and bpdu-guard',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, STP: BPDU protection',
  },
  unplayable: 'The engine’s servers send no BPDUs; it takes a switch that is plugged in where none is drawn.',
  check: (drawn) =>
    stpEndsOf(drawn)
      .filter(({ on, far, stp }) => on.stp.enabled && far.kind === 'host' && stp.edge && stp.guard === 'none')
      .map(({ id, name, on, stp, set }) => ({
        text: `${name} leads to a host and lets BPDUs in.`,
        wayOut: 'Guard it against BPDUs.',
        at: [id, on.id],
        vendor: on.vendor,
        fix: { label: 'Guard it against BPDUs', edits: [set({ ...stp, guard: 'bpdu' })] },
      })),
}
