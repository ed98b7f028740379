import type { PeerView } from '../../model/peerView.ts'
import type { Console } from '../show/console.ts'
import {
  hasKeepalive,
  isOn,
  isPreferred,
  keepaliveAddresses,
  millisecondsOf,
  mlagsOf,
  peerHeard,
  peerLinkOf,
  peerLegUp,
  rolePriorities,
  secondsOf,
  timerLeft,
  typeOneMismatch,
  type ShowContext,
  type ShowLag,
} from '../show/context.ts'
import { columns } from '../show/columns.ts'
import { macInThrees } from '../text.ts'
import { COMWARE_CONSISTENCY_COMMANDS } from './showConsistency.ts'
import { COMWARE_HISTORY_COMMANDS } from './showHistory.ts'
import { COMWARE_LINK_COMMANDS } from './showLinks.ts'
import { COMWARE_MEMBER_COMMANDS } from './showMembers.ts'
import { madDown, NOT_CONFIGURED, upWord } from './showWords.ts'

/**
 * First-aid commands of an M-LAG device. Lines whose value the simulation does not have are left out.
 * Source for the layouts: H3C Layer 2 LAN Switching Command Reference, M-LAG commands; H3C M-LAG configuration guide,
 * verification of its examples.
 */
export const h3cComwareConsole: Console = {
  prompt: (name) => `<${name}>`,
  unknown: '% Unrecognized command found.',
  ambiguous: '% Ambiguous command found.',
  pipes: ['include', 'exclude', 'begin'],
  commands: [
    { syntax: 'display m-lag summary', help: 'peer-link, keepalive and every M-LAG interface', print: summary },
    { syntax: 'display m-lag role', help: 'role and what decided it', print: role },
    { syntax: 'display m-lag keepalive', help: 'the keepalive between the devices', print: keepalive },
    { syntax: 'display m-lag system', help: 'the system that both announce, and timers', print: system },
    ...COMWARE_MEMBER_COMMANDS,
    ...COMWARE_CONSISTENCY_COMMANDS,
    ...COMWARE_HISTORY_COMMANDS,
    ...COMWARE_LINK_COMMANDS,
  ],
}

function summary(context: ShowContext): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  const link = peerLinkOf(context)
  const widths = [12, 12, 20, 11]
  return [
    'Flags: A -- Aggregate interface down, B -- No peer M-LAG interface configured',
    '       C -- Configuration consistency check failed',
    '',
    `Peer-link interface: ${link === null ? '-' : short(link)}`,
    `Peer-link interface state (cause): ${link === null ? '-' : link.view.operational ? 'UP' : 'DOWN (A)'}`,
    `Keepalive link state (cause): ${keepaliveState(context, 'UP', 'DOWN')}`,
    '',
    '               M-LAG interface information',
    columns(widths, ['M-LAG IF', 'M-LAG group', 'Local state (cause)', 'Peer state', 'Remaining down time(s)']),
    ...mlagsOf(context).map((member) =>
      columns(widths, [
        short(member),
        member.lag.channel,
        member.view.operational ? 'UP' : `DOWN (${causeOf(context, member)})`,
        legWord(peerLegUp(context, member.lag.channel)),
        timerLeft(context, 'member-restore') ?? '-',
      ]),
    ),
  ]
}

function causeOf(context: ShowContext, { lag }: ShowLag): 'A' | 'C' {
  const wrong = typeOneMismatch(context, lag.channel) ?? typeOneMismatch(context, 'domain')
  return wrong === null ? 'A' : 'C'
}

function role(context: ShowContext): readonly string[] {
  const { pair, device } = context
  if (pair === null) return NOT_CONFIGURED
  const other = peerHeard(context)
  const [own, peer] = rolePriorities(context)
  const widths = [25, 24]
  const row = (name: string, local: string | number, remote: string | number) =>
    columns(widths, [name, local, other === null ? '-' : remote])
  return [
    '                 Effective role information',
    columns(widths, ['Factors', 'Local', 'Peer']),
    row('Effective role', roleWord(pair.own), other === null ? '-' : roleWord(other)),
    row('MAD DOWN state', madDown(pair.own), other === null ? '-' : madDown(other)),
    row('Role priority', own, peer),
    row('Bridge MAC', macInThrees(device.mac), macInThrees(pair.peer.mac)),
  ]
}

function keepalive(context: ShowContext): readonly string[] {
  const { pair, now, profile } = context
  if (pair === null || !hasKeepalive(context)) return ['Keepalive is not configured.']
  const [source, destination] = keepaliveAddresses(context)
  const alive = pair.own.keepalive === 'alive'
  const since = Math.floor((now - (pair.inner?.keepaliveSince ?? now)) / 1_000_000)
  return [
    `Neighbor keepalive link status (cause): ${alive ? 'Up' : 'Down'}`,
    ...(alive ? [`Neighbor is alive for: ${since} s`] : []),
    'Keepalive packet transmission status:',
    '  Sent: Successful',
    `  Received: ${alive ? 'Successful' : 'Timed out'}`,
    ...((pair.inner?.keepaliveHeardAt ?? null) === null
      ? []
      : ['Last received keepalive packet information:', `  Source IP address: ${destination}`]),
    'Distribution keepalive parameters:',
    `  Destination IP address: ${destination}`,
    `  Source IP address: ${source}`,
    `  Keepalive UDP port: ${profile?.keepaliveUdpPort?.value ?? '-'}`,
    `  Keepalive VPN name: ${pair.domain.keepalive.vrf}`,
    `  Keepalive interval: ${millisecondsOf(context.runs, 'keepalive-interval-ms')} ms`,
    `  Keepalive timeout: ${secondsOf(context, 'keepalive-timeout-ms')} s`,
    `  Keepalive hold time: ${secondsOf(context, 'keepalive-window-ms')} s`,
  ]
}

function system(context: ShowContext): readonly string[] {
  const { pair, device } = context
  if (pair === null) return NOT_CONFIGURED
  const other = peerHeard(context)
  const first = isPreferred(context)
  const priority = millisecondsOf(context.runs, 'system-priority')
  const row = (name: string, local: string | number, remote: string | number) =>
    `${`Local ${name}: ${local}`.padEnd(38)}Peer ${name}: ${other === null ? 'N/A' : remote}`
  const timer = (name: string, on: boolean, value: number, running: string) =>
    columns([26, 10, 13], [name, on ? 'Enabled' : 'Disabled', on ? value : '-', timerLeft(context, running) ?? '-'])
  const mac = macInThrees(pair.domain.systemMac)
  return [
    '                     System information',
    row('system number', first ? 1 : 2, first ? 2 : 1),
    row('system MAC', mac, mac),
    row('system priority', priority, priority),
    row('bridge MAC', macInThrees(device.mac), macInThrees(pair.peer.mac)),
    row('effective role', roleWord(pair.own), other === null ? '' : roleWord(other)),
    '',
    '                     System timer information',
    columns([26, 10, 13], ['Timer', 'State', 'Value(s)', 'Remaining time(s)']),
    timer('Restore delay', true, secondsOf(context, 'member-restore-ms'), 'member-restore'),
    timer('Auto-recovery', isOn(context, 'solo-start'), secondsOf(context, 'solo-start-ms'), 'solo-start'),
  ]
}

function keepaliveState({ pair }: ShowContext, up: string, down: string): string {
  switch (pair?.own.keepalive) {
    case 'alive':
      return up
    case 'lost':
      return down
    case 'none':
    case undefined:
      return '-'
  }
}

function roleWord({ role: word }: PeerView): string {
  return word === 'primary' ? 'Primary' : word === 'secondary' ? 'Secondary' : 'None'
}

function legWord(up: boolean | null): string {
  return up === null ? '-' : upWord(up)
}

function short({ lag }: ShowLag): string {
  return `BAGG${lag.channel}`
}
