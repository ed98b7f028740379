import type { Block, ConfigLine } from '../exporter.ts'
import { globals } from '../exporter.ts'
import { portOn, type SwitchPlan } from '../switchPlan.ts'
import { word } from '../text.ts'
import { mikrotikRouterosProfile } from './profile.ts'

/**
 * Routed uplinks and static routes; equal ones share the traffic.
 * Source: MikroTik RouterOS documentation, IP Addressing, IP Routing and VLAN: `/ip address add`, `/ip route add`,
 * `/interface vlan add`.
 */
export function routingBlocks({ device, pair, routing }: SwitchPlan, bridge: string): readonly Block[] {
  const { uplinks, backup } = routing
  const from = pair?.domain.id ?? device.id
  const vlan = backup ? `vlan${backup.vlan}` : ''
  const menu = (path: string, lines: readonly ConfigLine[]): Block =>
    lines.length === 0 ? [] : [...globals(null, [path]), ...lines]
  return [
    menu(
      '/interface vlan',
      backup ? [{ text: `add interface=${bridge} name=${vlan} vlan-id=${backup.vlan}`, from }] : [],
    ),
    menu('/ip address', [
      ...(backup ? [{ text: `add address=${word(backup.own)}/${backup.prefixLength} interface=${vlan}`, from }] : []),
      ...uplinks.map(({ port, link, own, prefixLength }) => ({
        text: `add address=${word(own)}/${prefixLength} interface=${portOn(mikrotikRouterosProfile, port)}`,
        from: link.id,
      })),
    ]),
    menu('/ip route', [
      ...uplinks.map(({ link, next }) => ({ text: `add dst-address=0.0.0.0/0 gateway=${word(next)}`, from: link.id })),
      ...(backup
        ? [{ text: `add distance=${BACKUP_DISTANCE} dst-address=0.0.0.0/0 gateway=${word(backup.next)}`, from }]
        : []),
    ]),
  ]
}

const BACKUP_DISTANCE = 250
