import type { ShowCommand } from '../show/console.ts'
import {
  hasKeepalive,
  lacpMembers,
  millisecondsOf,
  mlagsOf,
  peerLag,
  peerLegUp,
  peerLinkOf,
  timerLeft,
  type ShowContext,
  type ShowLag,
} from '../show/context.ts'
import { macInThrees } from '../text.ts'
import { madDown, NOT_CONFIGURED, shortName, upWord } from './showWords.ts'

/**
 * The peer-link, every M-LAG interface, and the interfaces that MAD takes down.
 * Source: H3C M-LAG configuration guide, display m-lag verbose of its examples, and Configuring M-LAG MAD with its lists
 * of included and excluded interfaces. The layout of `display m-lag mad verbose` is inferred from `display mad verbose`
 * of IRF. DRCP flags and port indexes are not simulated.
 */
export const COMWARE_MEMBER_COMMANDS: readonly ShowCommand[] = [
  {
    syntax: 'display m-lag verbose',
    help: 'the peer-link and every M-LAG interface at length',
    print: (context) => verbose(context, mlagsOf(context)),
  },
  {
    syntax: 'display m-lag verbose interface Bridge-Aggregation <number>',
    help: 'one M-LAG interface at length',
    print: (context, [number]) => one(context, Number(number)),
    values: (context) => mlagsOf(context).map(({ lag }) => String(lag.channel)),
  },
  { syntax: 'display m-lag mad verbose', help: 'what goes down when the peer-link is lost', print: mad },
]

function verbose(context: ShowContext, members: readonly ShowLag[]): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  return [...peerLink(context), ...members.flatMap((member) => ['', ...mlag(context, member)])]
}

function one(context: ShowContext, channel: number): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  const found = mlagsOf(context).find(({ lag }) => lag.channel === channel)
  return found === undefined ? ['The interface is not an M-LAG interface.'] : mlag(context, found)
}

function peerLink(context: ShowContext): readonly string[] {
  const link = peerLinkOf(context)
  if (link === null) return ['Peer-link interface/Peer-link interface ID: -']
  const up = link.view.operational
  return [
    `Peer-link interface/Peer-link interface ID: BAGG${link.lag.channel}/1`,
    `State: ${upWord(up)}`,
    ...(up ? ['Cause: -'] : []),
    `Local Selected ports: ${selected(link)}`,
  ]
}

function mlag(context: ShowContext, own: ShowLag): readonly string[] {
  const { channel } = own.lag
  const up = own.view.operational
  const peerUp = peerLegUp(context, channel)
  const peer = peerLag(context, channel)
  return [
    `M-LAG interface/M-LAG group ID: BAGG${channel}/${channel}`,
    `Local M-LAG interface state: ${upWord(up)}`,
    `Peer M-LAG interface state: ${peerUp === null ? '-' : upWord(peerUp)}`,
    // What it is while only one of them is up is not documented.
    ...(up === peerUp ? [`M-LAG group state: ${upWord(up)}`] : []),
    ...(up ? ['Local M-LAG interface down cause: -'] : []),
    `Remaining M-LAG DOWN time: ${timerLeft(context, 'member-restore') ?? '-'}`,
    ...system('Local', own),
    ...system('Peer', peer),
    `Local Selected ports: ${selected(own)}`,
  ]
}

/** Nothing is set on an interface itself, so the M-LAG system's values are in effect. */
function system(side: string, of: ShowLag | null): readonly string[] {
  const actor = of === null ? undefined : lacpMembers(of)[0]?.lacp.actor
  if (of !== null && actor === undefined) return []
  const [mac, priority] = actor === undefined ? ['N/A', 'N/A'] : [macInThrees(actor.system), actor.systemPriority]
  return [
    `${side} M-LAG interface LACP MAC: Config=N/A, Effective=${mac}`,
    `${side} M-LAG interface LACP priority: Config=${actor === undefined ? 'N/A' : 32_768}, Effective=${priority}`,
  ]
}

function selected({ members, view }: ShowLag): string {
  const ports = members.filter(({ port }) => view.distributing.includes(port.id))
  return ports.length === 0 ? '-' : ports.map(({ port }) => shortName(port.name)).join(', ')
}

function mad(context: ShowContext): readonly string[] {
  const { pair, runs, profile, orphans, keepalivePort } = context
  if (pair === null) return NOT_CONFIGURED
  const link = peerLinkOf(context)
  const members = mlagsOf(context)
  const marked = runs?.choices['orphan-hold'].value === 'marked-with-members'
  const kept = !marked && hasKeepalive(context) && keepalivePort?.kind === 'front' ? [keepalivePort.name] : []
  const included = marked ? orphans.filter(({ link: { suspendWithMembers } }) => suspendWithMembers) : []
  const list = (title: string, names: readonly string[]) => [title, ...names.map((name) => `  ${name}`)]
  return [
    `MAD DOWN state: ${madDown(pair.own)}`,
    `Restore delay: ${millisecondsOf(runs, 'member-restore-ms') / 1_000} s`,
    ...list('Excluded ports (user-configured):', kept),
    ...list('Excluded ports (system-configured):', [
      ...(profile === null ? [] : [profile.ports.management]),
      ...(link === null ? [] : [nameOf(link), ...link.members.map(({ port }) => port.name)]),
      ...members.map(nameOf),
    ]),
    ...list(
      'Included ports (user-configured):',
      included.map(({ port }) => port.name),
    ),
    ...list(
      'Included ports (system-configured):',
      members.flatMap((member) => member.members.map(({ port }) => port.name)),
    ),
  ]
}

function nameOf({ lag }: ShowLag): string {
  return `Bridge-Aggregation${lag.channel}`
}
