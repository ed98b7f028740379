import { gatewayOf } from '../../../model/gateways.ts'
import { accessVlanOf } from '../../../model/network.ts'
import type { Rule } from '../../rule.ts'
import { breaking } from '../../steps.ts'

export const vlanJoined: Rule = {
  id: 'vlan/joined',
  severity: 'warning',
  title: 'Hosts that talk are in one VLAN.',
  why: () =>
    'Switches do not pass frames from one VLAN to another. Without a router between them the two hosts never hear each other.',
  source: { general: 'IEEE 802.1Q-2018, clause 5 and 6 (VLANs are separate bridged networks)' },
  check: ({ design, net }) =>
    design.topology.flows.flatMap(({ id, from, to: far }) => {
      const to = design.topology.devices.find((device) => device.id === far)?.id
      if (to === undefined) return []
      const [a, b] = [accessVlanOf(net, from), accessVlanOf(net, to)]
      const hosts = [net.devices.get(from), net.devices.get(to)]
      if (a === null || b === null || a === b || hosts.some((host) => host?.kind !== 'host')) return []
      if (gatewayOf(net, from) && gatewayOf(net, to)) return []
      return [
        {
          text: `${hosts[0]?.name} is in VLAN ${a} and ${hosts[1]?.name} in VLAN ${b}, and the flow ${id} runs between them.`,
          wayOut: 'Put both into one VLAN, or remove the flow.',
          at: [from, to],
          vendor: null,
          fix: { label: 'Remove the flow', edits: [{ type: 'remove-flows', flows: [id] } as const] },
          counterexample: {
            scenario: breaking(`${hosts[0]?.name} in another VLAN`, [], 30),
            story: `Everything is up, and ${hosts[0]?.name} and ${hosts[1]?.name} do not hear each other.`,
            shows: [{ what: 'unreachable', host: from, flow: id } as const],
          },
        },
      ]
    }),
}
