import { standsAlone } from '../lacpNotes.ts'
import { lagEnd } from '../../model/network.ts'
import type { NumberKey } from '../../model/profileKeys.ts'
import {
  DEFAULT_SPANNING_TREE,
  type LacpOptions,
  type SpanningTreeEnd,
  type VlanMembership,
} from '../../model/topology.ts'
import {
  block,
  globals,
  layOut,
  type Block,
  type ConfigLine,
  type DrawnId,
  type Exporter,
  type ExportNote,
} from '../exporter.ts'
import {
  planSwitch,
  portOn,
  carriedVlans,
  type CablePlan,
  type LagPlan,
  type PairPlan,
  type SwitchPlan,
} from '../switchPlan.ts'
import { allowedStatements, fileStem, freeText, vlanLists, word } from '../text.ts'
import { ciscoNxosProfile } from './profile.ts'
import { routingBlocks, routingFeatures, routingOfDomain, trackBlocks } from './routing.ts'

/**
 * NX-OS 9.3(x) running-config of one switch, in an order that can be pasted: features first, a port-channel before
 * its members, the VRF of a port before its address.
 * Source: Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, "Configuring vPCs" and "Configuring Port
 * Channels". Where each statement was seen in use:
 * - `vpc domain`, `peer-keepalive`, `auto-recovery`, `vrf context`, `vrf member`, `vpc peer-link`, `vpc N`, members:
 *   netenglabs/suzieq, running-configs of two 9.3(4) pairs;
 * - `role priority`, `system-priority`, `delay restore`: batfish, parsing test cisco_misc;
 * - `delay restore orphan-port` and `interface-vlan`, the order of `peer-keepalive … interval … timeout …
 *   hold-timeout`, `no auto-recovery`: cisco/cisco-network-node-utils, vpc.yaml; cisco.nxos, nxos_vpc;
 * - `spanning-tree port type edge`, `edge trunk`, `network`, `bpduguard enable`, `guard root`: batfish,
 *   nxos_interface_spanning_tree; `spanning-tree vlan … priority`, `pathcost method`, `no spanning-tree vlan`: Layer 2 guide, "Configuring
 *   Rapid PVST+";
 * - `lacp rate fast`, `lacp system-priority`: cisco.nxos, nxos_lacp_interfaces and nxos_lacp; the guide takes the rate
 *   only while the port is shut;
 * - `lacp min-links`, `no lacp suspend-individual`: batfish, cisco_interface; cisco-network-node-utils, which shuts the
 *   port-channel for it; `lacp max-bundle`: cisco.nxos;
 * - `vpc orphan-port suspend`: the guide; cisco.nxos, nxos_vpc_interface;
 * - `mac address-table aging-time`, `system jumbomtu`, `link debounce time`: Layer 2 and Interfaces guides.
 */
export const ciscoNxosExporter: Exporter = {
  vendor: 'cisco-nxos',
  comment: '!',
  fileName: (deviceName) => `${fileStem(deviceName)}.cfg`,
  render(net, device) {
    const plan = planSwitch(net, device, ciscoNxosProfile)
    const notes = [...plan.notes, ...platformNotes(plan)]
    const blocks = [
      heading(plan, notes),
      globals(device, [`hostname ${word(plan.device.name)}`]),
      features(plan),
      ...vlans(plan),
      globals(device, spanningTree(plan)),
      globals(device, chassis(plan)),
      ...(plan.pair ? pairBlocks(plan, plan.pair) : []),
      ...plan.lags.flatMap((lag) => lagBlocks(plan, lag)),
      ...plan.cables.map((cable) => cableBlock(plan, cable)),
      ...routingBlocks(plan),
    ]
    return { lines: layOut(blocks, ''), notes }
  },
}

function heading({ device }: SwitchPlan, notes: readonly ExportNote[]): Block {
  const label = freeText(device.label)
  const title: ConfigLine = {
    text: `! ${word(device.name)}${label === '' ? '' : ` (${label})`}, Cisco NX-OS`,
    from: device.id,
  }
  return [title, ...notes.map(({ text, from }) => ({ text: `! Note: ${text}`, from }))]
}

function features(plan: SwitchPlan): Block {
  const { pair, usesLacp, runs } = plan
  const routed = routingFeatures(plan)
  return globals(null, [
    ...(pair ? ['cfs eth distribute'] : []),
    ...routed,
    ...(runs.numbers['gateway-restore-ms']?.set && !routed.includes(SVIS) ? [SVIS] : []),
    ...(usesLacp ? ['feature lacp'] : []),
    ...(pair ? ['feature vpc'] : []),
  ])
}

function vlans({ vlans }: SwitchPlan): readonly Block[] {
  if (vlans.length === 0) return []
  // The name of VLAN 1 cannot be changed.
  const named = vlans.filter(({ id, name }) => id !== 1 && name !== '')
  return [
    globals(
      null,
      vlanLists(vlans.map(({ id }) => id)).map((list) => `vlan ${list}`),
    ),
    ...named.map(({ id, name }) => block(INDENT, null, `vlan ${id}`, [`name ${word(name)}`])),
  ]
}

function chassis({ device, usesLacp, pair, runs, mtus }: SwitchPlan): readonly string[] {
  const jumbo = Math.max(...mtus.filter((mtu) => mtu !== DEFAULT_MTU), 0)
  return [
    ...(usesLacp ? [`lacp system-priority ${Math.max(1, device.lacpSystemPriority)}`] : []),
    ...(pair ? [`mac address-table aging-time ${seconds(runs.numbers['mac-ageing-ms']?.value)}`] : []),
    ...(jumbo > DEFAULT_MTU && jumbo !== JUMBO_MTU ? [`system jumbomtu ${jumbo}`] : []),
  ]
}

function pairBlocks(plan: SwitchPlan, pair: PairPlan): readonly Block[] {
  const { runs } = plan
  const { domain, keepalive } = pair
  const value = (key: NumberKey) => runs.numbers[key]?.value ?? 0
  const vrf = keepalive && keepaliveVrf(keepalive)
  const soloStart = runs.switches['solo-start']?.value === true
  const own = [
    `role priority ${value(pair.preferred ? 'role-priority-preferred' : 'role-priority-other')}`,
    `system-priority ${value('system-priority')}`,
    ...(keepalive
      ? [
          `peer-keepalive destination ${word(keepalive.peer)} source ${word(keepalive.own)} vrf ${vrf} interval ` +
            `${value('keepalive-interval-ms')} timeout ${seconds(value('keepalive-timeout-ms'))} hold-timeout ` +
            `${seconds(value('keepalive-hold-ms'))}`,
        ]
      : []),
    `delay restore ${seconds(value('member-restore-ms'))}`,
    ...(runs.numbers['gateway-restore-ms']?.set
      ? [`delay restore interface-vlan ${seconds(value('gateway-restore-ms'))}`]
      : []),
    `delay restore orphan-port ${seconds(value('orphan-restore-ms'))}`,
    ...routingOfDomain(plan),
    soloStart ? `auto-recovery reload-delay ${seconds(value('solo-start-ms'))}` : 'no auto-recovery',
  ]
  const front = keepalive?.port.kind === 'front'
  return [
    front && vrf !== 'default' ? globals(domain.id, [`vrf context ${vrf}`]) : [],
    ...trackBlocks(plan),
    block(INDENT, domain.id, `vpc domain ${domain.number}`, own),
    keepalive
      ? block(INDENT, keepalive.link.id, `interface ${portOn(ciscoNxosProfile, keepalive.port)}`, [
          `description peer-keepalive: ${keepalive.towards}`,
          ...(front ? ['no switchport', ...debounce(runs)] : []),
          ...(vrf === 'default' ? [] : [`vrf member ${vrf}`]),
          `ip address ${word(keepalive.own)}/${keepalive.prefixLength}`,
          'no shutdown',
        ])
      : [],
  ]
}

/** mgmt0 is always in the VRF `management`; a front port is put in one of its own. */
function keepaliveVrf({ port, vrf }: NonNullable<PairPlan['keepalive']>): string {
  if (port.kind === 'management') return 'management'
  return vrf === 'management' ? 'vpc-keepalive' : word(vrf)
}

function lagBlocks(plan: SwitchPlan, { lag, stp, towards, members }: LagPlan): readonly Block[] {
  const { bond, channel, role } = lag
  const { mode, rate, lacp = {} } = lagEnd(lag)
  const port = [...switchport(bond.vlans), ...mtu(bond.mtu)]
  const title = role === 'peer-link' ? 'vPC peer-link' : role === 'mlag' ? `vPC ${channel}` : 'port-channel'
  const fast = rate === 'fast' && mode !== 'static'
  return [
    block(INDENT, bond.id, `interface port-channel${channel}`, [
      `description ${title}: ${towards}`,
      ...port,
      ...(role === 'peer-link' ? ['spanning-tree port type network'] : stpPort(bond.vlans, stp)),
      ...(mode === 'static' ? [] : lacpOptions(lacp)),
      ...(role === 'peer-link' ? ['vpc peer-link'] : role === 'mlag' ? [`vpc ${channel}`] : []),
      'no shutdown',
    ]),
    ...members.map(({ port: member, link, towards: other }) =>
      block(INDENT, link.id, `interface ${portOn(ciscoNxosProfile, member)}`, [
        `description ${other}`,
        ...port,
        ...(standsAlone(lag) ? stpPort(bond.vlans, stp) : []),
        ...debounce(plan.runs),
        ...(fast ? ['shutdown', 'lacp rate fast'] : []),
        `channel-group ${channel} mode ${mode === 'static' ? 'on' : mode}`,
        'no shutdown',
      ]),
    ),
  ]
}

/** `suspend-individual` is changed only while the port-channel is shut. */
function lacpOptions({ minLinks, maxBundle, fallback }: LacpOptions): readonly string[] {
  return [
    ...(minLinks === undefined ? [] : [`lacp min-links ${minLinks}`]),
    ...(maxBundle === undefined ? [] : [`lacp max-bundle ${maxBundle}`]),
    ...(fallback === 'individual' ? ['shutdown', 'no lacp suspend-individual'] : []),
  ]
}

function cableBlock({ runs }: SwitchPlan, { port, link, towards, stp, orphan }: CablePlan): Block {
  return block(INDENT, link.id, `interface ${portOn(ciscoNxosProfile, port)}`, [
    `description ${towards}`,
    ...switchport(link.vlans),
    ...mtu(link.mtu),
    ...debounce(runs),
    ...stpPort(link.vlans, stp),
    ...(orphan && link.suspendWithMembers ? ['vpc orphan-port suspend'] : []),
    'no shutdown',
  ])
}

function switchport(vlans: VlanMembership): readonly string[] {
  if (vlans.mode === 'access') {
    return ['switchport', 'switchport mode access', `switchport access vlan ${vlans.vlan}`]
  }
  return [
    'switchport',
    'switchport mode trunk',
    `switchport trunk native vlan ${vlans.native}`,
    ...allowedStatements(carriedVlans(vlans)),
  ]
}

/** Rapid PVST+ runs a tree for each VLAN; here they are all alike. */
function spanningTree({ device, vlans }: SwitchPlan): readonly string[] {
  const { enabled, priority } = device.stp
  const lists = vlanLists(vlans.map(({ id }) => id))
  return [
    'spanning-tree mode rapid-pvst',
    // The cost of fast links differs only in the long form; short is the default.
    ...(enabled ? ['spanning-tree pathcost method long'] : []),
    ...(enabled ? [] : lists.map((list) => `no spanning-tree vlan ${list}`)),
    ...(enabled && priority !== DEFAULT_SPANNING_TREE.priority
      ? lists.map((list) => `spanning-tree vlan ${list} priority ${priority}`)
      : []),
  ]
}

function stpPort({ mode }: VlanMembership, { edge, guard, cost }: SpanningTreeEnd): readonly string[] {
  return [
    ...(cost === undefined ? [] : [`spanning-tree cost ${cost}`]),
    ...(edge ? [`spanning-tree port type edge${mode === 'trunk' ? ' trunk' : ''}`] : []),
    ...(guard === 'bpdu' ? ['spanning-tree bpduguard enable'] : []),
    ...(guard === 'root' ? ['spanning-tree guard root'] : []),
  ]
}

function mtu(bytes: number): readonly string[] {
  return bytes === DEFAULT_MTU ? [] : [`mtu ${bytes}`]
}

function debounce({ numbers }: SwitchPlan['runs']): readonly string[] {
  const own = numbers['link-debounce-ms']
  return own?.set ? [`link debounce time ${own.value}`] : []
}

function platformNotes(plan: SwitchPlan): readonly ExportNote[] {
  const { device, lags, cables, vlans, mtus } = plan
  const notes: ExportNote[] = []
  const add = (from: DrawnId, text: string) => notes.push({ text, from })
  const ports = [...lags.flatMap(({ members }) => members), ...cables].map(({ port }) => port.name)
  const foreign = ports.filter((name) => !/^Ethernet\d+\/\d+(\/\d+)?$/.test(name)).map(word)
  if (foreign.length > 0) add(device.id, `Not port names of NX-OS, kept as drawn: ${foreign.join(', ')}.`)
  const reserved = vlans.map(({ id }) => id).filter((id) => id >= FIRST_RESERVED_VLAN)
  if (reserved.length > 0) {
    add(device.id, `VLANs ${reserved.join(', ')} are reserved on NX-OS (${FIRST_RESERVED_VLAN} to 4094).`)
  }
  const own = mtus.filter((mtu) => mtu !== DEFAULT_MTU)
  if (own.length > 1) {
    add(device.id, `Bridged ports take ${DEFAULT_MTU} or one jumbo size; ${own.join(' and ')} are both drawn.`)
  }
  if (device.lacpSystemPriority < 1) add(device.id, 'LACP system-priority 0 does not exist on NX-OS; 1 is written.')
  for (const { lag } of lags) {
    if (lag.role === 'peer-link' && lag.bond.vlans.mode === 'access') {
      add(lag.bond.id, 'A vPC peer-link must be a trunk.')
    }
  }
  return notes
}

function seconds(ms: number | undefined): number {
  return (ms ?? 0) / 1_000
}

const INDENT = '  '
const SVIS = 'feature interface-vlan'
const DEFAULT_MTU = 1_500
/** `system jumbomtu` unless configured. */
const JUMBO_MTU = 9_216
const FIRST_RESERVED_VLAN = 3_968
