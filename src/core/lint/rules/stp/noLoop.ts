import { accessVlanOf } from '../../../model/network.ts'
import type { SwitchDevice } from '../../../model/topology.ts'
import type { Drawn } from '../../drawn.ts'
import { bridgesOf, loopsAmong, type Loop } from '../../loops.ts'
import type { Match, Rule } from '../../rule.ts'
import { breaking } from '../../steps.ts'
import { listed } from '../../words.ts'

export const stpNoLoop: Rule = {
  id: 'stp/no-loop',
  severity: 'error',
  title: 'Spanning tree runs wherever frames could go round.',
  why: () =>
    'Ethernet frames carry no count of hops. In a loop without spanning tree one broadcast is copied until nothing else gets through, on every switch that the VLAN reaches.',
  source: {
    general: 'IEEE 802.1Q-2018, clause 13 (spanning tree protocols)',
    'cisco-nxos':
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: keep spanning tree enabled with vPC',
    'arista-eos': 'Arista EOS User Manual, Multi-Chassis Link Aggregation: MLAG and spanning tree',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: V-STP and root bridge mode',
  },
  check: (drawn) => {
    const bridges = bridgesOf(drawn)
    const silent = (bridge: string) => (bridges.switches.get(bridge) ?? []).every(({ stp }) => !stp.enabled)
    return loopsAmong(bridges, silent).map((loop) =>
      match(
        drawn,
        loop,
        loop.bridges.flatMap((id) => bridges.switches.get(id) ?? []),
      ),
    )
  },
}

function match({ design, net }: Drawn, loop: Loop, switches: readonly SwitchDevice[]): Match {
  const names = switches.map(({ name }) => name)
  // Somebody must speak for a frame to go round.
  const heard = design.topology.flows.some(({ from }) => accessVlanOf(net, from) === loop.vlan)
  const story = `VLAN ${loop.vlan} goes round over ${listed(names)}: the first broadcast is copied without end and the run stops at the storm.`
  return {
    text: `VLAN ${loop.vlan} can go round over ${listed(names)}, and none of them runs spanning tree.`,
    wayOut: 'Turn spanning tree on, or make one bond of the parallel cables.',
    at: [...switches.map(({ id }) => id), ...loop.links.map(({ id }) => id)],
    vendor: switches[0]?.vendor ?? null,
    fix: {
      label: 'Turn spanning tree on',
      edits: switches.map(({ id, stp }) => ({
        type: 'set-device',
        device: id,
        set: { stp: { ...stp, enabled: true } },
      })),
    },
    ...(heard ? { counterexample: { scenario: breaking('Storm', [], 10), story, shows: [{ what: 'storm' }] } } : {}),
  }
}
