import { block, globals, type Block } from '../exporter.ts'
import { portOn, type SwitchPlan } from '../switchPlan.ts'
import { dottedMask, freeText, macInThrees, word } from '../text.ts'
import { h3cComwareProfile } from './profile.ts'

/**
 * Dual-active VLAN interfaces, routed uplinks, Monitor Link and static routes.
 * Where each statement was seen in use: `interface Vlan-interface`, `mac-address`: H3C M-LAG configuration guide,
 * dual-active VLAN interfaces; `port link-mode route`: its keepalive examples; `monitor-link group`, `port … uplink`,
 * `port … downlink`: H3C Monitor Link configuration guide; `ip route-static … preference`: Layer 3 IP Routing command
 * reference.
 */
export function routingBlocks({ device, pair, routing, runs, lags }: SwitchPlan): readonly Block[] {
  const from = pair?.domain.id ?? null
  const { gateways, uplinks, backup, tracked } = routing
  const hold = runs.numbers['link-debounce-ms']
  const members = lags.filter(({ lag }) => lag.role === 'mlag')
  return [
    ...gateways.map(({ vlan, address, prefixLength, mac }) =>
      block(INDENT, from, `interface Vlan-interface${vlan}`, [
        `ip address ${word(address)} ${dottedMask(prefixLength)}`,
        `mac-address ${macInThrees(mac)}`,
      ]),
    ),
    ...(backup
      ? [
          block(INDENT, from, `interface Vlan-interface${backup.vlan}`, [
            'description route to the peer',
            `ip address ${word(backup.own)} ${dottedMask(backup.prefixLength)}`,
          ]),
        ]
      : []),
    ...uplinks.map(({ port, link, towards, own, prefixLength }) =>
      block(INDENT, link.id, `interface ${portOn(h3cComwareProfile, port)}`, [
        'port link-mode route',
        `description uplink: ${freeText(towards)}`,
        ...(link.mtu === DEFAULT_MTU ? [] : [`mtu ${link.mtu}`]),
        ...(hold?.set ? [`link-delay down msec ${hold.value}`] : []),
        `ip address ${word(own)} ${dottedMask(prefixLength)}`,
      ]),
    ),
    tracked
      ? block(INDENT, device.id, 'monitor-link group 1', [
          ...uplinks.map(({ port }) => `port ${portOn(h3cComwareProfile, port)} uplink`),
          ...members.map(({ lag }) => `port Bridge-Aggregation${lag.channel} downlink`),
        ])
      : [],
    globals(device.id, [
      ...uplinks.map(({ next }) => `ip route-static 0.0.0.0 0 ${word(next)}`),
      ...(backup ? [`ip route-static 0.0.0.0 0 ${word(backup.next)} preference ${BACKUP_PREFERENCE}`] : []),
    ]),
  ]
}

const INDENT = ' '
const DEFAULT_MTU = 1_500
const BACKUP_PREFERENCE = 250
