import { block, globals, type Block } from '../exporter.ts'
import { portOn, type SwitchPlan } from '../switchPlan.ts'
import { freeText, word } from '../text.ts'
import { aristaEosProfile } from './profile.ts'

/**
 * VARP, routed uplinks and static routes.
 * Where each statement was seen in use:
 * - `ip virtual-router mac-address`, `ip virtual-router address`, `ip routing`: ipspace/netlab, gateway/eos.j2;
 *   aristanetworks/avd, vlan-interfaces.cfg;
 * - `link tracking group … upstream` and `downstream`: aristanetworks/avd, link-tracking-groups.cfg and
 *   ethernet-interfaces.cfg;
 * - `ip route` with a distance: aristanetworks/avd, static-routes.cfg.
 */
export function routingBlocks({ device, pair, routing, runs }: SwitchPlan): readonly Block[] {
  const from = pair?.domain.id ?? null
  const { gateways, uplinks, backup, tracked } = routing
  const debounce = runs.numbers['link-debounce-ms']
  const [first] = gateways
  if (first === undefined && uplinks.length === 0) return []
  return [
    ...gateways.map(({ vlan, own, prefixLength, address }) =>
      block(INDENT, from, `interface Vlan${vlan}`, [
        `ip address ${word(own)}/${prefixLength}`,
        `ip virtual-router address ${word(address)}`,
      ]),
    ),
    first ? globals(from, [`ip virtual-router mac-address ${first.mac}`]) : [],
    ...uplinks.map(({ port, link, towards, own, prefixLength }) =>
      block(INDENT, link.id, `interface ${portOn(aristaEosProfile, port)}`, [
        `description uplink: ${freeText(towards)}`,
        ...(link.mtu === DEFAULT_MTU ? [] : [`mtu ${Math.min(link.mtu, LARGEST_MTU)}`]),
        ...(debounce?.set ? [`link-debounce time 0 ${debounce.value}`] : []),
        'no switchport',
        `ip address ${word(own)}/${prefixLength}`,
        ...(tracked ? [`link tracking group ${TRACKING} upstream`] : []),
      ]),
    ),
    globals(device.id, [
      'ip routing',
      ...(gateways.length > 0 ? ['no ip icmp redirect'] : []),
      ...uplinks.map(({ next }) => `ip route 0.0.0.0/0 ${word(next)}`),
      ...(backup ? [`ip route 0.0.0.0/0 ${word(backup.next)} ${BACKUP_DISTANCE}`] : []),
    ]),
  ]
}

/** Groups that interfaces name. */
export function trackingGroup({ device, routing }: SwitchPlan): Block {
  return routing.tracked ? block(INDENT, device.id, `link tracking group ${TRACKING}`, ['recovery delay 0']) : []
}

/** Below a port-channel of the pair. */
export function trackedMember({ routing }: SwitchPlan): readonly string[] {
  return routing.tracked ? [`link tracking group ${TRACKING} downstream`] : []
}

const INDENT = '   '
const TRACKING = 'UPLINKS'
const DEFAULT_MTU = 1_500
const LARGEST_MTU = 9_214
const BACKUP_DISTANCE = 250
