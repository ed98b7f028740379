import { lagEnd } from '../../model/network.ts'
import type { NumberKey } from '../../model/profileKeys.ts'
import { DEFAULT_SPANNING_TREE, type SpanningTreeEnd, type VlanMembership } from '../../model/topology.ts'
import { block, globals, layOut, type Block, type DrawnId, type Exporter, type ExportNote } from '../exporter.ts'
import { DEFAULT_MTU, foreignPorts, heading, seconds, trunksOfAll } from '../shared.ts'
import {
  carriedVlans,
  planSwitch,
  portOn,
  untaggedVlan,
  type CablePlan,
  type KeepalivePlan,
  type LagPlan,
  type PairPlan,
  type SwitchPlan,
} from '../switchPlan.ts'
import { fileStem, vlanLists, word } from '../text.ts'
import { arubaAoscxProfile } from './profile.ts'
import { routingBlocks } from './routing.ts'

/**
 * AOS-CX 10.14 configuration of one switch: the ISL and the port of the keepalive before `vsx`, which names them, and
 * every lag before its ports. Both switches get their whole configuration, so nothing is left to `vsx-sync`.
 * Sources: AOS-CX VSX Guides 10.06 and 10.14 for `vsx` and what is typed in it, `vsx shutdown-on-split`, `lacp fallback`;
 * ipspace/netlab, lag/arubacx.j2, for `interface lag N multi-chassis [static]`, `lacp mode`, `lacp rate` and `lag N`
 * on a port; public AOS-CX configurations with VSX of Cray-HPE for `vlan` with `name`, `spanning-tree bpdu-guard` and `port-type admin-edge`;
 * the Layer 2 Bridging Guide for `spanning-tree root-guard`.
 */
export const arubaAoscxExporter: Exporter = {
  vendor: 'aruba-aoscx',
  comment: '!',
  fileName: (deviceName) => `${fileStem(deviceName)}.cfg`,
  render(net, device) {
    const plan = planSwitch(net, device, arubaAoscxProfile)
    const notes = [...plan.notes, ...platformNotes(plan)]
    const blocks = [
      heading(plan, notes, '!', 'Aruba AOS-CX'),
      globals(device, [`hostname ${word(plan.device.name)}`]),
      keepaliveVrf(plan.pair?.keepalive ?? null),
      globals(device, spanningTree(plan)),
      ...vlans(plan),
      ...plan.lags.filter(({ lag }) => lag.role === 'peer-link').flatMap(lagBlocks),
      ...(plan.pair ? pairBlocks(plan, plan.pair) : []),
      ...plan.lags.filter(({ lag }) => lag.role !== 'peer-link').flatMap(lagBlocks),
      ...plan.cables.map(cableBlock),
      ...routingBlocks(plan),
    ]
    return { lines: layOut(blocks, '!'), notes }
  },
}

/** The management port is in its VRF for good. */
function keepaliveVrf(keepalive: KeepalivePlan | null): Block {
  if (keepalive === null || keepalive.port.kind === 'management') return []
  const vrf = vrfOf(keepalive)
  return vrf === 'default' ? [] : globals(keepalive.link.id, [`vrf ${vrf}`])
}

function vrfOf({ port, vrf }: KeepalivePlan): string {
  if (port.kind === 'management') return 'mgmt'
  return vrf === 'management' ? 'KA' : word(vrf)
}

/** One MST region for both peers: its name is the switch's own address unless told, and then their ports block. */
function spanningTree({ device, pair }: SwitchPlan): readonly string[] {
  const { enabled, priority } = device.stp
  if (!enabled) return []
  return [
    'spanning-tree',
    ...(priority === DEFAULT_SPANNING_TREE.priority ? [] : [`spanning-tree priority ${priority / PRIORITY_STEP}`]),
    ...(pair ? [`spanning-tree config-name ${word(pair.domain.name)}`, 'spanning-tree config-revision 1'] : []),
  ]
}

function vlans({ vlans }: SwitchPlan): readonly Block[] {
  if (vlans.length === 0) return []
  const named = vlans.filter(({ id, name }) => id !== 1 && name !== '')
  return [
    globals(
      null,
      vlanLists(vlans.map(({ id }) => id)).map((list) => `vlan ${list}`),
    ),
    ...named.map(({ id, name }) => block(INDENT, null, `vlan ${id}`, [`name ${word(name)}`])),
  ]
}

function pairBlocks({ runs, lags }: SwitchPlan, { domain, keepalive, preferred }: PairPlan): readonly Block[] {
  const isl = lags.find(({ lag }) => lag.role === 'peer-link')
  return [
    keepalive ? keepaliveBlock(keepalive) : [],
    block(INDENT, domain.id, 'vsx', [
      `system-mac ${domain.systemMac}`,
      ...(isl ? [`inter-switch-link lag ${isl.lag.channel}`] : []),
      `role ${preferred ? 'primary' : 'secondary'}`,
      ...(keepalive
        ? [`keepalive peer ${word(keepalive.peer)} source ${word(keepalive.own)} vrf ${vrfOf(keepalive)}`]
        : []),
      `linkup-delay-timer ${seconds(runs.numbers['member-restore-ms']?.value)}`,
      ...timers(runs),
      ...(runs.choices['suspended-and-keepalive-lost'].value === 'stay' ? ['no split-recovery'] : []),
    ]),
  ]
}

/** Intervals that the design sets beside the platform's own, as a running configuration has them. */
function timers({ numbers }: SwitchPlan['runs']): readonly string[] {
  return TIMER_STATEMENTS.flatMap(([key, statement]) => {
    const own = numbers[key]
    const base = arubaAoscxProfile.numbers[key]?.value
    return own?.set === true && own.value !== base ? [`${statement} ${seconds(own.value)}`] : []
  })
}

const TIMER_STATEMENTS: readonly (readonly [key: NumberKey, statement: string])[] = [
  ['heartbeat-interval-ms', 'inter-switch-link hello-interval'],
  ['heartbeat-timeout-ms', 'inter-switch-link dead-interval'],
  ['peer-link-hold-ms', 'inter-switch-link hold-time'],
  ['solo-start-ms', 'inter-switch-link peer-detect-interval'],
  ['keepalive-interval-ms', 'keepalive hello-interval'],
  ['keepalive-timeout-ms', 'keepalive dead-interval'],
]

function keepaliveBlock(keepalive: KeepalivePlan): Block {
  const { port, link, own, prefixLength, towards } = keepalive
  const vrf = vrfOf(keepalive)
  const address = `${word(own)}/${prefixLength}`
  return block(
    INDENT,
    link.id,
    `interface ${portOn(arubaAoscxProfile, port)}`,
    port.kind === 'management'
      ? ['no shutdown', `ip static ${address}`]
      : [
          `description keepalive: ${towards}`,
          'no shutdown',
          // Ports of the 6000 series bridge unless told; a bridged one takes neither VRF nor address.
          'routing',
          ...(vrf === 'default' ? [] : [`vrf attach ${vrf}`]),
          `ip address ${address}`,
        ],
  )
}

function lagBlocks({ lag, stp, towards, members }: LagPlan): readonly Block[] {
  const { bond, channel, role } = lag
  const { mode, rate, lacp = {} } = lagEnd(lag)
  const isStatic = mode === 'static'
  const title = role === 'peer-link' ? 'ISL' : role === 'mlag' ? `VSX LAG ${channel}` : 'lag'
  const kind = role === 'mlag' ? ` multi-chassis${isStatic ? ' static' : ''}` : ''
  return [
    block(INDENT, bond.id, `interface lag ${channel}${kind}`, [
      `description ${title}: ${towards}`,
      ...bridged(bond.vlans, role === 'peer-link'),
      ...(isStatic ? [] : [`lacp mode ${mode}`, ...(rate === 'fast' ? ['lacp rate fast'] : [])]),
      ...(!isStatic && lacp.fallback === 'static' ? ['lacp fallback'] : []),
      ...(role === 'peer-link' ? [] : stpPort(stp)),
    ]),
    ...members.map(({ port, link, towards: other }) =>
      block(INDENT, link.id, `interface ${portOn(arubaAoscxProfile, port)}`, [
        `description ${other}`,
        'no shutdown',
        ...mtuOf(bond.mtu),
        `lag ${channel}`,
      ]),
    ),
  ]
}

function cableBlock({ port, link, towards, stp, orphan }: CablePlan): Block {
  return block(INDENT, link.id, `interface ${portOn(arubaAoscxProfile, port)}`, [
    `description ${towards}`,
    ...bridged(link.vlans, false),
    ...mtuOf(link.mtu),
    ...stpPort(stp),
    ...(orphan && link.suspendWithMembers ? ['vsx shutdown-on-split'] : []),
  ])
}

function bridged(vlans: VlanMembership, asTrunk: boolean): readonly string[] {
  const up = ['no shutdown', 'no routing']
  if (vlans.mode === 'access' && !asTrunk) return [...up, `vlan access ${vlans.vlan}`]
  const native = vlans.mode === 'access' ? vlans.vlan : vlans.native
  // The ISL must allow its native VLAN.
  const carried = [...carriedVlans(vlans), ...(asTrunk ? [native] : [])]
  const lists = vlanLists(carried).flatMap((list) => (list === '' ? [] : [`vlan trunk allowed ${list}`]))
  return [...up, `vlan trunk native ${native}`, ...lists]
}

function stpPort({ edge, guard, cost }: SpanningTreeEnd): readonly string[] {
  return [
    ...(cost === undefined ? [] : [`spanning-tree cost ${cost}`]),
    ...(guard === 'none' ? [] : [`spanning-tree ${guard}-guard`]),
    ...(edge ? ['spanning-tree port-type admin-edge'] : []),
  ]
}

function mtuOf(bytes: number): readonly string[] {
  return bytes === DEFAULT_MTU ? [] : [`mtu ${Math.min(bytes, LARGEST_MTU)}`]
}

function platformNotes(plan: SwitchPlan): readonly ExportNote[] {
  const { device, lags, mtus } = plan
  const notes: ExportNote[] = []
  const add = (from: DrawnId, text: string) => notes.push({ text, from })
  const large = mtus.filter((mtu) => mtu > LARGEST_MTU)
  if (large.length > 0) add(device.id, `AOS-CX carries up to ${LARGEST_MTU}, not ${large.join(' and ')} as drawn.`)
  const plain = lags.some(({ lag }) => lag.role !== 'mlag' && lagEnd(lag).mode !== 'static')
  if (plain && device.lacpSystemPriority !== SYSTEM_PRIORITY) {
    add(device.id, `LACP system priority stays ${SYSTEM_PRIORITY}, not ${device.lacpSystemPriority} as drawn.`)
  }
  for (const { lag, members } of lags) {
    const { vlans } = lag.bond
    const native = lag.role === 'peer-link' && vlans.mode === 'trunk' ? vlans.native : null
    if (native !== null && untaggedVlan(vlans) === null && isUsed(plan, native)) {
      add(lag.bond.id, `The ISL must allow its native VLAN; ${native} is allowed there, though it is not drawn so.`)
    }
    if (lag.role === 'peer-link' && lag.bond.vlans.mode === 'access') add(lag.bond.id, 'The ISL must be a trunk.')
    if (lag.role === 'mlag' && members.length > MOST_LEGS) {
      add(lag.bond.id, `A VSX LAG takes ${MOST_LEGS} ports of each switch; lag${lag.channel} has ${members.length}.`)
    }
  }
  return [...foreignPorts(plan, /^\d+\/\d+\/\d+$/, 'AOS-CX'), ...trunksOfAll(plan, arubaAoscxProfile), ...notes]
}

/** A VLAN of another port than the ISL. */
function isUsed({ lags, cables }: SwitchPlan, vlan: number): boolean {
  const bonds = lags.flatMap(({ lag }) => (lag.role === 'peer-link' ? [] : [lag.bond.vlans]))
  return [...bonds, ...cables.map(({ link }) => link.vlans)].some((vlans) => carriedVlans(vlans).includes(vlan))
}

const INDENT = '    '
/** `spanning-tree priority 4` is 16384. */
const PRIORITY_STEP = 4_096
const LARGEST_MTU = 9_198
const SYSTEM_PRIORITY = 65_534
/** Per switch, AOS-CX 10.06. */
const MOST_LEGS = 4
