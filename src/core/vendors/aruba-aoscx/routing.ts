import { block, globals, type Block } from '../exporter.ts'
import { portOn, type SwitchPlan } from '../switchPlan.ts'
import { freeText, word } from '../text.ts'
import { arubaAoscxProfile } from './profile.ts'

/**
 * VLAN interfaces with active gateway, routed uplinks and static routes.
 * Where each statement was seen in use: `active-gateway ip mac`, `active-gateway ip`, `interface vlan`, `ip address`,
 * `routing`: AOS-CX VSX Guide and its examples; `ip route … distance`: AOS-CX Command-Line Interface Guide 10.01, ip route
 * distance.
 */
export function routingBlocks({ device, pair, routing }: SwitchPlan): readonly Block[] {
  const from = pair?.domain.id ?? null
  const { gateways, uplinks, backup } = routing
  return [
    ...gateways.map(({ vlan, own, prefixLength, mac, address }) =>
      block(INDENT, from, `interface vlan ${vlan}`, [
        `ip address ${word(own)}/${prefixLength}`,
        `active-gateway ip mac ${mac}`,
        `active-gateway ip ${word(address)}`,
      ]),
    ),
    ...(backup
      ? [
          block(INDENT, from, `interface vlan ${backup.vlan}`, [
            'description route to the peer',
            `ip address ${word(backup.own)}/${backup.prefixLength}`,
          ]),
        ]
      : []),
    ...uplinks.map(({ port, link, towards, own, prefixLength }) =>
      block(INDENT, link.id, `interface ${portOn(arubaAoscxProfile, port)}`, [
        `description uplink: ${freeText(towards)}`,
        'no shutdown',
        'routing',
        ...(link.mtu === DEFAULT_MTU
          ? []
          : [`mtu ${Math.min(link.mtu, LARGEST_MTU)}`, `ip mtu ${Math.min(link.mtu, LARGEST_MTU)}`]),
        `ip address ${word(own)}/${prefixLength}`,
      ]),
    ),
    globals(device.id, [
      ...uplinks.map(({ next }) => `ip route 0.0.0.0/0 ${word(next)}`),
      ...(backup ? [`ip route 0.0.0.0/0 ${word(backup.next)} distance ${BACKUP_DISTANCE}`] : []),
    ]),
  ]
}

const INDENT = '    '
const DEFAULT_MTU = 1_500
const LARGEST_MTU = 9_198
const BACKUP_DISTANCE = 250
