import type { StpView } from '../../model/protocolView.ts'
import type { VlanMembership } from '../../model/topology.ts'
import { columns } from '../show/columns.ts'
import type { ShowCommand } from '../show/console.ts'
import { portVlans, type ShowContext, type ShowMember } from '../show/context.ts'
import { carriedVlans } from '../switchPlan.ts'
import { vlanLists } from '../text.ts'
import { dotted, lagName, nameOn, shortName } from './showWords.ts'

/**
 * Trunks, addresses and spanning tree of a Catalyst switch.
 * Source: Cisco IOS XE command references, "show interfaces trunk", "show mac address-table", "show spanning-tree"; outputs
 * of Catalyst switches in Cisco Genie parsers, iosxe, ShowInterfacesTrunk, ShowMacAddressTable, ShowSpanningTree.
 */
export const IOS_XE_BRIDGE_COMMANDS: readonly ShowCommand[] = [
  { syntax: 'show interfaces trunk', help: 'trunks and the VLANs that they carry', print: trunks },
  { syntax: 'show mac address-table', help: 'where which address is', print: macs },
  { syntax: 'show spanning-tree', help: 'root, roles and states, VLAN by VLAN', print: spanningTree },
  {
    syntax: 'show spanning-tree vlan <number>',
    help: 'the same of one VLAN',
    print: (context, [number]) => tree(context, Number(number)),
    values: (context) => vlansOf(context).map(String),
  },
]

/** What spanning tree and VLANs know: a port-channel as one port, and every other port. */
interface Logical {
  readonly name: string
  readonly long: string
  readonly vlans: VlanMembership
  readonly up: boolean
  readonly stp: StpView | null
  /** Held by root guard. */
  readonly inconsistent: boolean
}

function logicalPorts(context: ShowContext): readonly Logical[] {
  const { lags, ports, net } = context
  const bonded = lags.map((lag): Logical => {
    const first = lag.members.find(({ view }) => view.stp !== null)
    return {
      name: lagName(lag),
      long: `Port-channel${lag.lag.channel}`,
      vlans: lag.lag.bond.vlans,
      up: lag.view.operational,
      stp: first?.view.stp ?? null,
      inconsistent: first !== undefined && isInconsistent(first),
    }
  })
  const singles = ports
    .filter(({ port, link }) => port.kind === 'front' && link.use === 'data' && !net.bondOf.has(link.id))
    .map((member): Logical => ({
      name: shortName(member.port.name),
      long: member.port.name,
      vlans: member.link.vlans,
      up: member.view.carrier && member.view.suspended === null,
      stp: member.view.stp,
      inconsistent: isInconsistent(member),
    }))
  return [...singles, ...bonded]
}

function isInconsistent({ view }: ShowMember): boolean {
  return view.state === 'blocked' && view.reason?.startsWith('root guard') === true
}

function trunks(context: ShowContext): readonly string[] {
  const up = logicalPorts(context).filter(({ vlans, up }) => up && vlans.mode === 'trunk')
  const list = (title: string, listed: (port: Logical) => readonly number[]) => [
    '',
    columns([11], ['Port', title]),
    ...up.map((port) => columns([11], [port.name, listText(listed(port))])),
  ]
  const all = ({ vlans }: Logical) => carriedVlans(vlans)
  return [
    columns(TRUNK, ['Port', 'Mode', 'Encapsulation', 'Status', 'Native vlan']),
    ...up.map(({ name, vlans }) =>
      columns(TRUNK, [name, 'on', '802.1q', 'trunking', vlans.mode === 'trunk' ? vlans.native : '']),
    ),
    ...list('Vlans allowed on trunk', all),
    ...list('Vlans allowed and active in management domain', all),
    ...list('Vlans in spanning tree forwarding state and not pruned', (port) => (forwards(port) ? all(port) : [])),
  ]
}

function listText(vlans: readonly number[]): string {
  return vlans.length === 0 ? 'none' : vlanLists(vlans).join(',')
}

function forwards({ stp }: Logical): boolean {
  return stp === null || stp.state === 'forwarding'
}

function macs(context: ShowContext): readonly string[] {
  const rows = context.table.toSorted((a, b) => a.vlan - b.vlan || a.mac.localeCompare(b.mac))
  return [
    '          Mac Address Table',
    '-------------------------------------------',
    '',
    'Vlan    Mac Address       Type        Ports',
    '----    -----------       --------    -----',
    ...rows.map(
      ({ mac, vlan, on }) => `${String(vlan).padStart(4)}    ${dotted(mac)}    DYNAMIC     ${nameOn(context, on)}`,
    ),
    `Total Mac Addresses for this criterion: ${rows.length}`,
  ]
}

function spanningTree(context: ShowContext): readonly string[] {
  const vlans = vlansOf(context)
  if (!hasTree(context) || vlans.length === 0) return ['No spanning tree instances exist.']
  return vlans.flatMap((vlan, at) => [...(at === 0 ? [] : ['', '']), ...tree(context, vlan)])
}

/** One VLAN; all have the same tree here, each with its own number in the priorities. */
function tree(context: ShowContext, vlan: number): readonly string[] {
  const { device } = context
  const ports = logicalPorts(context).filter(({ vlans }) => carriedVlans(vlans).includes(vlan))
  const shown = ports.flatMap((port) => (port.stp === null || !port.up ? [] : [{ ...port, stp: port.stp }]))
  if (!hasTree(context) || device.kind !== 'switch' || ports.length === 0) {
    return [`Spanning tree instance(s) for vlan ${vlan} does not exist.`]
  }
  const own = device.stp.priority
  const towards = shown.find(({ stp }) => stp.role === 'root')
  const { priority, mac } = shown[0]?.stp.root ?? { priority: own, mac: device.mac }
  return [
    `VLAN${String(vlan).padStart(4, '0')}`,
    '  Spanning tree enabled protocol rstp',
    `  Root ID    Priority    ${priority + vlan}`,
    `             Address     ${dotted(mac)}`,
    ...(towards === undefined
      ? ['             This bridge is the root']
      : [
          `             Cost        ${towards.stp.rootCost}`,
          `             Port        ${towards.stp.number} (${towards.long})`,
        ]),
    TIMES,
    '',
    `  Bridge ID  Priority    ${own + vlan}  (priority ${own} sys-id-ext ${vlan})`,
    `             Address     ${dotted(device.mac)}`,
    TIMES,
    `             Aging Time  ${(context.runs?.numbers['mac-ageing-ms']?.value ?? 0) / 1_000} sec`,
    '',
    columns(TREE, ['Interface', 'Role', 'Sts', 'Cost', 'Prio.Nbr', 'Type']),
    '------------------- ---- --- --------- -------- --------------------------------',
    ...shown.map(({ name, stp, inconsistent }) =>
      [
        name.padEnd(20),
        ROLE[stp.role].padEnd(5),
        inconsistent ? 'BKN*' : `${STATE[stp.state]} `,
        String(stp.cost).padEnd(10),
        `128.${stp.number}`.padEnd(9),
        `P2p${stp.edge ? ' Edge' : ''}${inconsistent ? ' *ROOT_Inc' : ''}`,
      ].join(''),
    ),
  ]
}

function vlansOf(context: ShowContext): readonly number[] {
  const all = context.ports.filter(({ link }) => link.use === 'data').flatMap((member) => portVlans(context, member))
  return [...new Set(all)].toSorted((a, b) => a - b)
}

function hasTree({ device }: ShowContext): boolean {
  return device.kind === 'switch' && device.stp.enabled
}

const TIMES = '             Hello Time   2 sec  Max Age 20 sec  Forward Delay 15 sec'
const TRUNK = [11, 16, 14, 13, 11]
const TREE = [19, 4, 3, 9, 8]
const ROLE: Readonly<Record<StpView['role'], string>> = {
  root: 'Root',
  designated: 'Desg',
  alternate: 'Altn',
  backup: 'Back',
  disabled: 'Disb',
}
const STATE: Readonly<Record<StpView['state'], string>> = { forwarding: 'FWD', learning: 'LRN', discarding: 'BLK' }
