import { columns, has, hex } from '../show/columns.ts'
import type { ShowCommand } from '../show/console.ts'
import {
  channelsOf,
  isFast,
  lacpMembers,
  lagsNumbered,
  type LacpMember,
  type ShowContext,
  type ShowLag,
  type ShowMember,
} from '../show/context.ts'
import { dotted, lagName, shortName } from './showWords.ts'

/**
 * EtherChannels and LACP of a Catalyst switch.
 * Source: Cisco Layer 2/3 Commands, IOS XE, "show etherchannel" and "show lacp"; outputs of Catalyst switches in
 * Cisco Genie parsers, iosxe, ShowEtherchannelSummary, ShowLacpNeighbor, ShowLacpInternal, ShowLacpCounters, ShowLacpSysId.
 */
export const IOS_XE_LINK_COMMANDS: readonly ShowCommand[] = [
  { syntax: 'show etherchannel summary', help: 'port-channels and their members', print: summary },
  { syntax: 'show lacp neighbor', help: 'LACP partners of every port-channel', print: (c) => neighbors(c, c.lags) },
  {
    syntax: 'show lacp <number> neighbor',
    help: 'LACP partners of one port-channel',
    print: (context, [number]) => neighbors(context, lagsNumbered(context, number)),
    values: channelsOf,
  },
  {
    syntax: 'show lacp internal',
    help: 'what its own ends of the port-channels say',
    print: ({ lags }) => internal(lags),
  },
  { syntax: 'show lacp counters', help: 'LACPDUs sent and received', print: counters },
  { syntax: 'show lacp sys-id', help: 'LACP system of the switch', print: systemId },
]

function summary({ lags }: ShowContext): readonly string[] {
  return [
    'Flags:  D - down        P - bundled in port-channel',
    '        I - stand-alone s - suspended',
    '        H - Hot-standby (LACP only)',
    '        R - Layer3      S - Layer2',
    '        U - in use      f - failed to allocate aggregator',
    '',
    '        M - not in use, minimum links not met',
    '        u - unsuitable for bundling',
    '        w - waiting to be aggregated',
    '        d - default port',
    '',
    '        A - formed by Auto LAG',
    '',
    '',
    `Number of channel-groups in use: ${lags.length}`,
    `Number of aggregators:           ${lags.length}`,
    '',
    'Group  Port-channel  Protocol    Ports',
    '------+-------------+-----------+-----------------------------------------------',
    ...lags.flatMap(summaryLines),
  ]
}

/** Two members on a line. */
function summaryLines(lag: ShowLag): readonly string[] {
  const { view, members } = lag
  const protocol = view.mode === 'static' ? '-' : 'LACP'
  const ports = members.map((member) => `${shortName(member.port.name)}(${flag(member, lag)})`.padEnd(16))
  const lines = Array.from({ length: Math.max(1, Math.ceil(ports.length / 2)) }, (_, at) =>
    ports.slice(at * 2, at * 2 + 2).join(''),
  )
  return lines.map((line, at) =>
    at === 0
      ? `${String(lag.lag.channel).padEnd(7)}${`${lagName(lag)}(S${inUse(lag)})`.padEnd(16)}${protocol.padEnd(12)}${line}`.trimEnd()
      : `${' '.repeat(35)}${line}`.trimEnd(),
  )
}

function inUse(lag: ShowLag): string {
  if (lag.view.operational) return 'U'
  return tooFew(lag) ? 'M' : 'D'
}

/** Members would send, if there were enough of them. */
function tooFew(lag: ShowLag): boolean {
  return lacpMembers(lag).some(({ lacp }) => lacp.mux === 'distributing' || lacp.mux === 'collecting-distributing')
}

function flag({ port, view }: ShowMember, { view: lag }: ShowLag): string {
  if (lag.distributing.includes(port.id)) return 'P'
  if (!view.carrier || view.lacp === null) return 'D'
  if (view.lacp.selected === 'standby') return 'H'
  if (view.lacp.rx !== 'current') return view.state === 'forwarding' ? 'I' : 's'
  return view.lacp.selected === 'unselected' ? 's' : 'w'
}

function neighbors({ now }: ShowContext, lags: readonly ShowLag[]): readonly string[] {
  return [
    ...FLAGS,
    ...lags
      .filter(({ view }) => view.mode !== 'static')
      .flatMap((lag) => [
        '',
        `Channel group ${lag.lag.channel} neighbors`,
        '',
        `${' '.repeat(18)}LACP port${' '.repeat(24)}Admin  Oper   Port    Port`,
        columns(NEIGHBOR, ['Port', 'Flags', 'Priority', 'Dev ID', 'Age', 'key', 'Key', 'Number', 'State']),
        ...lacpMembers(lag)
          .filter(({ lacp }) => lacp.heardAt !== null)
          .map((member) => neighbor(member, now)),
      ]),
  ]
}

function neighbor({ port, lacp }: LacpMember, now: number): string {
  const { partner, heardAt } = lacp
  return columns(NEIGHBOR, [
    shortName(port.name),
    flags(partner.state),
    partner.portPriority,
    dotted(partner.system),
    `${Math.floor((now - (heardAt ?? now)) / 1_000_000)}s`.padStart(3),
    '0x0',
    upper(partner.key),
    upper(partner.port),
    upper(partner.state),
  ])
}

function internal(lags: readonly ShowLag[]): readonly string[] {
  return [
    ...FLAGS,
    ...lags
      .filter(({ view }) => view.mode !== 'static')
      .flatMap((lag) => [
        '',
        `Channel group ${lag.lag.channel}`,
        `${' '.repeat(28)}LACP port     Admin     Oper    Port        Port`,
        columns(INTERNAL, ['Port', 'Flags', 'State', 'Priority', 'Key', 'Key', 'Number', 'State']),
        ...lacpMembers(lag).map((member) => {
          const { actor } = member.lacp
          return columns(INTERNAL, [
            shortName(member.port.name),
            `${isFast(lag) ? 'F' : 'S'}${has(actor.state, 'activity') ? 'A' : 'P'}`,
            STATE_OF_FLAG[flag(member, lag)] ?? '',
            actor.portPriority,
            upper(actor.key),
            upper(actor.key),
            upper(actor.port),
            upper(actor.state),
          ])
        }),
      ]),
  ]
}

/** Markers are not simulated, so their columns are left out. */
function counters({ lags }: ShowContext): readonly string[] {
  return lags
    .filter(({ view }) => view.mode !== 'static')
    .flatMap((lag, at) => [
      ...(at === 0 ? [] : ['']),
      '             LACPDUs',
      'Port       Sent   Recv',
      '-'.repeat(69),
      `Channel group: ${lag.lag.channel}`,
      ...lacpMembers(lag).map(
        ({ port, lacp }) =>
          `${shortName(port.name).padEnd(11)}${String(lacp.pdusSent).padStart(4)}${String(lacp.pdusReceived).padStart(7)}`,
      ),
    ])
}

function systemId({ device }: ShowContext): readonly string[] {
  return device.kind === 'switch' ? [`${device.lacpSystemPriority}, ${dotted(device.mac)}`] : []
}

function flags(state: number): string {
  return `${has(state, 'timeout') ? 'F' : 'S'}${has(state, 'activity') ? 'A' : 'P'}`
}

/** `0x3D`. */
function upper(number: number): string {
  return `0x${hex(number).slice(2).toUpperCase()}`
}

const FLAGS = [
  'Flags:  S - Device is requesting Slow LACPDUs',
  '        F - Device is requesting Fast LACPDUs',
  '        A - Device is in Active mode       P - Device is in Passive mode',
]
const NEIGHBOR = [9, 7, 9, 15, 6, 6, 6, 7, 5]
const INTERNAL = [9, 7, 9, 13, 9, 7, 11, 5]
const STATE_OF_FLAG: Readonly<Record<string, string>> = {
  P: 'bndl',
  D: 'down',
  H: 'hot-sby',
  I: 'indep',
  s: 'susp',
  w: 'wait',
}
