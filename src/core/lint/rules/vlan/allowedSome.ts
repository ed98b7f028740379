import { bridgedThings } from '../../bridged.ts'
import type { Rule } from '../../rule.ts'
import { flowsOf, hostOf } from '../../bonds.ts'
import { endsOf } from '../../drawn.ts'
import { breaking } from '../../steps.ts'

export const vlanAllowedSome: Rule = {
  id: 'vlan/allowed-some',
  severity: 'warning',
  title: 'Every trunk allows a VLAN.',
  why: () => 'A trunk that allows nothing has light, LACP and spanning tree, and carries not one frame of a host.',
  source: { general: 'IEEE 802.1Q-2018, 8.8 (VLAN registration)' },
  check: (drawn) =>
    bridgedThings(drawn).flatMap(({ id, vlans }) => {
      if (vlans.mode === 'access' || vlans.allowed.length > 0) return []
      const all = drawn.design.topology.vlans.map((vlan) => vlan.id)
      const wider = { ...vlans, allowed: all }
      const bond = drawn.design.topology.bonds.find((one) => one.id === id)
      const link = drawn.design.topology.links.find((one) => one.id === id)
      const host = bond
        ? hostOf(drawn, bond)
        : drawn.hosts.find((one) => link && endsOf(drawn.net, link).some((end) => end.id === one.id))
      return [
        {
          text: `The trunk ${id} allows no VLAN.`,
          wayOut: 'Allow the VLANs that are to cross it.',
          at: [id],
          vendor: null,
          ...(host === undefined || flowsOf(drawn, host.id).length === 0
            ? {}
            : {
                counterexample: {
                  scenario: breaking(`${host.name} behind a trunk for nothing`, [], 30),
                  story: `Everything is up, and no frame of ${host.name} gets through.`,
                  shows: [{ what: 'unreachable', host: host.id } as const],
                },
              }),
          ...(all.length === 0
            ? {}
            : {
                fix: {
                  label: 'Allow all VLANs of the design',
                  edits: [
                    ...(bond ? [{ type: 'set-bond', bond: bond.id, set: { vlans: wider } } as const] : []),
                    ...(link ? [{ type: 'set-link', link: link.id, set: { vlans: wider } } as const] : []),
                  ],
                },
              }),
        },
      ]
    }),
}
