import { DOMAIN_NUMBER, LACP_PRIORITY, MEMBER_COUNT, SETTING, STP_PRIORITY } from '../../model/fieldRules.ts'
import { type Grammar, modeOf, type Rule, understood } from '../importing/grammar.ts'
import {
  defineVlans,
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
import { isAddress, vlanNumbers } from '../importing/values.ts'
import { CISCO_NXOS_SEEN } from './seen.ts'

const VLAN: readonly Rule<VlanConfig>[] = [[/^name (\S+)$/, (vlan, [, name = '']) => void (vlan.name = name)]]

const TRACK_LIST: readonly Rule<unknown>[] = understood(/^object \d+$/)

const DOMAIN: readonly Rule<PairConfig>[] = [
  [/^role priority (\d+)$/, (pair, [, n]) => set('The priority', n, SETTING, (p) => (pair.rolePriority = p))],
  [
    /^system-priority (\d+)$/,
    (pair, [, n]) => set('The priority', n, SETTING, (p) => pair.numbers.set('system-priority', p)),
  ],
  [/^peer-keepalive (destination .+)$/, (pair, [, words = '']) => keepalive(pair, words)],
  [/^delay restore (\d+)$/, (pair, [, s]) => seconds(pair.numbers, 'member-restore-ms', s)],
  [/^delay restore interface-vlan (\d+)$/, (pair, [, s]) => seconds(pair.numbers, 'gateway-restore-ms', s)],
  [/^delay restore orphan-port (\d+)$/, (pair, [, s]) => seconds(pair.numbers, 'orphan-restore-ms', s)],
  [/^peer-gateway$/, (pair) => void pair.switches.set('peer-gateway', true)],
  [/^no peer-gateway$/, (pair) => void pair.switches.set('peer-gateway', false)],
  [/^track \d+$/, (pair) => void pair.switches.set('uplink-tracking', true)],
  [/^no auto-recovery$/, (pair) => void pair.switches.set('solo-start', false)],
  [
    /^auto-recovery(?: reload-delay (\d+))?$/,
    (pair, [, s]) => {
      pair.switches.set('solo-start', true)
      return s === undefined ? undefined : seconds(pair.numbers, 'solo-start-ms', s)
    },
  ],
]

const INTERFACE: readonly Rule<InterfaceConfig>[] = [
  [/^vrf member (\S+)$/, (port, [, vrf = '']) => void (port.vrf = vrf)],
  [/^vpc peer-link$/, (port) => void (port.peerLink = true)],
  [/^vpc orphan-port suspend$/, (port) => void (port.suspendWithMembers = true)],
  [/^vpc (\d+)$/, (port, [, n]) => set('The vPC', n, SETTING, (id) => (port.mlag = id))],
  [/^spanning-tree port type (?:edge)(?: trunk)?$/, (port) => void (port.stp = { ...port.stp, edge: true })],
  [/^lacp rate (fast|normal)$/, (port, [, rate]) => void (port.fast = rate === 'fast')],
  [/^lacp min-links (\d+)$/, (port, [, n]) => minLinks(port, n)],
  [
    /^lacp max-bundle (\d+)$/,
    (port, [, n]) => set('The bundle', n, MEMBER_COUNT, (m) => (port.lacp = { ...port.lacp, maxBundle: m })),
  ],
  [/^no lacp suspend-individual$/, (port) => void (port.lacp = { ...port.lacp, fallback: 'individual' })],
  [/^link debounce time (\d+)$/, (port, [, ms]) => set('The time', ms, SETTING, (n) => (port.debounceMs = n))],
  [/^priority (\d+)$/, (port, [, n]) => set('The priority', n, SETTING, (p) => (port.ownerPriority = p))],
  [/^ip (\d[\d.]+)$/, (port, [, address]) => virtualAddress(port, address)],
  ...INTERFACE_RULES,
  ...understood(
    /^hsrp version 2$/,
    // Its number and who owns the address follow from the VLAN and the preferred primary.
    /^hsrp \d+$/,
    /^preempt$/,
    /^spanning-tree port type network$/,
    /^lacp suspend-individual$/,
    /^no ip redirects$/,
  ),
]

function domainIn(config: SwitchConfig, number: string | undefined): PairConfig {
  const pair = pairIn(config)
  set('The domain', number, DOMAIN_NUMBER, (n) => (pair.number = n))
  return pair
}

function keepalive(pair: PairConfig, text: string): string | undefined {
  const words = text.split(' ')
  const after = (word: string) => words[words.indexOf(word) + 1 || words.length]
  const [to, from] = [after('destination'), after('source')]
  if (!isAddress(to) || (from !== undefined && !isAddress(from))) return 'The addresses must be IPv4 host addresses.'
  // NX-OS takes the management VRF where none is named.
  pair.keepalive = { to, from: from ?? null, vrf: after('vrf') ?? 'management' }
  const [interval, timeout, hold] = [after('interval'), after('timeout'), after('hold-timeout')]
  if (interval !== undefined)
    set('The interval', interval, SETTING, (n) => pair.numbers.set('keepalive-interval-ms', n))
  if (timeout !== undefined) seconds(pair.numbers, 'keepalive-timeout-ms', timeout)
  if (hold !== undefined) seconds(pair.numbers, 'keepalive-hold-ms', hold)
  return undefined
}

/**
 * The statements of an NX-OS running configuration that a design can hold: those the exporter writes, and the forms
 * that devices print for them.
 */
export const ciscoNxosGrammar: Grammar = {
  vendor: 'cisco-nxos',
  printedBy: 'show running-config',
  ownNames: /^(Ethernet\d+\/\d+(\/\d+)?|port-channel\d+|Vlan\d+|mgmt0)$/,
  statements: CISCO_NXOS_SEEN,
  globals: [
    [/^(?:hostname|switchname) (\S+)$/, (config, [, name = '']) => void (config.hostname = name)],
    [/^vlan (\d[\d,\- ]*)$/, (config, [, list = '']) => defineVlans(config, vlanNumbers(list))],
    [
      /^lacp system-priority (\d+)$/,
      (config, [, n]) => set('The priority', n, LACP_PRIORITY, (p) => (config.lacpSystemPriority = p)),
    ],
    [/^mac address-table aging-time (\d+)$/, (config, [, s]) => seconds(config.numbers, 'mac-ageing-ms', s)],
    [
      /^spanning-tree vlan [\d,-]+ priority (\d+)$/,
      (config, [, n]) => set('The priority', n, STP_PRIORITY, (p) => (config.stp.priority = p)),
    ],
    [/^no spanning-tree vlan [\d,-]+$/, (config) => void (config.stp.enabled = false)],
    [/^system jumbomtu \d+$/, () => undefined],
    ...ROUTE_RULES,
    ...understood(
      /^feature (lacp|vpc|interface-vlan|lldp|hsrp)$/,
      // What of them the pair follows is said in its own mode.
      /^track \d+ interface \S+ line-protocol$/,
      /^cfs eth distribute$/,
      /^spanning-tree mode (rapid-pvst|mst)$/,
      /^spanning-tree pathcost method long$/,
      /^version /,
    ),
  ],
  modes: [
    modeOf(/^vlan (\d+)$/, (config, [, id]) => vlanIn(config, Number(id)), VLAN),
    modeOf(/^vrf context (\S+)$/, () => null, []),
    modeOf(/^track \d+ list boolean or$/, () => null, TRACK_LIST),
    modeOf(/^vpc domain (\d+)$/, (config, [, n]) => domainIn(config, n), DOMAIN),
    modeOf(
      /^interface (port-channel(\d+)|Vlan(\d+)|mgmt\d+|[A-Za-z]+[\d/.]+)$/,
      (config, [, name = '', channel, vlan], line) =>
        interfaceNamed(config, name, { channel, vlan, management: name.startsWith('mgmt') }, line),
      INTERFACE,
    ),
  ],
}
