import { lagEnd } from '../../model/network.ts'
import type { NumberKey } from '../../model/profileKeys.ts'
import {
  DEFAULT_SPANNING_TREE,
  type LacpOptions,
  type SpanningTreeEnd,
  type VlanMembership,
} from '../../model/topology.ts'
import { block, globals, layOut, type Block, type DrawnId, type Exporter, type ExportNote } from '../exporter.ts'
import { isOfPair } from '../lacpNotes.ts'
import {
  planSwitch,
  portOn,
  carriedVlans,
  type CablePlan,
  type KeepalivePlan,
  type LagPlan,
  type PairPlan,
  type SwitchPlan,
} from '../switchPlan.ts'
import { dottedMask, fileStem, freeText, macInThrees, vlanWords, word } from '../text.ts'
import { h3cComwareProfile } from './profile.ts'
import { routingBlocks } from './routing.ts'

/**
 * Comware 7 configuration of one switch, to be pasted in system view: M-LAG system and keepalive before the peer-link,
 * an aggregate interface with its M-LAG role before its ports, its VLANs when the ports are in it and take them over.
 * Source: H3C Layer 2 LAN Switching Configuration Guide, "Configuring M-LAG", "Configuring Ethernet link aggregation"
 * and "Configuring loop detection", whose M-LAG example has this order. Where each statement was seen:
 * - every `m-lag …`, `port m-lag …`, `link-aggregation mode dynamic`, `port link-aggregation group`, `port link-mode
 *   route`, `undo mac-address static source-check enable`, `mac-address timer aging`, `lacp mode passive`, `link-delay`,
 *   `link-aggregation selected-port`:
 *   those guides and the Interface Configuration Guide;
 * - `lacp period short`, `ip binding vpn-instance` beside `ip vpn-instance`: blog.csdn.net, qq_31440733, DRNI with a VPN
 *   instance for the keepalive;
 * - `port link-type trunk`, `undo port trunk permit vlan 1`, `port trunk permit vlan`, `port trunk pvid vlan`, `port
 *   access vlan`, `stp mode rstp`, `stp global enable`, `stp edged-port`, `stp port bpdu-protection enable`, `stp
 *   priority`: public configurations of Comware 7;
 * - `stp root-protection`, `stp pathcost-standard dot1t`, `lacp system-priority`, `jumboframe enable`: the guides'
 *   chapters on spanning tree, link aggregation and Ethernet interfaces.
 */
export const h3cComwareExporter: Exporter = {
  vendor: 'h3c-comware',
  comment: '#',
  fileName: (deviceName) => `${fileStem(deviceName)}.cfg`,
  render(net, device) {
    const plan = planSwitch(net, device, h3cComwareProfile)
    const notes = [...plan.notes, ...platformNotes(plan)]
    const blocks = [
      heading(plan, notes),
      globals(device, [`sysname ${word(plan.device.name)}`]),
      ...vlans(plan),
      globals(device, spanningTree(plan)),
      globals(device, chassis(plan)),
      ...(plan.pair ? pairBlocks(plan, plan.pair) : []),
      ...plan.lags.flatMap((lag) => lagBlocks(plan, lag)),
      ...plan.cables.map((cable) => cableBlock(plan, cable)),
      ...routingBlocks(plan),
      globals(null, ['return']),
    ]
    return { lines: layOut(blocks, '#'), notes }
  },
}

function heading({ device }: SwitchPlan, notes: readonly ExportNote[]): Block {
  const label = freeText(device.label)
  const title = `# ${word(device.name)}${label === '' ? '' : ` (${label})`}, H3C Comware`
  return [{ text: title, from: device.id }, ...notes.map(({ text, from }) => ({ text: `# Note: ${text}`, from }))]
}

function vlans({ vlans }: SwitchPlan): readonly Block[] {
  // VLAN 1 is there already.
  const own = vlans.filter(({ id }) => id !== 1)
  const named = own.filter(({ name }) => name !== '')
  const unnamed = own.filter(({ name }) => name === '').map(({ id }) => id)
  return [
    ...named.map(({ id, name }) => block(INDENT, null, `vlan ${id}`, [`name ${word(name)}`])),
    globals(
      null,
      // One number or range for each command.
      vlanWords(unnamed, 1).map((range) => `vlan ${range}`),
    ),
  ]
}

/** Peer-links are no part of the tree; path costs of IEEE 802.1t are not the default. */
function spanningTree({ device }: SwitchPlan): readonly string[] {
  const { enabled, priority } = device.stp
  if (!enabled) return ['undo stp global enable']
  return [
    'stp mode rstp',
    'stp pathcost-standard dot1t',
    ...(priority === DEFAULT_SPANNING_TREE.priority ? [] : [`stp priority ${priority}`]),
    'stp global enable',
  ]
}

function chassis({ device, usesLacp, pair, runs }: SwitchPlan): readonly string[] {
  return [
    ...(usesLacp ? [`lacp system-priority ${device.lacpSystemPriority}`] : []),
    ...(pair ? [`mac-address timer aging ${seconds(runs.numbers['mac-ageing-ms']?.value)}`] : []),
  ]
}

function pairBlocks(plan: SwitchPlan, pair: PairPlan): readonly Block[] {
  const { domain, keepalive } = pair
  const vrf = keepalive && keepalive.vrf !== 'default' ? word(keepalive.vrf) : null
  return [
    vrf === null ? [] : globals(domain.id, [`ip vpn-instance ${vrf}`]),
    keepalive ? keepaliveBlock(plan, keepalive, vrf) : [],
    globals(domain.id, system(plan, pair, vrf)),
  ]
}

function keepaliveBlock({ runs }: SwitchPlan, keepalive: KeepalivePlan, vrf: string | null): Block {
  const front = keepalive.port.kind === 'front'
  return block(INDENT, keepalive.link.id, `interface ${portOn(h3cComwareProfile, keepalive.port)}`, [
    ...(front ? ['port link-mode route'] : []),
    `description keepalive: ${keepalive.towards}`,
    ...(front ? linkDelay(runs) : []),
    ...(vrf === null ? [] : [`ip binding vpn-instance ${vrf}`]),
    `ip address ${word(keepalive.own)} ${dottedMask(keepalive.prefixLength)}`,
  ])
}

function system(plan: SwitchPlan, { domain, preferred, keepalive }: PairPlan, vrf: string | null): readonly string[] {
  const { numbers, switches, choices } = plan.runs
  const value = (key: NumberKey) => numbers[key]?.value ?? 0
  const instance = vrf === null ? '' : ` vpn-instance ${vrf}`
  return [
    `m-lag system-mac ${macInThrees(domain.systemMac)}`,
    `m-lag system-number ${preferred ? 1 : 2}`,
    `m-lag system-priority ${value('system-priority')}`,
    `m-lag role priority ${value(preferred ? 'role-priority-preferred' : 'role-priority-other')}`,
    ...(keepalive
      ? [
          `m-lag keepalive ip destination ${word(keepalive.peer)} source ${word(keepalive.own)}${instance}`,
          `m-lag keepalive interval ${value('keepalive-interval-ms')} timeout ${seconds(value('keepalive-timeout-ms'))}`,
          `m-lag keepalive hold-time ${seconds(value('keepalive-window-ms'))}`,
        ]
      : []),
    ...mad(plan, keepalive),
    ...(choices['suspended-and-keepalive-lost'].value === 'stay' ? ['m-lag mad persistent'] : []),
    ...(switches.standalone?.value ? [standalone(seconds(value('split-system-delay-ms')))] : []),
    `m-lag restore-delay ${seconds(value('member-restore-ms'))}`,
    ...(switches['solo-start']?.value ? [`m-lag auto-recovery reload-delay ${seconds(value('solo-start-ms'))}`] : []),
    `m-lag consistency-check mode ${choices['on-type-1-mismatch'].value === 'report' ? 'loose' : 'strict'}`,
  ]
}

function standalone(delayS: number): string {
  return delayS > 0 ? `m-lag standalone enable delay ${delayS}` : 'm-lag standalone enable'
}

/** What goes down on the secondary: all ports but those excluded, or M-LAG members and those included. */
function mad({ runs, cables }: SwitchPlan, keepalive: KeepalivePlan | null): readonly string[] {
  if (runs.choices['orphan-hold'].value === 'marked-with-members') {
    const included = cables.filter(({ link, orphan }) => orphan && link.suspendWithMembers)
    return [
      'm-lag mad default-action none',
      ...included.map(({ port }) => `m-lag mad include interface ${nameOf(port)}`),
    ]
  }
  const front = keepalive?.port.kind === 'front'
  return front ? [`m-lag mad exclude interface ${nameOf(keepalive.port)}`] : []
}

function lagBlocks({ runs }: SwitchPlan, { lag, stp, towards, members }: LagPlan): readonly Block[] {
  const { bond, channel, role } = lag
  const { mode, rate, lacp: options = {} } = lagEnd(lag)
  const lacp = mode !== 'static'
  const title = role === 'peer-link' ? 'M-LAG peer-link' : role === 'mlag' ? `M-LAG ${channel}` : 'Bridge-Aggregation'
  const head = `interface Bridge-Aggregation${channel}`
  return [
    block(INDENT, bond.id, head, [
      `description ${title}: ${towards}`,
      ...(lacp ? ['link-aggregation mode dynamic'] : []),
      ...(lacp && !isOfPair(lag) ? selectedPorts(options) : []),
      ...roleOf(lag, runs),
    ]),
    ...members.map(({ port, link, towards: other }) =>
      block(INDENT, link.id, `interface ${nameOf(port)}`, [
        BRIDGED,
        `description ${other}`,
        ...linkDelay(runs),
        ...jumbo(bond.mtu),
        `port link-aggregation group ${channel}`,
        ...(mode === 'passive' ? ['lacp mode passive'] : []),
        ...(lacp && rate === 'fast' ? ['lacp period short'] : []),
      ]),
    ),
    block(INDENT, bond.id, head, [
      ...switchport(bond.vlans, role === 'peer-link'),
      ...(role === 'peer-link' ? ['undo mac-address static source-check enable'] : stpPort(stp)),
    ]),
  ]
}

function selectedPorts({ minLinks, maxBundle }: LacpOptions): readonly string[] {
  return [
    ...(minLinks === undefined ? [] : [`link-aggregation selected-port minimum ${minLinks}`]),
    ...(maxBundle === undefined ? [] : [`link-aggregation selected-port maximum ${maxBundle}`]),
  ]
}

function roleOf(lag: LagPlan['lag'], { numbers }: SwitchPlan['runs']): readonly string[] {
  const { role, channel } = lag
  const short = numbers['heartbeat-interval-ms']?.value === SHORT_DRCP_MS
  if (role === 'peer-link') return ['port m-lag peer-link 1', ...(short ? ['m-lag drcp period short'] : [])]
  if (role !== 'mlag') return []
  // A dynamic group whose other leg is missing keeps forwarding.
  return [`port m-lag group ${channel}${lagEnd(lag).mode === 'static' ? '' : ' allow-single-member'}`]
}

function cableBlock({ runs }: SwitchPlan, { port, link, towards, stp }: CablePlan): Block {
  return block(INDENT, link.id, `interface ${nameOf(port)}`, [
    BRIDGED,
    `description ${towards}`,
    ...switchport(link.vlans, false),
    ...stpPort(stp),
    ...jumbo(link.mtu),
    ...linkDelay(runs),
  ])
}

function switchport(vlans: VlanMembership, asTrunk: boolean): readonly string[] {
  // Access is what a port is unless it is told otherwise.
  if (vlans.mode === 'access' && !asTrunk) return [`port access vlan ${vlans.vlan}`]
  const native = vlans.mode === 'access' ? vlans.vlan : vlans.native
  const carried = carriedVlans(vlans)
  return [
    'port link-type trunk',
    ...(native === 1 ? [] : [`port trunk pvid vlan ${native}`]),
    ...(carried.includes(1) ? [] : ['undo port trunk permit vlan 1']),
    ...vlanWords(carried.filter((id) => id !== 1)).map((list) => `port trunk permit vlan ${list}`),
  ]
}

function stpPort({ edge, guard, cost }: SpanningTreeEnd): readonly string[] {
  return [
    ...(cost === undefined ? [] : [`stp cost ${cost}`]),
    ...(edge ? ['stp edged-port'] : []),
    ...(guard === 'bpdu' ? ['stp port bpdu-protection enable'] : []),
    ...(guard === 'root' ? ['stp root-protection'] : []),
  ]
}

function jumbo(mtu: number): readonly string[] {
  return PASSED_MTUS.includes(mtu) ? [] : [`jumboframe enable ${mtu}`]
}

function linkDelay({ numbers }: SwitchPlan['runs']): readonly string[] {
  const own = numbers['link-debounce-ms']
  return own?.set ? [`link-delay down msec ${own.value}`] : []
}

function platformNotes({ device, pair, runs, lags, cables, mtus }: SwitchPlan): readonly ExportNote[] {
  const notes: ExportNote[] = []
  const add = (from: DrawnId, text: string) => notes.push({ text, from })
  const ports = [...lags.flatMap(({ members }) => members), ...cables].map(({ port }) => port.name)
  const foreign = ports.filter((name) => !/^[A-Z][A-Za-z-]*(GigE|GigabitEthernet)\d+(\/\d+){1,3}(:\d+)?$/.test(name))
  if (foreign.length > 0) {
    add(device.id, `Not port names of Comware, kept as drawn: ${foreign.map(word).join(', ')}.`)
  }
  const impossible = mtus.filter((mtu) => !PASSED_MTUS.includes(mtu) && (mtu < 1_536 || mtu > 10_000))
  if (impossible.length > 0) {
    add(device.id, `jumboframe enable takes 1536 to 10000 bytes on most models; ${impossible.join(' and ')} is drawn.`)
  }
  if (pair) {
    add(pair.domain.id, 'Both peers need the same software version and the same longest frame on the peer-link.')
    add(
      pair.domain.id,
      'm-lag system-mac, system-number and system-priority ask for a confirmation: answer each with Y while pasting.',
    )
  }
  for (const { link, orphan } of cables) {
    if (orphan && link.suspendWithMembers && runs.choices['orphan-hold'].value === 'all-with-members') {
      add(link.id, 'All single-homed ports go down with the members, not only this one.')
    }
  }
  return notes
}

function nameOf(port: CablePlan['port']): string {
  return word(portOn(h3cComwareProfile, port))
}

function seconds(ms: number | undefined): number {
  return (ms ?? 0) / 1_000
}

const INDENT = ' '
/** Which mode a port comes in depends on the model. */
const BRIDGED = 'port link-mode bridge'
const SHORT_DRCP_MS = 1_000
/** MTUs that bridged ports pass without a statement. */
const PASSED_MTUS: readonly number[] = [1_500, 9_216]
