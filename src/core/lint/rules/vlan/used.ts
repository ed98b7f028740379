import { nativeOf, passed } from '../../vlans.ts'
import type { Rule } from '../../rule.ts'
import { bridgedThings } from '../../bridged.ts'

export const vlanUsed: Rule = {
  id: 'vlan/used',
  severity: 'info',
  title: 'Every VLAN of the list reaches a host or leaves a switch.',
  why: () =>
    'A VLAN that nothing uses is configured on every trunk all the same: it takes part in flooding and in every comparison of the peers.',
  source: { general: 'IEEE 802.1Q-2018, 8.8 (static VLAN registration)' },
  unplayable: 'Nothing fails by it: the VLAN is configured and unused.',
  check: (drawn) => {
    const carried = new Set(bridgedThings(drawn).flatMap(({ vlans }) => [...passed(vlans), nativeOf(vlans)]))
    return drawn.design.topology.vlans
      .filter(({ id }) => id !== 1 && !carried.has(id))
      .map(({ id, name }) => ({
        text: `VLAN ${id} (${name}) is on no cable.`,
        wayOut: 'Put it on the cables that need it, or remove it.',
        at: drawn.pairs.map(({ domain }) => domain.id),
        vendor: null,
        fix: { label: `Remove VLAN ${id}`, edits: [{ type: 'remove-vlan', id } as const] },
      }))
  },
}
