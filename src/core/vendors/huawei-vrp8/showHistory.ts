import { columns } from '../show/columns.ts'
import type { ShowCommand } from '../show/console.ts'
import {
  lacpMembers,
  millisecondsOf,
  mlagsOf,
  peerLag,
  peerLinkOf,
  timerLeft,
  type ShowContext,
} from '../show/context.ts'
import { pairHistory, runTime } from '../show/history.ts'
import { macInThrees } from '../text.ts'
import { NOT_CONFIGURED, RULE } from './showMembers.ts'

/**
 * What happened to M-LAG, what waits to recover, the LACP system of one M-LAG, and how the check is set.
 * Source: Huawei CE6800 V300R023C00 Command Reference: display m-lag troubleshooting (the last hundred causes), display
 * error-down recovery, display dfs-group lacp system-id, display dfs-group consistency-check; layouts are inferred where
 * no capture was seen, and times are those of the run.
 */
export const VRP_HISTORY_COMMANDS: readonly ShowCommand[] = [
  {
    syntax: 'display m-lag troubleshooting current',
    help: 'what M-LAG suffers from now',
    print: (context) => (context.pair === null ? NOT_CONFIGURED : current(context)),
  },
  {
    syntax: 'display m-lag troubleshooting history',
    help: 'the last hundred causes',
    print: (context) => (context.pair === null ? NOT_CONFIGURED : history(context)),
  },
  { syntax: 'display error-down recovery', help: 'ports in error-down and when they recover', print: errorDown },
  {
    syntax: 'display dfs-group 1 lacp system-id m-lag <id>',
    help: 'LACP system that both devices announce on one M-LAG',
    print: (context, [id]) => systemId(context, Number(id)),
    values: (context) => mlagsOf(context).map(({ lag }) => String(lag.channel)),
  },
  { syntax: 'display dfs-group consistency-check status', help: 'how the check is set', print: checkStatus },
  {
    syntax: 'display dfs-group consistency-check interface peer-link <id>',
    help: 'parameters of the peer-link, here and at the peer',
    print: peerLinkCheck,
    values: () => ['1'],
  },
]

function current({ pair }: ShowContext): readonly string[] {
  const reasons = pair?.view.reasons ?? []
  return reasons.length === 0 ? ['Info: No fault is found.'] : reasons.map((text, at) => `${at + 1}. ${text}`)
}

function history(context: ShowContext): readonly string[] {
  const records = pairHistory(context, MOST)
  if (records.length === 0) return ['Info: There is no record.']
  return [
    columns(HISTORY, ['Time', 'Cause']),
    RULE,
    ...records.map(({ at, text }) => columns(HISTORY, [runTime(at), text])),
  ]
}

function errorDown(context: ShowContext): readonly string[] {
  const held = context.ports.filter(({ view }) => view.suspended !== null)
  const left = timerLeft(context, 'member-restore')
  const head = ['Interface', 'Error-Down Cause', 'Recovery Time', 'Remaining Time']
  return [
    columns(DOWN, head),
    RULE,
    ...held.map(({ port }) => {
      const member = mlagsOf(context).some(({ members }) => members.some((one) => one.port.id === port.id))
      const delay = member ? millisecondsOf(context.runs, 'member-restore-ms') / 1_000 : 0
      return columns(DOWN, [port.name, 'm-lag', delay, member && left !== null ? left : '-'])
    }),
  ]
}

function systemId(context: ShowContext, id: number): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  const own = mlagsOf(context).find(({ lag }) => lag.channel === id)
  if (own === undefined) return ['Error: The M-LAG does not exist.']
  const peer = peerLag(context, id)
  const of = (lag: typeof peer) => (lag === null ? undefined : lacpMembers(lag)[0]?.lacp.actor)
  const row = (name: string, actor: ReturnType<typeof of>) =>
    columns(SYSTEM, [name, actor === undefined ? '-' : macInThrees(actor.system), actor?.systemPriority ?? '-'])
  return [
    columns(SYSTEM, ['M-Lag ID', 'System ID', 'Priority']),
    RULE,
    row(`${id} local`, of(own)),
    row(`${id} peer`, of(peer)),
  ]
}

function checkStatus({ pair, runs }: ShowContext): readonly string[] {
  if (pair === null) return NOT_CONFIGURED
  const strict = runs?.choices['on-type-1-mismatch'].value === 'secondary-suspends'
  return ['Consistency check : Enable', `Check mode        : ${strict ? 'Strict' : 'Loose'}`]
}

function peerLinkCheck(context: ShowContext): readonly string[] {
  const link = peerLinkOf(context)
  if (context.pair === null || link === null) return NOT_CONFIGURED
  const heard = context.pair.inner?.adjacent === true
  // The VLANs and the mode of the peer-link are those of one drawn bundle: both ends have them.
  const mode = link.view.mode === 'static' ? 'Manual' : 'Static'
  return [
    RULE,
    columns(CHECK, ['Configuration', 'Type', 'Local value', 'Peer value']),
    RULE,
    columns(CHECK, ['LACP mode', '   1', mode, heard ? mode : '--']),
    RULE,
  ]
}

const MOST = 100
const HISTORY = [15]
const DOWN = [24, 18, 15]
const SYSTEM = [12, 18]
const CHECK = [23, 6, 25]
