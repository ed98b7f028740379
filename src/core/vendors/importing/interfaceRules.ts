import { CHANNEL, MEMBER_COUNT, MTU, VLAN_ID } from '../../model/fieldRules.ts'
import type { BondEnd } from '../../model/topology.ts'
import { type Rule, understood } from './grammar.ts'
import type { InterfaceConfig, SwitchConfig } from './switchConfig.ts'
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
    (port, [, add, list = '']) => allow(port, add !== undefined, list),
  ],
  [/^mtu (\d+)$/, (port, [, bytes]) => set('The MTU', bytes, MTU, (n) => (port.mtu = n))],
  [/^spanning-tree bpduguard enable$/, (port) => void (port.stp = { ...port.stp, guard: 'bpdu' })],
  [/^spanning-tree guard root$/, (port) => void (port.stp = { ...port.stp, guard: 'root' })],
  [
    /^channel-group (\d+)(?: force)?(?: mode (active|passive|on))?$/,
    (port, [, channel, mode]) => join(port, channel, mode),
  ],
  [
    /^ip address (\d[\d.]+(?:\/\d+| [\d.]+))$/,
    (port, [, text = '']) => {
      port.address = addressIn(text)
      return port.address === null ? 'The address must be an IPv4 host address with its prefix.' : undefined
    },
  ],
  // Nothing but PVST+ and MSTP runs on the ports of either, and both are drawn as one tree.
  ...understood(/^spanning-tree link-type (auto|point-to-point)$/, /^load-interval /, /^logging event /),
]

/** Static default routes, with or without a distance. */
export const ROUTE_RULES: readonly Rule<SwitchConfig>[] = [
  [
    /^ip route 0\.0\.0\.0\/0 (?:[A-Za-z]\S+ )?(\d\S+)(?: (\d+))?$/,
    (config, [, next = '', distance = '1']) => {
      if (!isAddress(next)) return 'The next hop must be an IPv4 host address.'
      return set('The distance', distance, DISTANCE, (n) => config.routes.push({ next, distance: n }))
    },
  ],
]

/** Takes the router address of a VLAN interface. */
export function virtualAddress(port: InterfaceConfig, text: string | undefined): string | undefined {
  if (!isAddress(text)) return 'The router address must be an IPv4 host address.'
  port.virtual = text
  return undefined
}

/** Least number of members, whatever the platform's words before it. */
export function minLinks(port: InterfaceConfig, text: string | undefined): string | void {
  return set('The least number of members', text, MEMBER_COUNT, (n) => (port.lacp = { ...port.lacp, minLinks: n }))
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

function allow(port: InterfaceConfig, add: boolean, list: string): string | undefined {
  const numbers = vlanNumbers(list)
  if (numbers === null) return 'The list must name VLANs from 1 to 4094.'
  port.allowed = add ? [...(port.allowed ?? []), ...numbers] : numbers
  return undefined
}

function join(port: InterfaceConfig, channel: string | undefined, mode: string | undefined): string | undefined {
  const modes: Readonly<Record<string, BondEnd['mode']>> = { active: 'active', passive: 'passive', on: 'static' }
  return set(
    'The channel',
    channel,
    CHANNEL,
    (n) => (port.member = { channel: n, mode: modes[mode ?? 'on'] ?? 'static' }),
  )
}

const DISTANCE = { kind: 'number', min: 1, max: 255, step: 1, rule: 'must be a whole number from 1 to 255' } as const
