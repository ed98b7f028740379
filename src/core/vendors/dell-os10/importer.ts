import {
  DOMAIN_NUMBER,
  LACP_PRIORITY,
  LACP_WAIT_S,
  MEMBER_COUNT,
  SETTING,
  STP_PRIORITY,
} from '../../model/fieldRules.ts'
import { nameFrom } from '../importing/drawing.ts'
import { type Grammar, modeOf, type Rule, understood } from '../importing/grammar.ts'
import {
  pathCost,
  allow,
  INTERFACE_RULES,
  join,
  minLinks,
  ROUTE_RULES,
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
  type SwitchConfig,
} from '../importing/switchConfig.ts'
import { isAddress, macIn, vlanNumbers } from '../importing/values.ts'
import { DELL_OS10_SEEN } from './seen.ts'

const DOMAIN: readonly Rule<PairConfig>[] = [
  [
    /^backup destination (\S+)(?: vrf (\S+))?(?: interval (\d+))?$/,
    (pair, [, to, vrf, interval]) => {
      if (!isAddress(to)) return 'The address must be an IPv4 host address.'
      pair.keepalive = { to, from: null, vrf: vrf ?? 'default' }
      return interval === undefined ? undefined : seconds(pair.numbers, 'keepalive-interval-ms', interval)
    },
  ],
  [/^delay-restore (\d+)$/, (pair, [, s]) => seconds(pair.numbers, 'member-restore-ms', s)],
  [/^primary-priority (\d+)$/, (pair, [, n]) => set('The priority', n, SETTING, (p) => (pair.rolePriority = p))],
  [/^vlt-mac (\S+)$/, (pair, [, mac = '']) => void (pair.systemMac = macIn(mac))],
  [/^peer-routing$/, (pair) => void pair.switches.set('peer-gateway', true)],
  [
    /^discovery-interface ethernet(\S+)$/,
    (pair, [, ports = '']) => void (pair.discovered = [...pair.discovered, ...discovered(ports)]),
  ],
]

const INTERFACE: readonly Rule<InterfaceConfig>[] = [
  // More lists add to the first one.
  [
    /^switchport trunk allowed vlan (\d[\d,-]*)$/,
    (port, [, list = '']) => allow(port, port.allowed !== null, vlanNumbers(list)),
  ],
  [/^vlt-port-channel (\d+)$/, (port, [, n]) => set('The VLT port-channel', n, SETTING, (id) => (port.mlag = id))],
  [/^minimum-links (\d+)$/, (port, [, n]) => minLinks(port, n)],
  [/^lacp rate (fast|normal)$/, (port, [, rate]) => void (port.fast = rate === 'fast')],
  [
    /^lacp max-bundle (\d+)$/,
    (port, [, n]) => set('The bundle', n, MEMBER_COUNT, (m) => (port.lacp = { ...port.lacp, maxBundle: m })),
  ],
  [/^lacp fallback enable$/, (port) => void (port.lacp = { ...port.lacp, fallback: 'static' })],
  [
    /^lacp fallback timeout (\d+)$/,
    (port, [, s]) => set('The time', s, LACP_WAIT_S, (n) => (port.lacp = { ...port.lacp, fallbackAfterS: n })),
  ],
  [/^vlt delay-restore orphan-port enable$/, (port) => void (port.suspendWithMembers = true)],
  [/^spanning-tree rstp cost (\d+)$/, (port, [, n]) => pathCost(port, n)],
  [/^spanning-tree port type edge$/, (port) => void (port.stp = { ...port.stp, edge: true })],
  [/^virtual-address (\S+)$/, (port, [, address]) => virtualAddress(port, address)],
  [/^priority (\d+)$/, (port, [, n]) => set('The priority', n, SETTING, (p) => (port.ownerPriority = p))],
  ...INTERFACE_RULES,
  ...understood(/^vrrp-group \d+$/, /^mode L3$/, /^no ip address dhcp$/, /^flowcontrol (receive|transmit) (on|off)$/),
]

const TRACKING: readonly Rule<SwitchConfig>[] = [
  [/^upstream (\S+)$/, (config, [, name = '']) => void (interfaceNamed(config, name, {}, 0).tracked = true)],
  ...understood(/^downstream \S+$/, /^enable$/),
]

/** The statements of an OS10 configuration that a design can hold. */
export const dellOs10Grammar: Grammar = {
  vendor: 'dell-os10',
  printedBy: 'show running-configuration',
  ownNames: /^(ethernet\d+\/\d+\/\d+(:\d)?|port-channel\d+|vlan\d+|mgmt\d\/\d\/\d)$/,
  statements: DELL_OS10_SEEN,
  globals: [
    [/^hostname (\S+)$/, (config, [, name = '']) => void (config.hostname = name)],
    [
      /^lacp system-priority (\d+)$/,
      (config, [, n]) => set('The priority', n, LACP_PRIORITY, (p) => (config.lacpSystemPriority = p)),
    ],
    [/^spanning-tree disable$/, (config) => void (config.stp.enabled = false)],
    [
      /^spanning-tree rstp priority (\d+)$/,
      (config, [, n]) => set('The priority', n, STP_PRIORITY, (p) => (config.stp.priority = p)),
    ],
    ...ROUTE_RULES,
    ...understood(/^spanning-tree mode (rstp|rapid-pvst|mst)$/, /^vrrp version 3$/),
  ],
  modes: [
    modeOf(/^vlt-domain (\d+)$/, (config, [, n]) => domainIn(config, n), DOMAIN),
    modeOf(/^uplink-state-group \d+$/, (config) => config, TRACKING),
    modeOf(
      /^interface (port-channel(\d+)|vlan(\d+)|mgmt\S+|ethernet\S+|[A-Za-z]\S*\d)$/,
      (config, [, name = '', channel, vlan], line) =>
        interfaceNamed(config, name, { channel, vlan, management: name.startsWith('mgmt') }, line),
      INTERFACE,
    ),
  ],
  finish: (config) => {
    for (const port of config.interfaces.values()) {
      if (port.kind === 'vlan' && port.number !== null) vlanIn(config, port.number).name = nameFrom(port.description)
      // A trunk's untagged VLAN is its access VLAN, and it carries no other unless told.
      if (port.mode !== 'trunk') continue
      port.native = port.access
      port.allowed ??= []
    }
    if (config.pair) finishPair(config, config.pair)
  },
}

/** The switches make one port-channel of the ports of the VLTi; it carries every VLAN. */
function finishPair(config: SwitchConfig, pair: PairConfig): void {
  if (config.lacpSystemPriority !== null) pair.numbers.set('system-priority', config.lacpSystemPriority)
  const members = pair.discovered.flatMap((name) => config.interfaces.get(name) ?? [])
  if (members.length === 0) return
  const vlti = interfaceNamed(config, `port-channel${VLTI}`, { channel: `${VLTI}` }, 0)
  Object.assign(vlti, { peerLink: true, mode: 'trunk', allowed: null, mtu: members[0]?.mtu ?? null })
  for (const member of members) join(member, `${VLTI}`)
}

/** "1/1/53-1/1/54" is a range of the last number. */
function discovered(ports: string): readonly string[] {
  const [, stem = '', first, last = first] = /^([^-]*\/)(\d+)(?:-(?:ethernet)?[^-]*\/(\d+))?$/.exec(ports) ?? []
  const count = Number(last) - Number(first) + 1
  if (!(count >= 1 && count <= MOST_MEMBERS)) return [`ethernet${ports}`]
  return Array.from({ length: count }, (_, at) => `ethernet${stem}${Number(first) + at}`)
}

function domainIn(config: SwitchConfig, number: string | undefined): PairConfig {
  const pair = pairIn(config)
  set('The domain', number, DOMAIN_NUMBER, (n) => (pair.number = n))
  return pair
}

const VLTI = 1_000
const MOST_MEMBERS = 64
