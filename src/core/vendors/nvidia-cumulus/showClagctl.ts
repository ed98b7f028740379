import { columns } from '../show/columns.ts'
import type { ShowCommand } from '../show/console.ts'
import {
  differs,
  hasKeepalive,
  keepaliveAddresses,
  mlagsOf,
  peerHeard,
  peerLag,
  rolePriorities,
  secondsOf,
  type ShowContext,
  type ShowLag,
} from '../show/context.ts'
import { linkLocal, nameOf, NOT_CONFIGURED, vrfOf } from './showWords.ts'

/**
 * The MLAG daemon's own tool.
 * Source: Cumulus Linux User Guide, Multi-Chassis Link Aggregation, for `clagctl` and `clagctl params`; Cumulus Linux
 * Knowledge Base, MLAG Redundancy Scenarios, for `clagctl -v`; names in the JSON as monitoring tools read them.
 */
export const CLAGCTL_COMMANDS: readonly ShowCommand[] = [
  { syntax: 'clagctl', help: 'the peers and every MLAG bond', print: clagctl },
  { syntax: 'clagctl -v', help: 'the same, with LACP of both peers', print: verbose },
  { syntax: 'clagctl -j', help: 'the same as JSON', print: json },
  { syntax: 'clagctl params', help: 'settings of the daemon', print: params },
]

function clagctl(context: ShowContext): readonly string[] {
  const { pair, device } = context
  if (pair === null) return NOT_CONFIGURED
  const other = peerHeard(context)
  const [own, peer] = rolePriorities(context)
  const [, backup] = keepaliveAddresses(context)
  const row = (name: string, value: string) => `${name.padStart(30)} ${value}`
  const widths = [16, 18, 9, 22]
  return [
    other === null ? 'The peer is not alive' : 'The peer is alive',
    row('Our Priority, ID, and Role:', `${own} ${device.mac} ${pair.own.role}`),
    ...(other === null ? [] : [row('Peer Priority, ID, and Role:', `${peer} ${pair.peer.mac} ${other.role}`)]),
    row('Peer Interface and IP:', `peerlink.4094 ${linkLocal(pair.peer.mac)} (linklocal)`),
    ...(hasKeepalive(context)
      ? [
          row(
            'Backup IP:',
            `${backup} vrf ${vrfOf(context)} (${pair.own.keepalive === 'alive' ? 'active' : 'inactive'})`,
          ),
        ]
      : []),
    row('System MAC:', pair.domain.systemMac),
    '',
    'CLAG Interfaces',
    columns(widths, ['Our Interface', 'Peer Interface', 'CLAG Id', 'Conflicts', 'Proto-Down Reason']),
    columns(widths, ['-'.repeat(16), '-'.repeat(16), '-'.repeat(7), '-'.repeat(20), '-'.repeat(17)]),
    ...mlagsOf(context).map((lag) =>
      columns(widths, [
        nameOf(lag).padStart(16),
        peerLag(context, lag.lag.channel) === null ? '-' : nameOf(lag),
        lag.lag.channel,
        conflictsOf(context, lag),
        pair.inner?.members?.text ?? '-',
      ]),
    ),
  ]
}

function conflictsOf({ pair }: ShowContext, { lag }: ShowLag): string {
  const rows = pair?.inner?.adjacent === true ? pair.inner.compared.filter(differs) : []
  const names = rows.filter(({ scope }) => scope === lag.channel).map(({ name }) => name)
  return names.length === 0 ? '-' : names.join(', ')
}

/** Spanning tree's port number is not simulated, so its column is left out. */
function verbose(context: ShowContext): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  const own = mlagsOf(context)
  const theirs = own.flatMap(({ lag }) => peerLag(context, lag.channel) ?? [])
  return [
    ...clagctl(context),
    '',
    'Our LACP Information',
    ...lacp(context, 'Our Interface', own),
    ...(theirs.length === 0 ? [] : ['', 'Peer LACP Information', ...lacp(context, 'Peer Interface', theirs)]),
  ]
}

function lacp(context: ShowContext, title: string, lags: readonly ShowLag[]): readonly string[] {
  const widths = [18, 19, 9, 9]
  return [
    columns(widths, [title, 'Partner MAC', 'CLAG Id', 'Oper St', 'Flags']),
    columns(widths, ['-'.repeat(16), '-'.repeat(17), '-'.repeat(7), '-'.repeat(7), '-'.repeat(5)]),
    ...lags.map((one) =>
      columns(widths, [
        nameOf(one),
        one.view.partnerSystem ?? '00:00:00:00:00:00',
        one.lag.channel,
        one.view.operational ? 'up' : 'down',
        isDual(context, one.lag.channel) ? 'D' : '-',
      ]),
    ),
  ]
}

/** Active on both peers. */
function isDual(context: ShowContext, channel: number): boolean {
  const own = mlagsOf(context).find(({ lag }) => lag.channel === channel)
  return own?.view.operational === true && peerLag(context, channel)?.view.operational === true
}

function json(context: ShowContext): readonly string[] {
  const { pair, device } = context
  if (pair === null) return [JSON.stringify({ errorMsg: 'Unable to communicate with clagd. Is it running?' })]
  const other = peerHeard(context)
  const [own, peer] = rolePriorities(context)
  const bonds = mlagsOf(context).map((one) => {
    const { channel } = one.lag
    const state = {
      clagId: channel,
      operstate: one.view.operational ? 'up' : 'down',
      peerIf: peerLag(context, channel) === null ? '' : nameOf(one),
      status: isDual(context, channel) ? 'dual' : 'single',
    }
    return [nameOf(one), state] as const
  })
  const said = {
    clagIntfs: Object.fromEntries(bonds),
    status: {
      ...(hasKeepalive(context)
        ? {
            backupActive: pair.own.keepalive === 'alive',
            backupIp: keepaliveAddresses(context)[1],
            backupVrf: vrfOf(context),
          }
        : {}),
      ourId: device.mac,
      ourPriority: own,
      ourRole: pair.own.role,
      peerAlive: other !== null,
      ...(other === null ? {} : { peerId: pair.peer.mac }),
      peerIf: 'peerlink.4094',
      peerIp: linkLocal(pair.peer.mac),
      ...(other === null ? {} : { peerPriority: peer, peerRole: other.role }),
      sysMac: pair.domain.systemMac,
    },
  }
  return JSON.stringify(said, null, 4).split('\n')
}

/** Those that the simulation runs on; the others are the daemon's defaults. */
function params(context: ShowContext): readonly string[] {
  const { pair, profile } = context
  if (pair === null) return NOT_CONFIGURED
  const [own] = rolePriorities(context)
  const poll = secondsOf(context, 'heartbeat-interval-ms')
  const port = profile?.keepaliveUdpPort?.value
  return [
    'peerIp = linklocal',
    'peerIf = peerlink.4094',
    `sysMac = ${pair.domain.systemMac}`,
    `lacpPoll = ${poll}`,
    `currLacpPoll = ${poll}`,
    `reloadTimer = ${secondsOf(context, 'solo-start-ms')}`,
    `priority = ${own}`,
    `peerTimeout = ${secondsOf(context, 'heartbeat-timeout-ms')}`,
    `initDelay = ${secondsOf(context, 'member-restore-ms')}`,
    ...(hasKeepalive(context)
      ? [
          `backupIp = ${keepaliveAddresses(context)[1]}`,
          `backupVrf = ${vrfOf(context) === 'default' ? 'None' : vrfOf(context)}`,
          ...(port === undefined ? [] : [`backupPort = ${port}`]),
        ]
      : ['backupIp = None']),
  ]
}
