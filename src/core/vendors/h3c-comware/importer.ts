import { LACP_PRIORITY, MEMBER_COUNT, MTU, SETTING, STP_PRIORITY, VLAN_ID } from '../../model/fieldRules.ts'
import type { Choices } from '../../model/profileKeys.ts'
import { type Grammar, modeOf, type Rule, understood } from '../importing/grammar.ts'
import {
  pathCost,
  address,
  allow,
  defaultRoute,
  defineVlans,
  join,
  minLinks,
  plain,
  seconds,
  set,
  vlanIn,
} from '../importing/interfaceRules.ts'
import { commentedLines } from '../importing/statements.ts'
import {
  type InterfaceConfig,
  interfaceNamed,
  pairIn,
  type SwitchConfig,
  type VlanConfig,
} from '../importing/switchConfig.ts'
import { isAddress, macIn, vlanWordsIn } from '../importing/values.ts'
import { H3C_COMWARE_SEEN } from './seen.ts'

const VLAN: readonly Rule<VlanConfig>[] = [[/^name (\S+)$/, (vlan, [, name = '']) => void (vlan.name = name)]]

const SYSTEM: readonly Rule<SwitchConfig>[] = [
  [/^m-lag system-mac (\S+)$/, (config, [, mac = '']) => void (pairIn(config).systemMac = macIn(mac))],
  // Who is preferred is told by the role priority; the numbers only have to differ.
  [/^m-lag system-number ([12])$/, (config) => void pairIn(config)],
  [/^m-lag system-priority (\d+)$/, (config, [, n]) => plain(pairIn(config).numbers, 'system-priority', n)],
  [
    /^m-lag role priority (\d+)$/,
    (config, [, n]) => set('The priority', n, SETTING, (p) => (pairIn(config).rolePriority = p)),
  ],
  [
    /^m-lag keepalive ip destination (\S+) source (\S+)(?: vpn-instance (\S+))?$/,
    (config, [, to, from, vrf]) => {
      if (!isAddress(to) || !isAddress(from)) return 'The addresses must be IPv4 host addresses.'
      pairIn(config).keepalive = { to, from, vrf: vrf ?? 'default' }
      return undefined
    },
  ],
  [
    /^m-lag keepalive interval (\d+) timeout (\d+)$/,
    (config, [, ms, s]) =>
      plain(pairIn(config).numbers, 'keepalive-interval-ms', ms) ??
      seconds(pairIn(config).numbers, 'keepalive-timeout-ms', s),
  ],
  [/^m-lag keepalive hold-time (\d+)$/, (config, [, s]) => seconds(pairIn(config).numbers, 'keepalive-window-ms', s)],
  [/^m-lag mad default-action none$/, (config) => choose(config, { 'orphan-hold': 'marked-with-members' })],
  [
    /^m-lag mad include interface (\S+)$/,
    (config, [, name = '']) => void (interfaceNamed(config, name, {}, 0).suspendWithMembers = true),
  ],
  [/^m-lag mad persistent$/, (config) => choose(config, { 'suspended-and-keepalive-lost': 'stay' })],
  [
    /^m-lag standalone enable(?: delay (\d+))?$/,
    (config, [, s = '0']) => {
      pairIn(config).switches.set('standalone', true)
      return seconds(pairIn(config).numbers, 'split-system-delay-ms', s)
    },
  ],
  [/^m-lag restore-delay (\d+)$/, (config, [, s]) => seconds(pairIn(config).numbers, 'member-restore-ms', s)],
  [
    /^m-lag auto-recovery reload-delay (\d+)$/,
    (config, [, s]) => {
      pairIn(config).switches.set('solo-start', true)
      return seconds(pairIn(config).numbers, 'solo-start-ms', s)
    },
  ],
  [
    /^m-lag consistency-check mode (loose|strict)$/,
    (config, [, mode]) => choose(config, { 'on-type-1-mismatch': mode === 'loose' ? 'report' : 'secondary-suspends' }),
  ],
  // A keepalive port that MAD would take down.
  ...understood(/^m-lag mad exclude interface \S+$/),
]

const MEMBERSHIP: readonly Rule<InterfaceConfig>[] = [
  [/^link-aggregation mode dynamic$/, (port) => void (port.bundling = 'active')],
  [/^link-aggregation selected-port minimum (\d+)$/, (port, [, n]) => minLinks(port, n)],
  [
    /^link-aggregation selected-port maximum (\d+)$/,
    (port, [, n]) => set('The bundle', n, MEMBER_COUNT, (m) => (port.lacp = { ...port.lacp, maxBundle: m })),
  ],
  [/^port link-aggregation group (\d+)$/, (port, [, channel]) => join(port, channel)],
  [/^lacp mode passive$/, (port) => void (port.member = port.member && { ...port.member, mode: 'passive' })],
  [/^lacp period short$/, (port) => void (port.fast = true)],
]

const PAIR_PORT: readonly Rule<InterfaceConfig>[] = [
  [/^port m-lag peer-link 1$/, (port) => void (port.peerLink = true)],
  [
    /^port m-lag group (\d+)(?: allow-single-member)?$/,
    (port, [, n]) => set('The M-LAG group', n, SETTING, (id) => (port.mlag = id)),
  ],
  [/^m-lag drcp period short$/, (port) => void (port.shortHello = true)],
  [/^port link-mode (route|bridge)$/, (port, [, mode]) => void (port.routed = mode === 'route')],
  // That of the VLAN's VRRP group, alike on both peers.
  ...understood(/^undo mac-address static source-check enable$/, /^mac-address [0-9a-f-]+$/),
]

const SWITCHING: readonly Rule<InterfaceConfig>[] = [
  [/^port access vlan (\d+)$/, (port, [, id]) => accessVlan(port, id)],
  [/^port link-type (access|trunk)$/, (port, [, mode]) => linkType(port, mode)],
  [/^port trunk pvid vlan (\d+)$/, (port, [, id]) => set('The VLAN', id, VLAN_ID, (n) => (port.native = n))],
  [/^undo port trunk permit vlan 1$/, (port) => void (port.allowed = (port.allowed ?? []).filter((id) => id !== 1))],
  [
    /^port trunk permit vlan (\d[\d to]*)$/,
    (port, [, list = '']) => allow(port, port.allowed !== null, vlanWordsIn(list)),
  ],
  [/^port trunk permit vlan all$/, (port) => void (port.allowed = null)],
  [/^stp cost (\d+)$/, (port, [, n]) => pathCost(port, n)],
  [/^stp edged-port$/, (port) => void (port.stp = { ...port.stp, edge: true })],
  [/^stp port bpdu-protection enable$/, (port) => void (port.stp = { ...port.stp, guard: 'bpdu' })],
  [/^stp root-protection$/, (port) => void (port.stp = { ...port.stp, guard: 'root' })],
]

const INTERFACE: readonly Rule<InterfaceConfig>[] = [
  ...MEMBERSHIP,
  ...PAIR_PORT,
  ...SWITCHING,
  [/^description (.+)$/, (port, [, text = '']) => void (port.description = text)],
  [/^(undo )?shutdown$/, (port, [, undo]) => void (port.shut = undo === undefined)],
  [/^(?:jumboframe enable|mtu) (\d+)$/, (port, [, bytes]) => set('The MTU', bytes, MTU, (n) => (port.mtu = n))],
  [/^link-delay down msec (\d+)$/, (port, [, ms]) => set('The time', ms, SETTING, (n) => (port.debounceMs = n))],
  [/^ip address (\d[\d.]+ [\d.]+)$/, (port, [, text = '']) => address(port, text)],
  [/^ip binding vpn-instance (\S+)$/, (port, [, vrf = '']) => void (port.vrf = vrf)],
]

const MONITOR_LINK: readonly Rule<SwitchConfig>[] = [
  [/^port (\S+) uplink$/, (config, [, name = '']) => void (interfaceNamed(config, name, {}, 0).tracked = true)],
  ...understood(/^port \S+ downlink$/),
]

/** The statements of a Comware 7 configuration that a design can hold. */
export const h3cComwareGrammar: Grammar = {
  vendor: 'h3c-comware',
  printedBy: 'display current-configuration',
  statements: H3C_COMWARE_SEEN,
  layout: commentedLines,
  globals: [
    ...SYSTEM,
    [/^sysname (\S+)$/, (config, [, name = '']) => void (config.hostname = name)],
    [/^vlan (\d+ to \d+)$/, (config, [, list = '']) => defineVlans(config, vlanWordsIn(list))],
    [/^undo stp global enable$/, (config) => void (config.stp.enabled = false)],
    [/^stp priority (\d+)$/, (config, [, n]) => set('The priority', n, STP_PRIORITY, (p) => (config.stp.priority = p))],
    [
      /^lacp system-priority (\d+)$/,
      (config, [, n]) => set('The priority', n, LACP_PRIORITY, (p) => (config.lacpSystemPriority = p)),
    ],
    [/^mac-address timer aging (\d+)$/, (config, [, s]) => seconds(config.numbers, 'mac-ageing-ms', s)],
    [
      /^ip route-static 0\.0\.0\.0 (?:0\.0\.0\.0|0) (\d\S+)(?: preference (\d+))?$/,
      (config, [, next, preference]) => defaultRoute(config, next, preference),
    ],
    ...understood(/^stp pathcost-standard dot1t$/),
    ...understood(/^stp mode (rstp|mstp)$/, /^stp global enable$/, /^return$/),
  ],
  modes: [
    modeOf(/^vlan (\d+)$/, (config, [, id]) => vlanIn(config, Number(id)), VLAN),
    modeOf(/^ip vpn-instance (\S+)$/, () => null, []),
    modeOf(/^monitor-link group \d+$/, (config) => config, MONITOR_LINK),
    modeOf(
      /^interface (Bridge-Aggregation(\d+)|Vlan-interface(\d+)|[A-Za-z-]+\d[\d/:]*)$/,
      (config, [, name = '', channel, vlan], line) =>
        interfaceNamed(config, name, { channel, vlan, management: name.startsWith('M-') }, line),
      INTERFACE,
    ),
  ],
  finish: (config) => {
    const [peerLink] = [...config.interfaces.values()].filter((port) => port.peerLink)
    if (config.pair && peerLink?.shortHello) config.pair.numbers.set('heartbeat-interval-ms', SHORT_DRCP_MS)
    if (config.pair && !config.pair.switches.has('solo-start')) config.pair.switches.set('solo-start', false)
  },
}

function choose(config: SwitchConfig, choices: Partial<Choices>): void {
  const pair = pairIn(config)
  pair.choices = { ...pair.choices, ...choices }
}

function accessVlan(port: InterfaceConfig, id: string | undefined): string | undefined {
  port.mode ??= 'access'
  return set('The VLAN', id, VLAN_ID, (n) => (port.access = n))
}

/** A trunk carries VLAN 1 unless told otherwise. */
function linkType(port: InterfaceConfig, mode: string | undefined): void {
  port.mode = mode === 'trunk' ? 'trunk' : 'access'
  if (mode === 'trunk') port.allowed ??= [1]
}

const SHORT_DRCP_MS = 1_000
