import { LACP_PRIORITY, MEMBER_COUNT, MTU, STP_PRIORITY } from '../../model/fieldRules.ts'
import { type Grammar, modeOf, type Rule, understood } from '../importing/grammar.ts'
import { defineVlans, INTERFACE_RULES, minLinks, set, vlanIn } from '../importing/interfaceRules.ts'
import { type InterfaceConfig, interfaceNamed, type VlanConfig } from '../importing/switchConfig.ts'
import { vlanNumbers } from '../importing/values.ts'
import { ciscoIosXeProfile } from './profile.ts'
import { CISCO_IOS_XE_SEEN } from './seen.ts'

const VLAN: readonly Rule<VlanConfig>[] = [[/^name (\S+)$/, (vlan, [, name = '']) => void (vlan.name = name)]]

const ADDRESS_FAMILIES: readonly Rule<unknown>[] = understood(/^address-family ipv[46]$/, /^exit-address-family$/)

const INTERFACE: readonly Rule<InterfaceConfig>[] = [
  [/^vrf forwarding (\S+)$/, (port, [, vrf = '']) => routedIn(port, vrf)],
  [/^spanning-tree portfast(?: edge)?(?: trunk)?$/, (port) => void (port.stp = { ...port.stp, edge: true })],
  [/^lacp rate (fast|normal)$/, (port, [, rate]) => void (port.fast = rate === 'fast')],
  [/^port-channel min-links (\d+)$/, (port, [, n]) => minLinks(port, n)],
  [
    /^lacp max-bundle (\d+)$/,
    (port, [, n]) => set('The bundle', n, MEMBER_COUNT, (m) => (port.lacp = { ...port.lacp, maxBundle: m })),
  ],
  [/^no port-channel standalone-disable$/, (port) => void (port.lacp = { ...port.lacp, fallback: 'individual' })],
  ...INTERFACE_RULES,
  ...understood(
    /^port-channel standalone-disable$/,
    /^switchport trunk encapsulation dot1q$/,
    /^switchport nonegotiate$/,
    /^negotiation auto$/,
    /^no ip address$/,
  ),
]

const AGEING_S = (ciscoIosXeProfile.numbers['mac-ageing-ms']?.value ?? 0) / 1_000

/** Only routed ports are in a VRF; the port of management is one. */
function routedIn(port: InterfaceConfig, vrf: string): void {
  port.vrf = vrf
  port.routed = port.kind === 'port'
}

/**
 * The statements of an IOS XE running configuration that a design can hold: those the exporter writes, and the forms
 * that devices print for them.
 */
export const ciscoIosXeGrammar: Grammar = {
  vendor: 'cisco-ios-xe',
  printedBy: 'show running-config',
  ownNames: /^(\w*(GigabitEthernet|GigE|FastEthernet)[\d/.]+|Ethernet\d\/\d|Port-channel\d+|Vlan\d+)$/,
  statements: CISCO_IOS_XE_SEEN,
  globals: [
    [/^hostname (\S+)$/, (config, [, name = '']) => void (config.hostname = name)],
    [/^vlan (\d[\d,\- ]*)$/, (config, [, list = '']) => defineVlans(config, vlanNumbers(list))],
    [
      /^lacp system-priority (\d+)$/,
      (config, [, n]) => set('The priority', n, LACP_PRIORITY, (p) => (config.lacpSystemPriority = p)),
    ],
    [
      /^mac address-table aging-time (\d+)$/,
      (_, [, s]) =>
        Number(s) === AGEING_S ? undefined : `A switch outside a pair forgets addresses after ${AGEING_S} s.`,
    ],
    [/^system mtu (\d+)$/, (config, [, bytes]) => set('The MTU', bytes, MTU, (n) => (config.mtu = n))],
    [
      /^spanning-tree vlan [\d,-]+ priority (\d+)$/,
      (config, [, n]) => set('The priority', n, STP_PRIORITY, (p) => (config.stp.priority = p)),
    ],
    [/^no spanning-tree vlan [\d,-]+$/, (config) => void (config.stp.enabled = false)],
    [/^spanning-tree portfast(?: edge)? bpduguard default$/, (config) => void (config.guardsEdges = true)],
    ...understood(
      /^spanning-tree mode (rapid-pvst|mst)$/,
      /^spanning-tree pathcost method long$/,
      /^spanning-tree extend system-id$/,
      /^version [\d.]+$/,
      /^end$/,
    ),
  ],
  modes: [
    modeOf(/^vlan (\d+)$/, (config, [, id]) => vlanIn(config, Number(id)), VLAN),
    modeOf(/^vrf definition (\S+)$/, () => null, ADDRESS_FAMILIES),
    modeOf(
      /^interface (Port-channel(\d+)|Vlan(\d+)|[A-Za-z]+[\d/.]+)$/,
      (config, [, name = '', channel, vlan], line) => interfaceNamed(config, name, { channel, vlan }, line),
      INTERFACE,
    ),
  ],
  finish: (config) => {
    for (const port of config.interfaces.values()) {
      port.mtu ??= config.mtu
      if (config.guardsEdges && port.stp.edge && port.stp.guard === 'none') port.stp = { edge: true, guard: 'bpdu' }
    }
  },
}
