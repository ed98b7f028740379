import { block, globals, type Block } from '../exporter.ts'
import { portOn, type SwitchPlan } from '../switchPlan.ts'
import { freeText, word } from '../text.ts'
import { dellOs10Profile } from './profile.ts'

/**
 * VLAN interfaces with VRRP, routed uplinks, uplink-state group and static routes.
 * Where each statement was seen in use: `vrrp version 3`, `vrrp-group`, `virtual-address`, `priority`, `ip address`,
 * `mode L3`: public configurations of OS10 pairs; ipspace/netlab, gateway/dellos10.j2; `uplink-state-group`, `upstream`,
 * `downstream`, `enable`: Dell OS10 User Guide, Uplink Failure Detection; `ip route`: its chapter on static routes.
 */
export function routingBlocks({ device, pair, routing, lags }: SwitchPlan): readonly Block[] {
  const from = pair?.domain.id ?? null
  const { gateways, uplinks, backup, tracked } = routing
  const members = lags.filter(({ lag }) => lag.role === 'mlag')
  return [
    globals(from, gateways.length > 0 ? ['vrrp version 3'] : []),
    ...gateways.map(({ vlan, own, prefixLength, group, address, preferred }) =>
      block(INDENT, from, `interface vlan${vlan}`, [
        'no shutdown',
        'mode L3',
        `ip address ${word(own)}/${prefixLength}`,
        `vrrp-group ${group}`,
        `${INDENT}virtual-address ${word(address)}`,
        `${INDENT}priority ${preferred ? 110 : 90}`,
      ]),
    ),
    ...(backup
      ? [
          block(INDENT, from, `interface vlan${backup.vlan}`, [
            'no shutdown',
            'mode L3',
            `ip address ${word(backup.own)}/${backup.prefixLength}`,
          ]),
        ]
      : []),
    ...uplinks.map(({ port, link, towards, own, prefixLength }) =>
      block(INDENT, link.id, `interface ${portOn(dellOs10Profile, port)}`, [
        `description uplink: ${freeText(towards)}`,
        'no shutdown',
        'no switchport',
        ...(link.mtu === DEFAULT_MTU ? [] : [`mtu ${link.mtu}`]),
        `ip address ${word(own)}/${prefixLength}`,
      ]),
    ),
    tracked
      ? block(INDENT, device.id, 'uplink-state-group 1', [
          ...members.map(({ lag }) => `downstream port-channel${lag.channel}`),
          ...uplinks.map(({ port }) => `upstream ${portOn(dellOs10Profile, port)}`),
          'enable',
        ])
      : [],
    globals(device.id, [
      ...uplinks.map(({ next }) => `ip route 0.0.0.0/0 ${word(next)}`),
      ...(backup ? [`ip route 0.0.0.0/0 ${word(backup.next)} ${BACKUP_DISTANCE}`] : []),
    ]),
  ]
}

const INDENT = ' '
const DEFAULT_MTU = 1_500
const BACKUP_DISTANCE = 250
