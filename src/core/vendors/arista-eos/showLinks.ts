import { has, hex } from '../show/columns.ts'
import type { ShowCommand } from '../show/console.ts'
import {
  channelsOf,
  lacpMembers,
  lagsNumbered,
  peerLegUp,
  type LacpMember,
  type ShowContext,
  type ShowLag,
  type ShowMember,
} from '../show/context.ts'
import type { LacpIdentity } from '../../model/protocolView.ts'

/** Port-channels and LACP of an EOS switch. Source: Arista EOS User Manual, "Port Channels and LACP". */
export const EOS_LINK_COMMANDS: readonly ShowCommand[] = [
  { syntax: 'show port-channel summary', help: 'port-channels and their members', print: summary },
  { syntax: 'show port-channel dense', help: 'the same', print: summary },
  { syntax: 'show lacp peer', help: 'LACP partners of every port-channel', print: (c) => partners(c.lags) },
  {
    syntax: 'show lacp <number> peer',
    help: 'LACP partners of one port-channel',
    print: (context, [number]) => partners(lagsNumbered(context, number)),
    values: channelsOf,
  },
  { syntax: 'show lacp interface', help: 'LACP of every port, here and at its partner', print: lacpInterfaces },
  {
    syntax: 'show port-channel <number> detailed',
    help: 'ports of one port-channel, those of the MLAG peer too',
    print: (context, [number]) => lagsNumbered(context, number).flatMap((lag) => detailed(context, lag)),
    values: channelsOf,
  },
  { syntax: 'show lacp counters', help: 'LACPDUs sent and received', print: counters },
]

function summary(context: ShowContext): readonly string[] {
  const { lags } = context
  return [
    'Flags',
    `${'-'.repeat(26)} ${'-'.repeat(25)} ${'-'.repeat(25)}`,
    '   a - LACP Active            p - LACP Passive           * - static fallback',
    '   F - Fallback enabled       f - Fallback configured    ^ - individual fallback',
    '   U - In Use                 D - Down',
    '   + - In-Sync                - - Out-of-Sync            i - incompatible with agg',
    '   P - bundled in Po          s - suspended              G - Aggregable',
    '   I - Individual             S - ShortTimeout           w - wait for agg',
    '',
    `Number of channels in use: ${lags.filter(({ view }) => view.operational).length}`,
    `Number of aggregators: ${lags.filter(({ view }) => view.mode !== 'static').length}`,
    '',
    '   Port-Channel          Protocol    Ports',
    `${'-'.repeat(18)} ${'-'.repeat(16)} ${'-'.repeat(35)}`,
    ...lags.map((lag) => summaryRow(context, lag)),
  ]
}

/** The peer's ports of an MLAG bond stand behind the own ones, with a P before their name. */
function summaryRow(context: ShowContext, { lag, view, members }: ShowLag): string {
  const { net, pair } = context
  const own = members.map((member) => `${short(member)}(${flags(member, view.distributing.includes(member.port.id))})`)
  const theirs =
    lag.role === 'mlag' && peerLegUp(context, lag.channel) === true
      ? (net.lagsOf.get(pair?.peer.id ?? lag.device) ?? [])
          .filter(({ bond }) => bond.id === lag.bond.id)
          .flatMap(({ ports }) => ports.map(({ name }) => `P${name.replace(/^Ethernet/, 'Et')}(P)`))
      : []
  const protocol = view.mode === 'static' ? 'Static' : `LACP(${view.mode === 'active' ? 'a' : 'p'})`
  const name = `   Po${lag.channel}(${view.operational ? 'U' : 'D'})`
  return `${name.padEnd(25)} ${protocol.padEnd(11)} ${[...own, ...theirs].join(' ')}`.trimEnd()
}

function flags({ view }: ShowMember, distributes: boolean): string {
  const { lacp } = view
  const first = distributes ? 'P' : view.suspended !== null ? 's' : view.carrier ? 'w' : 'D'
  if (lacp === null) return first
  const { state } = lacp.actor
  const short = has(state, 'timeout') ? 'S' : ''
  return `${first}${has(state, 'aggregation') ? 'G' : 'I'}${short}${has(state, 'synchronization') ? '+' : '-'}`
}

function partners(lags: readonly ShowLag[]): readonly string[] {
  return [
    'State: A = Active, P = Passive; S=ShortTimeout, L=LongTimeout;',
    '       G = Aggregable, I = Individual; s+=InSync, s-=OutOfSync;',
    '       C = Collecting, X = state machine expired,',
    '       D = Distributing, d = default neighbor state',
    '                 |                        Partner',
    ' Port    Status  | Sys-id                    Port#   State     OperKey  PortPri',
    '------ ----------|------------------------- ------- --------- --------- -------',
    ...lags.flatMap(({ lag, view, ...rest }) => [
      `Port Channel Port-Channel${lag.channel}${lag.role === 'mlag' ? '*' : ''}:`,
      ...lacpMembers({ lag, view, ...rest }).map((member) =>
        partner(member, view.distributing.includes(member.port.id)),
      ),
    ]),
    '* - Only local interfaces for MLAGs are displayed',
  ]
}

function partner(member: LacpMember, bundled: boolean): string {
  const { partner: far, rx } = member.lacp
  const known = rx === 'current' || rx === 'expired'
  const status = bundled ? 'Bundled' : known ? 'Negotiation' : 'No Aggregat'
  const port = ` ${short(member).padEnd(7)} ${status.padEnd(9)}| `
  if (!known) return `${port}-`
  const system = `${far.systemPriority.toString(16).toUpperCase().padStart(4, '0')},${far.system.replaceAll(':', '-')}`
  return `${port}${system.padEnd(24)} ${String(far.port).padStart(6)}  ${letters(far, rx === 'expired').padEnd(9)} ${hex(far.key, 4).padEnd(9)} ${String(far.portPriority).padStart(7)}`
}

/** `ASGs+CD`. */
function letters({ state }: Pick<LacpIdentity, 'state'>, expired: boolean): string {
  return [
    has(state, 'activity') ? 'A' : 'P',
    has(state, 'timeout') ? 'S' : 'L',
    has(state, 'aggregation') ? 'G' : 'I',
    has(state, 'synchronization') ? 's+' : 's-',
    has(state, 'collecting') ? 'C' : '',
    has(state, 'distributing') ? 'D' : '',
    expired ? 'X' : '',
    has(state, 'defaulted') ? 'd' : '',
  ].join('')
}

/** Partner first, then the port itself. */
function lacpInterfaces({ lags }: ShowContext): readonly string[] {
  const side = ({ systemPriority, system, port, state, key, portPriority }: LacpIdentity, expired: boolean) =>
    `${systemPriority.toString(16).toUpperCase().padStart(4, '0')},${system.replaceAll(':', '-')} ` +
    `${String(port).padStart(6)}  ${letters({ state }, expired).padEnd(9)} ${hex(key, 4).padEnd(8)} ${String(portPriority).padStart(7)}`
  return [
    'State: A = Active, P = Passive; S=ShortTimeout, L=LongTimeout;',
    '       G = Aggregable, I = Individual; s+=InSync, s-=OutOfSync;',
    '       C = Collecting, X = state machine expired,',
    '       D = Distributing, d = default neighbor state',
    ' Port    Status      Side    Sys-id                   Port#  State     OperKey  PortPri',
    `------ ----------- ------- ------------------------ ------ --------- -------- -------`,
    ...lags.flatMap((lag) => [
      `Port Channel Port-Channel${lag.lag.channel}${lag.lag.role === 'mlag' ? '*' : ''}:`,
      ...lacpMembers(lag).flatMap((member) => {
        const { actor, partner: far, rx } = member.lacp
        const status = lag.view.distributing.includes(member.port.id) ? 'Bundled' : 'Negotiation'
        const known = rx === 'current' || rx === 'expired'
        return [
          ` ${short(member).padEnd(7)}${status.padEnd(11)} Partner ${known ? side(far, rx === 'expired') : '-'}`,
          ` ${''.padEnd(7)}${''.padEnd(11)} Actor   ${side(actor, false)}`,
        ]
      }),
    ]),
    '* - Only local interfaces for MLAGs are displayed',
  ]
}

function detailed(context: ShowContext, lag: ShowLag): readonly string[] {
  const { net, pair } = context
  const theirs =
    lag.lag.role === 'mlag' && peerLegUp(context, lag.lag.channel) === true
      ? (net.lagsOf.get(pair?.peer.id ?? lag.lag.device) ?? []).find(({ bond }) => bond.id === lag.lag.bond.id)
      : undefined
  const active = lag.members.filter(({ port }) => lag.view.distributing.includes(port.id))
  const rest = lag.members.filter(({ port }) => !lag.view.distributing.includes(port.id))
  const mode = lag.view.mode === 'static' ? 'On' : lag.view.mode === 'active' ? 'Active' : 'Passive'
  const row = (name: string, text: string) => `       ${name.padEnd(20)} ${text}`
  return [
    `Port Channel Port-Channel${lag.lag.channel}:`,
    '  Active Ports:',
    row('Port', 'Mode'),
    ...active.map(({ port }) => row(port.name, mode)),
    ...(theirs?.ports ?? []).map(({ name }) => row(`Peer${name}`, mode)),
    ...(rest.length === 0
      ? []
      : ['  Configured, but inactive ports:', ...rest.map(({ port, view }) => row(port.name, view.reason ?? 'down'))]),
  ]
}

function counters({ lags }: ShowContext): readonly string[] {
  return [
    '                          LACPDUs',
    '   Port    Status      RX          TX',
    '---------- -------- ---------- ----------',
    ...lags.flatMap((lag) => [
      `Port Channel Port-Channel${lag.lag.channel}:`,
      ...lacpMembers(lag).map(
        (member) =>
          ` ${short(member).padEnd(9)} ${(lag.view.distributing.includes(member.port.id) ? 'Bundled' : 'Idle').padEnd(8)} ${String(member.lacp.pdusReceived).padStart(10)} ${String(member.lacp.pdusSent).padStart(10)}`,
      ),
    ]),
  ]
}

function short({ port }: ShowMember): string {
  return port.name.replace(/^Ethernet/, 'Et')
}
