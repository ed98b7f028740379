import type { Console } from '../show/console.ts'
import {
  differs,
  hasKeepalive,
  keepaliveAddresses,
  lacpMembers,
  lagsNumbered,
  mlagsOf,
  peerHeard,
  peerLag,
  peerLinkOf,
  rolePriorities,
  secondsOf,
  type LacpMember,
  type ShowContext,
  type ShowLag,
} from '../show/context.ts'
import { columns, fact } from '../show/columns.ts'

/**
 * First-aid commands of a VLT peer. Lines whose value the simulation does not have are left out.
 * Source for the layouts: Dell SmartFabric OS10 User Guide, "Virtual Link Trunking" and "Port channels"; outputs in
 * public lab reports.
 */
export const dellOs10Console: Console = {
  prompt: (name) => `${name}# `,
  unknown: '% Error: Unrecognized command.',
  ambiguous: '% Error: Ambiguous command.',
  pipes: ['grep', 'except', 'find', 'no-more'],
  commands: [
    {
      syntax: 'show vlt <domain>',
      help: 'the pair, the VLTi and the peer',
      print: (context, [domain]) => inDomain(context, domain, vlt),
      values: domainsOf,
    },
    {
      syntax: 'show vlt <domain> backup-link',
      help: 'heartbeat over the backup link',
      print: (context, [domain]) => inDomain(context, domain, backupLink),
      values: domainsOf,
    },
    {
      syntax: 'show vlt <domain> vlt-port-detail',
      help: 'every VLT port-channel on both units',
      print: (context, [domain]) => inDomain(context, domain, ports),
      values: domainsOf,
    },
    {
      syntax: 'show vlt <domain> mismatch',
      help: 'what differs between the units',
      print: (context, [domain]) => inDomain(context, domain, mismatch),
      values: domainsOf,
    },
    { syntax: 'show vlt error-disabled-ports', help: 'ports that VLT holds down', print: errorDisabled },
    { syntax: 'show lacp system-identifier', help: 'LACP system of the unit itself', print: systemIdentifier },
    { syntax: 'show port-channel summary', help: 'port-channels and their members', print: summary },
    {
      syntax: 'show lacp port-channel <number>',
      help: 'LACP of one port-channel',
      print: (context, [number]) => lagsNumbered(context, number ?? '').flatMap(lacp),
      values: ({ lags }) => lags.filter(({ lag }) => lag.role !== 'peer-link').map(({ lag }) => String(lag.channel)),
    },
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
  return domainsOf(context).includes(domain ?? '') ? print(context) : [`% Error: VLT domain ${domain} does not exist.`]
}

function vlt(context: ShowContext): readonly string[] {
  const { pair, device } = context
  if (pair === null) return []
  const other = peerHeard(context)
  const [priority] = rolePriorities(context)
  const link = peerLinkOf(context)
  const [unit, peerUnit] = units(context)
  const widths = [17, 20, 9]
  return [
    fact(39, 'Domain ID', pair.domain.number),
    fact(39, 'Unit ID', unit),
    fact(39, 'Role', pair.own.role),
    fact(39, 'Local System MAC address', device.mac),
    fact(39, 'Role priority', priority),
    fact(39, 'VLT MAC address', pair.domain.systemMac),
    fact(39, 'IP address', `${PREFIX}${unit}`),
    fact(39, 'Delay-Restore timer', `${secondsOf(context, 'member-restore-ms')} seconds`),
    'VLTi Link Status',
    ...(link === null ? [] : [fact(39, `    port-channel${VLTI}`, link.view.operational ? 'up' : 'down')]),
    '',
    columns(widths, ['VLT Peer Unit ID', 'System MAC Address', 'Status', 'IP Address']),
    '-'.repeat(82),
    columns(widths, [`  ${peerUnit}`, pair.peer.mac, other === null ? 'down' : 'up', `${PREFIX}${peerUnit}`]),
  ]
}

function errorDisabled({ pair, ports: all }: ShowContext): readonly string[] {
  if (pair === null) return ['% Error: VLT domain is not configured.']
  const held = all.filter(({ view }) => view.suspended !== null)
  return [
    'Port            Reason',
    '-'.repeat(60),
    ...held.map(({ port, view }) => `${port.name.padEnd(15)} ${view.suspended?.text}`),
  ]
}

function systemIdentifier({ device }: ShowContext): readonly string[] {
  return device.kind === 'switch'
    ? [`Actor System ID: Priority ${device.lacpSystemPriority}, Address ${device.mac}`]
    : []
}

function backupLink(context: ShowContext): readonly string[] {
  const { pair } = context
  if (pair === null || !hasKeepalive(context)) return ['VLT backup link is not configured.']
  const [, destination] = keepaliveAddresses(context)
  return [
    'VLT Backup Link',
    '------------------------',
    fact(31, 'Destination', destination),
    fact(31, 'Peer Heartbeat status', pair.own.keepalive === 'alive' ? 'Up' : 'Down'),
    fact(31, 'Heartbeat interval', secondsOf(context, 'keepalive-interval-ms')),
    fact(31, 'Heartbeat timeout', secondsOf(context, 'keepalive-timeout-ms')),
    fact(31, 'Destination VRF', pair.domain.keepalive.vrf),
  ]
}

function ports(context: ShowContext): readonly string[] {
  const [unit, peerUnit] = units(context)
  const widths = [14, 17, 9, 19]
  const row = (mark: string, id: number, { lag, view, members }: ShowLag) =>
    columns(widths, [
      `${mark} ${id}`,
      `port-channel${lag.channel}`,
      view.operational ? 'up' : 'down',
      members.length,
      view.distributing.length,
    ])
  return mlagsOf(context).flatMap((own, at) => {
    const peer = peerLag(context, own.lag.channel)
    const rows = [
      { id: unit, text: row('*', unit, own) },
      ...(peer === null ? [] : [{ id: peerUnit, text: row(' ', peerUnit, peer) }]),
    ]
    return [
      ...(at === 0 ? [] : ['']),
      `vlt-port-channel ID : ${own.lag.channel}`,
      columns(widths, ['VLT Unit ID', 'Port-Channel', 'Status', 'Configured ports', 'Active ports']),
      '-'.repeat(79),
      ...rows.toSorted((a, b) => a.id - b.id).map(({ text }) => text),
    ]
  })
}

function mismatch({ pair }: ShowContext): readonly string[] {
  const rows = pair?.inner?.adjacent === true ? pair.inner.compared.filter(differs) : []
  const told = (title: string, found: typeof rows) =>
    found.length === 0
      ? [`${title}: No mismatch`]
      : [
          `${title}:`,
          ...found.map(
            ({ scope, name, own, peer }) =>
              `  ${scope === 'domain' ? '' : `vlt-port-channel ${scope} `}${name}: local ${own ?? '-'}, peer ${peer ?? '-'}`,
          ),
        ]
  const ofPair = (name: string) => rows.filter((row) => row.scope === 'domain' && row.name === name)
  const peerRouting = ofPair('peer gateway')
  const vlans = ofPair('VLANs')
  const ofBonds = rows.filter(({ scope, type }) => scope !== 'domain' && type === 'vlans')
  return [
    ...told('Peer-routing mismatch', peerRouting),
    ...told('VLAN mismatch', vlans),
    ...told('VLT VLAN mismatch', ofBonds),
    ...told(
      'Other mismatch',
      rows.filter((row) => ![...peerRouting, ...vlans, ...ofBonds].includes(row)),
    ),
  ]
}

function summary({ lags }: ShowContext): readonly string[] {
  return [
    'Flags:  D - Down    I - member up but inactive    P - member up and active',
    '        U - Up (port-channel)    F - Fallback Activated    IND - LACP Individual',
    '-'.repeat(80),
    'Group Port-Channel           Type     Protocol  Member Ports',
    '-'.repeat(80),
    ...lags.map(({ lag, view, members }) => {
      const number = lag.role === 'peer-link' ? VLTI : lag.channel
      const isStatic = lag.role === 'peer-link' || view.mode === 'static'
      return [
        String(number).padEnd(5),
        `port-channel${number}`.padEnd(16),
        `(${view.operational ? 'U' : 'D'})`.padEnd(7),
        'Eth     ',
        (isStatic ? 'STATIC' : 'DYNAMIC').padEnd(9),
        members
          .map(({ port, view: { carrier } }) => {
            const flag = view.distributing.includes(port.id) ? 'P' : carrier ? 'I' : 'D'
            return `${port.name.replace(/^ethernet/, '')}(${flag})`
          })
          .join(' '),
      ].join(' ')
    }),
  ]
}

function lacp(lag: ShowLag): readonly string[] {
  const members = lacpMembers(lag)
  const { channel, role } = lag.lag
  const first = members[0]
  // The VLTi is bundled without LACP, whatever is drawn.
  if (first === undefined || role === 'peer-link') return [`% Error: port-channel ${channel} runs no LACP.`]
  const { actor } = first.lacp
  const partner = members.find(({ lacp: { rx } }) => rx === 'current')?.lacp.partner ?? first.lacp.partner
  return [
    `Port-channel ${channel} admin up, oper ${lag.view.operational ? 'up' : 'down'}, mode lacp`,
    `Actor System ID: Priority ${actor.systemPriority}, Address ${actor.system}`,
    `Partner System ID: Priority ${partner.systemPriority}, Address ${partner.system}`,
    `Actor Admin Key ${channel}, Oper Key ${actor.key}, Partner Oper Key ${partner.key}`,
    ...members.flatMap(member),
  ]
}

function member({ port, lacp: { actor, partner } }: LacpMember): readonly string[] {
  return [
    '',
    `Port ${port.name} is Enabled, LACP is enabled and mode is lacp`,
    `  Actor Oper: State ${letters(actor.state)} Key ${actor.key} Priority ${actor.portPriority}`,
    `  Partner Oper: State ${letters(partner.state)} Key ${partner.key} Priority ${partner.portPriority}`,
  ]
}

/** `BDEGIKNO`: one letter of each pair, from the lowest bit of the state octet up. */
function letters(state: number): string {
  return STATE_LETTERS.map(([set, clear], bit) => ((state >> bit) & 1 ? set : clear)).join('')
}

function units({ pair }: ShowContext): readonly [number, number] {
  return pair?.at === 1 ? [2, 1] : [1, 2]
}

const STATE_LETTERS = [
  ['A', 'B'],
  ['C', 'D'],
  ['E', 'F'],
  ['G', 'H'],
  ['I', 'J'],
  ['K', 'L'],
  ['M', 'N'],
  ['P', 'O'],
] as const
/** OS10 numbers the VLTi itself. */
const VLTI = 1_000
/** Addresses of the VLT peers on their own VLAN over the VLTi. */
const PREFIX = 'fda5:74c8:b79e:1::'
