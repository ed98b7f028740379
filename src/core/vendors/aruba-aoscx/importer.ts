import { LACP_PRIORITY, MTU, SETTING, STP_PRIORITY, VLAN_ID } from '../../model/fieldRules.ts'
import { type Grammar, modeOf, type Rule, understood } from '../importing/grammar.ts'
import {
  pathCost,
  address,
  allow,
  defaultRoute,
  defineVlans,
  join,
  seconds,
  set,
  virtualAddress,
  vlanIn,
} from '../importing/interfaceRules.ts'
import {
  type InterfaceConfig,
  interfaceNamed,
  type PairConfig,
  pairIn,
  type VlanConfig,
} from '../importing/switchConfig.ts'
import { isAddress, macIn, vlanNumbers } from '../importing/values.ts'
import { ARUBA_AOSCX_SEEN } from './seen.ts'

const PAIR: readonly Rule<PairConfig>[] = [
  [/^system-mac (\S+)$/, (pair, [, mac = '']) => void (pair.systemMac = macIn(mac))],
  [/^inter-switch-link lag (\d+)$/, (pair, [, n]) => void (pair.peerLink = Number(n))],
  [/^role (primary|secondary)$/, (pair, [, role]) => void (pair.preferred = role === 'primary')],
  [
    /^keepalive peer (\S+) source (\S+)(?: vrf (\S+))?$/,
    (pair, [, to, from, vrf]) => {
      if (!isAddress(to) || !isAddress(from)) return 'The addresses must be IPv4 host addresses.'
      pair.keepalive = { to, from, vrf: vrf ?? 'default' }
      return undefined
    },
  ],
  [/^linkup-delay-timer (\d+)$/, (pair, [, s]) => seconds(pair.numbers, 'member-restore-ms', s)],
  [/^inter-switch-link hello-interval (\d+)$/, (pair, [, s]) => seconds(pair.numbers, 'heartbeat-interval-ms', s)],
  [/^inter-switch-link dead-interval (\d+)$/, (pair, [, s]) => seconds(pair.numbers, 'heartbeat-timeout-ms', s)],
  [/^inter-switch-link hold-time (\d+)$/, (pair, [, s]) => seconds(pair.numbers, 'peer-link-hold-ms', s)],
  [/^inter-switch-link peer-detect-interval (\d+)$/, (pair, [, s]) => seconds(pair.numbers, 'solo-start-ms', s)],
  [/^keepalive hello-interval (\d+)$/, (pair, [, s]) => seconds(pair.numbers, 'keepalive-interval-ms', s)],
  [/^keepalive dead-interval (\d+)$/, (pair, [, s]) => seconds(pair.numbers, 'keepalive-timeout-ms', s)],
  [
    /^(no )?split-recovery$/,
    (pair, [, no]) =>
      void (pair.choices = {
        ...pair.choices,
        'suspended-and-keepalive-lost': no === undefined ? 'take-over' : 'stay',
      }),
  ],
]

const VLAN: readonly Rule<VlanConfig>[] = [[/^name (\S+)$/, (vlan, [, name = '']) => void (vlan.name = name)]]

const INTERFACE: readonly Rule<InterfaceConfig>[] = [
  [/^description (.+)$/, (port, [, text = '']) => void (port.description = text)],
  [/^(no )?shutdown$/, (port, [, no]) => void (port.shut = no === undefined)],
  [/^(no )?routing$/, (port, [, no]) => void (port.routed = no === undefined)],
  [/^vlan access (\d+)$/, (port, [, id]) => access(port, id)],
  [/^vlan trunk native (\d+)(?: tag)?$/, (port, [, id]) => native(port, id)],
  [/^vlan trunk allowed all$/, (port) => void Object.assign(port, { mode: 'trunk', allowed: null })],
  [
    /^vlan trunk allowed (\d[\d,-]*)$/,
    (port, [, list = '']) => {
      port.mode = 'trunk'
      return allow(port, port.allowed !== null, vlanNumbers(list))
    },
  ],
  [
    /^lacp mode (active|passive)$/,
    (port, [, mode]) => void (port.bundling = mode === 'passive' ? 'passive' : 'active'),
  ],
  [/^lacp rate (fast|slow)$/, (port, [, rate]) => void (port.fast = rate === 'fast')],
  [/^lacp fallback$/, (port) => void (port.lacp = { ...port.lacp, fallback: 'static' })],
  [/^lag (\d+)$/, (port, [, channel]) => join(port, channel)],
  [/^mtu (\d+)$/, (port, [, bytes]) => set('The MTU', bytes, MTU, (n) => (port.mtu = n))],
  [/^vsx shutdown-on-split$/, (port) => void (port.suspendWithMembers = true)],
  [/^spanning-tree cost (\d+)$/, (port, [, n]) => pathCost(port, n)],
  [/^spanning-tree port-type admin-edge$/, (port) => void (port.stp = { ...port.stp, edge: true })],
  [/^spanning-tree bpdu-guard$/, (port) => void (port.stp = { ...port.stp, guard: 'bpdu' })],
  [/^spanning-tree root-guard$/, (port) => void (port.stp = { ...port.stp, guard: 'root' })],
  [/^vrf attach (\S+)$/, (port, [, vrf = '']) => void (port.vrf = vrf)],
  [/^ip (?:address|static) (\d\S+)$/, (port, [, text = '']) => routedBy(port, text)],
  [/^active-gateway ip mac (\S+)$/, (port, [, mac = '']) => void (port.virtualMac = macIn(mac))],
  [
    /^active-gateway ip (\d\S+)(?: mac (\S+))?$/,
    (port, [, virtual, mac]) => {
      if (mac !== undefined) port.virtualMac = macIn(mac)
      return virtualAddress(port, virtual)
    },
  ],
  ...understood(/^ip mtu \d+$/),
]

/** The statements of an AOS-CX configuration that a design can hold. */
export const arubaAoscxGrammar: Grammar = {
  vendor: 'aruba-aoscx',
  printedBy: 'show running-config',
  statements: ARUBA_AOSCX_SEEN,
  globals: [
    [/^hostname (\S+)$/, (config, [, name = '']) => void (config.hostname = name)],
    [/^vlan (\d[\d,-]*)$/, (config, [, list = '']) => defineVlans(config, vlanNumbers(list))],
    [/^spanning-tree$/, (config) => void (config.stp.enabled = true)],
    [
      /^spanning-tree priority (\d+)$/,
      (config, [, n]) =>
        set('The priority', `${Number(n) * PRIORITY_STEP}`, STP_PRIORITY, (p) => (config.stp.priority = p)),
    ],
    [/^spanning-tree config-name (\S+)$/, (config, [, name = '']) => void (config.region = name)],
    [
      /^lacp system-priority (\d+)$/,
      (config, [, n]) => set('The priority', n, LACP_PRIORITY, (p) => (config.lacpSystemPriority = p)),
    ],
    [
      /^ip route 0\.0\.0\.0\/0 (\S+)(?: distance (\d+))?$/,
      (config, [, next, distance]) => defaultRoute(config, next, distance),
    ],
    ...understood(/^spanning-tree config-revision \d+$/, /^vrf \S+$/, /^no ip icmp redirect$/),
  ],
  modes: [
    modeOf(/^vlan (\d+)$/, (config, [, id]) => vlanIn(config, Number(id)), VLAN),
    modeOf(/^vsx$/, pairIn, PAIR),
    modeOf(
      /^interface (lag (\d+)(?: (multi-chassis)(?: static)?)?|vlan ?(\d+)|mgmt|[A-Za-z0-9][\w./-]*)$/,
      (config, [, name = '', channel, pair, vlan], line) => {
        const port = interfaceNamed(
          config,
          channel ? `lag${channel}` : name,
          { channel, vlan, management: name === 'mgmt' },
          line,
        )
        if (pair) set('The lag', channel, SETTING, (id) => (port.mlag = id))
        return port
      },
      INTERFACE,
    ),
  ],
  // It comes without a spanning tree.
  start: (config) => void (config.stp.enabled = false),
  finish: (config) => {
    if (config.pair) config.pair.name = config.region
  },
}

function access(port: InterfaceConfig, id: string | undefined): string | undefined {
  port.mode = 'access'
  return set('The VLAN', id, VLAN_ID, (n) => (port.access = n))
}

function native(port: InterfaceConfig, id: string | undefined): string | undefined {
  port.mode = 'trunk'
  return set('The VLAN', id, VLAN_ID, (n) => (port.native = n))
}

function routedBy(port: InterfaceConfig, text: string): string | undefined {
  port.routed = port.kind === 'port'
  return address(port, text)
}

const PRIORITY_STEP = 4_096
