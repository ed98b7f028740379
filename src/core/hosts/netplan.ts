import { HOST_DEBOUNCE } from '../protocol/host/bonding.ts'
import { block, type Block } from '../vendors/exporter.ts'
import { DEFAULT_MTU } from '../vendors/shared.ts'
import { hostHeading, hostNoteLines, type HostFormat } from './hostFormat.ts'
import type { BondInterface, HostInterface, HostPlan } from './hostPlan.ts'

/** Source: Netplan documentation, "YAML configuration": ethernets, bonds with `parameters`, vlans. */
export const netplan: HostFormat = {
  id: 'netplan',
  title: 'Netplan',
  apply: 'netplan apply; files must be readable by root only (chmod 600).',
  files: (plan) => [
    {
      path: 'etc/netplan/60-mlag-studio.yaml',
      lines: [
        ...hostHeading(plan, 'Netplan'),
        ...hostNoteLines(plan),
        { text: 'network:', from: null },
        { text: '  version: 2', from: null },
        { text: '  renderer: networkd', from: null },
        ...section('ethernets', ethernets(plan)),
        ...section(
          'bonds',
          plan.interfaces.flatMap((one) => (one.kind === 'bond' ? [bond(one)] : [])),
        ),
        ...section('vlans', plan.interfaces.flatMap(vlans)),
      ],
    },
  ],
}

function section(name: string, entries: readonly Block[]): Block {
  return entries.length === 0 ? [] : [{ text: `  ${name}:`, from: null }, ...entries.flat()]
}

function ethernets({ interfaces }: HostPlan): readonly Block[] {
  return interfaces.flatMap((one) =>
    one.kind === 'nic'
      ? [block('      ', one.from, `    ${scalar(one.name)}:`, ['dhcp4: false', ...common(one)])]
      : one.members.map((name) => block('      ', one.from, `    ${scalar(name)}:`, ['dhcp4: false'])),
  )
}

function bond(one: BondInterface): Block {
  return block('      ', one.from, `    ${one.name}:`, [
    `interfaces: [${one.members.map(scalar).join(', ')}]`,
    ...common(one),
    'parameters:',
    `  mode: ${one.mode}`,
    ...(one.mode === '802.3ad' ? [`  lacp-rate: ${one.rate}`] : []),
    `  mii-monitor-interval: ${HOST_DEBOUNCE.value}`,
    `  transmit-hash-policy: ${one.hash}`,
    ...(one.minLinks === null ? [] : [`  min-links: ${one.minLinks}`]),
  ])
}

function common({ address, gateway, mtu }: HostInterface): readonly string[] {
  const route = gateway === null ? [] : ['routes:', '  - to: default', `    via: ${gateway}`]
  return [
    ...(address === null ? [] : [`addresses: [${address}]`]),
    ...route,
    ...(mtu === DEFAULT_MTU ? [] : [`mtu: ${mtu}`]),
  ]
}

function vlans({ name: parent, vlans, from }: HostInterface): readonly Block[] {
  return vlans.map(({ id, name }) =>
    block('      ', from, `    ${scalar(name)}:`, [`id: ${id}`, `link: ${scalar(parent)}`]),
  )
}

/** An interface name as YAML: quoted where it would be read as a number, a truth value or nothing. */
function scalar(name: string): string {
  const plain = /^[A-Za-z][A-Za-z0-9._-]*$/.test(name) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(name)
  return plain ? name : `"${name}"`
}
