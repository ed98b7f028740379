import type { Console, ShowCommand } from '../show/console.ts'
import {
  activeVlans,
  differs,
  isOn,
  keepaliveAddresses,
  millisecondsOf,
  mlagsOf,
  peerLegUp,
  peerLinkOf,
  portVlans,
  rolePriorities,
  secondsOf,
  typeOneMismatch,
  type ShowContext,
  type ShowLag,
} from '../show/context.ts'
import { columns, fact } from '../show/columns.ts'
import { vlanLists } from '../text.ts'
import { consistency, consistencyOfVlans } from './showConsistency.ts'
import { NXOS_LINK_COMMANDS } from './showLinks.ts'
import { NXOS_MORE_COMMANDS } from './showMore.ts'
import { peerStatus, keepaliveStatus, roleWords, timerText, soloText, ago } from './showWords.ts'

/**
 * First-aid commands of a vPC peer. Lines whose value the simulation does not have are left out.
 * Source for the layouts: Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, "Configuring vPCs"; Cisco NX-OS
 * command references; outputs recorded by netenglabs/suzieq and in Cisco Genie parsers.
 */
export const ciscoNxosConsole: Console = {
  prompt: (name) => `${name}# `,
  unknown: '% Invalid command',
  ambiguous: '% Ambiguous command',
  pipes: ['include', 'exclude', 'begin', 'section', 'count', 'grep', 'egrep', 'head', 'last', 'no-more'],
  commands: [
    { syntax: 'show vpc', help: 'the pair, its peer-link and every vPC', print: vpc },
    { syntax: 'show vpc brief', help: 'the same', print: vpc },
    { syntax: 'show vpc role', help: 'role, priorities and system MACs', print: role },
    { syntax: 'show vpc peer-keepalive', help: 'keepalive between the peers', print: peerKeepalive },
    {
      syntax: 'show vpc consistency-parameters global',
      help: 'parameters of the pair, here and at the peer',
      print: (context) => consistency(context, 'domain'),
    },
    {
      syntax: 'show vpc consistency-parameters vpc <id>',
      help: 'parameters of one vPC, here and at the peer',
      print: (context, [id]) => consistency(context, Number(id)),
      values: (context) => mlagsOf(context).map(({ lag }) => String(lag.channel)),
    },
    {
      syntax: 'show vpc consistency-parameters interface port-channel <number>',
      help: 'the same by its port-channel',
      print: (context, [number]) => consistency(context, Number(number)),
      values: (context) => mlagsOf(context).map(({ lag }) => String(lag.channel)),
    },
    {
      syntax: 'show vpc consistency-parameters vlans',
      help: 'what lets which VLANs pass',
      print: consistencyOfVlans,
    },
    { syntax: 'show vpc orphan-ports', help: 'single-homed ports', print: orphanPorts },
    ...NXOS_LINK_COMMANDS,
    ...NXOS_MORE_COMMANDS,
  ] satisfies readonly ShowCommand[],
}

function vpc(context: ShowContext): readonly string[] {
  const { pair } = context
  const members = mlagsOf(context)
  const lines = pair === null ? notConfigured() : status(context)
  return [
    'Legend:',
    '                (*) - local vPC is down, forwarding via vPC peer-link',
    '',
    ...lines,
    ...(pair === null ? [] : [...peerLinkTable(context), ...vpcTable(context, members)]),
  ]
}

function notConfigured(): readonly string[] {
  return [
    fact(WIDE, 'vPC domain id', 'Not configured'),
    fact(WIDE, 'Peer status', 'peer link not configured'),
    fact(WIDE, 'vPC role', 'none established'),
  ]
}

function status(context: ShowContext): readonly string[] {
  const { pair } = context
  const wrong = typeOneMismatch(context, 'domain')
  const vlans = pair?.inner?.compared.filter((row) => row.type === 'vlans' && differs(row)) ?? []
  const typeTwo = pair?.inner?.compared.filter((row) => row.type === '2' && differs(row)) ?? []
  const heard = pair?.inner?.adjacent === true
  const delay = (name: string, timer: string, seconds: number) => fact(WIDE, name, timerText(context, timer, seconds))
  const solo = secondsOf(context, 'solo-start-ms')
  const graceful = context.runs?.choices['on-type-1-mismatch'].value === 'secondary-suspends'
  return [
    fact(WIDE, 'vPC domain id', pair?.domain.number ?? ''),
    fact(WIDE, 'Peer status', peerStatus(context)),
    fact(WIDE, 'vPC keep-alive status', keepaliveStatus(context)),
    fact(WIDE, 'Configuration consistency status', wrong === null ? 'success' : 'failed'),
    ...(wrong === null
      ? []
      : [
          fact(
            WIDE,
            'Configuration inconsistency reason',
            `${wrong.name}: ${wrong.own ?? '-'}, peer ${wrong.peer ?? '-'}`,
          ),
        ]),
    fact(WIDE, 'Per-vlan consistency status', heard && vlans.length > 0 ? 'failed' : 'success'),
    fact(WIDE, 'Type-2 consistency status', heard && typeTwo.length > 0 ? 'failed' : 'success'),
    fact(WIDE, 'vPC role', roleWords(context)),
    fact(WIDE, 'Number of vPCs configured', mlagsOf(context).length),
    fact(WIDE, 'Peer Gateway', isOn(context, 'peer-gateway') ? 'Enabled' : 'Disabled'),
    fact(WIDE, 'Graceful Consistency Check', graceful ? 'Enabled' : 'Disabled'),
    fact(WIDE, 'Auto-recovery status', soloText(context, solo)),
    delay('Delay-restore status', 'member-restore', secondsOf(context, 'member-restore-ms')),
    delay('Delay-restore SVI status', 'gateway-restore', secondsOf(context, 'gateway-restore-ms')),
    delay('Delay-restore Orphan-port status', 'orphan-restore', secondsOf(context, 'orphan-restore-ms')),
  ]
}

function peerLinkTable(context: ShowContext): readonly string[] {
  const link = peerLinkOf(context)
  const widths = [5, 6, 6]
  return [
    '',
    'vPC Peer-link status',
    '-'.repeat(69),
    columns(widths, ['id', 'Port', 'Status', 'Active vlans']),
    columns(widths, ['--', '----', '------', '-'.repeat(49)]),
    ...(link === null
      ? []
      : [columns(widths, ['1', short(link), upDown(link.view.operational), vlanText(activeVlans(context, link))])]),
  ]
}

function vpcTable(context: ShowContext, members: readonly ShowLag[]): readonly string[] {
  const widths = [5, 13, 6, 11, 22]
  return [
    '',
    'vPC status',
    '-'.repeat(76),
    columns(widths, ['Id', 'Port', 'Status', 'Consistency', 'Reason', 'Active vlans']),
    columns(widths, ['--', '------------', '------', '-----------', '------', '---------------']),
    ...members.map((member) => {
      const { lag, view } = member
      const wrong = typeOneMismatch(context, lag.channel) ?? typeOneMismatch(context, 'domain')
      const over = !view.operational && peerLegUp(context, lag.channel) === true
      return columns(widths, [
        lag.channel,
        short(member),
        `${upDown(view.operational)}${over ? '*' : ''}`,
        wrong === null ? 'success' : 'failed',
        wrong === null ? 'success' : `${wrong.name} differs`,
        vlanText(activeVlans(context, member)),
      ])
    }),
  ]
}

function role(context: ShowContext): readonly string[] {
  const { pair, device } = context
  if (pair === null) return notConfigured()
  const [own, peer] = rolePriorities(context)
  return [
    'vPC Role status',
    '-'.repeat(52),
    fact(ROLE, 'vPC role', roleWords(context)),
    fact(ROLE, 'Dual Active Detection Status', 0),
    fact(ROLE, 'vPC system-mac', pair.inner?.systemId ?? '-'),
    fact(ROLE, 'vPC system-priority', millisecondsOf(context.runs, 'system-priority')),
    fact(ROLE, 'vPC local system-mac', device.mac),
    fact(ROLE, 'vPC local role-priority', own),
    fact(ROLE, 'vPC local config role-priority', own),
    ...(pair.inner?.adjacent === true
      ? [
          fact(ROLE, 'vPC peer system-mac', pair.peer.mac),
          fact(ROLE, 'vPC peer role-priority', peer),
          fact(ROLE, 'vPC peer config role-priority', peer),
        ]
      : []),
  ]
}

function peerKeepalive(context: ShowContext): readonly string[] {
  const { pair, now, keepalivePort } = context
  const inner = pair?.inner
  if (pair === null || inner === null || inner === undefined || pair.own.keepalive === 'none') {
    return [fact(WIDE, 'vPC keep-alive status', keepaliveStatus(context))]
  }
  const port = keepalivePort === null ? '-' : shortName(keepalivePort.name)
  const alive = pair.own.keepalive === 'alive'
  const [, destination] = keepaliveAddresses(context)
  const heard = inner.keepaliveHeardAt
  return [
    fact(KEEPALIVE, 'vPC keep-alive status', keepaliveStatus(context)),
    ...(alive ? [fact(KEEPALIVE, '--Peer is alive for', ago(now - inner.keepaliveSince))] : []),
    fact(KEEPALIVE, '--Send status', 'Success'),
    fact(KEEPALIVE, '--Sent on interface', port),
    fact(KEEPALIVE, '--Receive status', alive ? 'Success' : 'Failed'),
    ...(heard === null
      ? []
      : [
          fact(KEEPALIVE, '--Received on interface', port),
          fact(KEEPALIVE, '--Last update from peer', ago(now - heard)),
        ]),
    '',
    'vPC Keep-alive parameters',
    fact(KEEPALIVE, '--Destination', destination),
    fact(KEEPALIVE, '--Keepalive interval', `${millisecondsOf(context.runs, 'keepalive-interval-ms')} msec`),
    fact(KEEPALIVE, '--Keepalive timeout', `${secondsOf(context, 'keepalive-timeout-ms')} seconds`),
    fact(KEEPALIVE, '--Keepalive hold timeout', `${secondsOf(context, 'keepalive-hold-ms')} seconds`),
    fact(KEEPALIVE, '--Keepalive vrf', pair.domain.keepalive.vrf),
    fact(KEEPALIVE, '--Keepalive udp port', context.profile?.keepaliveUdpPort?.value ?? '-'),
  ]
}

function orphanPorts(context: ShowContext): readonly string[] {
  const byVlan = new Map<number, string[]>()
  for (const orphan of context.orphans) {
    for (const vlan of portVlans(context, orphan)) {
      byVlan.set(vlan, [...(byVlan.get(vlan) ?? []), shortName(orphan.port.name)])
    }
  }
  return [
    'Note:',
    '--------::Going through port database. Please be patient.::--------',
    '',
    columns([14, 0], ['VLAN', 'Orphan Ports']),
    columns([14, 0], ['-------', '-'.repeat(25)]),
    ...[...byVlan].toSorted(([a], [b]) => a - b).map(([vlan, ports]) => columns([14, 0], [vlan, ports.join(', ')])),
  ]
}

function short({ lag }: ShowLag): string {
  return `Po${lag.channel}`
}

function shortName(name: string): string {
  return name.replace(/^Ethernet/, 'Eth')
}

function upDown(up: boolean): string {
  return up ? 'up' : 'down'
}

function vlanText(vlans: readonly number[]): string {
  return vlans.length === 0 ? '-' : vlanLists(vlans).join(',')
}

const WIDE = 34
const ROLE = 32
const KEEPALIVE = 34
