import { CHANNEL, MEMBER_COUNT, MTU, SETTING, STP_COST, VLAN_ID } from '../../model/fieldRules.ts'
import type { NumberKey } from '../../model/profileKeys.ts'
import type { BondEnd } from '../../model/topology.ts'
import { type Rule, understood } from './grammar.ts'
import type { InterfaceConfig, SwitchConfig, VlanConfig } from './switchConfig.ts'
import { addressIn, isAddress, numberIn, vlanNumbers } from './values.ts'

/** Statements of an interface that NX-OS and EOS write alike. */
export const INTERFACE_RULES: readonly Rule<InterfaceConfig>[] = [
  [/^description (.+)$/, (port, [, text = '']) => void (port.description = text)],
  [/^shutdown$/, (port) => void (port.shut = true)],
  [/^no shutdown$/, (port) => void (port.shut = false)],
  [/^switchport$/, (port) => void (port.routed = false)],
  [/^no switchport$/, (port) => void (port.routed = true)],
  [/^switchport mode (access|trunk)$/, (port, [, mode]) => void (port.mode = mode === 'trunk' ? 'trunk' : 'access')],
  [/^switchport access vlan (\d+)$/, (port, [, id]) => set('The VLAN', id, VLAN_ID, (n) => (port.access = n))],
  [/^switchport trunk native vlan (\d+)$/, (port, [, id]) => set('The VLAN', id, VLAN_ID, (n) => (port.native = n))],
  [/^switchport trunk allowed vlan all$/, (port) => void (port.allowed = null)],
  [/^switchport trunk allowed vlan none$/, (port) => void (port.allowed = [])],
  [
    /^switchport trunk allowed vlan (add )?([\d,\- ]+)$/,
    (port, [, add, list = '']) => allow(port, add !== undefined, vlanNumbers(list)),
  ],
  [/^mtu (\d+)$/, (port, [, bytes]) => set('The MTU', bytes, MTU, (n) => (port.mtu = n))],
  [/^spanning-tree cost (\d+)$/, (port, [, n]) => pathCost(port, n)],
  [/^spanning-tree bpduguard enable$/, (port) => void (port.stp = { ...port.stp, guard: 'bpdu' })],
  [/^spanning-tree guard root$/, (port) => void (port.stp = { ...port.stp, guard: 'root' })],
  [
    /^channel-group (\d+)(?: force)?(?: mode (active|passive|on))?$/,
    (port, [, channel, mode]) => join(port, channel, mode),
  ],
  [/^ip address (\d[\d.]+(?:\/\d+| [\d.]+))$/, (port, [, text = '']) => address(port, text)],
  // Nothing but PVST+ and MSTP runs on the ports of either, and both are drawn as one tree.
  ...understood(/^spanning-tree link-type (auto|point-to-point)$/, /^load-interval /, /^logging event /),
]

/** Static default routes, with or without a distance. */
export const ROUTE_RULES: readonly Rule<SwitchConfig>[] = [
  [
    /^ip route 0\.0\.0\.0\/0 (?:[A-Za-z]\S+ )?(\d\S+)(?: (\d+))?$/,
    (config, [, next, distance]) => defaultRoute(config, next, distance),
  ],
]

/** Takes a static default route; 1 stands for the platform's own distance. */
export function defaultRoute(config: SwitchConfig, next: string | undefined, distance = '1'): string | undefined {
  if (!isAddress(next)) return 'The next hop must be an IPv4 host address.'
  return set('The distance', distance, DISTANCE, (n) => config.routes.push({ next, distance: n }))
}

/** Takes the router address of a VLAN interface. */
export function virtualAddress(port: InterfaceConfig, text: string | undefined): string | undefined {
  if (!isAddress(text)) return 'The router address must be an IPv4 host address.'
  port.virtual = text
  return undefined
}

/** Takes a time of so many seconds. */
export function seconds(numbers: Map<NumberKey, number>, key: NumberKey, text: string | undefined): string | undefined {
  return set('The time', text, { ...SETTING, max: 1_000_000 }, (s) => numbers.set(key, s * 1_000))
}

/** Takes a number of the pair as it stands. */
export function plain(numbers: Map<NumberKey, number>, key: NumberKey, text: string | undefined): string | undefined {
  return set('The number', text, SETTING, (n) => numbers.set(key, n))
}

/** Takes a name of an interface VLAN or the VLAN itself, known before or not. */
export function vlanIn(config: SwitchConfig, id: number): VlanConfig {
  const vlan = config.vlans.get(id) ?? { id, name: '' }
  if (id >= VLAN_ID.min && id <= VLAN_ID.max) config.vlans.set(id, vlan)
  return vlan
}

/** Takes the VLANs of a list that was read; null: it could not be. */
export function defineVlans(config: SwitchConfig, numbers: readonly number[] | null): string | undefined {
  if (numbers === null) return NO_VLANS
  for (const id of numbers) vlanIn(config, id)
  return undefined
}

/** Takes the address of an interface. */
export function address(port: InterfaceConfig, text: string): string | undefined {
  port.address = addressIn(text)
  return port.address === null ? 'The address must be an IPv4 host address with its prefix.' : undefined
}

/** Least number of members, whatever the platform's words before it. */
export function minLinks(port: InterfaceConfig, text: string | undefined): string | void {
  return set('The least number of members', text, MEMBER_COUNT, (n) => (port.lacp = { ...port.lacp, minLinks: n }))
}

/** Takes the path cost of a port, whatever the platform's words before it. */
export function pathCost(port: InterfaceConfig, text: string | undefined): string | undefined {
  return set('The path cost', text, STP_COST, (cost) => (port.stp = { ...port.stp, cost }))
}

/** Takes a number, or says why not. */
export function set(
  what: string,
  text: string | undefined,
  rule: Parameters<typeof numberIn>[2],
  take: (value: number) => void,
): string | undefined {
  const value = numberIn(what, text, rule)
  if (typeof value === 'string') return value
  take(value)
  return undefined
}

/** Takes the list of a trunk's VLANs; null: it could not be read. */
export function allow(port: InterfaceConfig, add: boolean, numbers: readonly number[] | null): string | undefined {
  if (numbers === null) return NO_VLANS
  port.allowed = add ? [...(port.allowed ?? []), ...numbers] : numbers
  return undefined
}

/** Makes a port a member; bundled without LACP unless told. */
export function join(port: InterfaceConfig, channel: string | undefined, mode?: string): string | undefined {
  const modes: Readonly<Record<string, BondEnd['mode']>> = { active: 'active', passive: 'passive', on: 'static' }
  return set(
    'The channel',
    channel,
    CHANNEL,
    (n) => (port.member = { channel: n, mode: modes[mode ?? 'on'] ?? 'static' }),
  )
}

const NO_VLANS = 'The list must name VLANs from 1 to 4094.'
const DISTANCE = {
  kind: 'number',
  min: 1,
  max: 255,
  step: 1,
  rule: 'must be a whole number from 1 to 255',
} as const
