import type { LacpIdentity } from '../../model/protocolView.ts'
import { columns, hex } from '../show/columns.ts'
import type { ShowCommand } from '../show/console.ts'
import { channelsOf, lacpMembers, lagsNumbered, type ShowContext, type ShowLag } from '../show/context.ts'
import { macInThrees } from '../text.ts'
import { shortName } from './showWords.ts'

/**
 * Aggregate interfaces and LACP of a Comware switch.
 * Source: H3C Layer 2 LAN Switching Command Reference, Ethernet link aggregation commands; outputs in ntc-templates.
 */
export const COMWARE_LINK_COMMANDS: readonly ShowCommand[] = [
  { syntax: 'display link-aggregation summary', help: 'aggregate interfaces and their partners', print: summary },
  {
    syntax: 'display link-aggregation verbose',
    help: 'members and LACP of every aggregate interface',
    print: ({ lags }) => [...FLAGS, ...lags.flatMap((lag) => ['', ...verbose(lag)])],
  },
  {
    syntax: 'display link-aggregation verbose Bridge-Aggregation <number>',
    help: 'members and LACP of one aggregate interface',
    print: (context, [number]) => [
      ...FLAGS,
      ...lagsNumbered(context, number ?? '').flatMap((lag) => ['', ...verbose(lag)]),
    ],
    values: channelsOf,
  },
  {
    syntax: 'display link-aggregation member-port',
    help: 'members with the LACPDUs sent and received',
    print: (context) => [...LACP_FLAGS, ...memberPorts(context)],
  },
]

function summary({ lags }: ShowContext): readonly string[] {
  const widths = [10, 5, 23, 9, 11, 11]
  return [
    'Aggregation Interface Type:',
    'BAGG -- Bridge-Aggregation, BLAGG -- Blade-Aggregation, RAGG -- Route-Aggregation',
    'Aggregation Mode: S -- Static, D -- Dynamic',
    'Loadsharing Type: Shar -- Loadsharing, NonS -- Non-Loadsharing',
    ...systemOf(lags).map((text) => `Actor System ID: ${text}`),
    '',
    columns(widths, ['AGG', 'AGG', 'Partner ID', 'Selected', 'Unselected', 'Individual', 'Share']),
    columns(widths, ['Interface', 'Mode', '', 'Ports', 'Ports', 'Ports', 'Type']),
    '-'.repeat(80),
    ...lags.map((lag) => {
      const { view, members } = lag
      const partner = lacpMembers(lag).find(({ lacp }) => lacp.rx === 'current')?.lacp.partner
      return columns(widths, [
        `BAGG${lag.lag.channel}`,
        view.mode === 'static' ? 'S' : 'D',
        partner === undefined ? 'None' : systemText(partner),
        view.distributing.length,
        members.length - view.distributing.length,
        0,
        'Shar',
      ])
    }),
  ]
}

/** The switch's own system: that of a bond which the pair does not share. */
function systemOf(lags: readonly ShowLag[]): readonly string[] {
  const own = lags.filter(({ lag }) => lag.role !== 'mlag').flatMap(lacpMembers)[0]
  return own === undefined ? [] : [systemText(own.lacp.actor)]
}

function verbose(of: ShowLag): readonly string[] {
  const { lag, view, members } = of
  const dynamic = view.mode !== 'static'
  const lacp = lacpMembers(of)
  const head = [
    `Aggregate Interface: Bridge-Aggregation${lag.channel}`,
    'Creation Mode: Manual',
    `Aggregation Mode: ${dynamic ? 'Dynamic' : 'Static'}`,
    'Loadsharing Type: Shar',
  ]
  const selected = (port: (typeof members)[number]['port']) => (view.distributing.includes(port.id) ? 'S' : 'U')
  if (!dynamic) {
    return [
      ...head,
      columns(STATIC, ['Port', 'Status']),
      ...members.map(({ port }) => columns(STATIC, [shortName(port.name), selected(port)])),
    ]
  }
  const reference = members.find(({ port }) => view.distributing.includes(port.id))
  return [
    ...head,
    ...(lacp[0] === undefined ? [] : [`System ID: ${systemText(lacp[0].lacp.actor)}`]),
    'Local:',
    columns(LOCAL, ['  Port', 'Status', 'Priority', 'Index', 'Oper-Key', 'Flag']),
    ...lacp.map(({ port, lacp: { actor } }) =>
      columns(LOCAL, [
        `  ${shortName(port.name)}${port === reference?.port ? '(R)' : ''}`,
        selected(port),
        actor.portPriority,
        actor.port,
        actor.key,
        letters(actor),
      ]),
    ),
    'Remote:',
    columns(REMOTE, ['  Actor', 'Priority', 'Index', 'Oper-Key', 'SystemID', 'Flag']),
    ...lacp.map(({ port, lacp: { partner } }) =>
      columns(REMOTE, [
        `  ${shortName(port.name)}`,
        partner.portPriority,
        partner.port,
        partner.key,
        systemText(partner),
        letters(partner),
      ]),
    ),
  ]
}

function memberPorts({ lags }: ShowContext): readonly string[] {
  return lags.flatMap((lag) =>
    lacpMembers(lag).flatMap(({ port, lacp }) => [
      '',
      `${port.name}:`,
      `Aggregate Interface: Bridge-Aggregation${lag.lag.channel}`,
      'Local:',
      ...side(lacp.actor),
      'Remote:',
      `    System ID: ${systemText(lacp.partner)}`,
      ...side(lacp.partner),
      `Received LACP Packets: ${lacp.pdusReceived} packet(s)`,
      `Sent LACP Packets: ${lacp.pdusSent} packet(s)`,
    ]),
  )
}

function side(identity: LacpIdentity): readonly string[] {
  return [
    `    Port Number: ${identity.port}`,
    `    Port Priority: ${identity.portPriority}`,
    `    Oper-Key: ${identity.key}`,
    `    Flag: ${letters(identity)}`,
  ]
}

/** `{ACDEF}`: a letter for each bit of the state octet, lowest first. */
function letters({ state }: LacpIdentity): string {
  return `{${LETTERS.filter((_, bit) => (state & (1 << bit)) !== 0).join('')}}`
}

function systemText({ systemPriority, system }: LacpIdentity): string {
  return `${hex(systemPriority)}, ${macInThrees(system)}`
}

const LACP_FLAGS = [
  'Flags:  A -- LACP_Activity, B -- LACP_Timeout, C -- Aggregation,',
  '        D -- Synchronization, E -- Collecting, F -- Distributing,',
  '        G -- Defaulted, H -- Expired',
]
const FLAGS = [
  'Loadsharing Type: Shar -- Loadsharing, NonS -- Non-Loadsharing',
  'Port Status: S -- Selected, U -- Unselected, I -- Individual',
  'Port: A -- Auto port, M -- Management port, R -- Reference port',
  ...LACP_FLAGS,
]
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
const STATIC = [19]
const LOCAL = [19, 8, 8, 8, 22]
const REMOTE = [19, 8, 8, 8, 22]
