import type { ComparedView } from '../../model/peerView.ts'
import type { Console } from '../show/console.ts'
import {
  differs,
  isOn,
  keepaliveAddresses,
  millisecondsOf,
  mlagsOf,
  peeringAddresses,
  peerLegUp,
  peerLinkOf,
  secondsOf,
  type ShowContext,
  type ShowLag,
} from '../show/context.ts'
import { columns } from '../show/columns.ts'
import { EOS_LINK_COMMANDS } from './showLinks.ts'

/**
 * First-aid commands of an MLAG peer. Lines whose value the simulation does not have are left out.
 * Source for the layouts: Arista EOS User Manual, "Multi-Chassis Link Aggregation"; outputs in ntc-templates and
 * arista.avd.
 */
export const aristaEosConsole: Console = {
  prompt: (name) => `${name}#`,
  unknown: '% Invalid input',
  ambiguous: '% Ambiguous command',
  pipes: ['include', 'exclude', 'begin', 'section', 'grep', 'no-more'],
  commands: [
    { syntax: 'show mlag', help: 'configuration, state and counts', print: mlag },
    { syntax: 'show mlag detail', help: 'the same with timers and the peer', print: (c) => [...mlag(c), ...detail(c)] },
    { syntax: 'show mlag interfaces', help: 'every MLAG port-channel, here and at the peer', print: interfaces },
    { syntax: 'show mlag interfaces detail', help: 'the same with what is configured', print: interfacesDetail },
    { syntax: 'show mlag config-sanity', help: 'what differs between the peers', print: sanity },
    ...EOS_LINK_COMMANDS,
  ],
}

function mlag(context: ShowContext): readonly string[] {
  const { pair } = context
  if (pair === null) return ['MLAG Configuration:', row('domain-id', ''), '', 'MLAG Status:', row('state', 'Disabled')]
  const [, heartbeat] = keepaliveAddresses(context)
  const [, address] = peeringAddresses(context)
  const { inner, own, domain } = pair
  const link = peerLinkOf(context)
  const counts = countsOf(context)
  return [
    'MLAG Configuration:',
    row('domain-id', domain.number),
    row('local-interface', `Vlan${domain.peering.vlan}`),
    row('peer-address', address),
    row('peer-link', link === null ? '' : `Port-Channel${link.lag.channel}`),
    ...(own.keepalive === 'none' ? [] : [row('hb-peer-address', heartbeat), row('hb-peer-vrf', domain.keepalive.vrf)]),
    ...(inner?.adjacent === true
      ? [row('peer-config', inner.compared.some(differs) ? 'inconsistent' : 'consistent')]
      : []),
    '',
    'MLAG Status:',
    row('state', inner !== null && (inner.adjacent || inner.members === null) ? 'Active' : 'Inactive'),
    row('negotiation status', inner?.adjacent === true ? 'Connected' : 'Connecting'),
    row('peer-link status', own.peerLink === 'up' ? 'Up' : 'Down'),
    row('local-int status', own.peerLink === 'up' ? 'Up' : 'Down'),
    row('system-id', inner?.systemId ?? ''),
    row('dual-primary detection', isOn(context, 'dual-primary-detection') ? 'Configured' : 'Disabled'),
    row('dual-primary interface errdisabled', yes(inner?.members?.code === 'dual-primary')),
    '',
    'MLAG Ports:',
    ...(['Disabled', 'Configured', 'Inactive', 'Active-partial', 'Active-full'] as const).map((name) =>
      row(name, counts[name]),
    ),
  ]
}

function detail(context: ShowContext): readonly string[] {
  const { pair, runs } = context
  const inner = pair?.inner
  if (pair === null || inner === null || inner === undefined) return []
  const interval = millisecondsOf(runs, 'heartbeat-interval-ms')
  const multiplier = millisecondsOf(runs, 'heartbeat-timeout-multiplier')
  const other = pair.view.views[pair.at === 0 ? 1 : 0]
  return [
    '',
    'MLAG Detailed Status:',
    wide('State', pair.own.role),
    wide('Peer State', inner.adjacent ? other.role : 'unknown'),
    wide('Peer MAC address', inner.adjacent ? pair.peer.mac : '00:00:00:00:00:00'),
    wide('Peer MAC routing supported', 'True'),
    wide('Reload delay', `${secondsOf(context, 'reload-member-ms')} seconds`),
    wide('Non-MLAG reload delay', `${secondsOf(context, 'reload-orphan-ms')} seconds`),
    wide('Ports errdisabled', yes(inner.members !== null)),
    wide('Configured heartbeat interval', `${interval} ms`),
    wide('Effective heartbeat interval', `${interval} ms`),
    wide('Heartbeat timeout', `${interval * multiplier} ms`),
    ...(pair.own.keepalive === 'none' ? [] : [wide('UDP heartbeat alive', yes(pair.own.keepalive === 'alive'))]),
    wide('Heartbeats sent/received', `${inner.counts.hellosSent}/${inner.counts.hellosHeard}`),
    ...(isOn(context, 'dual-primary-detection')
      ? [
          wide('Dual-primary detection delay', secondsOf(context, 'dual-primary-delay-ms')),
          wide('Dual-primary action', 'errdisable-all'),
          wide('Dual-primary recovery delay', secondsOf(context, 'dual-primary-member-restore-ms')),
          wide('Dual-primary non-mlag recovery delay', secondsOf(context, 'dual-primary-orphan-restore-ms')),
        ]
      : []),
  ]
}

function interfaces(context: ShowContext): readonly string[] {
  const widths = [10, 11, 15, 11, 12]
  return [
    `${' '.repeat(70)}local/remote`,
    columns(widths, ['   mlag', '   desc', '     state', '  local', '  remote', '      status']),
    widths.map((width) => '-'.repeat(width)).join(' ') + ` ${'-'.repeat(12)}`,
    ...mlagsOf(context).map((member) => {
      const { lag, view } = member
      const name = `Po${lag.channel}`
      const remote = peerLegUp(context, lag.channel)
      return [
        String(lag.channel).padStart(10),
        ' '.repeat(11),
        stateOf(context, member).padStart(15),
        name.padStart(11),
        (remote === null ? '-' : name).padStart(12),
        `${view.operational ? 'up' : 'down'}/${remote === null ? '-' : remote ? 'up' : 'down'}`.padStart(12),
      ].join(' ')
    }),
  ]
}

/** When an interface changed last is not part of an instant, so those two columns are left out. */
function interfacesDetail(context: ShowContext): readonly string[] {
  const widths = [10, 17, 11, 12, 11, 13]
  const cells = (values: readonly (string | number)[]) =>
    values.map((value, at) => String(value).padStart(widths[at] ?? 0)).join(' ')
  return [
    `${' '.repeat(60)}local/remote`,
    cells(['mlag', 'state', 'local', 'remote', 'oper', 'config']),
    widths.map((width) => '-'.repeat(width)).join(' '),
    ...mlagsOf(context).map((member) => {
      const { lag, view } = member
      const remote = peerLegUp(context, lag.channel)
      const name = `Po${lag.channel}`
      const oper = `${view.operational ? 'up' : 'down'}/${remote === null ? '-' : remote ? 'up' : 'down'}`
      return cells([
        lag.channel,
        stateOf(context, member),
        name,
        remote === null ? '-' : name,
        oper,
        remote === null ? 'ena/-' : 'ena/ena',
      ])
    }),
  ]
}

function sanity({ pair }: ShowContext): readonly string[] {
  const rows = pair?.inner?.adjacent === true ? pair.inner.compared.filter(differs) : []
  const global = rows.filter(({ scope }) => scope === 'domain')
  const own = rows.filter(({ scope }) => scope !== 'domain')
  const table = (lines: typeof rows) => [
    '    Feature                    Attribute       Local value    Peer value',
    `${'-'.repeat(14)} ${'-'.repeat(28)} ${'-'.repeat(17)} ${'-'.repeat(10)}`,
    ...lines
      .flatMap(attributes)
      .map(({ feature, attribute, here, peer }) =>
        [feature.padStart(14), attribute.padStart(28), here.padStart(17), peer.padStart(10)].join(' '),
      ),
  ]
  return [
    ...(own.length === 0
      ? ['No per interface configuration inconsistencies found.']
      : ['Per interface configuration inconsistencies:', ...table(own)]),
    '',
    ...(global.length === 0
      ? ['No global configuration inconsistencies found.']
      : ['Global configuration inconsistencies:', ...table(global)]),
  ]
}

/** A line for each VLAN that only one of the peers has; anything else is one line. */
function attributes({ scope, name, own, peer }: ComparedView) {
  const feature = scope === 'domain' ? 'bridging' : `mlag${scope}`
  if (name !== 'VLANs') return [{ feature, attribute: ATTRIBUTES[name] ?? name, here: own ?? '-', peer: peer ?? '-' }]
  const [mine, theirs] = [own, peer].map((list) => (list ?? '').split(','))
  const word = (list: readonly string[] | undefined, vlan: string) => (list?.includes(vlan) === true ? 'active' : '-')
  return [...new Set([...(mine ?? []), ...(theirs ?? [])])]
    .filter((vlan) => vlan !== '' && mine?.includes(vlan) !== theirs?.includes(vlan))
    .toSorted((a, b) => Number(a) - Number(b))
    .map((vlan) => ({
      feature,
      attribute: `admin-state vlan ${vlan}`,
      here: word(mine, vlan),
      peer: word(theirs, vlan),
    }))
}

const ATTRIBUTES: Readonly<Record<string, string>> = {
  'native VLAN': 'trunk-native-vlan',
  'allowed VLANs': 'trunk-allowed-vlans',
  'port mode': 'switchport-mode',
  'STP mode': 'spanning-tree-mode',
  mode: 'lag-mode',
  'LACP mode': 'lacp-mode',
  MTU: 'mtu',
}

type MlagState = 'Disabled' | 'Configured' | 'Inactive' | 'Active-partial' | 'Active-full'

function countsOf(context: ShowContext): Readonly<Record<MlagState, number>> {
  const counts = { Disabled: 0, Configured: 0, Inactive: 0, 'Active-partial': 0, 'Active-full': 0 }
  for (const member of mlagsOf(context)) {
    const state = stateOf(context, member)
    if (state === 'active-full') counts['Active-full'] += 1
    else if (state === 'active-partial') counts['Active-partial'] += 1
    else counts.Inactive += 1
  }
  return counts
}

/** Both sides up, one, or none. */
function stateOf(context: ShowContext, { lag, view }: ShowLag): 'active-full' | 'active-partial' | 'inactive' {
  const remote = peerLegUp(context, lag.channel) === true
  if (view.operational && remote) return 'active-full'
  return view.operational || remote ? 'active-partial' : 'inactive'
}

function row(name: string, value: string | number): string {
  return `${name.padEnd(35)}:${String(value).padStart(20)}`
}

function wide(name: string, value: string | number): string {
  return `${name.padEnd(37)}:${String(value).padStart(22)}`
}

function yes(is: boolean): string {
  return is ? 'True' : 'False'
}
