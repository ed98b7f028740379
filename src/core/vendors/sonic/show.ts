import type { MacView } from '../../model/peerView.ts'
import type { Console } from '../show/console.ts'
import {
  keepaliveAddresses,
  lacpMembers,
  mlagsOf,
  peerHeard,
  peerLegUp,
  peerLinkOf,
  type ShowContext,
} from '../show/context.ts'
import { columns } from '../show/columns.ts'
import { carriedVlans } from '../switchPlan.ts'
import { vlanLists } from '../text.ts'
import { arp, counters, nd, peerPorts, uniqueIp } from './showDump.ts'
import { team } from './showTeam.ts'
import { nameOf } from './showWords.ts'
import { timer } from './timers.ts'

/**
 * First-aid commands of an MCLAG peer of community SONiC. Lines whose value the simulation does not have are left out.
 * Source for the layouts: sonic-net/sonic-buildimage, src/iccpd/src/mclagdctl; sonic-net/sonic-utilities,
 * scripts/teamshow; jpirko/libteam, utils/teamdctl.c.
 */
export const sonicConsole: Console = {
  prompt: (name) => `admin@${name}:~$ `,
  unknown: 'command not found',
  ambiguous: 'Error: Too many matches',
  pipes: ['grep', 'head', 'tail', 'wc'],
  commands: [
    {
      syntax: 'mclagdctl -i <domain> dump state',
      help: 'session, role and member port-channels',
      print: (context, [domain]) => inDomain(context, domain, state),
      values: domainsOf,
    },
    {
      syntax: 'mclagdctl -i <domain> dump portlist local',
      help: 'every MCLAG port-channel of this switch',
      print: (context, [domain]) => inDomain(context, domain, portList),
      values: domainsOf,
    },
    {
      syntax: 'mclagdctl -i <domain> dump mac',
      help: 'addresses of this switch, and where they were learned',
      print: (context, [domain]) => inDomain(context, domain, macs),
      values: domainsOf,
    },
    {
      syntax: 'mclagdctl -i <domain> dump portlist peer',
      help: 'every MCLAG port-channel of the other switch',
      print: (context, [domain]) => inDomain(context, domain, peerPorts),
      values: domainsOf,
    },
    {
      syntax: 'mclagdctl -i <domain> dump arp',
      help: 'servers that this switch routes to',
      print: (context, [domain]) => inDomain(context, domain, arp),
      values: domainsOf,
    },
    {
      syntax: 'mclagdctl -i <domain> dump nd',
      help: 'the same for IPv6',
      print: (context, [domain]) => inDomain(context, domain, nd),
      values: domainsOf,
    },
    {
      syntax: 'mclagdctl -i <domain> dump unique_ip',
      help: 'VLAN interfaces with an address of their own',
      print: (context, [domain]) => inDomain(context, domain, uniqueIp),
      values: domainsOf,
    },
    {
      syntax: 'mclagdctl -i <domain> dump debug counters',
      help: 'sessions lost, messages sent and heard',
      print: (context, [domain]) => inDomain(context, domain, counters),
      values: domainsOf,
    },
    { syntax: 'show mclag brief', help: 'the pair and its port-channels', print: brief },
    {
      syntax: 'show mclag interface <domain> <portchannel>',
      help: 'one MCLAG port-channel, here and at the peer',
      print: (context, [domain, name]) => inDomain(context, domain, () => oneInterface(context, name ?? '')),
      values: (context) => (context.pair === null ? [] : [...domainsOf(context), ...mlagsOf(context).map(nameOf)]),
    },
    { syntax: 'show interfaces portchannel', help: 'port-channels and their members', print: portChannels },
    {
      syntax: 'teamdctl <portchannel> state',
      help: 'LACP of one port-channel',
      print: (context, [name]) => team(context, name ?? ''),
      values: ({ lags }) => lags.map(nameOf),
    },
    { syntax: 'show interfaces status', help: 'ports and whether they carry', print: ports },
  ],
}

function domainsOf({ pair }: ShowContext): readonly string[] {
  return pair === null ? [] : [String(pair.domain.number)]
}

function inDomain(
  context: ShowContext,
  domain: string | undefined,
  print: (context: ShowContext) => readonly string[],
): readonly string[] {
  return domainsOf(context).includes(domain ?? '') ? print(context) : [`MCLAG domain ${domain} is not configured`]
}

function state(context: ShowContext): readonly string[] {
  const { pair, runs } = context
  if (pair === null) return []
  const heard = peerHeard(context) !== null
  const [local, peer] = keepaliveAddresses(context)
  const link = peerLinkOf(context)
  return [
    `The MCLAG's keepalive is: ${heard ? 'OK' : 'ERROR'}`,
    `MCLAG info sync is: ${heard && pair.own.step === 3 ? 'completed' : 'incomplete'}`,
    `Domain id: ${pair.domain.number}`,
    `Local Ip: ${local}`,
    `Peer Ip: ${peer}`,
    `Peer Link Interface: ${link === null ? '' : nameOf(link)}`,
    `Keepalive time: ${runs === null ? '' : timer(runs, 'heartbeat-interval-ms')}`,
    // Spelt as the tool spells it.
    `sesssion Timeout : ${runs === null ? '' : timer(runs, 'heartbeat-timeout-ms')}`,
    `Peer Link Mac: ${context.device.mac} `,
    `Role: ${pair.own.role === 'primary' ? 'Active' : pair.own.role === 'secondary' ? 'Standby' : 'None'}`,
    `MCLAG Interface: ${mlagsOf(context).map(nameOf).join(',')}`,
  ]
}

/** Source: sonic-net/SONiC, doc/mclag/MCLAG_Enhancements_HLD.md, "show mclag brief". */
function brief(context: ShowContext): readonly string[] {
  const { pair, runs } = context
  if (pair === null) return ['MCLAG Not Configured']
  const [local, peer] = keepaliveAddresses(context)
  const link = peerLinkOf(context)
  const members = mlagsOf(context)
  const up = (is: boolean): string => (is ? 'Up' : 'Down')
  const row = (name: string, value: string): string => `${name.padEnd(29)}: ${value}`
  const role = pair.own.role === 'primary' ? 'Active' : pair.own.role === 'secondary' ? 'Standby' : 'None'
  return [
    row('Domain ID', String(pair.domain.number)),
    row('Role', role),
    row('Session Status', up(peerHeard(context) !== null)),
    row('Peer Link Status', up(link?.view.operational === true)),
    row('Source Address', local ?? ''),
    row('Peer Address', peer ?? ''),
    row('Peer Link', link === null ? '' : nameOf(link)),
    ...(runs === null
      ? []
      : [
          row('Keepalive Interval', `${timer(runs, 'heartbeat-interval-ms')} secs`),
          row('Session Timeout', `${timer(runs, 'heartbeat-timeout-ms')} secs`),
        ]),
    row('Number of MCLAG Interfaces', String(members.length)),
    'MCLAG Interface              Local/Remote Status',
    ...members.map((member) => {
      const remote = peerLegUp(context, member.lag.channel) === true
      return `${nameOf(member).padEnd(29)}${up(member.view.operational)}/${up(remote)}`
    }),
  ]
}

/** Source: sonic-net/SONiC, doc/mclag/MCLAG_Enhancements_HLD.md, "show mclag interface". */
function oneInterface(context: ShowContext, name: string): readonly string[] {
  const member = mlagsOf(context).find((lag) => nameOf(lag) === name)
  if (member === undefined) return [`${name} is not an MCLAG interface`]
  const remote = peerLegUp(context, member.lag.channel) === true
  const up = (is: boolean): string => (is ? 'Up' : 'Down')
  const row = (title: string, value: string): string => `${title.padEnd(29)}: ${value}`
  return [
    row('Local/Remote Status', `${up(member.view.operational)}/${up(remote)}`),
    row('IsolateWithPeerLink', member.view.operational && remote ? 'Yes' : 'No'),
    row('TrafficDisable', member.view.distributing.length > 0 ? 'No' : 'Yes'),
  ]
}

function portList(context: ShowContext): readonly string[] {
  return mlagsOf(context).flatMap((member) => {
    const { lag, view, members } = member
    return [
      '-'.repeat(60),
      'Type: PortChannel',
      `PortName: ${nameOf(member)}`,
      `MAC: ${lacpMembers(member)[0]?.lacp.actor.system ?? context.device.mac}`,
      `State: ${view.operational ? 'Up' : 'Down'}`,
      'IsL3Interface: No',
      `MemberPorts: ${members.map(({ port }) => port.name).join(',')}`,
      `PortchannelIsUp: ${view.operational ? 1 : 0}`,
      // Frames from the peer-link stay out while both legs are up.
      `IsIsolateWithPeerlink: ${view.operational && peerLegUp(context, lag.channel) === true ? 'Yes' : 'No'}`,
      `VlanList: ${vlanLists(carriedVlans(lag.bond.vlans)).join(',')}`,
      '-'.repeat(60),
    ]
  })
}

/**
 * Which peer an entry has aged on is not simulated, so the last column is left out; nor does a peer say on which of its
 * single-homed ports an address is.
 */
function macs(context: ShowContext): readonly string[] {
  const link = peerLinkOf(context)
  const widths = [5, 4, 19, 4, 19]
  const nameOn = (on: MacView['on']): string => {
    const lag = context.lags.find((one) => one.lag.bond.id === on)
    return lag === undefined ? (context.ports.find(({ port }) => port.id === on)?.port.name ?? '-') : nameOf(lag)
  }
  const rows = context.table.map(({ mac, vlan, channel, on, origin }) => {
    const member = channel === null ? undefined : mlagsOf(context).find(({ lag }) => lag.channel === channel)
    const far = channel === null && origin === 'peer'
    const lost = member !== undefined && !member.view.operational
    const origins = member === undefined ? (far ? '-' : nameOn(on)) : nameOf(member)
    // An address behind a port-channel that is down is reached over the peer-link.
    const dev = lost ? (link?.view.operational === true ? nameOf(link) : '-') : nameOn(on)
    return { mac, vlan, dev, origins }
  })
  return [
    'TYPE: S-STATIC, D-DYNAMIC',
    columns(widths, ['No.', 'TYPE', 'MAC', 'VID', 'DEV', 'ORIGIN-DEV']),
    ...rows
      .toSorted((a, b) => (a.mac === b.mac ? a.vlan - b.vlan : a.mac < b.mac ? -1 : 1))
      .map(({ mac, vlan, dev, origins }, at) => columns(widths, [at + 1, 'D', mac, vlan, dev, origins])),
  ]
}

function portChannels({ lags }: ShowContext): readonly string[] {
  const names = Math.max(8, ...lags.map((lag) => nameOf(lag).length))
  const widths = [5, names + 1, 12]
  return [
    'Flags: A - active, I - inactive, Up - up, Dw - Down, N/A - not available,',
    '       S - selected, D - deselected, * - not synced',
    columns(widths, ['  No.', ' Team Dev', ' Protocol', ' Ports']),
    columns(widths, ['-----', ` ${'-'.repeat(names)}`, ` ${'-'.repeat(11)}`, ` ${'-'.repeat(27)}`]),
    ...lags.map((lag) => {
      const { view, members } = lag
      const mode = view.mode === 'static' ? 'NONE' : 'LACP(A)'
      return columns(widths, [
        String(lag.lag.channel).padStart(5),
        ` ${nameOf(lag)}`,
        ` ${mode}(${view.operational ? 'Up' : 'Dw'})`,
        ` ${members.map(({ port }) => `${port.name}(${view.distributing.includes(port.id) ? 'S' : 'D'})`).join(' ')}`,
      ])
    }),
  ]
}

function ports({ ports: all, lags }: ShowContext): readonly string[] {
  const widths = [12, 7, 16, 6]
  const cells = (values: readonly (string | number)[]) =>
    values.map((value, at) => String(value).padStart(widths[at] ?? 6)).join('  ')
  return [
    cells(['Interface', 'Speed', 'Vlan', 'Oper', ' Admin']),
    cells(widths.map((width) => '-'.repeat(width)).concat('------')),
    ...all
      .filter(({ port }) => port.kind === 'front')
      .map(({ port, link, view }) => {
        const bundle = lags.find(({ members }) => members.some((member) => member.port.id === port.id))
        const vlan = bundle ? nameOf(bundle) : link.use === 'keepalive' ? 'routed' : 'trunk'
        return cells([port.name, `${link.speedGbps}G`, vlan, view.carrier ? 'up' : 'down', 'up'])
      }),
  ]
}
