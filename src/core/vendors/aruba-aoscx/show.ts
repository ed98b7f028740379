import type { LacpIdentity } from '../../model/protocolView.ts'
import type { Console } from '../show/console.ts'
import {
  isPreferred,
  lacpMembers,
  mlagsOf,
  peerHeard,
  peerLag,
  peerLinkOf,
  type LacpMember,
  type ShowContext,
  type ShowLag,
} from '../show/context.ts'
import { columns, fact, has } from '../show/columns.ts'
import { islWord, keepaliveWord, managementWord, NOT_CONFIGURED, roleWord, VSX_STATUS_COMMANDS } from './showStatus.ts'

/**
 * First-aid commands of a VSX peer. Lines whose value the simulation does not have are left out.
 * Source for the layouts: HPE Aruba Networking AOS-CX 10.14 Virtual Switching Extension Guide, VSX commands and
 * troubleshooting; AOS-CX Link Aggregation Guide, `show lacp interfaces`.
 */
export const arubaAoscxConsole: Console = {
  prompt: (name) => `${name}# `,
  unknown: 'Invalid input',
  ambiguous: 'Ambiguous command',
  pipes: ['include', 'exclude', 'begin', 'count'],
  commands: [
    { syntax: 'show vsx status', help: 'state of the ISL and of both switches', print: status },
    { syntax: 'show vsx brief', help: 'the pair in five lines', print: brief },
    ...VSX_STATUS_COMMANDS,
    { syntax: 'show vsx config-consistency', help: 'parameters, here and at the peer', print: consistency },
    {
      syntax: 'show vsx config-consistency lacp',
      help: 'parameters of every VSX LAG, here and at the peer',
      print: lagConsistency,
    },
    { syntax: 'show lacp interfaces', help: 'LACP of every LAG', print: ({ lags }) => lacp(lags) },
    {
      syntax: 'show lacp interfaces multi-chassis',
      help: 'LACP of the VSX LAGs, with the ports of the peer',
      print: multiChassis,
    },
  ],
}

function status(context: ShowContext): readonly string[] {
  const { pair } = context
  if (pair === null) return NOT_CONFIGURED
  const other = peerHeard(context)
  const link = peerLinkOf(context)
  const name = link === null ? '' : `lag${link.lag.channel}`
  const system = pair.domain.systemMac
  const row = (what: string, local: string, peer: string) =>
    columns([19, 19], [what, local, other === null ? '' : peer])
  return [
    'VSX Operational State',
    '---------------------',
    fact(26, '  ISL channel', islWord(context)),
    fact(26, '  ISL mgmt channel', managementWord(context)),
    '',
    columns([19, 19], ['Attribute', 'Local', 'Peer']),
    columns([19, 19], ['------------', '--------', '--------']),
    row('ISL link', name, name),
    row('System MAC', system, system),
    row('Device Role', roleWord(context), isPreferred(context) ? 'secondary' : 'primary'),
  ]
}

function brief(context: ShowContext): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  const role = roleWord(context)
  return [
    fact(39, 'ISL State', islWord(context)),
    fact(39, 'Device State', deviceState(context)),
    fact(39, 'Keepalive State', keepaliveWord(context)),
    fact(39, 'Device Role', role === 'primary' ? 'Primary' : 'Secondary'),
    fact(39, 'Number of Multi-chassis LAG interfaces', mlagsOf(context).length),
  ]
}

function consistency({ pair }: ShowContext): readonly string[] {
  if (pair === null) return NOT_CONFIGURED
  const heard = pair.inner?.adjacent === true
  const rows = pair.inner?.compared.filter(({ scope }) => scope === 'domain') ?? []
  return [
    columns(CONSISTENCY, ['Configurations', 'Local', 'Peer']),
    '-'.repeat(80),
    // VSX has no domain number.
    ...rows
      .filter(({ name }) => CONFIGURATIONS[name] !== undefined)
      .map(({ name, own, peer }) =>
        columns(CONSISTENCY, [CONFIGURATIONS[name] ?? name, seconds(own), heard ? seconds(peer) : '-']),
      ),
    ...rows.flatMap(({ name, own, peer }) => {
      const title = LISTS[name]
      return title === undefined ? [] : ['', ...twoLists(title, own, heard ? peer : null)]
    }),
  ]
}

/** One block for each VSX LAG. */
function lagConsistency(context: ShowContext): readonly string[] {
  const { pair } = context
  if (pair === null) return NOT_CONFIGURED
  const heard = pair.inner?.adjacent === true
  return [
    columns(CONSISTENCY, ['Configurations', 'Local', 'Peer']),
    ...mlagsOf(context).flatMap(({ lag }) => {
      const name = `lag${lag.channel}`
      const rows = pair.inner?.compared.filter(({ scope }) => scope === lag.channel) ?? []
      const there = heard && rows.some(({ peer }) => peer !== null)
      return [
        '-'.repeat(80),
        columns(CONSISTENCY, ['Name', name, there ? name : '-']),
        ...rows.flatMap(({ own, peer }) => ['', ...twoLists('VSX VLAN list', own, heard ? peer : null)]),
      ]
    }),
    '-'.repeat(80),
  ]
}

function twoLists(title: string, own: string | null, peer: string | null): readonly string[] {
  return [title, own || '-', `Peer ${title}`, peer || '-']
}

/** Intervals stand there without their unit. */
function seconds(text: string | null): string {
  return text?.replace(/ s$/, '') ?? '-'
}

function lacp(lags: readonly ShowLag[]): readonly string[] {
  return [
    ...ABBREVIATIONS,
    ...table('Actor details of all interfaces:', lags, ({ lacp: { actor } }) => actor, true),
    '',
    ...table('Partner details of all interfaces:', lags, ({ lacp: { partner } }) => partner, false),
  ]
}

function multiChassis(context: ShowContext): readonly string[] {
  const own = mlagsOf(context)
  const theirs = own.flatMap(({ lag }) => peerLag(context, lag.channel) ?? [])
  return [
    ...lacp(own),
    '',
    ...table('Remote Actor details of all interfaces:', theirs, ({ lacp: { actor } }) => actor, false),
    '',
    ...table('Remote Partner details of all interfaces:', theirs, ({ lacp: { partner } }) => partner, false),
  ]
}

function table(
  title: string,
  lags: readonly ShowLag[],
  side: (member: LacpMember) => LacpIdentity,
  forwarding: boolean,
): readonly string[] {
  return [
    title,
    RULE,
    columns(WIDTHS, [
      'Intf',
      'Aggregate',
      'Port',
      'Port',
      'State',
      'System-ID',
      'System',
      'Aggr',
      ...(forwarding ? ['Forwarding'] : []),
    ]),
    columns(WIDTHS, ['', 'name', 'id', 'Pri', '', '', 'Pri', 'Key', ...(forwarding ? ['State'] : [])]),
    RULE,
    ...lags.flatMap((lag) =>
      lacpMembers(lag).map((member) => {
        const { port, portPriority, state, system, systemPriority, key } = side(member)
        return columns(WIDTHS, [
          member.port.name,
          `lag${lag.lag.channel}${lag.lag.role === 'mlag' ? '(mc)' : ''}`,
          port,
          portPriority,
          letters(state),
          system,
          systemPriority,
          key,
          ...(forwarding ? [forwardingWord(lag, member)] : []),
        ])
      }),
    ),
  ]
}

function forwardingWord({ view }: ShowLag, { port, view: { carrier, suspended } }: LacpMember): string {
  if (view.distributing.includes(port.id)) return 'up'
  if (!carrier) return 'down'
  return suspended === null ? 'lacp-block' : 'down'
}

/** `ALFNCD`. */
function letters(state: number): string {
  return [
    has(state, 'activity') ? 'A' : 'P',
    has(state, 'timeout') ? 'S' : 'L',
    has(state, 'aggregation') ? 'F' : 'I',
    has(state, 'synchronization') ? 'N' : 'O',
    has(state, 'collecting') ? 'C' : '',
    has(state, 'distributing') ? 'D' : '',
    has(state, 'expired') ? 'X' : '',
    has(state, 'defaulted') ? 'E' : '',
  ].join('')
}

function deviceState(context: ShowContext): string {
  if (peerHeard(context) !== null) return 'Peer-Established'
  if (context.pair?.own.peer === 'unknown') return 'Waiting-For-Peer'
  const held = (context.pair?.inner?.members ?? null) !== null
  return held ? 'Split-System-Secondary' : 'Split-System-Primary'
}

const RULE = '-'.repeat(88)
const WIDTHS = [12, 11, 5, 5, 8, 18, 7, 5]
const ABBREVIATIONS = [
  'State abbreviations :',
  'A - Active        P - Passive      F - Aggregable I - Individual',
  'S - Short-timeout L - Long-timeout N - InSync     O - OutofSync',
  'C - Collecting    D - Distributing X - State m/c expired E - Default neighbor state',
  '',
]
const CONSISTENCY = [40, 34]
const CONFIGURATIONS: Readonly<Record<string, string>> = {
  'LACP system': 'System MAC',
  'keepalive interval': 'Keepalive hello interval',
  'STP mode': 'STP mode',
}
const LISTS: Readonly<Record<string, string>> = {
  VLANs: 'ISL VLAN list',
  'VLAN interfaces': 'Interface VLAN list',
}
