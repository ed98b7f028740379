import { lagEnd } from '../../model/network.ts'
import {
  DEFAULT_SPANNING_TREE,
  type LacpOptions,
  type SpanningTreeEnd,
  type VlanMembership,
} from '../../model/topology.ts'
import { block, globals, layOut, type Block, type Exporter, type ExportNote } from '../exporter.ts'
import { standsAlone } from '../lacpNotes.ts'
import { DEFAULT_MTU, foreignPorts, heading, seconds } from '../shared.ts'
import { planSwitch, portOn, carriedVlans, type CablePlan, type LagPlan, type SwitchPlan } from '../switchPlan.ts'
import { allowedStatements, fileStem, vlanLists, word } from '../text.ts'
import { ciscoIosXeProfile } from './profile.ts'

/**
 * IOS XE 17 running-config of a Catalyst 9000 switch below a pair: a port-channel before its members.
 * Source: Cisco Catalyst 9500 Layer 2 Configuration Guide, IOS XE 17.3; `seen.ts` says where each statement was seen.
 */
export const ciscoIosXeExporter: Exporter = {
  vendor: 'cisco-ios-xe',
  comment: '!',
  fileName: (deviceName) => `${fileStem(deviceName)}.cfg`,
  render(net, device) {
    const plan = planSwitch(net, device, ciscoIosXeProfile)
    const notes = [...plan.notes, ...platformNotes(plan)]
    const blocks = [
      heading(plan, notes, '!', 'Cisco IOS XE'),
      globals(device, [`hostname ${word(plan.device.name)}`]),
      ...vlans(plan),
      globals(device, spanningTree(plan)),
      globals(device, chassis(plan)),
      ...plan.lags.flatMap(lagBlocks),
      ...plan.cables.map(cableBlock),
      [{ text: 'end', from: null }],
    ]
    return { lines: layOut(blocks, '!'), notes }
  },
}

function vlans({ vlans }: SwitchPlan): readonly Block[] {
  // VLAN 1 is there and keeps its name.
  return vlans
    .filter(({ id }) => id !== 1)
    .map(({ id, name }) => block(INDENT, null, `vlan ${id}`, name === '' ? [] : [`name ${word(name)}`]))
}

/** Rapid PVST+ runs a tree for each VLAN; here they are all alike. */
function spanningTree({ device, vlans }: SwitchPlan): readonly string[] {
  const { enabled, priority } = device.stp
  const lists = vlanLists(vlans.map(({ id }) => id)).filter((list) => list !== '')
  if (!enabled) return lists.map((list) => `no spanning-tree vlan ${list}`)
  return [
    'spanning-tree mode rapid-pvst',
    'spanning-tree pathcost method long',
    ...(priority === DEFAULT_SPANNING_TREE.priority
      ? []
      : lists.map((list) => `spanning-tree vlan ${list} priority ${priority}`)),
  ]
}

function chassis({ device, usesLacp, runs, mtus }: SwitchPlan): readonly string[] {
  const largest = Math.max(DEFAULT_MTU, ...mtus)
  return [
    ...(usesLacp ? [`lacp system-priority ${device.lacpSystemPriority}`] : []),
    `mac address-table aging-time ${seconds(runs.numbers['mac-ageing-ms']?.value)}`,
    ...(largest === DEFAULT_MTU ? [] : [`system mtu ${Math.min(largest, MAX_MTU)}`]),
  ]
}

function lagBlocks({ lag, stp, towards, members }: LagPlan): readonly Block[] {
  const { bond, channel } = lag
  const { mode, rate, lacp = {} } = lagEnd(lag)
  const port = switchport(bond.vlans)
  return [
    block(INDENT, bond.id, `interface Port-channel${channel}`, [
      `description ${towards}`,
      ...port,
      ...(mode === 'static' ? [] : lacpOptions(lacp)),
      ...stpPort(bond.vlans, stp),
      'no shutdown',
    ]),
    ...members.map(({ port: member, link, towards: other }) =>
      block(INDENT, link.id, `interface ${portOn(ciscoIosXeProfile, member)}`, [
        `description ${other}`,
        ...port,
        ...(standsAlone(lag) ? stpPort(bond.vlans, stp) : []),
        ...(rate === 'fast' && mode !== 'static' ? ['lacp rate fast'] : []),
        `channel-group ${channel} mode ${mode === 'static' ? 'on' : mode}`,
        'no shutdown',
      ]),
    ),
  ]
}

function lacpOptions({ minLinks, maxBundle, fallback }: LacpOptions): readonly string[] {
  return [
    ...(minLinks === undefined ? [] : [`port-channel min-links ${minLinks}`]),
    ...(maxBundle === undefined ? [] : [`lacp max-bundle ${maxBundle}`]),
    fallback === 'individual' ? 'no port-channel standalone-disable' : 'port-channel standalone-disable',
  ]
}

function cableBlock({ port, link, towards, stp }: CablePlan): Block {
  return block(INDENT, link.id, `interface ${portOn(ciscoIosXeProfile, port)}`, [
    `description ${towards}`,
    ...switchport(link.vlans),
    ...stpPort(link.vlans, stp),
    'no shutdown',
  ])
}

function switchport(vlans: VlanMembership): readonly string[] {
  if (vlans.mode === 'access') return ['switchport mode access', `switchport access vlan ${vlans.vlan}`]
  return [
    'switchport mode trunk',
    `switchport trunk native vlan ${vlans.native}`,
    ...allowedStatements(carriedVlans(vlans)),
  ]
}

function stpPort({ mode }: VlanMembership, { edge, guard, cost }: SpanningTreeEnd): readonly string[] {
  return [
    ...(cost === undefined ? [] : [`spanning-tree cost ${cost}`]),
    ...(edge ? [`spanning-tree portfast${mode === 'trunk' ? ' trunk' : ''}`] : []),
    ...(guard === 'bpdu' ? ['spanning-tree bpduguard enable'] : []),
    ...(guard === 'root' ? ['spanning-tree guard root'] : []),
  ]
}

function platformNotes(plan: SwitchPlan): readonly ExportNote[] {
  const { device, pair, lags, mtus, routing } = plan
  const largest = Math.max(DEFAULT_MTU, ...mtus)
  const others = [...new Set(mtus)].filter((mtu) => mtu !== largest && mtu > DEFAULT_MTU)
  return [
    ...foreignPorts(plan, OWN_PORTS, 'IOS XE'),
    ...(pair
      ? [
          {
            text: 'IOS XE forms no pair: the members are written as plain port-channels, the pair and its keepalive are not.',
            from: pair.domain.id,
          },
        ]
      : []),
    ...(routing.gateways.length > 0 || routing.uplinks.length > 0
      ? [{ text: 'Routing of this switch is drawn and not written.', from: device.id }]
      : []),
    ...(largest > DEFAULT_MTU && others.length > 0
      ? [
          {
            text: `system mtu holds for all ports; ${Math.min(largest, MAX_MTU)} is written, ${others.join(' and ')} is drawn too.`,
            from: device.id,
          },
        ]
      : []),
    ...(largest > MAX_MTU
      ? [{ text: `MTU ${largest} is more than IOS XE takes; ${MAX_MTU} is written.`, from: device.id }]
      : []),
    ...lags.flatMap(({ lag }) =>
      lag.ports.length > MAX_MEMBERS && lagEnd(lag).mode === 'static'
        ? [{ text: `Port-channel${lag.channel} has more than ${MAX_MEMBERS} members.`, from: lag.bond.id }]
        : [],
    ),
  ]
}

const INDENT = ' '
/** Of the drawn model, and of others of the Catalyst 9000 and IOS families. */
const OWN_PORTS =
  /^(TenGigabitEthernet1\/0\/([1-9]|[1-3]\d|4[0-8])|(TenGigabitEthernet|TwentyFiveGigE|GigabitEthernet|FortyGigabitEthernet|HundredGigE)([2-9]\/0|1\/1)\/\d+|(TwentyFiveGigE|GigabitEthernet|FortyGigabitEthernet|HundredGigE)1\/0\/\d+|Ethernet\d+\/\d+)$/
/** Source: Cisco Catalyst 9500 Interface and Hardware Configuration Guide, "Configuring System MTU". */
const MAX_MTU = 9_198
/** Source: the Layer 2 guide, "EtherChannel Overview". */
const MAX_MEMBERS = 8
