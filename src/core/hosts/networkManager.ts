import { HOST_DEBOUNCE } from '../protocol/host/bonding.ts'
import type { DrawnId } from '../vendors/exporter.ts'
import { globals, layOut, type Block } from '../vendors/exporter.ts'
import { DEFAULT_MTU } from '../vendors/shared.ts'
import { hostHeading, withNotes, type HostFile, type HostFormat } from './hostFormat.ts'
import type { BondInterface, HostInterface, HostPlan } from './hostPlan.ts'

/**
 * Keyfiles of NetworkManager. Members are told with `master` and `slave-type`, which every version reads;
 * `controller` and `port-type` came later.
 * Source: NetworkManager documentation, nm-settings-keyfile(5), settings connection, bond, vlan, ipv4.
 */
export const networkManager: HostFormat = {
  id: 'networkmanager',
  title: 'NetworkManager',
  apply: 'nmcli connection reload; files must be readable by root only (chmod 600).',
  files: (plan) =>
    withNotes(
      plan,
      plan.interfaces.flatMap((one) => [...interfaceFiles(plan, one), ...vlanFiles(plan, one)]),
    ),
}

function interfaceFiles(plan: HostPlan, one: HostInterface): readonly HostFile[] {
  if (one.kind === 'nic') {
    return [file(plan, one.name, [connection(one.from, one.name, 'ethernet'), ...ethernet(one), ...addresses(one)])]
  }
  return [
    file(plan, one.name, [connection(one.from, one.name, 'bond'), bond(one), ...ethernet(one), ...addresses(one)]),
    ...one.members.map((member) =>
      file(plan, `${one.name}-${member}`, [
        globals(one.from, [
          '[connection]',
          `id=${one.name}-${member}`,
          'type=ethernet',
          `interface-name=${member}`,
          `master=${one.name}`,
          'slave-type=bond',
        ]),
        ...ethernet(one),
      ]),
    ),
  ]
}

function connection(from: DrawnId, name: string, type: string): Block {
  return globals(from, ['[connection]', `id=${name}`, `type=${type}`, `interface-name=${name}`])
}

function bond(one: BondInterface): Block {
  return globals(one.from, [
    '[bond]',
    `mode=${one.mode}`,
    `miimon=${HOST_DEBOUNCE.value}`,
    ...(one.mode === '802.3ad' ? [`lacp_rate=${one.rate}`] : []),
    `xmit_hash_policy=${one.hash}`,
    ...(one.minLinks === null ? [] : [`min_links=${one.minLinks}`]),
  ])
}

function ethernet({ mtu, from }: HostInterface): readonly Block[] {
  return mtu === DEFAULT_MTU ? [] : [globals(from, ['[ethernet]', `mtu=${mtu}`])]
}

function addresses({ address, gateway, from }: HostInterface): readonly Block[] {
  if (address === null) return withoutAddress(from)
  return [
    globals(from, [
      '[ipv4]',
      'method=manual',
      // The form in which NetworkManager itself writes the way out, see nm-settings-keyfile(5).
      `address1=${address}${gateway === null ? '' : `,${gateway}`}`,
    ]),
  ]
}

/** Otherwise it would ask for one. */
function withoutAddress(from: DrawnId): readonly Block[] {
  return [globals(from, ['[ipv4]', 'method=disabled']), globals(from, ['[ipv6]', 'method=disabled'])]
}

function vlanFiles(plan: HostPlan, { name: parent, vlans, from }: HostInterface): readonly HostFile[] {
  return vlans.map(({ id, name }) =>
    file(plan, name, [
      connection(from, name, 'vlan'),
      globals(from, ['[vlan]', `id=${id}`, `parent=${parent}`]),
      ...withoutAddress(from),
    ]),
  )
}

function file(plan: HostPlan, name: string, blocks: readonly Block[]): HostFile {
  const lines = layOut([hostHeading(plan, 'NetworkManager keyfile'), ...blocks], '')
  return { path: `etc/NetworkManager/system-connections/${name}.nmconnection`, lines }
}
