import { CHANNEL, SETTING, STP_PRIORITY, VLAN_ID } from '../../model/fieldRules.ts'
import { type Grammar, type Mode, modeOf, type Take } from '../importing/grammar.ts'
import { pathCost, defaultRoute, seconds, set, vlanIn } from '../importing/interfaceRules.ts'
import { type InterfaceConfig, interfaceNamed, pairIn, type SwitchConfig } from '../importing/switchConfig.ts'
import { addressIn, vlanNumbers } from '../importing/values.ts'
import { fromMenus, properties } from './menus.ts'
import { MIKROTIK_ROUTEROS_SEEN } from './seen.ts'

/** What a property of a command says. */
type Property<T> = (into: T, value: string) => string | void

const BONDING: Readonly<Record<string, Property<Bond>>> = {
  name: () => undefined,
  comment: () => undefined,
  'transmit-hash-policy': () => undefined,
  mode: (_, mode) => (mode === '802.3ad' ? undefined : 'Only 802.3ad bonds are drawn.'),
  slaves: ({ config, port }, names) => {
    for (const name of names.split(',')) portIn(config, name).member = { channel: port.number ?? 0, mode: 'active' }
  },
  'mlag-id': ({ port }, id) => set('The MLAG id', id, SETTING, (n) => (port.mlag = n)),
  'lacp-rate': ({ port }, rate) => void (port.fast = rate === '1sec'),
}

const MLAG_PROPERTIES: Readonly<Record<string, Property<SwitchConfig>>> = {
  bridge: () => undefined,
  'peer-port': (config, name) => void (pairIn(config).peerLink = bondIn(config, name).number),
  priority: (config, n) => set('The priority', n, SETTING, (p) => (pairIn(config).rolePriority = p)),
  heartbeat: (config, time) => seconds(pairIn(config).numbers, 'heartbeat-interval-ms', time.replace(/s$/, '')),
}

const BRIDGE_PROPERTIES: Readonly<Record<string, Property<SwitchConfig>>> = {
  name: () => undefined,
  comment: () => undefined,
  'frame-types': () => undefined,
  'vlan-filtering': () => undefined,
  'protocol-mode': (config, mode) => void (config.stp.enabled = mode !== 'none'),
  priority: (config, hex) =>
    set('The priority', `${Number(hex)}`, STP_PRIORITY, (priority) => (config.stp.priority = priority)),
  ...Object.fromEntries(
    Object.entries(MLAG_PROPERTIES)
      .filter(([key]) => key !== 'bridge')
      .map(([key, take]) => [`mlag-${key}`, take]),
  ),
}

const PORT_PROPERTIES: Readonly<Record<string, Property<InterfaceConfig>>> = {
  bridge: () => undefined,
  interface: () => undefined,
  comment: () => undefined,
  'frame-types': (port, which) => void (port.taggedOnly = which === 'admit-only-vlan-tagged'),
  pvid: (port, id) =>
    set('The VLAN', id, VLAN_ID, (vlan) => {
      port.access = vlan
      port.native = vlan
    }),
  'path-cost': (port, n) => pathCost(port, n),
  edge: (port, on) => void (port.stp = { ...port.stp, edge: on === 'yes' }),
  'bpdu-guard': (port, on) => void (port.stp = { ...port.stp, guard: on === 'yes' ? 'bpdu' : port.stp.guard }),
  'restricted-role': (port, on) => void (port.stp = { ...port.stp, guard: on === 'yes' ? 'root' : port.stp.guard }),
}

const MENUS: readonly Mode[] = [
  menu(/^\/system identity$/, 'set', (config, all) =>
    everyOf({ name: (one: SwitchConfig, name) => void (one.hostname = name) }, config, all),
  ),
  menu(/^\/interface bonding$/, 'add', (config, all) =>
    everyOf(BONDING, { config, port: bondIn(config, all.get('name') ?? '') }, all),
  ),
  menu(/^\/interface bridge$/, 'add', (config, all) => everyOf(BRIDGE_PROPERTIES, config, all)),
  menu(/^\/interface bridge mlag$/, 'set', (config, all) => everyOf(MLAG_PROPERTIES, config, all)),
  menu(/^\/interface bridge port$/, 'add', (config, all) => {
    const port = portIn(config, all.get('interface') ?? '')
    port.mode ??= 'access'
    const why = everyOf(PORT_PROPERTIES, port, all)
    // What takes tagged frames only is a trunk, and in no VLAN unless told.
    if (port.taggedOnly) Object.assign(port, { mode: 'trunk', allowed: port.allowed ?? [] })
    return why
  }),
  menu(/^\/interface bridge vlan$/, 'add', bridgeVlan),
  menu(/^\/interface vlan$/, 'add', (config, all) => {
    const vlan = all.get('vlan-id')
    interfaceNamed(config, all.get('name') ?? `vlan${vlan}`, { vlan }, 0)
    return everyOf({ interface: NOTHING, name: NOTHING, 'vlan-id': NOTHING }, null, all)
  }),
  menu(/^\/ip address$/, 'add', (config, all) => {
    const port = portIn(config, all.get('interface') ?? '')
    const address = addressIn(all.get('address') ?? '')
    if (address === null) return 'The address must be an IPv4 host address with its prefix.'
    port.address = address
    port.routed = port.kind === 'port'
    return everyOf({ interface: NOTHING, address: NOTHING, network: NOTHING }, null, all)
  }),
  menu(/^\/ip route$/, 'add', (config, all) => {
    if (all.get('dst-address') !== '0.0.0.0/0') return 'Only default routes are drawn.'
    const why = defaultRoute(config, all.get('gateway'), all.get('distance'))
    return why ?? everyOf({ 'dst-address': NOTHING, gateway: NOTHING, distance: NOTHING }, null, all)
  }),
]

/** What RouterOS takes of a design, with MLAG on the bridge as since 7.22 or in its own menu. */
export const mikrotikRouterosGrammar: Grammar = {
  vendor: 'mikrotik-routeros',
  printedBy: '/export',
  statements: MIKROTIK_ROUTEROS_SEEN,
  layout: fromMenus,
  listed,
  globals: [],
  modes: MENUS,
}

/** Each property of a command for itself. */
function listed(text: string): readonly string[] {
  const command = /^(add|set) /.exec(text)?.[1]
  return command === undefined ? [text] : [...properties(text)].map(([key, value]) => `${command} ${key}=${value}`)
}

/** A bond while its properties are read. */
interface Bond {
  readonly config: SwitchConfig
  readonly port: InterfaceConfig
}

function menu(
  head: RegExp,
  command: 'add' | 'set',
  take: (config: SwitchConfig, all: ReadonlyMap<string, string>) => string | void,
): Mode {
  const form = command === 'add' ? /^add ?(.*)$/ : /^set ?(.*)$/
  const read: Take<SwitchConfig> = (config, [, text = '']) => take(config, properties(text))
  return modeOf<SwitchConfig>(head, (config) => config, [[form, read]])
}

/** Takes every property that is known and tells of the others. */
function everyOf<T>(
  known: Readonly<Record<string, Property<T>>>,
  into: T,
  all: ReadonlyMap<string, string>,
): string | undefined {
  const unknown = [...all.keys()].filter((key) => !Object.hasOwn(known, key))
  for (const [key, value] of all) {
    const why = Object.hasOwn(known, key) ? known[key]?.(into, value) : undefined
    if (why !== undefined) return why
  }
  return unknown.length === 0 ? undefined : `Not read: ${unknown.join(', ')}.`
}

/** A port that a VLAN is tagged on is a trunk; untagged is what its PVID says. */
function bridgeVlan(config: SwitchConfig, all: ReadonlyMap<string, string>): string | undefined {
  const ids = vlanNumbers(all.get('vlan-ids') ?? '')
  if (ids === null) return 'The list must name VLANs from 1 to 4094.'
  for (const id of ids) vlanIn(config, id)
  const tagged = (all.get('tagged') ?? '').split(',').filter((name) => name !== '' && name !== all.get('bridge'))
  for (const name of tagged) {
    const port = portIn(config, name)
    port.mode = 'trunk'
    port.allowed = [...(port.allowed ?? []), ...ids]
  }
  return everyOf({ bridge: NOTHING, tagged: NOTHING, untagged: NOTHING, 'vlan-ids': NOTHING }, null, all)
}

function portIn(config: SwitchConfig, name: string): InterfaceConfig {
  return config.interfaces.get(name) ?? interfaceNamed(config, name, {}, 0)
}

/** A bond has no number: that of its name is taken, or a free one. */
function bondIn(config: SwitchConfig, name: string): InterfaceConfig {
  const known = config.interfaces.get(name)
  if (known?.kind === 'channel') return known
  const taken = [...config.interfaces.values()].map(({ number, kind }) => (kind === 'channel' ? number : null))
  let number = Number(/(\d{1,4})$/.exec(name)?.[1] ?? FIRST_FREE)
  while (taken.includes(number) || number > CHANNEL.max) number = (number % CHANNEL.max) + 1
  const bond = known ?? interfaceNamed(config, name, { channel: `${number}` }, 0)
  Object.assign(bond, { kind: 'channel', number, bundling: 'active' })
  return bond
}

const FIRST_FREE = 901
const NOTHING = () => undefined
