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
import { columns, has, hex } from '../show/columns.ts'

/**
 * Port-channels and LACP of an NX-OS switch.
 * Source: Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, "Configuring Port Channels"; outputs in Cisco
 * Genie parsers.
 */
export const NXOS_LINK_COMMANDS: readonly ShowCommand[] = [
  { syntax: 'show port-channel summary', help: 'port-channels and their members', print: summary },
  { syntax: 'show lacp neighbor', help: 'LACP partners of every port-channel', print: (c) => neighbors(c, c.lags) },
  {
    syntax: 'show lacp neighbor interface port-channel <number>',
    help: 'LACP partners of one port-channel',
    print: (context, [number]) => neighbors(context, lagsNumbered(context, number)),
    values: channelsOf,
  },
  { syntax: 'show lacp counters', help: 'LACPDUs sent and received', print: counters },
  { syntax: 'show lacp system-identifier', help: 'LACP system of the switch itself', print: systemIdentifier },
]

function summary({ lags }: ShowContext): readonly string[] {
  const widths = [5, 11, 8, 9]
  return [
    'Flags:  D - Down        P - Up in port-channel (members)',
    '        I - Individual  H - Hot-standby (LACP only)',
    '        s - Suspended   r - Module-removed',
    '        b - BFD Session Wait',
    '        S - Switched    R - Routed',
    '        U - Up (port-channel)',
    '        p - Up in delay-lacp mode (member)',
    '        M - Not in use. Min-links not met',
    RULE,
    columns(widths, ['Group', 'Port-', 'Type', 'Protocol', 'Member Ports']),
    columns(widths, ['', 'Channel']),
    RULE,
    ...lags.map(({ lag, view, members }) =>
      columns(widths, [
        lag.channel,
        `Po${lag.channel}(S${view.operational ? 'U' : 'D'})`,
        'Eth',
        view.mode === 'static' ? 'NONE' : 'LACP',
        members
          .map((member) => `${short(member)}(${flag(member, view.distributing.includes(member.port.id))})`.padEnd(12))
          .join(' '),
      ]),
    ),
  ]
}

/** Without a partner NX-OS suspends a member. Source: the guide, "lacp suspend-individual" is on. */
function flag({ view }: ShowMember, distributes: boolean): string {
  if (distributes) return 'P'
  if (view.suspended !== null) return 's'
  if (!view.carrier) return 'D'
  return view.lacp?.selected === 'standby' ? 'H' : 's'
}

function neighbors({ now }: ShowContext, lags: readonly ShowLag[]): readonly string[] {
  return [
    'Flags:  S - Device is sending Slow LACPDUs F - Device is sending Fast LACPDUs',
    '        A - Device is in Active mode       P - Device is in Passive mode',
    ...lags.flatMap((lag) => [
      `port-channel${lag.lag.channel} neighbors`,
      "Partner's information",
      columns(WIDTHS, ['', 'Partner', 'Partner', '', 'Partner']),
      columns(WIDTHS, ['Port', 'System ID', 'Port Number', 'Age', 'Flags']),
      ...lacpMembers(lag)
        .filter(({ lacp }) => lacp.heardAt !== null)
        .flatMap((member) => neighbor(member, isFast(lag), now)),
      '',
    ]),
  ]
}

function neighbor(member: LacpMember, fast: boolean, now: number): readonly string[] {
  const { partner, heardAt } = member.lacp
  const flags = `${fast ? 'F' : 'S'}${has(partner.state, 'activity') ? 'A' : 'P'}`
  return [
    columns(WIDTHS, [
      short(member),
      `${partner.systemPriority},${dashed(partner.system)}`,
      hex(partner.port),
      Math.floor((now - (heardAt ?? now)) / 1_000_000),
      flags,
    ]),
    '',
    columns(WIDTHS, ['', 'LACP Partner', 'Partner', '', 'Partner']),
    columns(WIDTHS, ['', 'Port Priority', 'Oper Key', '', 'Port State']),
    columns(WIDTHS, ['', partner.portPriority, hex(partner.key), '', hex(partner.state)]),
  ]
}

function counters({ lags }: ShowContext): readonly string[] {
  const widths = [18, 8, 8]
  return [
    columns(widths, ['', 'LACPDUs']),
    columns(widths, ['Port', 'Sent', 'Recv']),
    '-'.repeat(36),
    ...lags.flatMap((lag) => [
      `port-channel${lag.lag.channel}`,
      ...lacpMembers(lag).map((member) =>
        columns(widths, [member.port.name, member.lacp.pdusSent, member.lacp.pdusReceived]),
      ),
    ]),
  ]
}

function systemIdentifier({ device }: ShowContext): readonly string[] {
  return device.kind === 'switch' ? [`${device.lacpSystemPriority},${dashed(device.mac)}`] : []
}

/** `0-23-4-ee-be-a`: octets without leading zeros. */
function dashed(mac: string): string {
  return mac
    .split(':')
    .map((octet) => Number.parseInt(octet, 16).toString(16))
    .join('-')
}

function short({ port }: ShowMember): string {
  return port.name.replace(/^Ethernet/, 'Eth')
}

const WIDTHS = [11, 22, 15, 11]
const RULE = '-'.repeat(80)
