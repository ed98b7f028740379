import { LACP_PRIORITY, LACP_WAIT_S, SETTING, STP_PRIORITY, VLAN_ID } from '../../model/fieldRules.ts'
import { type Grammar, modeOf, type Rule, understood } from '../importing/grammar.ts'
import {
  INTERFACE_RULES,
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
  type VlanConfig,
} from '../importing/switchConfig.ts'
import { isAddress, macIn, vlanNumbers } from '../importing/values.ts'
import { ARISTA_EOS_SEEN } from './seen.ts'

const VLAN: readonly Rule<VlanConfig>[] = [
  [/^name (\S+)$/, (vlan, [, name = '']) => void (vlan.name = name)],
  // Keeps the peers' own VLAN off other trunks; a design says which VLAN that is.
  ...understood(/^trunk group \S+$/),
]

const LINK_TRACKING: readonly Rule<unknown>[] = understood(/^recovery delay 0$/)

const PAIR: readonly Rule<PairConfig>[] = [
  [/^domain-id (\S+)$/, (pair, [, name = '']) => void (pair.name = name)],
  [/^local-interface Vlan(\d+)$/, (pair, [, id]) => set('The VLAN', id, VLAN_ID, (vlan) => (pair.peering.vlan = vlan))],
  [/^peer-address (\d\S+)$/, (pair, [, to]) => (isAddress(to) ? void (pair.peering.to = to) : NO_ADDRESS)],
  [
    /^peer-address heartbeat (\S+)(?: vrf (\S+))?$/,
    (pair, [, to, vrf]) => {
      if (!isAddress(to)) return NO_ADDRESS
      pair.keepalive = { to, from: null, vrf: vrf ?? 'default' }
      return undefined
    },
  ],
  [/^peer-link Port-Channel(\d+)$/, (pair, [, n]) => void (pair.peerLink = Number(n))],
  [
    /^heartbeat-interval (\d+)$/,
    (pair, [, ms]) => set('The interval', ms, SETTING, (n) => pair.numbers.set('heartbeat-interval-ms', n)),
  ],
  [/^primary-priority (\d+)$/, (pair, [, n]) => set('The priority', n, SETTING, (p) => (pair.rolePriority = p))],
  [
    /^dual-primary detection delay (\d+)(?: action errdisable all-interfaces)?$/,
    (pair, [, s]) => {
      pair.switches.set('dual-primary-detection', true)
      return seconds(pair.numbers, 'dual-primary-delay-ms', s)
    },
  ],
  [
    /^dual-primary recovery delay mlag (\d+) non-mlag (\d+)$/,
    (pair, [, member, orphan]) =>
      seconds(pair.numbers, 'dual-primary-member-restore-ms', member) ??
      seconds(pair.numbers, 'dual-primary-orphan-restore-ms', orphan),
  ],
  [/^reload-delay(?: mlag)? (\d+)$/, (pair, [, s]) => seconds(pair.numbers, 'reload-member-ms', s)],
  [/^reload-delay non-mlag (\d+)$/, (pair, [, s]) => seconds(pair.numbers, 'reload-orphan-ms', s)],
  [/^reload-delay mode lacp standby$/, (pair) => void pair.switches.set('reload-standby', true)],
  ...understood(/^no shutdown$/),
]

const INTERFACE: readonly Rule<InterfaceConfig>[] = [
  [/^vrf (?:forwarding )?(\S+)$/, (port, [, vrf = '']) => void (port.vrf = vrf)],
  [/^mlag (\d+)$/, (port, [, n]) => set('The MLAG', n, SETTING, (id) => (port.mlag = id))],
  [/^spanning-tree portfast(?: edge)?$/, (port) => void (port.stp = { ...port.stp, edge: true })],
  [/^lacp (?:timer|rate) (fast|normal)$/, (port, [, rate]) => void (port.fast = rate === 'fast')],
  // Which peer's leg falls back: the preferred primary's, as the exporter writes it.
  ...understood(/^lacp port-priority \d+$/),
  [/^port-channel min-links (\d+)$/, (port, [, n]) => minLinks(port, n)],
  [
    /^port-channel lacp fallback(?: (static|individual))?$/,
    (port, [, kind]) => void (port.lacp = { ...port.lacp, fallback: kind === 'individual' ? 'individual' : 'static' }),
  ],
  [
    /^port-channel lacp fallback timeout (\d+)$/,
    (port, [, s]) => set('The time', s, LACP_WAIT_S, (n) => (port.lacp = { ...port.lacp, fallbackAfterS: n })),
  ],
  [/^link-debounce time (?:\d+ )?(\d+)$/, (port, [, ms]) => set('The time', ms, SETTING, (n) => (port.debounceMs = n))],
  [/^ip virtual-router address (\d\S+)$/, (port, [, address]) => virtualAddress(port, address)],
  [/^link tracking group \S+ upstream$/, (port) => void (port.tracked = true)],
  ...INTERFACE_RULES,
  ...understood(/^link tracking group \S+ downstream$/),
  ...understood(/^switchport trunk group \S+$/, /^no autostate$/, /^spanning-tree portfast network$/),
]

/** Several VLANs have no name, and what else they have in common a design says of itself. */
function vlansIn(config: SwitchConfig, list: string): VlanConfig {
  const [first = 0, ...others] = vlanNumbers(list) ?? []
  for (const id of others) vlanIn(config, id)
  return vlanIn(config, first)
}

const NO_ADDRESS = 'The address must be an IPv4 host address.'

/**
 * The statements of an EOS running configuration that a design can hold: those the exporter writes, and the forms that
 * devices print for them.
 */
export const aristaEosGrammar: Grammar = {
  vendor: 'arista-eos',
  printedBy: 'show running-config',
  ownNames: /^(Ethernet\d+(\/\d+)*|Port-Channel\d+|Vlan\d+|Management\d+(\/\d+)?)$/,
  statements: ARISTA_EOS_SEEN,
  globals: [
    [/^hostname (\S+)$/, (config, [, name = '']) => void (config.hostname = name)],
    [
      /^lacp system-priority (\d+)$/,
      (config, [, n]) => set('The priority', n, LACP_PRIORITY, (p) => (config.lacpSystemPriority = p)),
    ],
    [/^mac address-table aging-time (\d+)$/, (config, [, s]) => seconds(config.numbers, 'mac-ageing-ms', s)],
    [
      /^spanning-tree mode (mstp|rapid-pvst|rstp|none)$/,
      (config, [, mode]) => void (config.stp.enabled = mode !== 'none'),
    ],
    [
      /^spanning-tree mst 0 priority (\d+)$/,
      (config, [, n]) => set('The priority', n, STP_PRIORITY, (p) => (config.stp.priority = p)),
    ],
    [/^ip virtual-router mac-address (\S+)$/, (config, [, mac = '']) => void (config.virtualMac = macIn(mac))],
    ...ROUTE_RULES,
    ...understood(
      /^ip routing$/,
      /^no ip icmp redirect$/,
      /^no spanning-tree vlan-id [\d,-]+$/,
      /^no ip routing( vrf \S+)?$/,
      /^transceiver qsfp default-mode /,
      /^service routing protocols model /,
      /^end$/,
    ),
  ],
  modes: [
    modeOf(/^vlan (\d[\d,-]*)$/, (config, [, list = '']) => vlansIn(config, list), VLAN),
    modeOf(/^vrf (?:instance|definition) (\S+)$/, () => null, []),
    modeOf(/^link tracking group \S+$/, () => null, LINK_TRACKING),
    modeOf(/^mlag configuration$/, pairIn, PAIR),
    modeOf(
      /^interface (Port-Channel(\d+)|Vlan(\d+)|Management\d+(?:\/\d+)?|[A-Za-z]+[\d/.]+)$/,
      (config, [, name = '', channel, vlan], line) =>
        interfaceNamed(config, name, { channel, vlan, management: name.startsWith('Management') }, line),
      INTERFACE,
    ),
  ],
  // One statement for the switch and its pair.
  finish: (config) => {
    if (config.pair && config.lacpSystemPriority !== null)
      config.pair.numbers.set('system-priority', config.lacpSystemPriority)
  },
}
