import { lagEnd } from '../../model/network.ts'
import { columns } from '../show/columns.ts'
import type { ShowCommand } from '../show/console.ts'
import { channelsOf, lacpMembers, lagsNumbered, type ShowLag } from '../show/context.ts'
import { macInThrees } from '../text.ts'

/**
 * Eth-Trunks and LACP of a CloudEngine switch.
 * Source: Huawei CE6800 V300R023C00 Command Reference, Eth-Trunk Configuration Commands; outputs in ntc-templates.
 */
export const VRP_LINK_COMMANDS: readonly ShowCommand[] = [
  {
    syntax: 'display eth-trunk <number>',
    help: 'an Eth-Trunk, its members and their LACP partners',
    print: (context, [number]) => lagsNumbered(context, number ?? '').flatMap(trunk),
    values: channelsOf,
  },
  {
    syntax: 'display lacp statistics eth-trunk <number>',
    help: 'LACPDUs sent and received',
    print: (context, [number]) => lagsNumbered(context, number ?? '').flatMap(statistics),
    values: channelsOf,
  },
]

function trunk(of: ShowLag): readonly string[] {
  const { lag, view } = of
  return [`Eth-Trunk${lag.channel}'s state information is:`, ...(view.mode === 'static' ? plain(of) : lacp(of))]
}

function lacp(of: ShowLag): readonly string[] {
  const { lag, view } = of
  const members = lacpMembers(of)
  const actor = members[0]?.lacp.actor
  const limits = lagEnd(lag).lacp ?? {}
  return [
    'Local:',
    two(`LAG ID: ${lag.channel}`, 'WorkingMode: Static'),
    two(`System Priority: ${actor?.systemPriority ?? '-'}`, `System ID: ${macInThrees(actor?.system ?? '')}`),
    two(
      `Least Active-linknumber: ${limits.minLinks ?? 1}`,
      `Max Active-linknumber: ${limits.maxBundle ?? MOST_MEMBERS}`,
    ),
    two(
      `Operate status: ${view.operational ? 'up' : 'down'}`,
      `Number Of Up Port In Trunk: ${view.distributing.length}`,
    ),
    RULE,
    columns(LOCAL, ['ActorPortName', 'Status', 'PortType', 'PortPri', 'PortNo', 'PortKey', 'PortState']),
    ...members.map(({ port, link, lacp: { actor: own } }) =>
      columns(LOCAL, [
        port.name,
        view.distributing.includes(port.id) ? 'Selected' : 'Unselect',
        `${link.speedGbps}GE`,
        own.portPriority,
        own.port,
        own.key,
        bits(own.state),
      ]),
    ),
    '',
    'Partner:',
    RULE,
    columns(PARTNER, ['ActorPortName', 'SysPri', 'SystemID', 'PortPri', 'PortNo', 'PortKey', 'PortState']),
    ...members.map(({ port, lacp: { partner } }) =>
      columns(PARTNER, [
        port.name,
        partner.systemPriority,
        macInThrees(partner.system),
        partner.portPriority,
        partner.port,
        partner.key,
        bits(partner.state),
      ]),
    ),
  ]
}

function plain({ view, members }: ShowLag): readonly string[] {
  return [
    'WorkingMode: Normal',
    two(
      `Operate status: ${view.operational ? 'up' : 'down'}`,
      `Number Of Up Port In Trunk: ${view.distributing.length}`,
    ),
    RULE,
    columns([29], ['PortName', 'Status']),
    ...members.map(({ port }) => columns([29], [port.name, view.distributing.includes(port.id) ? 'Up' : 'Down'])),
  ]
}

function statistics(of: ShowLag): readonly string[] {
  return [
    `Eth-Trunk${of.lag.channel}'s PDU statistic information is:`,
    'Port            LacpRevPdu  LacpSentPdu',
    ...lacpMembers(of).map(
      ({ port, lacp: { pdusReceived, pdusSent } }) =>
        `${port.name.padEnd(15)} ${String(pdusReceived).padStart(10)} ${String(pdusSent).padStart(12)}`,
    ),
  ]
}

/** The state octet with LACP_Activity first. */
function bits(state: number): string {
  return Array.from({ length: 8 }, (_, bit) => (state >> bit) & 1).join('')
}

function two(left: string, right: string): string {
  return `${left.padEnd(27)} ${right}`
}

const RULE = '-'.repeat(80)
const LOCAL = [22, 8, 8, 7, 6, 7]
const PARTNER = [22, 8, 15, 7, 6, 7]
const MOST_MEMBERS = 32
