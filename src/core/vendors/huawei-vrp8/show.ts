import type { PeerView } from '../../model/peerView.ts'
import type { Console } from '../show/console.ts'
import {
  hasKeepalive,
  keepaliveAddresses,
  mlagsOf,
  peerHeard,
  rolePriorities,
  type ShowContext,
} from '../show/context.ts'
import { columns, fact } from '../show/columns.ts'
import { macInThrees, vlanLists } from '../text.ts'
import { VRP_HISTORY_COMMANDS } from './showHistory.ts'
import { VRP_LINK_COMMANDS } from './showLinks.ts'
import { NOT_CONFIGURED, RULE, VRP_MEMBER_COMMANDS } from './showMembers.ts'

/**
 * First-aid commands of an M-LAG device. Lines whose value the simulation does not have are left out.
 * Source for the layouts: Huawei CE6800 V300R023C00 Command Reference, M-LAG Configuration Commands; outputs in public
 * captures of CloudEngine switches.
 */
export const huaweiVrp8Console: Console = {
  prompt: (name) => `<${name}> `,
  unknown: 'Error: Unrecognized command found.',
  ambiguous: 'Error: Ambiguous command found.',
  pipes: ['include', 'exclude', 'begin', 'count'],
  commands: [
    { syntax: 'display dfs-group 1 m-lag', help: 'both devices of the DFS group', print: group },
    ...VRP_MEMBER_COMMANDS,
    { syntax: 'display dfs-group 1 heartbeat', help: 'the DAD heartbeat', print: heartbeat },
    {
      syntax: 'display dfs-group consistency-check global',
      help: 'parameters of the pair, here and at the peer',
      print: (context) => consistency(context, 'domain'),
    },
    {
      syntax: 'display dfs-group consistency-check interface m-lag <id>',
      help: 'parameters of one M-LAG, here and at the peer',
      print: (context, [id]) => consistency(context, Number(id)),
      values: (context) => mlagsOf(context).map(({ lag }) => String(lag.channel)),
    },
    ...VRP_HISTORY_COMMANDS,
    ...VRP_LINK_COMMANDS,
  ],
}

function group(context: ShowContext): readonly string[] {
  const { pair, device } = context
  if (pair === null) return NOT_CONFIGURED
  const other = peerHeard(context)
  const [ownPriority, peerPriority] = rolePriorities(context)
  const [ownAddress, peerAddress] = keepaliveAddresses(context)
  const address = (value: string) =>
    hasKeepalive(context) ? [node('Dual-active Address', value), node('VPN-Instance', pair.domain.keepalive.vrf)] : []
  const own = [
    node('Dfs-Group ID', 1),
    node('Priority', ownPriority),
    ...address(ownAddress),
    node('State', roleWord(pair.own)),
    node('System ID', macInThrees(device.mac)),
    node('SysName', device.name),
  ]
  const peer =
    other === null
      ? [node('Dfs-Group ID', '-'), node('State', '-')]
      : [
          node('Dfs-Group ID', 1),
          node('Priority', peerPriority),
          ...address(peerAddress),
          node('State', roleWord(other)),
          node('System ID', macInThrees(pair.peer.mac)),
          node('SysName', pair.peer.name),
        ]
  const nodes = pair.at === 0 ? [own, peer] : [peer, own]
  return [
    fact(22, '*', 'Local node'),
    ...(hasKeepalive(context) ? [fact(22, 'Heart beat state', beats(context))] : []),
    ...nodes.flatMap((lines, at) => [`Node ${at + 1}${at === pair.at ? ' *' : ''}`, ...lines]),
  ]
}

function heartbeat(context: ShowContext): readonly string[] {
  const { pair, device, profile } = context
  if (pair === null) return NOT_CONFIGURED
  if (!hasKeepalive(context)) return ['Error: Dual-active detection is not configured.']
  const alive = pair.own.keepalive === 'alive'
  const [ownPriority, peerPriority] = rolePriorities(context)
  const [ownAddress, peerAddress] = keepaliveAddresses(context)
  const other = pair.view.views[pair.at === 0 ? 1 : 0]
  const side = (priority: number, address: string, mac: string, view: PeerView) => [
    node('Dfs-Group ID', 1),
    node('Priority', priority),
    node('Udp port', profile?.keepaliveUdpPort?.value ?? '-'),
    node('Dual-active Address', address),
    node('VPN-Instance', pair.domain.keepalive.vrf),
    node('System ID', macInThrees(mac)),
    node('Heart beat state', alive ? roleWord(view) : '--'),
  ]
  return [
    RULE,
    fact(22, 'Heart beat status', alive ? 'OK' : 'Lost'),
    'Local:',
    ...side(ownPriority, ownAddress, device.mac, pair.own),
    'Peer:',
    ...(alive
      ? side(peerPriority, peerAddress, pair.peer.mac, other)
      : [node('Dual-active Address', peerAddress), node('Heart beat state', '--')]),
    RULE,
  ]
}

function consistency({ pair, profile }: ShowContext, scope: 'domain' | number): readonly string[] {
  // The number of a DFS group is always 1, so it is none of the lines.
  const rows = pair?.inner?.compared.filter((row) => row.scope === scope && row.name !== profile?.words.domain) ?? []
  const heard = pair?.inner?.adjacent === true
  const widths = [23, 6, 25]
  const line = '-'.repeat(83)
  if (rows.length === 0) return scope === 'domain' ? NOT_CONFIGURED : ['Error: The M-LAG does not exist.']
  return [
    line,
    columns(widths, ['Configuration', 'Type', 'Local value', 'Peer value']),
    line,
    ...rows.map(({ name, type, own, peer }) => {
      const value = (text: string | null) =>
        text === null
          ? '--'
          : name === 'LACP system'
            ? macInThrees(text)
            : type === 'vlans' || name === 'VLAN interfaces'
              ? vlanText(text)
              : (VALUES[name]?.[text] ?? text)
      return columns(widths, [
        NAMES[name] ?? name,
        `   ${type === 'vlans' ? 2 : type}`,
        value(own),
        value(heard ? peer : null),
      ])
    }),
    line,
  ]
}

function vlanText(list: string): string {
  return list === '' ? '--' : vlanLists(list.split(',').map(Number)).join(',')
}

function beats({ pair }: ShowContext): string {
  return pair?.own.keepalive === 'alive' ? 'OK' : 'Lost'
}

function roleWord({ role }: PeerView): string {
  return role === 'primary' ? 'Master' : role === 'secondary' ? 'Backup' : '-'
}

function node(name: string, value: string | number): string {
  return `  ${fact(20, name, value)}`
}

const NAMES: Readonly<Record<string, string>> = {
  'allowed VLANs': 'VLAN',
  'LACP system': 'LACP M-LAG System-Id',
  'LACP system priority': 'LACP M-LAG Priority',
  VLANs: 'VLAN',
  mode: 'Work mode',
  'port mode': 'Link-type',
  'native VLAN': 'PVID',
  'LACP mode': 'LACP Mode',
  'STP mode': 'STP Mode',
  'STP guard': 'STP Root-protection',
  'STP edge': 'STP Edged-port',
  'VLAN interfaces': 'VLANIF',
  'gateway addresses': 'VLANIF(IPV4)',
  'MAC ageing': 'MAC aging-time',
}
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'STP mode': { rapid: 'RSTP', mst: 'MSTP', off: 'Disable' },
  'STP guard': { root: 'Enable', none: 'Disable', bpdu: 'Disable' },
  'STP edge': { on: 'Enable', off: 'Disable' },
}
