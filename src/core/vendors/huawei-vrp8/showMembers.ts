import { columns, fact } from '../show/columns.ts'
import type { ShowCommand } from '../show/console.ts'
import { differs, mlagsOf, peerLag, peerLinkOf, timerLeft, type ShowContext, type ShowLag } from '../show/context.ts'

/**
 * M-LAG member interfaces and the peer-link of a CloudEngine switch.
 * Source: Huawei CE6800 V300R023C00 Command Reference, display dfs-group; outputs in public captures.
 */
export const VRP_MEMBER_COMMANDS: readonly ShowCommand[] = [
  {
    syntax: 'display dfs-group 1 node <node> m-lag brief',
    help: 'every M-LAG member interface of one device',
    print: (context, [node]) => brief(context, Number(node)),
    values: nodes,
  },
  {
    syntax: 'display dfs-group 1 node <node> m-lag',
    help: 'the same, a block for each M-LAG',
    print: (context, [node]) => blocks(context, Number(node)),
    values: nodes,
  },
  { syntax: 'display dfs-group 1 peer-link', help: 'the peer-link', print: peerLink },
  { syntax: 'display dfs-group 1 m-lag up-delay', help: 'members that wait for their up-delay', print: upDelay },
]

/** The device's own node first. */
function nodes({ pair }: ShowContext): readonly string[] {
  return pair?.at === 1 ? ['2', '1'] : ['1', '2']
}

interface MemberRow {
  /** The interface on the node that is asked for. */
  readonly shown: ShowLag
  readonly own: ShowLag
  readonly peer: ShowLag | null
}

/** What a node has of every M-LAG; null: no such node. */
function membersOf(context: ShowContext, wanted: number): readonly MemberRow[] | null {
  if (wanted !== 1 && wanted !== 2) return null
  const local = wanted - 1 === context.pair?.at
  return mlagsOf(context).flatMap((own) => {
    const peer = peerLag(context, own.lag.channel)
    const shown = local ? own : peer
    return shown === null ? [] : [{ shown, own, peer }]
  })
}

function blocks(context: ShowContext, wanted: number): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  const rows = membersOf(context, wanted)
  if (rows === null) return NO_NODE
  return [
    '* - Local node',
    ...rows.flatMap(({ shown, own, peer }) => [
      '',
      fact(18, 'M-Lag ID', shown.lag.channel),
      fact(18, 'Interface', `Eth-Trunk ${shown.lag.channel}`),
      fact(18, 'Port State', upWord(shown)),
      fact(18, 'Status', statusOf(context, own, peer)),
    ]),
  ]
}

function peerLink(context: ShowContext): readonly string[] {
  const link = peerLinkOf(context)
  if (context.pair === null) return NOT_CONFIGURED
  if (link === null) return ['Peer-link information', PEER_LINK_RULE, 'Total Interface(s): 0']
  return [
    'Peer-link information',
    PEER_LINK_RULE,
    'Total Interface(s): 1',
    fact(18, 'Peer-link Id', 1),
    fact(18, 'Port Name', `Eth-Trunk${link.lag.channel}`),
    fact(18, 'Port State', upWord(link)),
    fact(18, 'Link Type', 'Physical link'),
  ]
}

function brief(context: ShowContext, wanted: number): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  const rows = membersOf(context, wanted)
  if (rows === null) return NO_NODE
  const widths = [12, 14, 13, 21]
  const reasons = rows.map(({ own }) => reasonOf(context, own))
  const present = [...new Set(reasons.filter((reason) => reason !== null))].toSorted((a, b) => a - b)
  return [
    '* - Local node',
    '',
    columns(widths, ['M-Lag ID', 'Interface', 'Port State', 'Status', 'Consistency-check']),
    ...rows.map(({ shown, own, peer }, at) =>
      columns(widths, [
        String(shown.lag.channel).padStart(8),
        `Eth-Trunk ${shown.lag.channel}`,
        upWord(shown),
        statusOf(context, own, peer),
        reasons[at] ?? '--',
      ]),
    ),
    ...(present.length === 0
      ? []
      : ['', 'Failed reason:', ...present.map((code) => `    ${code} -- ${REASONS[code]}`)]),
  ]
}

/** Node 1 before node 2, the local one marked. */
function statusOf({ pair }: ShowContext, own: ShowLag, peer: ShowLag | null): string {
  const word = (lag: ShowLag | null) => (lag?.view.operational === true ? 'active' : 'inactive')
  return pair?.at === 0 ? `${word(own)}(*)-${word(peer)}` : `${word(peer)}-${word(own)}(*)`
}

function reasonOf({ pair }: ShowContext, { lag }: ShowLag): number | null {
  const rows = pair?.inner?.adjacent === true ? pair.inner.compared.filter(differs) : []
  const names = rows.filter(({ scope }) => scope === lag.channel).map(({ name }) => name)
  if (names.includes('allowed VLANs') || names.includes('native VLAN') || names.includes('port mode')) return 1
  if (names.includes('LACP mode') || names.includes('mode')) return 4
  if (names.includes('STP edge')) return 9
  if (names.includes('STP guard') || rows.some(({ name }) => name === 'STP mode')) return 2
  if (rows.some(({ name }) => name === 'LACP system')) return 7
  if (rows.some(({ name }) => name === 'LACP system priority')) return 8
  return null
}

function upDelay(context: ShowContext): readonly string[] {
  const left = timerLeft(context, 'member-restore')
  const held = (context.pair?.inner?.members ?? null) !== null
  return [
    'M-Lag ID    Interface       Port State      Error-Down        Recovery Countdown',
    RULE,
    ...mlagsOf(context).map((member) =>
      [
        String(member.lag.channel).padStart(8),
        `    ${`Eth-Trunk ${member.lag.channel}`.padEnd(16)}`,
        upWord(member).padEnd(16),
        (held ? 'Yes' : 'No').padEnd(18),
        String(left ?? '-').padStart(18),
      ].join(''),
    ),
  ]
}

function upWord({ view }: ShowLag): string {
  return view.operational ? 'Up' : 'Down'
}

/** The other parts of the platform's console say the same. */
export const NOT_CONFIGURED = ['Error: The DFS group is not configured.']
export const RULE = '-'.repeat(80)
const NO_NODE = ['Error: The node does not exist.']
const PEER_LINK_RULE = '-'.repeat(65)
const REASONS: Readonly<Record<number, string>> = {
  1: 'VLANs of the port differ',
  2: 'Spanning tree of the port differs',
  4: 'LACP mode differs',
  7: 'LACP system ID differs',
  8: 'LACP system priority differs',
  9: 'Edge port differs',
}
