import { has } from '../show/columns.ts'
import type { Console } from '../show/console.ts'
import { lacpMembers, peerHeard, type LacpMember, type ShowContext, type ShowLag } from '../show/context.ts'

/**
 * First-aid commands of an MLAG peer. Lines whose value the simulation does not have are left out.
 * Source for the layouts: MikroTik RouterOS documentation, "Multi-chassis Link Aggregation Group" and "Bonding".
 */
export const mikrotikRouterosConsole: Console = {
  prompt: (name) => `[admin@${name}] > `,
  unknown: 'bad command name',
  ambiguous: 'ambiguous command name',
  pipes: [],
  commands: [
    { syntax: '/interface/bridge/mlag/monitor bridge1', help: 'the pair, before version 7.22', print: mlag },
    { syntax: '/interface/bridge/monitor bridge1 once', help: 'the pair, from version 7.22 on', print: bridge },
    {
      syntax: '/interface/bonding/monitor <bond>',
      help: 'a bond and its partner',
      print: ({ lags }, [name]) => named(lags, name, bonding),
      values: ({ lags }) => lags.map(nameOf),
    },
    {
      syntax: '/interface/bonding/monitor-slaves <bond>',
      help: 'members of a bond and their LACP flags',
      print: ({ lags }, [name]) => named(lags, name, slaves),
      values: ({ lags }) => lags.map(nameOf),
    },
  ],
}

function mlag(context: ShowContext): readonly string[] {
  const { pair } = context
  if (pair === null) return NOT_CONFIGURED
  const heard = peerHeard(context) !== null
  return facts([
    ['status', heard ? 'connected' : 'disconnected'],
    ['system-id', upper(pair.inner?.systemId ?? '')],
    ['active-role', pair.own.role],
  ])
}

function bridge(context: ShowContext): readonly string[] {
  const { pair } = context
  if (pair === null) return NOT_CONFIGURED
  const heard = peerHeard(context) !== null
  return facts([
    ['mlag-state', heard ? 'connected' : 'disconnected'],
    ['mlag-active-role', pair.own.role],
    ...bridgeId(context),
  ])
}

/** Both peers go by one bridge while they are connected. */
function bridgeId({ pair, device }: ShowContext): readonly (readonly [string, string])[] {
  if (device.kind !== 'switch' || !device.stp.enabled) return []
  const priority = device.stp.priority.toString(16).toUpperCase()
  return [['bridge-id', `0x${priority}.${upper(pair?.inner?.systemId ?? device.mac)}`]]
}

function named(
  lags: readonly ShowLag[],
  name: string | undefined,
  print: (lag: ShowLag) => readonly string[],
): readonly string[] {
  const found = lags.find((lag) => nameOf(lag) === name)
  return found === undefined ? [`input does not match any value of interface`] : print(found)
}

function bonding(lag: ShowLag): readonly string[] {
  const { view, members } = lag
  const active = members.filter(({ port }) => view.distributing.includes(port.id))
  const inactive = members.filter(({ port }) => !view.distributing.includes(port.id))
  const actor = lacpMembers(lag)[0]?.lacp.actor
  const list = (ports: typeof members) => ports.map(({ port }) => port.name).join(',')
  return facts([
    ['mode', view.mode === 'static' ? 'balance-xor' : '802.3ad'],
    ['active-ports', list(active)],
    ['inactive-ports', list(inactive)],
    ...(actor === undefined
      ? []
      : ([
          ['lacp-system-id', upper(actor.system)],
          ['lacp-system-priority', actor.systemPriority],
          ['lacp-partner-system-id', upper(view.partnerSystem ?? '00:00:00:00:00:00')],
        ] as const)),
  ])
}

function slaves(lag: ShowLag): readonly string[] {
  const row = ({ port, lacp: { actor, partner, rx } }: LacpMember) => {
    const active = lag.view.distributing.includes(port.id) ? 'A' : ' '
    const known = rx === 'current' ? 'P' : ' '
    return (
      ` ${active}${known} port=${port.name} key=${actor.key} flags="${letters(actor.state)}"` +
      ` partner-sys-id=${upper(partner.system)} partner-sys-priority=${partner.systemPriority}` +
      ` partner-key=${partner.key} partner-flags="${letters(partner.state)}"`
    )
  }
  return ['Flags: A - active; P - partner', ...lacpMembers(lag).map(row)]
}

/** `A-GSCD--`. */
function letters(state: number): string {
  return FLAGS.map(([bit, letter]) => (has(state, bit) ? letter : '-')).join('')
}

/** Names end at the same column, as RouterOS prints them. */
function facts(rows: readonly (readonly [string, string | number])[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  return rows.map(([name, value]) => `${name.padStart(width)}: ${value}`.trimEnd())
}

function nameOf({ lag }: ShowLag): string {
  return `bond${lag.channel}`
}

function upper(mac: string): string {
  return mac.toUpperCase()
}

const NOT_CONFIGURED = ['MLAG is not configured on bridge1']
const FLAGS = [
  ['activity', 'A'],
  ['timeout', 'T'],
  ['aggregation', 'G'],
  ['synchronization', 'S'],
  ['collecting', 'C'],
  ['distributing', 'D'],
  ['defaulted', 'F'],
  ['expired', 'E'],
] as const
