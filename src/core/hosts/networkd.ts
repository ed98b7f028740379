import { HOST_DEBOUNCE } from '../protocol/host/bonding.ts'
import { globals, layOut, type Block } from '../vendors/exporter.ts'
import { DEFAULT_MTU } from '../vendors/shared.ts'
import { hostHeading, withNotes, type HostFile, type HostFormat } from './hostFormat.ts'
import type { BondInterface, HostInterface, HostPlan } from './hostPlan.ts'

/** Source: systemd manual, systemd.netdev(5) and systemd.network(5). */
export const networkd: HostFormat = {
  id: 'networkd',
  title: 'systemd-networkd',
  apply: 'networkctl reload, or restart systemd-networkd.',
  files: (plan) =>
    withNotes(
      plan,
      plan.interfaces.flatMap((one) => [...interfaceFiles(plan, one), ...vlanFiles(plan, one)]),
    ),
}

function interfaceFiles(plan: HostPlan, one: HostInterface): readonly HostFile[] {
  if (one.kind === 'nic') return [file(plan, `30-${one.name}.network`, [match(one, [one.name]), ...network(one)])]
  return [
    file(plan, `25-${one.name}.netdev`, netdev(one)),
    file(plan, `30-${one.name}-members.network`, [
      match(one, one.members),
      globals(one.from, ['[Network]', `Bond=${one.name}`, 'LinkLocalAddressing=no']),
    ]),
    file(plan, `30-${one.name}.network`, [match(one, [one.name]), ...network(one)]),
  ]
}

function netdev(one: BondInterface): readonly Block[] {
  return [
    globals(one.from, ['[NetDev]', `Name=${one.name}`, 'Kind=bond', ...mtuBytes(one)]),
    globals(one.from, [
      '[Bond]',
      `Mode=${one.mode}`,
      `TransmitHashPolicy=${one.hash}`,
      `MIIMonitorSec=${HOST_DEBOUNCE.value}ms`,
      ...(one.mode === '802.3ad' ? [`LACPTransmitRate=${one.rate}`] : []),
      ...(one.minLinks === null ? [] : [`MinLinks=${one.minLinks}`]),
    ]),
  ]
}

function match({ from }: HostInterface, names: readonly string[]): Block {
  return globals(from, ['[Match]', `Name=${names.join(' ')}`])
}

/** What follows the match of an interface that is in no bond. */
function network(one: HostInterface): readonly Block[] {
  const mtu = one.kind === 'nic' ? mtuBytes(one) : []
  return [
    globals(one.from, mtu.length === 0 ? [] : ['[Link]', ...mtu]),
    globals(one.from, [
      '[Network]',
      one.address === null ? 'LinkLocalAddressing=no' : `Address=${one.address}`,
      ...(one.gateway === null ? [] : [`Gateway=${one.gateway}`]),
      ...one.vlans.map(({ name }) => `VLAN=${name}`),
    ]),
  ]
}

function vlanFiles(plan: HostPlan, { vlans, from }: HostInterface): readonly HostFile[] {
  return vlans.flatMap(({ id, name }) => [
    file(plan, `26-${name}.netdev`, [
      globals(from, ['[NetDev]', `Name=${name}`, 'Kind=vlan']),
      globals(from, ['[VLAN]', `Id=${id}`]),
    ]),
    file(plan, `31-${name}.network`, [
      globals(from, ['[Match]', `Name=${name}`]),
      globals(from, ['[Network]', 'LinkLocalAddressing=no']),
    ]),
  ])
}

function mtuBytes({ mtu }: HostInterface): readonly string[] {
  return mtu === DEFAULT_MTU ? [] : [`MTUBytes=${mtu}`]
}

function file(plan: HostPlan, name: string, blocks: readonly Block[]): HostFile {
  const lines = layOut([hostHeading(plan, 'systemd-networkd'), ...blocks], '')
  return { path: `etc/systemd/network/${name}`, lines }
}
