import { DOMAIN_NUMBER, MTU, SPEED_GBPS, VLAN_ID } from '../../model/fieldRules.ts'
import { type Grammar, type Rule, taker, understood } from '../importing/grammar.ts'
import { defaultRoute, minLinks, set, vlanIn } from '../importing/interfaceRules.ts'
import { commentedLines } from '../importing/statements.ts'
import {
  type InterfaceConfig,
  interfaceNamed,
  type PairConfig,
  pairIn,
  type SwitchConfig,
} from '../importing/switchConfig.ts'
import { addressIn, isAddress } from '../importing/values.ts'
import { fromTables } from './tables.ts'
import { SONIC_SEEN } from './seen.ts'

const COMMANDS: readonly Rule<SwitchConfig>[] = [
  [/^hostname (\S+)$/, (config, [, name = '']) => void (config.hostname = name)],
  [/^vlan add (\d+)$/, (config, [, id]) => set('The VLAN', id, VLAN_ID, (n) => void vlanIn(config, n))],
  [
    /^vlan member add (-u |--untagged )?(\d+) (\S+)$/,
    (config, [, untagged, id, name = '']) => inVlan(portIn(config, name), id, untagged !== undefined),
  ],
  [
    /^portchannel add (PortChannel\d+)((?: --(?:min-links \d+|fallback true|fast-rate (?:true|false)))*)$/,
    (config, [, name = '', options = '']) => portChannel(portIn(config, name), options),
  ],
  [/^portchannel member add (PortChannel\d+) (\S+)$/, (config, [, bond = '', name = '']) => member(config, bond, name)],
  [
    /^interface startup (\S+)$/,
    (config, [, name = '']) => {
      const port = portIn(config, name)
      port.mode ??= 'access'
    },
  ],
  [
    /^interface mtu (\S+) (\d+)$/,
    (config, [, name = '', bytes]) => set('The MTU', bytes, MTU, (n) => (portIn(config, name).mtu = n)),
  ],
  [/^interface ip add (\S+) (\S+)$/, (config, [, name = '', text = '']) => routedBy(portIn(config, name), text)],
  [
    /^mclag add (\d+) (\S+) (\S+)(?: PortChannel(\d+))?$/,
    (config, [, number, own, peer, peerLink]) => domain(config, number) ?? session(pairIn(config), own, peer, peerLink),
  ],
  [
    /^mclag member add \d+ (PortChannel\d+)$/,
    (config, [, name = '']) => {
      const port = portIn(config, name)
      port.mlag = port.number
    },
  ],
  [
    /^mclag session-timeout \d+ (\d+)$/,
    (config, [, s]) => void pairIn(config).numbers.set('heartbeat-timeout-ms', Number(s) * 1_000),
  ],
  [
    /^mclag keepalive-interval \d+ (\d+)$/,
    (config, [, s]) => void pairIn(config).numbers.set('heartbeat-interval-ms', Number(s) * 1_000),
  ],
  [/^route add prefix 0\.0\.0\.0\/0 nexthop (\S+)$/, (config, [, next]) => defaultRoute(config, next)],
  ...understood(/^feature state iccpd enabled$/, /^save -y$/),
]

const PORT: readonly Rule<InterfaceConfig>[] = [
  [/^mtu=(\d+)$/, (port, [, bytes]) => set('The MTU', bytes, MTU, (n) => (port.mtu = n))],
  [/^description=(.*)$/, (port, [, text = '']) => void (port.description = text)],
  [
    /^speed=(\d+)$/,
    (port, [, mbps]) => set('The speed', `${Number(mbps) / 1_000}`, SPEED_GBPS, (n) => (port.speedGbps = n)),
  ],
  [/^min_links=(\d+)$/, (port, [, n]) => (n === '1' ? undefined : minLinks(port, n))],
  [/^fast_rate=(true|false)$/, (port, [, fast]) => void (port.fast = fast === 'true')],
  [/^fallback=true$/, (port) => void (port.lacp = { ...port.lacp, fallback: 'static' })],
  ...understood(/^(lanes|alias|index|fec|autoneg)=/, /^admin_status=(up|down)$/, /^lacp_key=auto$/),
]

const DOMAIN: readonly Rule<PairConfig>[] = [
  [/^source_ip=(\S+)$/, (pair, [, own]) => session(pair, own, pair.keepalive?.to ?? undefined, undefined)],
  [/^peer_ip=(\S+)$/, (pair, [, peer]) => session(pair, pair.keepalive?.from ?? undefined, peer, undefined)],
  [/^peer_link=PortChannel(\d+)$/, (pair, [, n]) => void (pair.peerLink = Number(n))],
  [/^keepalive_interval=(\d+)$/, (pair, [, s]) => void pair.numbers.set('heartbeat-interval-ms', Number(s) * 1_000)],
  [/^session_timeout=(\d+)$/, (pair, [, s]) => void pair.numbers.set('heartbeat-timeout-ms', Number(s) * 1_000)],
]

const TABLES: readonly Rule<SwitchConfig>[] = [
  [/^DEVICE_METADATA\|localhost\|hostname=(\S+)$/, (config, [, name = '']) => void (config.hostname = name)],
  [
    /^(?:PORT|PORTCHANNEL)\|([^|]+)\|(.+)$/,
    (config, [, name = '', field = '']) => taker(PORT, portIn(config, name))(field, 0),
  ],
  [/^PORTCHANNEL_MEMBER\|(PortChannel\d+)\|([^|]+)$/, (config, [, bond = '', name = '']) => member(config, bond, name)],
  [/^VLAN\|Vlan(\d+)\|vlanid=\d+$/, (config, [, id]) => set('The VLAN', id, VLAN_ID, (n) => void vlanIn(config, n))],
  [
    /^VLAN\|Vlan(\d+)\|description=(.+)$/,
    (config, [, id, text = '']) => set('The VLAN', id, VLAN_ID, (n) => (vlanIn(config, n).name = text)),
  ],
  [
    /^VLAN_MEMBER\|Vlan(\d+)\|([^|]+)\|tagging_mode=(tagged|untagged)$/,
    (config, [, id, name = '', mode]) => inVlan(portIn(config, name), id, mode === 'untagged'),
  ],
  [
    /^(?:INTERFACE|VLAN_INTERFACE|MGMT_INTERFACE)\|([^|]+)\|([^|=]+)$/,
    (config, [, name = '', text = '']) => routedBy(portIn(config, name), text),
  ],
  // The hardware and what else is of the switch itself.
  ...understood(/^DEVICE_METADATA\|localhost\|[a-z0-9_-]+=/),
  ...understood(/^(INTERFACE|VLAN_INTERFACE)\|[^|]+$/, /^FEATURE\|iccpd\|(state=enabled|auto_restart=enabled)$/),
  [
    /^MCLAG_DOMAIN\|(\d+)\|(.+)$/,
    (config, [, number, field = '']) => domain(config, number) ?? taker(DOMAIN, pairIn(config))(field, 0),
  ],
  [
    /^MCLAG_INTERFACE\|\d+\|(PortChannel\d+)\|if_type=PortChannel$/,
    (config, [, name = '']) => {
      const port = portIn(config, name)
      port.mlag = port.number
    },
  ],
  [/^STATIC_ROUTE\|default\|0\.0\.0\.0\/0\|nexthop=(\S+)$/, (config, [, hops = '']) => nextHops(config, hops)],
  [/^STATIC_ROUTE\|default\|0\.0\.0\.0\/0\|distance=(\S+)$/, (config, [, list = '']) => distances(config, list)],
  ...understood(/^STATIC_ROUTE\|default\|0\.0\.0\.0\/0\|ifname=\S+$/),
]

const start = (config: SwitchConfig) => void (config.stp.enabled = false)

/** What SONiC takes of a design: `config` commands, and the tables of `config_db.json`. */
export const sonicGrammars: readonly Grammar[] = [
  {
    vendor: 'sonic',
    printedBy: 'the config commands that set it up',
    statements: SONIC_SEEN,
    layout: commentedLines,
    globals: [[/^(?:sudo )?config (.+)$/, (config, [, command = '']) => taker(COMMANDS, config)(command, 0)]],
    modes: [],
    start,
    finish,
  },
  {
    vendor: 'sonic',
    format: 'tables',
    printedBy: 'show runningconfiguration all',
    statements: SONIC_SEEN,
    layout: fromTables,
    globals: TABLES,
    modes: [],
    start,
    finish,
  },
]

function finish(config: SwitchConfig): void {
  const { pair } = config
  if (pair === null) return
  const own = pair.keepalive?.from
  const there = [...config.interfaces.values()].some(({ address }) => address?.ip === own)
  // The tables leave the address of the management port out.
  if (own && !there) interfaceNamed(config, 'eth0', { management: true }, 0).address = { ip: own, prefixLength: 24 }
}

function portIn(config: SwitchConfig, name: string): InterfaceConfig {
  const [, channel] = /^PortChannel(\d+)$/.exec(name) ?? []
  const [, vlan] = /^Vlan(\d+)$/.exec(name) ?? []
  const port = interfaceNamed(config, name, { channel, vlan, management: name === 'eth0' }, 0)
  // There is no other LACP than the active one.
  if (channel !== undefined) port.bundling = 'active'
  return port
}

function portChannel(port: InterfaceConfig, options: string): string | undefined {
  port.fast = options.includes('--fast-rate true')
  if (options.includes('--fallback true')) port.lacp = { ...port.lacp, fallback: 'static' }
  const least = /--min-links (\d+)/.exec(options)?.[1]
  return least === undefined || least === '1' ? undefined : (minLinks(port, least) ?? undefined)
}

function member(config: SwitchConfig, bond: string, name: string): void {
  portIn(config, name).member = { channel: portIn(config, bond).number ?? 0, mode: 'active' }
}

/** A port is a trunk as soon as a VLAN on it is tagged; VLAN 1 does not exist. */
function inVlan(port: InterfaceConfig, id: string | undefined, untagged: boolean): string | undefined {
  return set('The VLAN', id, VLAN_ID, (vlan) => {
    if (untagged) {
      port.access = vlan
      port.native = vlan
      port.mode ??= 'access'
    } else {
      port.mode = 'trunk'
      port.allowed = [...(port.allowed ?? []), vlan]
    }
  })
}

function routedBy(port: InterfaceConfig, text: string): string | undefined {
  const address = addressIn(text)
  if (address === null) return 'The address must be an IPv4 host address with its prefix.'
  port.address = address
  port.routed = port.kind === 'port'
  return undefined
}

function domain(config: SwitchConfig, number: string | undefined): string | undefined {
  return set('The domain', number, DOMAIN_NUMBER, (n) => (pairIn(config).number = n))
}

function session(
  pair: PairConfig,
  own: string | undefined,
  peer: string | undefined,
  peerLink: string | undefined,
): string | undefined {
  if ([own, peer].some((one) => one !== undefined && !isAddress(one)))
    return 'The addresses must be IPv4 host addresses.'
  pair.keepalive = { to: peer ?? null, from: own ?? null, vrf: 'default' }
  if (peerLink !== undefined) pair.peerLink = Number(peerLink)
  return undefined
}

function nextHops(config: SwitchConfig, hops: string): string | undefined {
  return hops
    .split(',')
    .map((next) => defaultRoute(config, next))
    .find((why) => why !== undefined)
}

/** One for each next hop, 0 for the distance of its own. */
function distances(config: SwitchConfig, list: string): void {
  for (const [at, text] of list.split(',').entries()) {
    const route = config.routes[at]
    const distance = Number(text)
    if (route && distance >= 1 && distance <= 255) config.routes[at] = { ...route, distance }
  }
}
