import { LACP_PRIORITY, MEMBER_COUNT, MTU, SETTING, STP_PRIORITY, VLAN_ID } from '../../model/fieldRules.ts'
import { type Grammar, modeOf, type Rule, understood } from '../importing/grammar.ts'
import {
  pathCost,
  address,
  allow,
  defineVlans,
  defaultRoute,
  join,
  minLinks,
  plain,
  seconds,
  set,
  vlanIn,
} from '../importing/interfaceRules.ts'
import { linesOf } from '../importing/statements.ts'
import {
  type InterfaceConfig,
  interfaceNamed,
  type PairConfig,
  pairIn,
  type SwitchConfig,
  type VlanConfig,
} from '../importing/switchConfig.ts'
import { isAddress, macIn, vlanWordsIn } from '../importing/values.ts'
import { HUAWEI_VRP8_SEEN } from './seen.ts'

const VLAN: readonly Rule<VlanConfig>[] = [[/^name (\S+)$/, (vlan, [, name = '']) => void (vlan.name = name)]]

const GROUP_V300: readonly Rule<PairConfig>[] = [
  [/^priority (\d+)$/, (pair, [, n]) => set('The priority', n, SETTING, (p) => (pair.rolePriority = p))],
  [/^dual-active detection (source ip .+)$/, (pair, [, words = '']) => keepalive(pair, words)],
  [/^dual-active detection delay (\d+)$/, (pair, [, ms]) => plain(pair.numbers, 'keepalive-hold-ms', ms)],
  [/^dual-active detection hold-time (\d+)$/, (pair, [, ms]) => plain(pair.numbers, 'keepalive-back-hold-ms', ms)],
  [
    /^m-lag up-delay (\d+)(?: auto-recovery interval (\d+))?$/,
    (pair, [, s, apart]) =>
      seconds(pair.numbers, 'member-restore-ms', s) ??
      (apart === undefined ? undefined : seconds(pair.numbers, 'member-stagger-ms', apart)),
  ],
  [
    /^set lacp system-id switch-delay (\d+|immediately)$/,
    (pair, [, s = '']) => {
      if (s === '0') return undefined
      pair.switches.set('split-own-system', true)
      return seconds(pair.numbers, 'split-system-delay-ms', s === 'immediately' ? '0' : s)
    },
  ],
  [/^dual-active detection error-down delay (\d+)$/, (pair, [, s]) => seconds(pair.numbers, 'suspend-delay-ms', s)],
  [
    /^consistency-check enable mode (loose|strict)$/,
    (pair, [, mode]) =>
      void (pair.choices = {
        ...pair.choices,
        'on-type-1-mismatch': mode === 'loose' ? 'report' : 'secondary-suspends',
      }),
  ],
  ...understood(/^authentication-mode hmac-sha256 password \S.*$/),
]

const GROUP_V200: readonly Rule<PairConfig>[] = [
  [/^(source ip .+)$/, (pair, [, words = '']) => keepalive(pair, words)],
  ...understood(/^dual-active detection enhanced enable$/),
]

const SWITCHING: readonly Rule<InterfaceConfig>[] = [
  [/^port default vlan (\d+)$/, (port, [, id]) => accessVlan(port, id)],
  [/^port link-type (access|trunk)$/, (port, [, mode]) => linkType(port, mode)],
  [/^undo port trunk allow-pass vlan 1$/, (port) => void (port.allowed = without(port, 1))],
  [
    /^port trunk allow-pass vlan (\d[\d to]*)$/,
    (port, [, list = '']) => allow(port, port.allowed !== null, vlanWordsIn(list)),
  ],
  [/^eth-trunk (\d+)$/, (port, [, channel]) => join(port, channel)],
  [/^mode lacp-(?:static|dynamic)$/, (port) => void (port.bundling = 'active')],
  [/^peer-link 1$/, (port) => peerLink(port)],
  [/^port vlan exclude (\d[\d to]*)$/, (port, [, list = '']) => exclude(port, list)],
  [/^dfs-group 1 m-lag (\d+)$/, (port, [, n]) => set('The M-LAG', n, SETTING, (id) => (port.mlag = id))],
  [/^undo portswitch$/, (port) => void (port.routed = true)],
  [/^uplink-port enable$/, (port) => void (port.decides = true)],
  [/^m-lag unpaired-port (suspend|reserved)$/, (port, [, what]) => unpaired(port, what === 'suspend')],
  [/^stp cost (\d+)$/, (port, [, n]) => pathCost(port, n)],
  [/^stp edged-port enable$/, (port) => void (port.stp = { ...port.stp, edge: true })],
]

const INTERFACE: readonly Rule<InterfaceConfig>[] = [
  ...SWITCHING,
  [/^description (.+)$/, (port, [, text = '']) => void (port.description = text)],
  [/^(undo )?shutdown$/, (port, [, undo]) => void (port.shut = undo === undefined)],
  [/^port trunk pvid vlan (\d+)$/, (port, [, id]) => set('The VLAN', id, VLAN_ID, (n) => (port.native = n))],
  [/^stp root-protection$/, (port) => void (port.stp = { ...port.stp, guard: 'root' })],
  [/^lacp timeout (fast|slow)$/, (port, [, rate]) => void (port.fast = rate === 'fast')],
  [/^least active-linknumber (\d+)$/, (port, [, n]) => minLinks(port, n)],
  [
    /^max active-linknumber (\d+)$/,
    (port, [, n]) => set('The bundle', n, MEMBER_COUNT, (m) => (port.lacp = { ...port.lacp, maxBundle: m })),
  ],
  [/^(?:jumboframe enable|mtu) (\d+)$/, (port, [, bytes]) => set('The MTU', bytes, MTU, (n) => (port.mtu = n))],
  [/^carrier down-hold-time (\d+)$/, (port, [, ms]) => set('The time', ms, SETTING, (n) => (port.debounceMs = n))],
  [/^ip address (\d[\d.]+ [\d.]+)$/, (port, [, text = '']) => address(port, text)],
  [/^ip binding vpn-instance (\S+)$/, (port, [, vrf = '']) => void (port.vrf = vrf)],
  // That of the VLAN's VRRP group; the peers have it alike.
  ...understood(/^mac-address [0-9a-f-]+$/),
]

const MONITOR_LINK: readonly Rule<SwitchConfig>[] = [
  [/^port (\S+) uplink$/, (config, [, name = '']) => void (portIn(config, name).tracked = true)],
  ...understood(/^port \S+ downlink \d+$/),
]

/** The statements of a VRP8 configuration that a design can hold, of both dialects: a text is of one of them. */
export const huaweiVrp8Grammar: Grammar = {
  vendor: 'huawei-vrp8',
  printedBy: 'display current-configuration',
  statements: HUAWEI_VRP8_SEEN,
  layout: (text) => ({ statements: linesOf(text).filter(({ text }) => !/^[!#]/.test(text)), banners: [] }),
  globals: [
    [/^sysname (\S+)$/, (config, [, name = '']) => void (config.hostname = name)],
    [/^vlan batch (\d[\d to]*)$/, (config, [, list = '']) => defineVlans(config, vlanWordsIn(list))],
    [/^stp disable$/, (config) => void (config.stp.enabled = false)],
    [/^stp priority (\d+)$/, (config, [, n]) => set('The priority', n, STP_PRIORITY, (p) => (config.stp.priority = p))],
    [/^stp bpdu-protection$/, (config) => void (config.guardsEdges = true)],
    [
      /^lacp priority (\d+)$/,
      (config, [, n]) => set('The priority', n, LACP_PRIORITY, (p) => (config.lacpSystemPriority = p)),
    ],
    [/^lacp m-lag system-id (\S+)$/, (config, [, mac = '']) => systemMac(config, mac)],
    [/^lacp m-lag priority (\d+)$/, (config, [, n]) => plain(config.numbers, 'system-priority', n)],
    [/^mac-address aging-time (\d+)$/, (config, [, s]) => seconds(config.numbers, 'mac-ageing-ms', s)],
    [
      /^ip route-static 0\.0\.0\.0 (?:0\.0\.0\.0|0) (\d\S+)(?: preference (\d+))?$/,
      (config, [, next, preference]) => defaultRoute(config, next, preference),
    ],
    ...understood(
      /^stp mode (rstp|mstp)$/,
      /^stp v-stp enable$/,
      /^commit$/,
      /^return$/,
      /^quit$/,
      /^system-view( immediately)?$/,
    ),
  ],
  modes: [
    modeOf(/^vlan (\d+)$/, (config, [, id]) => vlanIn(config, Number(id)), VLAN),
    modeOf(/^ip vpn-instance (\S+)$/, () => null, understood(/^ipv4-family$/)),
    modeOf(/^dfs-group 1$/, pairIn, [...GROUP_V300, ...GROUP_V200]),
    modeOf(/^monitor-link group \d+$/, (config) => config, MONITOR_LINK),
    modeOf(
      /^interface (Eth-Trunk(\d+)|Vlanif(\d+)|MEth\S+|[A-Za-z0-9]+\d[\d/:]*)$/,
      (config, [, name = '', channel, vlan], line) =>
        interfaceNamed(config, name, { channel, vlan, management: name.startsWith('MEth') }, line),
      INTERFACE,
    ),
  ],
  finish: (config) => {
    if (config.pair && config.pair.systemMac === null)
      config.pair.choices = { ...config.pair.choices, 'pair-system': 'primary-mac' }
    const ports = [...config.interfaces.values()]
    if (config.guardsEdges)
      for (const port of ports)
        if (port.stp.edge && port.stp.guard === 'none') port.stp = { ...port.stp, guard: 'bpdu' }
    if (config.pair && ports.some(({ marked, routed }) => marked && !routed))
      config.pair.choices = { ...config.pair.choices, 'orphan-hold': 'marked' }
  },
}

/** "source ip 192.0.2.1 vpn-instance a peer 192.0.2.2 udp-port 1025 timeout 45"; the peer makes detection enhanced. */
function keepalive(pair: PairConfig, text: string): string | undefined {
  const words = text.split(' ')
  const after = (word: string) => words[words.indexOf(word) + 1 || words.length]
  const [from, to] = [after('ip'), after('peer')]
  if (!isAddress(from) || (to !== undefined && !isAddress(to))) return 'The addresses must be IPv4 host addresses.'
  pair.keepalive = { to: to ?? null, from, vrf: after('vpn-instance') ?? 'default' }
  if (to === undefined) pair.choices = { ...pair.choices, 'suspended-and-keepalive-lost': 'stay' }
  const timeout = after('timeout')
  return timeout === undefined ? undefined : seconds(pair.numbers, 'keepalive-timeout-ms', timeout)
}

function systemMac(config: SwitchConfig, text: string): string | undefined {
  const mac = macIn(text)
  if (mac === null) return 'The system id must be a MAC address.'
  pairIn(config).systemMac = mac
  return undefined
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

function without({ allowed }: InterfaceConfig, vlan: number): readonly number[] {
  return (allowed ?? []).filter((id) => id !== vlan)
}

/** It carries every VLAN that it is not told to leave out; 1 is untagged. */
function peerLink(port: InterfaceConfig): void {
  port.peerLink = true
  port.mode = 'trunk'
  port.allowed = null
}

function exclude(port: InterfaceConfig, list: string): string | undefined {
  const numbers = vlanWordsIn(list)
  if (numbers === null) return 'The list must name VLANs from 1 to 4094.'
  port.excluded = [...port.excluded, ...numbers]
  return undefined
}

function unpaired(port: InterfaceConfig, suspend: boolean): void {
  port.marked = true
  port.suspendWithMembers = suspend
}

function portIn(config: SwitchConfig, name: string): InterfaceConfig {
  return interfaceNamed(config, name, {}, 0)
}
