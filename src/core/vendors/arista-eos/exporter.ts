import { lagEnd, type Lag } from '../../model/network.ts'
import { ELECTED_PORT_PRIORITY } from '../../model/lacpPriority.ts'
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
  type KeepalivePlan,
  type LagPlan,
  type PairPlan,
  type SwitchPlan,
} from '../switchPlan.ts'
import type { Effective } from '../effective.ts'
import { standsAlone } from '../lacpNotes.ts'
import { allowedStatements, fileStem, freeText, word } from '../text.ts'
import { aristaEosProfile } from './profile.ts'
import { routingBlocks, trackedMember, trackingGroup } from './routing.ts'

/**
 * EOS 4.23+ running-config of one switch: three-space indent, `!` between blocks, `mlag configuration` last.
 * Source: Arista EOS User Manual, "Multi-Chassis Link Aggregation". Where each statement was seen in use:
 * - `mlag configuration` with `domain-id`, `heartbeat-interval`, `local-interface`, `peer-address`, `peer-link`,
 *   `dual-primary …`, `reload-delay …`: aristanetworks/avd, mlag-configuration.cfg;
 * - `peer-address heartbeat … vrf …`: batfish, eos-mlag-peer-address-heartbeat-vrf;
 * - the peering VLAN with its trunk group, `no spanning-tree vlan-id`, `no autostate`, `vrf instance`, `no ip routing
 *   vrf`: aristanetworks/avd, MLAG_SAME_SUBNET_L3LEAF1A.cfg; batfish/lab-validation, DC1-LEAF2A;
 * - `mlag N`, `channel-group N mode …`, `lacp timer fast`, `lacp system-priority`: aristanetworks/avd,
 *   port-channel-interfaces.cfg, ethernet-interfaces.cfg and lacp.cfg;
 * - `port-channel min-links`, `port-channel lacp fallback …` and `timeout`, `lacp port-priority` of the members of the
 *   first switch: aristanetworks/avd, port-channel-interfaces.cfg and eos_designs, connected endpoints;
 * - `spanning-tree mst 0 priority`, `bpduguard enable`, `guard root`, `mode none`: aristanetworks/avd, spanning-tree.cfg
 *   and ethernet-interfaces.cfg;
 * - `mac address-table aging-time`: aristanetworks/avd, mac-address-table.cfg; `link-debounce time`: public configs;
 * - `primary-priority`: advanxer.com, "Arista MLAG 101", which calls it a hidden command.
 */
export const aristaEosExporter: Exporter = {
  vendor: 'arista-eos',
  comment: '!',
  fileName: (deviceName) => `${fileStem(deviceName)}.cfg`,
  render(net, device) {
    const plan = planSwitch(net, device, aristaEosProfile)
    const notes = [...plan.notes, ...platformNotes(plan)]
    const blocks = [
      heading(plan, notes),
      globals(device, [`hostname ${word(plan.device.name)}`]),
      spanningTree(plan),
      globals(device, chassis(plan)),
      trackingGroup(plan),
      ...vlans(plan),
      ...(plan.pair?.keepalive ? vrfBlocks(plan.pair.keepalive) : []),
      ...plan.lags.flatMap((lag) => lagBlocks(plan, lag)),
      ...plan.cables.map((cable) => cableBlock(plan, cable)),
      ...(plan.pair ? pairBlocks(plan, plan.pair) : []),
      ...routingBlocks(plan),
      globals(null, ['end']),
    ]
    return { lines: layOut(blocks, '!'), notes }
  },
}

function heading({ device }: SwitchPlan, notes: readonly ExportNote[]): Block {
  const label = freeText(device.label)
  const title: ConfigLine = {
    text: `! ${word(device.name)}${label === '' ? '' : ` (${label})`}, Arista EOS`,
    from: device.id,
  }
  return [title, ...notes.map(({ text, from }) => ({ text: `! Note: ${text}`, from }))]
}

/** One instance, as everything here has it: that of MSTP which all VLANs are in. */
function spanningTree({ device, pair }: SwitchPlan): Block {
  const { enabled, priority } = device.stp
  if (!enabled) return globals(device.id, ['spanning-tree mode none'])
  return globals(device.id, [
    'spanning-tree mode mstp',
    ...(priority === DEFAULT_SPANNING_TREE.priority ? [] : [`spanning-tree mst 0 priority ${priority}`]),
    // Otherwise spanning tree may block the VLAN that the peers talk over.
    ...(pair ? [`no spanning-tree vlan-id ${pair.peering.vlan}`] : []),
  ])
}

/** EOS has one LACP system priority for the chassis and its pair: on a peer the pair's own holds. */
function chassis({ device, usesLacp, pair, runs }: SwitchPlan): readonly string[] {
  const priority = pair ? runs.numbers['system-priority']?.value : device.lacpSystemPriority
  return [
    ...(usesLacp && priority !== undefined ? [`lacp system-priority ${priority}`] : []),
    ...(pair ? [`mac address-table aging-time ${seconds(runs.numbers['mac-ageing-ms']?.value)}`] : []),
  ]
}

function vlans({ vlans, pair }: SwitchPlan): readonly Block[] {
  const peering = pair?.peering.vlan
  const bridged = vlans.filter(({ id }) => id !== 1 && id !== peering)
  return [
    ...bridged.map(({ id, name }) => block(INDENT, null, `vlan ${id}`, name === '' ? [] : [`name ${word(name)}`])),
    // The trunk group keeps the peering VLAN off every trunk but the peer-link.
    pair ? block(INDENT, pair.domain.id, `vlan ${peering}`, ['name MLAG-PEERING', `trunk group ${TRUNK_GROUP}`]) : [],
  ]
}

function vrfBlocks({ vrf, link }: KeepalivePlan): readonly Block[] {
  return vrf === 'default' ? [] : [globals(link.id, [`vrf instance ${word(vrf)}`])]
}

function lagBlocks(plan: SwitchPlan, { lag, stp, towards, members }: LagPlan): readonly Block[] {
  const { pair, runs } = plan
  const { bond, channel, role } = lag
  const { mode, rate, lacp = {} } = lagEnd(lag)
  const peering = pair && role === 'peer-link' ? [pair.peering.vlan] : []
  const title = role === 'peer-link' ? 'MLAG peer-link' : role === 'mlag' ? `MLAG ${channel}` : 'Port-Channel'
  return [
    block(INDENT, bond.id, `interface Port-Channel${channel}`, [
      `description ${title}: ${towards}`,
      ...switchport(bond.vlans, peering),
      ...(peering.length > 0 ? [`switchport trunk group ${TRUNK_GROUP}`] : []),
      ...(mode === 'static' ? [] : lacpOptions(lacp)),
      ...(role === 'mlag' ? [`mlag ${channel}`, ...trackedMember(plan)] : []),
      ...(role === 'peer-link' ? [] : stpPort(stp)),
    ]),
    ...members.map(({ port, link, towards: other }) =>
      block(INDENT, link.id, `interface ${portOn(aristaEosProfile, port)}`, [
        `description ${other}`,
        ...debounce(runs),
        ...(standsAlone(lag) ? switchport(bond.vlans, []) : []),
        `channel-group ${channel} mode ${mode === 'static' ? 'on' : mode}`,
        ...(rate === 'fast' && mode !== 'static' ? ['lacp timer fast'] : []),
        ...(standsAlone(lag) ? stpPort(stp) : []),
        ...(electsThisLeg(plan, lag) ? [`lacp port-priority ${ELECTED_PORT_PRIORITY}`] : []),
      ]),
    ),
  ]
}

/** Without it which peer's leg falls back would be left to chance; a boot loader asks over its first cable. */
function electsThisLeg({ pair }: SwitchPlan, lag: Lag): boolean {
  const { mode, lacp } = lagEnd(lag)
  return lag.role === 'mlag' && mode !== 'static' && lacp?.fallback === 'static' && pair?.preferred === true
}

function lacpOptions({ minLinks, fallback, fallbackAfterS }: LacpOptions): readonly string[] {
  const timeout = fallbackAfterS ?? aristaEosProfile.fallback?.afterS?.value
  return [
    ...(minLinks === undefined ? [] : [`port-channel min-links ${minLinks}`]),
    ...(fallback === undefined
      ? []
      : [`port-channel lacp fallback ${fallback}`, `port-channel lacp fallback timeout ${timeout}`]),
  ]
}

function cableBlock({ runs }: SwitchPlan, { port, link, towards, stp }: CablePlan): Block {
  return block(INDENT, link.id, `interface ${portOn(aristaEosProfile, port)}`, [
    `description ${towards}`,
    ...debounce(runs),
    ...switchport(link.vlans, []),
    ...stpPort(stp),
  ])
}

function pairBlocks({ runs, lags }: SwitchPlan, pair: PairPlan): readonly Block[] {
  const { domain, keepalive, peering } = pair
  const value = (key: NumberKey) => runs.numbers[key]?.value ?? 0
  const vrf = keepalive && keepalive.vrf !== 'default' ? word(keepalive.vrf) : null
  const peerLink = lags.find(({ lag }) => lag.role === 'peer-link')
  const detection = runs.switches['dual-primary-detection']?.value === true
  const [delay, member, orphan] = [
    seconds(value('dual-primary-delay-ms')),
    seconds(value('dual-primary-member-restore-ms')),
    seconds(value('dual-primary-orphan-restore-ms')),
  ]
  return [
    keepalive
      ? block(INDENT, keepalive.link.id, `interface ${portOn(aristaEosProfile, keepalive.port)}`, [
          `description MLAG heartbeat: ${keepalive.towards}`,
          ...(keepalive.port.kind === 'front' ? [...debounce(runs), 'no switchport'] : []),
          ...(vrf === null ? [] : [`vrf ${vrf}`]),
          `ip address ${word(keepalive.own)}/${keepalive.prefixLength}`,
        ])
      : [],
    block(INDENT, domain.id, `interface Vlan${peering.vlan}`, [
      'description MLAG peering',
      'no autostate',
      `ip address ${word(peering.own)}/${peering.prefixLength}`,
    ]),
    vrf === null ? [] : globals(domain.id, [`no ip routing vrf ${vrf}`]),
    block(INDENT, domain.id, 'mlag configuration', [
      `domain-id ${word(domain.name)}`,
      `heartbeat-interval ${value('heartbeat-interval-ms')}`,
      `local-interface Vlan${peering.vlan}`,
      `peer-address ${word(peering.peer)}`,
      ...(keepalive ? [`peer-address heartbeat ${word(keepalive.peer)}${vrf === null ? '' : ` vrf ${vrf}`}`] : []),
      ...(peerLink ? [`peer-link Port-Channel${peerLink.lag.channel}`] : []),
      `primary-priority ${value(pair.preferred ? 'role-priority-preferred' : 'role-priority-other')}`,
      ...(detection
        ? [
            `dual-primary detection delay ${delay} action errdisable all-interfaces`,
            `dual-primary recovery delay mlag ${member} non-mlag ${orphan}`,
          ]
        : []),
      `reload-delay mlag ${seconds(value('reload-member-ms'))}`,
      `reload-delay non-mlag ${seconds(value('reload-orphan-ms'))}`,
      ...(runs.switches['reload-standby']?.value === true ? ['reload-delay mode lacp standby'] : []),
    ]),
  ]
}

function switchport(vlans: VlanMembership, peering: readonly number[]): readonly string[] {
  if (vlans.mode === 'access' && peering.length === 0) {
    return ['switchport', 'switchport mode access', `switchport access vlan ${vlans.vlan}`]
  }
  const native = vlans.mode === 'access' ? vlans.vlan : vlans.native
  return [
    'switchport',
    `switchport trunk native vlan ${native}`,
    ...allowedStatements([...carriedVlans(vlans), ...peering]),
    'switchport mode trunk',
  ]
}

function stpPort({ edge, guard, cost }: SpanningTreeEnd): readonly string[] {
  return [
    ...(cost === undefined ? [] : [`spanning-tree cost ${cost}`]),
    ...(edge ? ['spanning-tree portfast'] : []),
    ...(guard === 'bpdu' ? ['spanning-tree bpduguard enable'] : []),
    ...(guard === 'root' ? ['spanning-tree guard root'] : []),
  ]
}

function debounce({ numbers }: Effective): readonly string[] {
  const own = numbers['link-debounce-ms']
  // Link up, then link down: only the loss of a link is held back.
  return own?.set ? [`link-debounce time 0 ${own.value}`] : []
}

function platformNotes({ device, pair, runs, lags, cables, vlans, mtus }: SwitchPlan): readonly ExportNote[] {
  const notes: ExportNote[] = []
  const add = (from: DrawnId, text: string) => notes.push({ text, from })
  const ports = [...lags.flatMap(({ members }) => members), ...cables].map(({ port }) => port.name)
  const foreign = ports.filter((name) => !/^Ethernet\d+(\/\d+){0,2}$/.test(name)).map(word)
  if (foreign.length > 0) add(device.id, `Not port names of EOS, kept as drawn: ${foreign.join(', ')}.`)
  const own = mtus.filter((mtu) => mtu !== 1_500)
  if (own.length > 0) {
    add(
      device.id,
      `Bridged ports of EOS have no MTU statement and pass 9214 bytes; the drawn ${own.join(', ')} is not written.`,
    )
  }
  if (!pair) return notes
  const { domain, peering } = pair
  add(domain.id, 'primary-priority is undocumented; where EOS lacks it, the lower address becomes primary.')
  const priority = runs.numbers['system-priority']?.value
  if (device.lacpSystemPriority !== priority) {
    add(device.id, `EOS has one LACP system priority; the pair's ${priority} holds, not the switch's own.`)
  }
  if (vlans.some(({ id }) => id === peering.vlan)) {
    add(domain.id, `VLAN ${peering.vlan} is the pair's own and cannot carry hosts as drawn.`)
  }
  for (const { lag } of lags) {
    if (lag.role !== 'mlag' || lagEnd(lag).mode !== 'static' || !runs.switches['reload-standby']?.value) continue
    add(
      lag.bond.id,
      `Port-Channel${lag.channel} is static and cannot stand by in LACP; it is dark for the reload-delay.`,
    )
  }
  for (const { link, orphan } of cables) {
    if (orphan && link.suspendWithMembers) {
      add(link.id, 'EOS cannot take a single orphan down; dual-primary detection errdisables all of them.')
    }
  }
  return notes
}

function seconds(ms: number | undefined): number {
  return (ms ?? 0) / 1_000
}

const INDENT = '   '
const TRUNK_GROUP = 'MLAG'
