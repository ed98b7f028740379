import { LACP_PRIORITY, MTU, SETTING, STP_COST, STP_PRIORITY, VLAN_ID } from '../../model/fieldRules.ts'
import { type Grammar, type Rule, taker, understood } from '../importing/grammar.ts'
import {
  address,
  defaultRoute,
  join,
  minLinks,
  plain,
  seconds,
  set,
  virtualAddress,
} from '../importing/interfaceRules.ts'
import { commentedLines } from '../importing/statements.ts'
import { type InterfaceConfig, interfaceNamed, pairIn, type SwitchConfig } from '../importing/switchConfig.ts'
import { isAddress, macIn } from '../importing/values.ts'
import { fromBraces } from './braces.ts'
import { ETHERNET_HEADER } from './common.ts'
import { finish } from './resolve.ts'
import { JUNIPER_JUNOS_SEEN } from './seen.ts'

/** An interface while its statements are read. */
interface On {
  readonly config: SwitchConfig
  readonly port: InterfaceConfig
}

const AGGREGATED: readonly Rule<On>[] = [
  [/^(?:gig)?ether-options 802\.3ad ae(\d+)$/, ({ port }, [, channel]) => join(port, channel)],
  [/^aggregated-ether-options minimum-links (\d+)$/, ({ port }, [, n]) => (n === '1' ? undefined : minLinks(port, n))],
  [
    /^aggregated-ether-options lacp (active|passive)$/,
    ({ port }, [, mode]) => void (port.bundling = mode === 'passive' ? 'passive' : 'active'),
  ],
  [/^aggregated-ether-options lacp periodic (fast|slow)$/, ({ port }, [, rate]) => void (port.fast = rate === 'fast')],
  [
    /^aggregated-ether-options lacp system-priority (\d+)$/,
    ({ port }, [, n]) => set('The priority', n, LACP_PRIORITY, (p) => (port.systemPriority = p)),
  ],
  [
    /^aggregated-ether-options lacp system-id (\S+)$/,
    ({ config }, [, mac = '']) => void (pairIn(config).systemMac = macIn(mac)),
  ],
  [/^aggregated-ether-options lacp force-up$/, ({ port }) => void (port.lacp = { ...port.lacp, fallback: 'static' })],
  [
    /^aggregated-ether-options mc-ae mc-ae-id (\d+)$/,
    ({ port }, [, n]) => set('The MC-AE', n, SETTING, (id) => (port.mlag = id)),
  ],
  [
    /^aggregated-ether-options mc-ae redundancy-group (\d+)$/,
    ({ config }, [, n]) => set('The group', n, SETTING, (number) => (pairIn(config).number = number)),
  ],
  [
    /^aggregated-ether-options mc-ae status-control (active|standby)$/,
    ({ config }, [, status]) => void (pairIn(config).preferred = status === 'active'),
  ],
  [
    /^aggregated-ether-options mc-ae init-delay-time (\d+)$/,
    ({ config }, [, s]) => seconds(pairIn(config).numbers, 'reload-member-ms', s),
  ],
  ...understood(/^aggregated-ether-options mc-ae events iccp-peer-down prefer-status-control-active$/),
  // The number of the interface and the role, once more.
  ...understood(
    /^aggregated-ether-options lacp admin-key \d+$/,
    /^aggregated-ether-options mc-ae chassis-id [01]$/,
    /^aggregated-ether-options mc-ae mode active-active$/,
  ),
]

const BRIDGED: readonly Rule<On>[] = [
  [/^native-vlan-id (\d+)$/, ({ port }, [, id]) => set('The VLAN', id, VLAN_ID, (n) => (port.native = n))],
  [
    /^unit 0 family ethernet-switching interface-mode (access|trunk)$/,
    ({ port }, [, mode]) => void (port.mode = mode === 'trunk' ? 'trunk' : 'access'),
  ],
  [
    /^unit 0 family ethernet-switching vlan members (\S+)$/,
    ({ port }, [, name = '']) => void (port.vlanNames = [...port.vlanNames, name]),
  ],
]

const INTERFACE: readonly Rule<On>[] = [
  ...AGGREGATED,
  ...BRIDGED,
  [/^description "?([^"]+)"?$/, ({ port }, [, text = '']) => void (port.description = text)],
  [/^disable$/, ({ port }) => void (port.shut = true)],
  // The media MTU counts the Ethernet header.
  [
    /^mtu (\d+)$/,
    ({ port }, [, bytes]) => set('The MTU', `${Number(bytes) - ETHERNET_HEADER}`, MTU, (n) => (port.mtu = n)),
  ],
  [/^hold-time up 0 down (\d+)$/, ({ port }, [, ms]) => set('The time', ms, SETTING, (n) => (port.debounceMs = n))],
  [/^unit \d+ family inet address (\d\S+)$/, ({ port }, [, text = '']) => routedBy(port, text)],
]

const IRB: readonly Rule<On>[] = [
  ...INTERFACE,
  [
    /^unit \d+ family inet address (\d\S+) vrrp-group \d+ virtual-address (\S+)$/,
    ({ port }, [, text = '', virtual]) => routedBy(port, text) ?? virtualAddress(port, virtual),
  ],
  [
    /^unit \d+ family inet address (\d\S+) vrrp-group \d+ priority (\d+)$/,
    ({ port }, [, text = '', n]) =>
      routedBy(port, text) ?? set('The priority', n, SETTING, (p) => (port.ownerPriority = p)),
  ],
  ...understood(/^unit \d+ family inet address \d\S+ vrrp-group \d+ accept-data$/),
]

const SESSION: readonly Rule<SwitchConfig>[] = [
  [
    /^set protocols iccp local-ip-addr (\S+)$/,
    (config, [, own = '']) => (isAddress(own) ? void (pairIn(config).session.own = own) : NO_ADDRESS),
  ],
  [/^set protocols iccp peer (\S+) (.+)$/, (config, [, peer = '', rest = '']) => peerSays(config, peer, rest)],
  [
    /^set multi-chassis multi-chassis-protection \S+ interface ae(\d+)$/,
    (config, [, n]) => void (pairIn(config).peerLink = Number(n)),
  ],
  [
    /^set multi-chassis multi-chassis-protection \S+ icl-down-delay (\d+)$/,
    (config, [, s]) => seconds(pairIn(config).numbers, 'peer-link-down-delay-ms', s),
  ],
  [
    /^set multi-chassis mc-lag consistency-check comparison-delay-time (\d+)$/,
    (config, [, s]) => seconds(pairIn(config).numbers, 'consistency-delay-ms', s),
  ],
  ...understood(/^set multi-chassis mc-lag consistency-check$/),
  ...understood(/^set switch-options service-id \d+$/),
]

const PEER: readonly Rule<SwitchConfig>[] = [
  [/^redundancy-group-id-list (\d+)$/, (config, [, n]) => void (pairIn(config).number ??= Number(n))],
  [
    /^backup-liveness-detection backup-peer-ip (\S+)$/,
    (config, [, to]) => (isAddress(to) ? void (pairIn(config).keepalive = { to, from: null, vrf: null }) : NO_ADDRESS),
  ],
  [
    /^liveness-detection minimum-interval (\d+)$/,
    (config, [, ms]) => plain(pairIn(config).numbers, 'heartbeat-interval-ms', ms),
  ],
  [
    /^liveness-detection multiplier (\d+)$/,
    (config, [, n]) => plain(pairIn(config).numbers, 'heartbeat-timeout-multiplier', n),
  ],
  [/^session-establishment-hold-time (\d+)$/, (config, [, s]) => seconds(pairIn(config).numbers, 'session-hold-ms', s)],
]

const TREE: readonly Rule<SwitchConfig>[] = [
  [/^set protocols rstp disable$/, (config) => void (config.stp.enabled = false)],
  [
    /^set protocols rstp bridge-priority (\d+)(k?)$/,
    (config, [, n, k]) =>
      set('The priority', `${Number(n) * (k === 'k' ? 1_024 : 1)}`, STP_PRIORITY, (p) => (config.stp.priority = p)),
  ],
  [
    /^set protocols rstp interface (\S+) cost (\d+)$/,
    (config, [, name = '', n]) =>
      set('The path cost', n, STP_COST, (cost) => tree(config, name, (stp) => ({ ...stp, cost }))),
  ],
  [
    /^set protocols rstp interface (\S+) edge$/,
    (config, [, name = '']) => tree(config, name, (stp) => ({ ...stp, edge: true })),
  ],
  [
    /^set protocols rstp interface (\S+) no-root-port$/,
    (config, [, name = '']) => tree(config, name, (stp) => ({ ...stp, guard: 'root' })),
  ],
  [
    /^set protocols layer2-control bpdu-block interface (\S+)$/,
    (config, [, name = '']) => tree(config, name, (stp) => ({ ...stp, guard: 'bpdu' })),
  ],
  // Without more it only runs there; it must not block the ICL.
  ...understood(/^set protocols rstp interface \S+( disable)?$/),
  ...understood(/^set protocols rstp system-identifier \S+$/),
]

const ROUTES: readonly Rule<SwitchConfig>[] = [
  [/^set routing-options static route 0\.0\.0\.0\/0 next-hop (\S+)$/, (config, [, next]) => defaultRoute(config, next)],
  [
    /^set routing-options static route 0\.0\.0\.0\/0 qualified-next-hop (\S+) preference (\d+)$/,
    (config, [, next, preference]) => defaultRoute(config, next, preference),
  ],
  ...understood(
    /^set policy-options policy-statement \S+ then load-balance per-packet$/,
    /^set routing-options forwarding-table export \S+$/,
  ),
]

const GLOBALS: readonly Rule<SwitchConfig>[] = [
  [/^set system host-name (\S+)$/, (config, [, name = '']) => void (config.hostname = name)],
  [
    /^set vlans (\S+) vlan-id (\d+)$/,
    (config, [, name = '', id]) => set('The VLAN', id, VLAN_ID, (n) => (vlanNamed(config, name).id = n)),
  ],
  [
    /^set vlans (\S+) description "?([^"]+)"?$/,
    (config, [, name = '', text = '']) => void (vlanNamed(config, name).description = text),
  ],
  [
    /^set protocols l2-learning global-mac-table-aging-time (\d+)$/,
    (config, [, s]) => seconds(config.numbers, 'mac-ageing-ms', s),
  ],
  [
    /^set interfaces irb (unit (\d+) .+)$/,
    (config, [, rest = '', unit]) => {
      const port = interfaceNamed(config, `irb.${unit}`, { vlan: unit }, 0)
      return taker(IRB, { config, port })(rest, 0)
    },
  ],
  [
    /^set interfaces ((?:ae(\d+)|\S+)) (.+)$/,
    (config, [, name = '', channel, rest = '']) => {
      const port = interfaceNamed(config, name, { channel, management: /^(em|me|fxp|vme)\d*$/.test(name) }, 0)
      return taker(INTERFACE, { config, port })(rest, 0)
    },
  ],
  ...SESSION,
  ...TREE,
  ...ROUTES,
  [
    /^set protocols uplink-failure-detection group \S+ link-to-monitor (\S+)$/,
    (config, [, name = '']) => void (interfaceNamed(config, name, {}, 0).tracked = true),
  ],
  ...understood(/^set protocols uplink-failure-detection group \S+ link-to-disable \S+$/),
  ...understood(
    /^set vlans \S+ l3-interface irb\.\d+$/,
    /^set chassis aggregated-devices ethernet device-count \d+$/,
    /^set version \S+$/,
  ),
]

const READ = { vendor: 'juniper-junos', statements: JUNIPER_JUNOS_SEEN, globals: GLOBALS, modes: [], finish } as const

/** The statements of a Junos configuration that a design can hold, as `set` commands and in braces. */
export const juniperJunosGrammars: readonly Grammar[] = [
  { ...READ, printedBy: 'show configuration | display set', layout: commentedLines },
  { ...READ, printedBy: 'show configuration', format: 'braces', layout: fromBraces },
]

function peerSays(config: SwitchConfig, peer: string, rest: string): string | null {
  if (!isAddress(peer)) return NO_ADDRESS
  pairIn(config).session.peer = peer
  return taker(PEER, config)(rest, 0)
}

function routedBy(port: InterfaceConfig, text: string): string | undefined {
  port.routed = port.kind === 'port'
  return address(port, text)
}

function tree(config: SwitchConfig, name: string, change: (stp: InterfaceConfig['stp']) => InterfaceConfig['stp']) {
  const [, port = name, channel] = /^((?:ae(\d+)|[^.]+))(?:\.0)?$/.exec(name) ?? []
  const found = interfaceNamed(config, port, { channel }, 0)
  found.stp = change(found.stp)
}

function vlanNamed(config: SwitchConfig, name: string): { id: number | null; description: string } {
  const known = config.namedVlans.get(name) ?? { id: null, description: '' }
  config.namedVlans.set(name, known)
  return known
}

const NO_ADDRESS = 'The address must be an IPv4 host address.'
