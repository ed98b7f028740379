import type { PeerView } from '../../model/runView.ts'
import type { Console } from '../show/console.ts'
import {
  differs,
  hasKeepalive,
  keepaliveAddresses,
  mlagsOf,
  peerHeard,
  peerLag,
  rolePriorities,
  timerLeft,
  type ShowContext,
  type ShowLag,
} from '../show/context.ts'
import { columns, fact } from '../show/columns.ts'
import { macInThrees, vlanLists } from '../text.ts'
import { VRP_LINK_COMMANDS } from './showLinks.ts'

/**
 * First-aid commands of an M-LAG device. Lines whose value the simulation does not have are left out.
 * Source for the layouts: Huawei CE6800 V300R023C00 Command Reference, M-LAG Configuration Commands; outputs in public
 * captures of CloudEngine switches.
 */
export const huaweiVrp8Console: Console = {
  prompt: (name) => `<${name}> `,
  unknown: 'Error: Unrecognized command found.',
  ambiguous: 'Error: Ambiguous command found.',
  commands: [
    { syntax: 'display dfs-group 1 m-lag', help: 'both devices of the DFS group', print: group },
    {
      syntax: 'display dfs-group 1 node <node> m-lag brief',
      help: 'every M-LAG member interface of one device',
      print: (context, [node]) => brief(context, Number(node)),
      values: ({ pair }) => (pair?.at === 1 ? ['2', '1'] : ['1', '2']),
    },
    { syntax: 'display dfs-group 1 heartbeat', help: 'the DAD heartbeat', print: heartbeat },
    { syntax: 'display dfs-group 1 m-lag up-delay', help: 'members that wait for their up-delay', print: upDelay },
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

function brief(context: ShowContext, wanted: number): readonly string[] {
  const { pair } = context
  if (pair === null) return NOT_CONFIGURED
  if (wanted !== 1 && wanted !== 2) return ['Error: The node does not exist.']
  const widths = [12, 14, 13, 21]
  const local = wanted - 1 === pair.at
  const rows = mlagsOf(context).flatMap((own) => {
    const peer = peerLag(context, own.lag.channel)
    const shown = local ? own : peer
    return shown === null ? [] : [{ shown, own, peer }]
  })
  const reasons = rows.map(({ own }) => reasonOf(context, own))
  const present = [...new Set(reasons.filter((reason) => reason !== null))].toSorted((a, b) => a - b)
  return [
    '* - Local node',
    '',
    columns(widths, ['M-Lag ID', 'Interface', 'Port State', 'Status', 'Consistency-check']),
    ...rows.map(({ shown, own, peer }, at) =>
      columns(widths, [
        String(shown.lag.channel).padStart(8),
        `Eth-Trunk ${shown.lag.channel}`,
        shown.view.operational ? 'Up' : 'Down',
        statusOf(context, own, peer),
        reasons[at] ?? '--',
      ]),
    ),
    ...(present.length === 0
      ? []
      : ['', 'Failed reason:', ...present.map((code) => `    ${code} -- ${REASONS[code]}`)]),
  ]
}

/** Node 1 before node 2, the local one marked. */
function statusOf({ pair }: ShowContext, own: ShowLag, peer: ShowLag | null): string {
  const word = (lag: ShowLag | null) => (lag?.view.operational === true ? 'active' : 'inactive')
  return pair?.at === 0 ? `${word(own)}(*)-${word(peer)}` : `${word(peer)}-${word(own)}(*)`
}

function reasonOf({ pair }: ShowContext, { lag }: ShowLag): number | null {
  const rows = pair?.inner?.adjacent === true ? pair.inner.compared.filter(differs) : []
  const names = rows.filter(({ scope }) => scope === lag.channel).map(({ name }) => name)
  if (names.includes('allowed VLANs') || names.includes('native VLAN') || names.includes('port mode')) return 1
  if (names.includes('LACP mode') || names.includes('mode')) return 4
  if (rows.some(({ name }) => name === 'LACP system')) return 7
  return null
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

function upDelay(context: ShowContext): readonly string[] {
  const left = timerLeft(context, 'member-restore')
  const held = (context.pair?.inner?.members ?? null) !== null
  return [
    'M-Lag ID    Interface       Port State      Error-Down        Recovery Countdown',
    RULE,
    ...mlagsOf(context).map(({ lag, view }) =>
      [
        String(lag.channel).padStart(8),
        `    ${`Eth-Trunk ${lag.channel}`.padEnd(16)}`,
        (view.operational ? 'Up' : 'Down').padEnd(16),
        (held ? 'Yes' : 'No').padEnd(18),
        String(left ?? '-').padStart(18),
      ].join(''),
    ),
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
        text === null ? '--' : name === 'LACP system' ? macInThrees(text) : type === 'vlans' ? vlanText(text) : text
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

const NOT_CONFIGURED = ['Error: The DFS group is not configured.']
const RULE = '-'.repeat(80)
const NAMES: Readonly<Record<string, string>> = {
  'allowed VLANs': 'VLAN',
  'LACP system': 'LACP M-LAG System-Id',
}
const REASONS: Readonly<Record<number, string>> = {
  1: 'VLANs of the port differ',
  4: 'LACP mode differs',
  7: 'LACP system ID differs',
}
