import { HOST_DEBOUNCE } from '../protocol/host/bonding.ts'
import type { DrawnId } from '../vendors/exporter.ts'
import { block, layOut, type Block } from '../vendors/exporter.ts'
import { DEFAULT_MTU } from '../vendors/shared.ts'
import { hostHeading, hostNoteLines, type HostFormat } from './hostFormat.ts'
import type { BondInterface, HostInterface } from './hostPlan.ts'

/** Source: ifupdown2, `ifquery --syntax-help`: attributes of the modules bond, vlan, address. */
export const ifupdown2: HostFormat = {
  id: 'ifupdown2',
  title: 'ifupdown2',
  apply: 'ifreload -a; /etc/network/interfaces must source the folder interfaces.d.',
  files: (plan) => [
    {
      path: 'etc/network/interfaces.d/mlag-studio',
      lines: layOut(
        [[...hostHeading(plan, 'ifupdown2'), ...hostNoteLines(plan)], ...plan.interfaces.flatMap(stanzas)],
        '',
      ),
    },
  ],
}

function stanzas(one: HostInterface): readonly Block[] {
  const members = one.kind === 'bond' ? one.members.map((name) => stanza(one.from, name, [])) : []
  const vlans = one.vlans.map(({ id, name }) =>
    stanza(one.from, name, name === `${one.name}.${id}` ? [] : [`vlan-raw-device ${one.name}`, `vlan-id ${id}`]),
  )
  return [...members, stanza(one.from, one.name, [...common(one), ...(one.kind === 'bond' ? bond(one) : [])]), ...vlans]
}

function stanza(from: DrawnId, name: string, body: readonly string[]): Block {
  return [{ text: `auto ${name}`, from }, ...block('    ', from, `iface ${name}`, body)]
}

function common({ address, gateway, mtu }: HostInterface): readonly string[] {
  const route = gateway === null ? [] : [`gateway ${gateway}`]
  return [...(address === null ? [] : [`address ${address}`]), ...route, ...(mtu === DEFAULT_MTU ? [] : [`mtu ${mtu}`])]
}

function bond(one: BondInterface): readonly string[] {
  return [
    `bond-slaves ${one.members.join(' ')}`,
    `bond-mode ${one.mode}`,
    `bond-miimon ${HOST_DEBOUNCE.value}`,
    ...(one.mode === '802.3ad' ? [`bond-lacp-rate ${one.rate}`] : []),
    `bond-xmit-hash-policy ${one.hash}`,
    ...(one.minLinks === null ? [] : [`bond-min-links ${one.minLinks}`]),
  ]
}
