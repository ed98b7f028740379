import type { ComparedView, PeerView } from '../../model/peerView.ts'
import type { Console } from '../show/console.ts'
import {
  differs,
  hasKeepalive,
  isPreferred,
  keepaliveAddresses,
  millisecondsOf,
  mlagsOf,
  peeringAddresses,
  peerHeard,
  peerLag,
  peerLinkOf,
  typeOneMismatch,
  type ShowContext,
  type ShowLag,
} from '../show/context.ts'
import { columns, fact } from '../show/columns.ts'
import { JUNOS_LINK_COMMANDS } from './showLinks.ts'
import { JUNOS_MORE_COMMANDS } from './showMore.ts'

/**
 * First-aid commands of an MC-LAG peer. Lines whose value the simulation does not have are left out.
 * Source for the layouts: Juniper, Multichassis Link Aggregation User Guide, operational commands `show iccp`, `show
 * interfaces mc-ae` and `show multi-chassis mc-lag configuration-consistency`; outputs in Cisco Genie parsers for Junos.
 */
export const juniperJunosConsole: Console = {
  prompt: (name) => `root@${name}> `,
  unknown: 'unknown command.',
  ambiguous: 'command is ambiguous.',
  pipes: ['match', 'except', 'find', 'count', 'last', 'no-more'],
  commands: [
    { syntax: 'show iccp', help: 'session with the peer and who uses it', print: iccp },
    { syntax: 'show bfd session', help: 'what watches that session', print: bfd },
    { syntax: 'show interfaces mc-ae', help: 'every MC-AE, here and at the peer', print: (c) => mcAes(c, short) },
    {
      syntax: 'show interfaces mc-ae extensive',
      help: 'the same with configuration and LACP partners',
      print: (c) => mcAes(c, extensive),
    },
    {
      syntax: 'show multi-chassis mc-lag configuration-consistency',
      help: 'everything that is compared, here and at the peer',
      print: (context) => consistency(context, () => true),
    },
    {
      syntax: 'show multi-chassis mc-lag configuration-consistency icl-config',
      help: 'the interchassis link, here and at the peer',
      print: iclConsistency,
    },
    {
      syntax: 'show multi-chassis mc-lag configuration-consistency vrrp-config',
      help: 'virtual router addresses, here and at the peer',
      print: (context) => consistency(context, ({ name }) => name === 'gateway addresses'),
    },
    {
      syntax: 'show multi-chassis mc-lag configuration-consistency global-config',
      help: 'parameters of the pair, here and at the peer',
      print: (context) => consistency(context, (row) => row.scope === 'domain'),
    },
    {
      syntax: 'show multi-chassis mc-lag configuration-consistency mcae-config',
      help: 'parameters of every MC-AE, here and at the peer',
      print: (context) => consistency(context, (row) => row.scope !== 'domain'),
    },
    {
      syntax: 'show multi-chassis mc-lag configuration-consistency vlan-config',
      help: 'VLANs of the pair and of every MC-AE',
      print: (context) => consistency(context, ({ name }) => /VLAN/.test(name)),
    },
    {
      syntax: 'show multi-chassis mc-lag configuration-consistency list-of-parameters',
      help: 'what is compared and how strictly',
      print: parameterList,
    },
    ...JUNOS_LINK_COMMANDS,
    ...JUNOS_MORE_COMMANDS,
  ],
}

function iccp(context: ShowContext): readonly string[] {
  const { pair } = context
  if (pair === null) return ['error: iccp subsystem not running - not needed by configuration.']
  const up = peerHeard(context) !== null
  const group = pair.domain.number
  const client = (name: string, groups: string) => [
    '',
    `Client Application: ${name}`,
    `  Redundancy Group IDs Joined: ${up ? groups : 'None'}`,
  ]
  return [
    `Redundancy Group Information for peer ${sessionPeer(context)}`,
    fact(23, '  TCP Connection', up ? 'Established' : 'In progress'),
    fact(23, '  Liveliness Detection', up ? 'Up' : 'Down'),
    ...(hasKeepalive(context) && !beside(context)
      ? [`  Backup liveness peer status: ${pair.own.keepalive === 'alive' ? 'Up' : 'Down'}`]
      : []),
    '  Redundancy Group ID          Status',
    `    ${String(group).padEnd(28)}${up ? 'Up' : 'Down'}`,
    ...client('l2ald_iccpd_client', String(group)),
    ...client('lacpd', String(group)),
    ...client('mclag_cfgchkd', `0 ${group}`),
  ]
}

function bfd(context: ShowContext): readonly string[] {
  const interval = millisecondsOf(context.runs, 'heartbeat-interval-ms')
  const multiplier = millisecondsOf(context.runs, 'heartbeat-timeout-multiplier')
  const up = peerHeard(context) !== null
  const widths = [24, 9, 14, 8, 9]
  const seconds = (ms: number) => (ms / 1_000).toFixed(3)
  const sessions = context.pair === null ? 0 : 1
  return [
    `${' '.repeat(50)}Detect   Transmit`,
    columns(widths, ['Address', 'State', 'Interface', 'Time', 'Interval', 'Multiplier']),
    ...(sessions === 0
      ? []
      : [
          columns(widths, [
            sessionPeer(context),
            up ? 'Up' : 'Down',
            '',
            seconds(interval * multiplier),
            seconds(interval),
            multiplier,
          ]),
        ]),
    '',
    `${sessions} sessions, ${sessions} clients`,
  ]
}

function mcAes(
  context: ShowContext,
  each: (context: ShowContext, lag: ShowLag) => readonly string[],
): readonly string[] {
  return mlagsOf(context).flatMap((lag, at) => [...(at === 0 ? [] : ['']), ...each(context, lag)])
}

function short(context: ShowContext, { lag, view }: ShowLag): readonly string[] {
  const name = `ae${lag.channel}`
  const status = statusOf(context)
  const peer = peerLag(context, lag.channel)
  const upDown = (up: boolean) => (up ? 'up' : 'down')
  const peerState = peer === null ? 'down' : upDown(peer.view.operational)
  const icl = peerLinkOf(context)
  const wrong = typeOneMismatch(context, lag.channel) ?? typeOneMismatch(context, 'domain')
  return [
    outer('Member Link', name),
    outer("Current State Machine's State", `mcae ${status} state`),
    outer('Configuration Error Status', wrong === null ? 'No Error' : `${wrong.name} differs`),
    outer('Local Status', status),
    outer('Local State', upDown(view.operational)),
    outer('Peer Status', peer === null ? 'Unknown' : peerStatusOf(context)),
    outer('Peer State', peerState),
    inner('Logical Interface', `${name}.0`),
    inner('Topology Type', 'bridge'),
    inner('Local State', upDown(view.operational)),
    inner('Peer State', peerState),
    inner(
      'Peer Ip/MCP/State',
      `${sessionPeer(context)} ${icl === null ? 'N/A' : `ae${icl.lag.channel}.0`} ${upDown(icl?.view.operational === true)}`,
    ),
  ]
}

function extensive(context: ShowContext, of: ShowLag): readonly string[] {
  const { lag, view, members } = of
  const actor = members[0]?.view.lacp?.actor
  const preferred = isPreferred(context)
  return [
    ...short(context, of),
    ' MCAE Configuration',
    deeper('Redundancy Group', context.pair?.domain.number ?? 0),
    deeper('MCAE ID', lag.channel),
    deeper('MCAE Mode', 'active_active'),
    deeper('Status Control', preferred ? 'active' : 'standby'),
    deeper('Chassis ID', preferred ? 0 : 1),
    ...(actor === undefined
      ? []
      : [
          ' LACP Configuration',
          deeper('System ID', context.pair?.domain.systemMac ?? ''),
          deeper('Admin Key', actor.key),
          ' LACP Information',
          deeper('Local Partner System ID', view.partnerSystem ?? NO_MAC),
          deeper('Peer Partner System ID', peerLag(context, lag.channel)?.view.partnerSystem ?? NO_MAC),
        ]),
  ]
}

function consistency(context: ShowContext, wanted: (row: ComparedView) => boolean): readonly string[] {
  return consistencyTable(context, context.pair?.inner?.compared.filter(wanted) ?? [])
}

/** Both peers end the same link, so its VLANs differ only where one of them has lost some. */
function iclConsistency(context: ShowContext): readonly string[] {
  const icl = peerLinkOf(context)
  if (icl === null) return consistencyTable(context, [])
  const { vlans, mtu } = icl.lag.bond
  const same = (name: string, value: string): ComparedView => {
    const row = { scope: 'domain', name: `ae${icl.lag.channel} ${name}`, type: '1' } as const
    return { ...row, own: value, peer: value }
  }
  const lists = context.pair?.inner?.compared.filter(({ name }) => name === 'VLANs') ?? []
  return consistencyTable(context, [
    same('interface-mode', vlans.mode),
    { ...same('mtu', String(mtu)), type: '2' },
    ...lists.map((row) => ({ ...row, name: `ae${icl.lag.channel} vlan` })),
  ])
}

function consistencyTable({ pair }: ShowContext, rows: readonly ComparedView[]): readonly string[] {
  const widths = [29, 22, 27, 27]
  const heard = pair?.inner?.adjacent === true
  return [
    columns(widths, ['Configuration Item', 'Enforcement Level', 'Local Value', 'Peer Value', 'Result']),
    columns(widths, ['-'.repeat(18), '-'.repeat(17), '-'.repeat(11), '-'.repeat(10), '-'.repeat(6)]),
    ...rows.map((row) =>
      columns(widths, [
        row.scope === 'domain' ? row.name : `ae${row.scope} ${row.name}`,
        row.type === '2' ? 'Desired' : 'Mandatory',
        row.own ?? '-',
        (heard ? row.peer : null) ?? '-',
        !heard ? '' : differs(row) ? 'FAIL' : 'PASS',
      ]),
    ),
  ]
}

function parameterList({ pair }: ShowContext): readonly string[] {
  const rows = pair?.inner?.compared ?? []
  const level = new Map(
    rows.map(({ scope, name, type }) => [
      `${scope === 'domain' ? 'global' : 'mcae'} ${name}`,
      type === '2' ? 'Desired' : 'Mandatory',
    ]),
  )
  return [
    columns([34], ['Configuration Item', 'Enforcement Level']),
    columns([34], ['-'.repeat(18), '-'.repeat(17)]),
    ...[...level].map((cells) => columns([34], cells)),
  ]
}

/** Standby: it announces its own LACP system instead of the pair's, or its members are held. */
function statusOf({ pair, device }: ShowContext): 'active' | 'standby' {
  return wordFor(pair?.own ?? null, device.mac)
}

function peerStatusOf(context: ShowContext): 'active' | 'standby' {
  return wordFor(peerHeard(context), context.pair?.peer.mac ?? '')
}

function wordFor(view: PeerView | null, mac: string): 'active' | 'standby' {
  return view?.inner?.systemId === mac || (view?.inner?.members ?? null) !== null ? 'standby' : 'active'
}

/** ICCP over the drawn keepalive instead of the ICL. */
function beside({ runs }: ShowContext): boolean {
  return runs?.choices['session-path'].value === 'keepalive-path'
}

function sessionPeer(context: ShowContext): string {
  const [, peer] = beside(context) ? keepaliveAddresses(context) : peeringAddresses(context)
  return peer
}

function outer(name: string, value: string): string {
  return ` ${fact(29, name, value)}`
}

function inner(name: string, value: string): string {
  return `     ${fact(25, name, value)}`
}

function deeper(name: string, value: string | number): string {
  return `  ${fact(26, name, value)}`
}

const NO_MAC = '00:00:00:00:00:00'
