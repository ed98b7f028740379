import { portOn, type SwitchPlan } from '../switchPlan.ts'
import { block, globals, type Block } from '../exporter.ts'
import { freeText, word } from '../text.ts'
import { ciscoNxosProfile } from './profile.ts'

/**
 * VLAN interfaces with HSRP, routed uplinks and static routes.
 * Where each statement was seen in use:
 * - `feature interface-vlan`, `feature hsrp`, `hsrp version 2`, `hsrp N`, `preempt`, `priority`, `ip`: Cisco Nexus 9000
 *   Series NX-OS Unicast Routing Configuration Guide, "Configuring HSRP"; cisco.nxos, nxos_hsrp;
 * - `peer-gateway`: netenglabs/suzieq, running-configs of two 9.3(4) pairs;
 * - `track N interface … line-protocol`, `track N list boolean or`, `object N`: Unicast guide, "Configuring Object
 *   Tracking"; `track N` below `vpc domain`: Interfaces guide, "Configuring vPCs";
 * - `ip route` with a preference: cisco.nxos, nxos_static_routes.
 */
export function routingFeatures({ routing }: SwitchPlan): readonly string[] {
  return [
    ...(routing.gateways.length > 0 ? ['feature hsrp'] : []),
    ...(routing.gateways.length > 0 || routing.backup ? ['feature interface-vlan'] : []),
  ]
}

/** Lines below `vpc domain`. */
export function routingOfDomain({ routing, runs }: SwitchPlan): readonly string[] {
  return [
    ...(runs.switches['peer-gateway']?.value === true ? ['peer-gateway'] : []),
    ...(routing.tracked ? [`track ${TRACK_LIST}`] : []),
  ]
}

/** What `track` below the domain refers to must be there first. */
export function trackBlocks({ device, routing }: SwitchPlan): readonly Block[] {
  if (!routing.tracked) return []
  const objects = routing.uplinks.map(({ port }, at) => ({
    number: TRACK_LIST + 1 + at,
    name: portOn(ciscoNxosProfile, port),
  }))
  return [
    globals(
      device.id,
      objects.map(({ number, name }) => `track ${number} interface ${name} line-protocol`),
    ),
    block(
      INDENT,
      device.id,
      `track ${TRACK_LIST} list boolean or`,
      objects.map(({ number }) => `object ${number}`),
    ),
  ]
}

export function routingBlocks({ device, pair, routing, runs }: SwitchPlan): readonly Block[] {
  const from = pair?.domain.id ?? null
  const { gateways, uplinks, backup } = routing
  const debounce = runs.numbers['link-debounce-ms']
  return [
    ...gateways.map(({ vlan, own, prefixLength, group, address, preferred }) =>
      block(INDENT, from, `interface Vlan${vlan}`, [
        'no shutdown',
        'no ip redirects',
        `ip address ${word(own)}/${prefixLength}`,
        'hsrp version 2',
        `hsrp ${group}`,
        `${INDENT}preempt`,
        `${INDENT}priority ${preferred ? 110 : 100}`,
        `${INDENT}ip ${word(address)}`,
      ]),
    ),
    ...(backup
      ? [
          block(INDENT, from, `interface Vlan${backup.vlan}`, [
            'description route to the peer',
            'no shutdown',
            'no ip redirects',
            `ip address ${word(backup.own)}/${backup.prefixLength}`,
          ]),
        ]
      : []),
    ...uplinks.map(({ port, link, towards, own, prefixLength }) =>
      block(INDENT, link.id, `interface ${portOn(ciscoNxosProfile, port)}`, [
        `description uplink: ${freeText(towards)}`,
        'no switchport',
        ...(link.mtu === DEFAULT_MTU ? [] : [`mtu ${link.mtu}`]),
        ...(debounce?.set ? [`link debounce time ${debounce.value}`] : []),
        `ip address ${word(own)}/${prefixLength}`,
        'no shutdown',
      ]),
    ),
    globals(device.id, [
      ...uplinks.map(({ next }) => `ip route 0.0.0.0/0 ${word(next)}`),
      ...(backup ? [`ip route 0.0.0.0/0 ${word(backup.next)} ${BACKUP_PREFERENCE}`] : []),
    ]),
  ]
}

const INDENT = '  '
const DEFAULT_MTU = 1_500
const TRACK_LIST = 10
const BACKUP_PREFERENCE = 250
