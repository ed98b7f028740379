import { lagEnd, type Network } from '../../model/network.ts'
import type { NumberKey } from '../../model/profileKeys.ts'
import type { DeviceId } from '../../model/ids.ts'
import { DEFAULT_SPANNING_TREE, type SpanningTreeEnd, type VlanMembership } from '../../model/topology.ts'
import { block, globals, layOut, type Block, type Exporter, type Rendered } from '../exporter.ts'
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
import { PASSWORD_PLACEHOLDER } from '../secrets.ts'
import { dottedMask, fileStem, freeText, macInThrees, vlanWords, word } from '../text.ts'
import { guardsBpdus, platformNotes, STANDARD_MTUS, type Dialect } from './notes.ts'
import { huaweiVrp8Profile } from './profile.ts'
import { routingBlocks } from './routing.ts'

/**
 * VRP8 configuration of one switch, to be pasted in system view: spanning tree before the DFS group, the peer-link's
 * Eth-Trunk with its members before it becomes the peer-link. Nothing takes effect before a `commit`.
 * Sources: Huawei CE6800 V300R023C00 Configuration Guide and Command Reference. Where each statement was seen in use:
 * - `dfs-group 1`, `priority`, `dual-active detection source ip … peer …`, `authentication-mode`, `vlan batch`, `stp mode
 *   rstp`, `stp v-stp enable`, `peer-link 1`, `port vlan exclude`, `port trunk allow-pass vlan`, `mode lacp-static`,
 *   `dfs-group 1 m-lag N`, `eth-trunk N`, `undo portswitch`, `m-lag unpaired-port reserved`, `stp edged-port enable`:
 *   scripts of the examples of multi-level M-LAG (V-STP mode) and of the root bridge mode;
 * - `vpn-instance`, `udp-port`, `timeout`, `dual-active detection delay`, `m-lag up-delay`, `consistency-check enable
 *   mode`, `m-lag unpaired-port suspend`, `lacp m-lag system-id` and `priority`, `lacp priority`, `lacp timeout fast`,
 *   `least active-linknumber`, `max active-linknumber`, `stp priority`, `stp bpdu-protection`, `stp root-protection`, `stp disable`, `mac-address aging-time`, `carrier
 *   down-hold-time`, `jumboframe enable`, `port trunk pvid vlan`, `name`, `description`: the Command Reference;
 * - `ip vpn-instance` with `ipv4-family`, `ip binding vpn-instance`: the guide's VXLAN and multicast examples with M-LAG.
 * V200R019: `source ip …` and `dual-active detection enhanced enable` in the DFS group, from its configuration guide.
 */
export const huaweiVrp8Exporter: Exporter = {
  vendor: 'huawei-vrp8',
  format: 'V300',
  comment: '!',
  fileName: (deviceName) => `${fileStem(deviceName)}.cfg`,
  render: (net, device) => render(net, device, 'V300'),
  variants: [
    {
      format: 'V200',
      comment: '!',
      fileName: (deviceName) => `${fileStem(deviceName)}.v200.cfg`,
      render: (net, device) => render(net, device, 'V200'),
    },
  ],
}

function render(net: Network, id: DeviceId, dialect: Dialect): Rendered {
  const plan = planSwitch(net, id, huaweiVrp8Profile)
  const { pair, lags, cables } = plan
  const protects = guardsBpdus(plan) || (pair !== null && guardsBpdus(planSwitch(net, pair.peer.id, huaweiVrp8Profile)))
  const notes = [...plan.notes, ...platformNotes(plan, dialect, protects)]
  const blocks = [
    globals(id, [`sysname ${word(plan.device.name)}`]),
    ...vlans(plan),
    globals(id, spanningTree(plan, protects)),
    globals(id, chassis(plan)),
    ...(pair ? pairBlocks(plan, pair, dialect) : []),
    ...lags.flatMap((lag) => lagBlocks(plan, lag)),
    ...cables.map((cable) => cableBlock(plan, cable)),
    ...routingBlocks(plan, dialect),
    globals(null, ['commit', 'return']),
  ]
  const label = freeText(plan.device.label)
  const title = `! ${word(plan.device.name)}${label === '' ? '' : ` (${label})`}, Huawei CloudEngine ${dialect}`
  const heading = [{ text: title, from: id }, ...notes.map(({ text, from }) => ({ text: `! Note: ${text}`, from }))]
  return { lines: layOut([heading, ...blocks], '#'), notes }
}

function vlans({ vlans }: SwitchPlan): readonly Block[] {
  // VLAN 1 is there already.
  const own = vlans.filter(({ id }) => id !== 1)
  return [
    globals(
      null,
      vlanWords(own.map(({ id }) => id)).map((list) => `vlan batch ${list}`),
    ),
    ...own
      .filter(({ name }) => name !== '')
      .map(({ id, name }) => block(INDENT, null, `vlan ${id}`, [`name ${word(name)}`])),
  ]
}

/** Both peers are one bridge in V-STP; path costs follow IEEE 802.1t unless configured. */
function spanningTree({ device, pair }: SwitchPlan, protects: boolean): readonly string[] {
  const { enabled, priority } = device.stp
  if (!enabled) return ['stp disable']
  return [
    'stp mode rstp',
    ...(pair ? ['stp v-stp enable'] : []),
    ...(priority === DEFAULT_SPANNING_TREE.priority ? [] : [`stp priority ${priority}`]),
    ...(protects ? ['stp bpdu-protection'] : []),
  ]
}

function chassis({ device, usesLacp, pair, runs }: SwitchPlan): readonly string[] {
  return [
    ...(usesLacp ? [`lacp priority ${device.lacpSystemPriority}`] : []),
    ...(pair
      ? [
          ...(runs.choices['pair-system'].value === 'configured'
            ? [`lacp m-lag system-id ${macInThrees(pair.domain.systemMac)}`]
            : []),
          `lacp m-lag priority ${runs.numbers['system-priority']?.value ?? 0}`,
          `mac-address aging-time ${seconds(runs.numbers['mac-ageing-ms']?.value)}`,
        ]
      : []),
  ]
}

function pairBlocks(plan: SwitchPlan, pair: PairPlan, dialect: Dialect): readonly Block[] {
  const { domain, keepalive } = pair
  const vrf = keepalive && keepalive.vrf !== 'default' ? word(keepalive.vrf) : null
  return [
    vrf === null ? [] : block(INDENT, domain.id, `ip vpn-instance ${vrf}`, ['ipv4-family']),
    keepalive ? keepaliveBlock(plan, keepalive, vrf) : [],
    block(
      INDENT,
      domain.id,
      'dfs-group 1',
      dialect === 'V300' ? groupV300(plan, pair, vrf) : groupV200(plan, pair, vrf),
    ),
    // The heartbeat must stand before the peer-link is configured, or one device may go error-down.
    globals(domain.id, ['commit']),
  ]
}

function keepaliveBlock({ runs }: SwitchPlan, keepalive: KeepalivePlan, vrf: string | null): Block {
  const front = keepalive.port.kind === 'front'
  return block(INDENT, keepalive.link.id, `interface ${portOn(huaweiVrp8Profile, keepalive.port)}`, [
    ...(front ? ['undo portswitch'] : []),
    `description DAD: ${keepalive.towards}`,
    ...(front ? downHold(runs) : []),
    ...(vrf === null ? [] : [`ip binding vpn-instance ${vrf}`]),
    `ip address ${word(keepalive.own)} ${dottedMask(keepalive.prefixLength)}`,
    ...(front ? ['m-lag unpaired-port reserved'] : []),
  ])
}

function groupV300({ runs }: SwitchPlan, { preferred, keepalive }: PairPlan, vrf: string | null): readonly string[] {
  const value = (key: NumberKey) => runs.numbers[key]?.value ?? 0
  return [
    `priority ${value(preferred ? 'role-priority-preferred' : 'role-priority-other')}`,
    ...(keepalive
      ? [
          `dual-active detection source ${addresses(keepalive, vrf, enhanced(runs))} ` +
            `timeout ${seconds(value('keepalive-timeout-ms'))}`,
          `dual-active detection delay ${value('keepalive-hold-ms')}`,
          ...(value('keepalive-back-hold-ms') !== huaweiVrp8Profile.numbers['keepalive-back-hold-ms']?.value
            ? [`dual-active detection hold-time ${value('keepalive-back-hold-ms')}`]
            : []),
        ]
      : []),
    `authentication-mode hmac-sha256 password ${PASSWORD_PLACEHOLDER}`,
    ...(keepalive && value('suspend-delay-ms') > 0
      ? [`dual-active detection error-down delay ${seconds(value('suspend-delay-ms'))}`]
      : []),
    upDelay(runs),
    ...(runs.switches['split-own-system']?.value === true
      ? [`set lacp system-id switch-delay ${seconds(value('split-system-delay-ms')) || 'immediately'}`]
      : []),
    `consistency-check enable mode ${checkMode(runs)}`,
  ]
}

function groupV200({ runs }: SwitchPlan, { preferred, keepalive }: PairPlan, vrf: string | null): readonly string[] {
  const value = (key: NumberKey) => runs.numbers[key]?.value ?? 0
  return [
    `priority ${value(preferred ? 'role-priority-preferred' : 'role-priority-other')}`,
    ...(keepalive ? [`source ${addresses(keepalive, vrf, enhanced(runs))}`] : []),
    ...(keepalive && enhanced(runs) ? ['dual-active detection enhanced enable'] : []),
    upDelay(runs),
    `consistency-check enable mode ${checkMode(runs)}`,
  ]
}

function upDelay({ numbers }: SwitchPlan['runs']): string {
  const apart = seconds(numbers['member-stagger-ms']?.value)
  const interval = apart > 0 ? ` auto-recovery interval ${apart}` : ''
  return `m-lag up-delay ${seconds(numbers['member-restore-ms']?.value)}${interval}`
}

/** The peer's address makes DAD enhanced: a device in error-down takes over when DAD is lost as well. */
function addresses({ own, peer }: KeepalivePlan, vrf: string | null, enhanced: boolean): string {
  const instance = vrf === null ? '' : ` vpn-instance ${vrf}`
  const towards = enhanced ? ` peer ${word(peer)} udp-port ${huaweiVrp8Profile.keepaliveUdpPort?.value}` : ''
  return `ip ${word(own)}${instance}${towards}`
}

function checkMode({ choices }: SwitchPlan['runs']): 'loose' | 'strict' {
  return choices['on-type-1-mismatch'].value === 'report' ? 'loose' : 'strict'
}

function enhanced({ choices }: SwitchPlan['runs']): boolean {
  return choices['suspended-and-keepalive-lost'].value !== 'stay'
}

function lagBlocks(plan: SwitchPlan, { lag, stp, towards, members }: LagPlan): readonly Block[] {
  const { bond, channel, role } = lag
  const { mode, rate, lacp: options = {} } = lagEnd(lag)
  const title = role === 'peer-link' ? 'M-LAG peer-link' : role === 'mlag' ? `M-LAG ${channel}` : 'Eth-Trunk'
  const lacp = [
    ...(mode === 'static' ? [] : ['mode lacp-static']),
    ...(mode !== 'static' && rate === 'fast' ? ['lacp timeout fast'] : []),
    ...(mode !== 'static' && options.minLinks !== undefined ? [`least active-linknumber ${options.minLinks}`] : []),
    ...(mode !== 'static' && options.maxBundle !== undefined ? [`max active-linknumber ${options.maxBundle}`] : []),
  ]
  const head = `interface Eth-Trunk${channel}`
  const service = role === 'peer-link' ? [] : [...switchport(bond.vlans), ...stpPort(stp)]
  return [
    block(INDENT, bond.id, head, [
      `description ${title}: ${towards}`,
      ...service,
      ...jumbo(bond.mtu),
      ...lacp,
      ...(role === 'mlag' ? [`dfs-group 1 m-lag ${channel}`] : []),
    ]),
    ...members.map(({ port, link, towards: other }) =>
      block(INDENT, link.id, `interface ${portOn(huaweiVrp8Profile, port)}`, [
        `description ${other}`,
        ...downHold(plan.runs),
        `eth-trunk ${channel}`,
      ]),
    ),
    role === 'peer-link' ? block(INDENT, bond.id, head, ['peer-link 1', ...excluded(plan, bond.vlans)]) : [],
  ]
}

/** A peer-link carries every VLAN that it is not told to leave out. */
function excluded({ vlans }: SwitchPlan, peerLink: VlanMembership): readonly string[] {
  const carried = carriedVlans(peerLink)
  const others = [1, ...vlans.map(({ id }) => id)].filter((id) => !carried.includes(id))
  return vlanWords(others).map((list) => `port vlan exclude ${list}`)
}

function cableBlock({ runs }: SwitchPlan, { port, link, towards, stp, orphan }: CablePlan): Block {
  const marks = orphan && runs.choices['orphan-hold'].value === 'marked'
  return block(INDENT, link.id, `interface ${portOn(huaweiVrp8Profile, port)}`, [
    `description ${towards}`,
    ...switchport(link.vlans),
    ...stpPort(stp),
    ...jumbo(link.mtu),
    ...downHold(runs),
    ...(marks ? [`m-lag unpaired-port ${link.suspendWithMembers ? 'suspend' : 'reserved'}`] : []),
  ])
}

function switchport(vlans: VlanMembership): readonly string[] {
  // Access is what a port is unless it is told otherwise.
  if (vlans.mode === 'access') return [`port default vlan ${vlans.vlan}`]
  const carried = carriedVlans(vlans)
  return [
    'port link-type trunk',
    ...(vlans.native === 1 ? [] : [`port trunk pvid vlan ${vlans.native}`]),
    ...(carried.includes(1) ? [] : ['undo port trunk allow-pass vlan 1']),
    ...vlanWords(carried.filter((id) => id !== 1)).map((list) => `port trunk allow-pass vlan ${list}`),
  ]
}

function stpPort({ edge, guard, cost }: SpanningTreeEnd): readonly string[] {
  return [
    ...(cost === undefined ? [] : [`stp cost ${cost}`]),
    ...(edge ? ['stp edged-port enable'] : []),
    ...(guard === 'root' ? ['stp root-protection'] : []),
  ]
}

function jumbo(mtu: number): readonly string[] {
  return STANDARD_MTUS.includes(mtu) ? [] : [`jumboframe enable ${mtu}`]
}

function downHold({ numbers }: SwitchPlan['runs']): readonly string[] {
  const own = numbers['link-debounce-ms']
  return own?.set ? [`carrier down-hold-time ${own.value}`] : []
}

function seconds(ms: number | undefined): number {
  return (ms ?? 0) / 1_000
}

const INDENT = ' '
