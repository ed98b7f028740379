import { columns, has } from '../show/columns.ts'
import type { ShowCommand } from '../show/console.ts'
import { lacpMembers, mlagsOf, peerLinkOf, type ShowContext, type ShowLag } from '../show/context.ts'
import { carriedVlans } from '../switchPlan.ts'

/**
 * Addresses, VRRP and bundles at length. Lines whose value the simulation does not have are left out.
 * Source: Juniper CLI Reference, `show ethernet-switching table`, `show vrrp brief`, `show lacp timeouts` and `show
 * interfaces extensive` of aggregated Ethernet; outputs in ntc-templates.
 */
export const JUNOS_MORE_COMMANDS: readonly ShowCommand[] = [
  { syntax: 'show ethernet-switching table', help: 'addresses and where they are', print: table },
  { syntax: 'show vrrp brief', help: 'virtual router addresses', print: vrrp },
  { syntax: 'show lacp timeouts', help: 'how long each member waits for LACPDUs', print: timeouts },
  {
    syntax: 'show interfaces <interface> extensive',
    help: 'one bundle with its members',
    print: (context, [name]) => bundle(context, name ?? ''),
    values: ({ lags }) => lags.map(({ lag }) => `ae${lag.channel}`),
  },
]

/** `DL`: learned here, `DR`: told by the peer. */
function table(context: ShowContext): readonly string[] {
  const { lags, ports, net, table: rows } = context
  const link = peerLinkOf(context)
  const names = new Map(net.topology.vlans.map(({ id, name }) => [id, name]))
  const whereOf = ({ channel, on }: (typeof rows)[number]) => {
    const member = channel === null ? undefined : mlagsOf(context).find(({ lag }) => lag.channel === channel)
    if (member !== undefined) return member.view.operational ? `ae${channel}.0` : link && `ae${link.lag.channel}.0`
    const lag = lags.find((one) => one.lag.bond.id === on)
    const port = ports.find((one) => one.port.id === on)?.port.name
    return lag === undefined ? port && `${port}.0` : `ae${lag.lag.channel}.0`
  }
  return [
    'MAC flags (S - static MAC, D - dynamic MAC, L - locally learned, R - remote PE MAC)',
    '',
    `Ethernet switching table : ${rows.length} entries, ${rows.length} learned`,
    columns(TABLE, ['Vlan', 'MAC', 'MAC', 'Logical']),
    columns(TABLE, ['name', 'address', 'flags', 'interface']),
    ...rows
      .toSorted((a, b) => (a.mac === b.mac ? a.vlan - b.vlan : a.mac < b.mac ? -1 : 1))
      .map((row) =>
        columns(TABLE, [
          names.get(row.vlan) || `vlan${row.vlan}`,
          row.mac,
          row.origin === 'frame' ? 'D,L' : 'D,R',
          whereOf(row) ?? '-',
        ]),
      ),
  ]
}

function vrrp({ pair, device }: ShowContext): readonly string[] {
  const gateways = pair?.view.gateways ?? []
  if (gateways.length === 0) return ['VRRP is not running']
  return [
    columns(VRRP, ['Interface', 'State', 'Group', 'VR state', 'Type', 'Address']),
    ...gateways.map(({ vlan, address, answering }) => {
      const up = answering.includes(device.id)
      // One of the peers that are up owns the address, both forward for it.
      const state = !up ? 'init' : answering[0] === device.id ? 'master' : 'backup'
      return columns(VRRP, [`irb.${vlan}`, up ? 'up' : 'down', vlan, state, 'vip', address])
    }),
  ]
}

function timeouts({ lags }: ShowContext): readonly string[] {
  return [
    columns(TIMEOUTS, ['Interface', 'Member', 'Timeout']),
    ...lags.flatMap((lag) =>
      lacpMembers(lag).map(({ port, lacp: { actor } }) =>
        columns(TIMEOUTS, [
          `ae${lag.lag.channel}`,
          port.name,
          has(actor.state, 'timeout') ? 'Fast (3 s)' : 'Slow (90 s)',
        ]),
      ),
    ),
  ]
}

function bundle({ lags }: ShowContext, name: string): readonly string[] {
  const found = lags.find(({ lag }) => `ae${lag.channel}` === name)
  if (found === undefined) return [`error: device ${name} not found`]
  const { lag, view, members } = found
  const upDown = (up: boolean) => (up ? 'Up' : 'Down')
  const speed = members.reduce(
    (sum, { port, link }) => sum + (view.distributing.includes(port.id) ? link.speedGbps : 0),
    0,
  )
  return [
    `Physical interface: ${name}, Enabled, Physical link is ${upDown(view.operational)}`,
    `  Link-level type: Ethernet, MTU: ${lag.bond.mtu}, Speed: ${speed}Gbps`,
    `  Logical interface ${name}.0`,
    '    Link:',
    ...members.map(
      ({ port, view: { carrier, state } }) =>
        `      ${port.name}.0  Link: ${upDown(carrier)}, ${state === 'forwarding' ? 'in the bundle' : `not in the bundle (${state})`}`,
    ),
    ...lacpInfo(found),
    `    VLANs: ${carriedVlans(lag.bond.vlans).join(', ')}`,
  ]
}

function lacpInfo(found: ShowLag): readonly string[] {
  const members = lacpMembers(found)
  if (members.length === 0) return []
  const row = (
    name: string,
    role: string,
    { systemPriority, system, portPriority, port, key }: (typeof members)[0]['lacp']['actor'],
  ) => columns(INFO, [`      ${name}`, role, systemPriority, system, portPriority, port, key])
  return [
    '    LACP info:',
    columns(INFO, ['      Interface', 'Role', 'System', 'System', 'Port', 'Port', 'Port']),
    columns(INFO, ['', '', 'priority', 'identifier', 'priority', 'number', 'key']),
    ...members.flatMap(({ port, lacp }) => [
      row(port.name, 'Actor', lacp.actor),
      row(port.name, 'Partner', lacp.partner),
    ]),
  ]
}

const TABLE = [20, 19, 8]
const VRRP = [12, 6, 6, 9, 5]
const TIMEOUTS = [12, 14]
const INFO = [22, 8, 9, 18, 9, 7]
