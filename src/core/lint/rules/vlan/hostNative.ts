import type { Edit } from '../../../model/edits.ts'
import type { VlanMembership } from '../../../model/topology.ts'
import { endsOf, isSwitch } from '../../drawn.ts'
import { flowsOf, hostOf, vendorOfBond } from '../../bonds.ts'
import type { Rule } from '../../rule.ts'
import { starting } from '../../steps.ts'

export const vlanHostNative: Rule = {
  id: 'vlan/host-native',
  severity: 'warning',
  title: 'A trunk to a host lets its untagged frames in.',
  why: () =>
    'Untagged frames belong to the native VLAN. A trunk that does not allow that VLAN drops them: a host that does not tag, and every host in the simulation is one, is deaf and mute on a lit port.',
  source: { general: 'IEEE 802.1Q-2018, 6.9 (PVID and ingress filtering)' },
  check: (drawn) => {
    const { net, design } = drawn
    const bonds = drawn.bonds.map((bond) => ({
      thing: bond,
      host: hostOf(drawn, bond),
      vendor: vendorOfBond(net, bond),
      edit: (vlans: VlanMembership): Edit => ({ type: 'set-bond', bond: bond.id, set: { vlans } }),
    }))
    const cables = design.topology.links
      .filter((link) => link.use === 'data' && !net.bondOf.has(link.id))
      .map((link) => ({
        thing: link,
        host: endsOf(net, link).find(({ kind }) => kind === 'host'),
        vendor: endsOf(net, link).find(isSwitch)?.vendor ?? null,
        edit: (vlans: VlanMembership): Edit => ({ type: 'set-link', link: link.id, set: { vlans } }),
      }))
    return [...bonds, ...cables].flatMap(({ thing, host, vendor, edit }) => {
      const { vlans } = thing
      if (host === undefined || vlans.mode === 'access' || vlans.allowed.includes(vlans.native)) return []
      // The platform lets them in whatever is drawn.
      if (vendor !== null && drawn.profiles[vendor]?.trunksCarryMore !== undefined) return []
      const home = vlans.allowed[0] ?? vlans.native
      return [
        {
          text: `The trunk to ${host.name} does not allow its native VLAN ${vlans.native}.`,
          wayOut: 'Allow the native VLAN, or make the port an access port of the host’s VLAN.',
          at: [thing.id, host.id],
          vendor: null,
          fix: {
            label: `Make it an access port of VLAN ${home}`,
            edits: [edit({ mode: 'access', vlan: home })],
          },
          ...(flowsOf(drawn, host.id).length > 0
            ? {
                counterexample: {
                  scenario: starting(`${host.name} without its VLAN`, 60),
                  story: `Everything is up, and no frame of ${host.name} gets through.`,
                  shows: [{ what: 'unreachable', host: host.id } as const],
                },
              }
            : {}),
        },
      ]
    })
  },
}
