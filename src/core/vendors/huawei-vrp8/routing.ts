import { block, globals, type Block } from '../exporter.ts'
import type { Dialect } from './notes.ts'
import { portOn, type SwitchPlan } from '../switchPlan.ts'
import { dottedMask, freeText, macInThrees, word } from '../text.ts'
import { huaweiVrp8Profile } from './profile.ts'

/**
 * Dual-active gateway, routed uplinks, Monitor Link and static routes.
 * Where each statement was seen in use: `interface Vlanif`, `mac-address`, `undo portswitch`, `monitor-link group`, `port …
 * uplink`, `port … downlink`: Huawei CloudEngine, "Example for Configuring Dual-Homing of a Device to a Layer 3 Network
 * Through an M-LAG in V-STP Mode (IPv4)"; `uplink-port enable`: M-LAG Configuration Commands of V300; `ip route-static … preference`: CE6800 Command Reference, Static Route.
 */
export function routingBlocks({ device, pair, routing, runs, lags }: SwitchPlan, dialect: Dialect): readonly Block[] {
  const from = pair?.domain.id ?? null
  const { gateways, uplinks, backup, tracked } = routing
  const hold = runs.numbers['link-debounce-ms']
  // Seen for V300 only.
  const decides = dialect === 'V300' && pair !== null && runs.switches['uplinks-decide']?.value === true
  const members = lags.filter(({ lag }) => lag.role === 'mlag')
  return [
    ...gateways.map(({ vlan, address, prefixLength, mac }) =>
      block(INDENT, from, `interface Vlanif${vlan}`, [
        `ip address ${word(address)} ${dottedMask(prefixLength)}`,
        `mac-address ${macInThrees(mac)}`,
      ]),
    ),
    ...(backup
      ? [
          block(INDENT, from, `interface Vlanif${backup.vlan}`, [
            'description route to the peer',
            `ip address ${word(backup.own)} ${dottedMask(backup.prefixLength)}`,
          ]),
        ]
      : []),
    ...uplinks.map(({ port, link, towards, own, prefixLength }) =>
      block(INDENT, link.id, `interface ${portOn(huaweiVrp8Profile, port)}`, [
        'undo portswitch',
        `description uplink: ${freeText(towards)}`,
        ...(link.mtu === DEFAULT_MTU ? [] : [`mtu ${link.mtu}`]),
        ...(hold?.set ? [`carrier down-hold-time ${hold.value}`] : []),
        `ip address ${word(own)} ${dottedMask(prefixLength)}`,
        ...(decides ? ['uplink-port enable'] : []),
      ]),
    ),
    tracked
      ? block(INDENT, device.id, 'monitor-link group 1', [
          ...uplinks.map(({ port }) => `port ${portOn(huaweiVrp8Profile, port)} uplink`),
          ...members.map(({ lag }, at) => `port Eth-Trunk${lag.channel} downlink ${at + 1}`),
        ])
      : [],
    globals(device.id, [
      ...uplinks.map(({ next }) => `ip route-static 0.0.0.0 0.0.0.0 ${word(next)}`),
      ...(backup ? [`ip route-static 0.0.0.0 0.0.0.0 ${word(backup.next)} preference ${BACKUP_PREFERENCE}`] : []),
    ]),
  ]
}

const INDENT = ' '
const DEFAULT_MTU = 1_500
const BACKUP_PREFERENCE = 250
