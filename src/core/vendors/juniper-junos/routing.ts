import { portOn, type SwitchPlan } from '../switchPlan.ts'
import { freeText, word } from '../text.ts'
import { addressOf, ETHERNET_HEADER, holdTime, MAX_MTU, overKeepalive, vlanName, type Group } from './common.ts'
import { juniperJunosProfile } from './profile.ts'
import { below } from './statements.ts'

/**
 * IRB interfaces with VRRP, routed uplinks, uplink failure detection and static routes.
 * Where each statement was seen in use: `l3-interface`, `vrrp-group`, `virtual-address`, `priority`, `accept-data`: Juniper
 * MC-LAG examples with VRRP over IRB; `uplink-failure-detection group`, `link-to-monitor`, `link-to-disable`: their
 * statement pages for the QFX Series (12.1 and later; a switch monitors up to 48 links in a group); `qualified-next-hop … preference`, `load-balance per-packet`: Junos routing guides.
 */
export function routingGroups(plan: SwitchPlan): readonly Group[] {
  const { device, pair, routing, lags } = plan
  const from = pair?.domain.id ?? null
  const { gateways, uplinks, backup, tracked } = routing
  const members = lags.filter(({ lag }) => lag.role === 'mlag')
  return [
    gateways.flatMap(({ vlan, own, prefixLength, group, address, preferred }) => {
      const address4 = `address ${word(own)}/${prefixLength}`
      const vrrp = ['family inet', address4, `vrrp-group ${group}`]
      return [
        ...below(from, ['vlans', vlanName(vlan)], [`l3-interface irb.${vlan}`]),
        ...below(
          from,
          ['interfaces', 'irb', `unit ${vlan}`],
          [
            [...vrrp, `virtual-address ${word(address)}`],
            [...vrrp, `priority ${preferred ? 200 : 100}`],
            [...vrrp, 'accept-data'],
          ],
        ),
      ]
    }),
    // With ICCP over the ICL the two have a VLAN interface already.
    backup && overKeepalive(plan.runs)
      ? [
          ...below(from, ['vlans', vlanName(backup.vlan)], [`l3-interface irb.${backup.vlan}`]),
          ...below(from, ['interfaces', 'irb', `unit ${backup.vlan}`], [addressOf(backup)]),
        ]
      : [],
    uplinks.flatMap(({ port, link, towards, ...address }) =>
      below(
        link.id,
        ['interfaces', portOn(juniperJunosProfile, port)],
        [
          `description "uplink: ${freeText(towards)}"`,
          ...holdTime(plan),
          ...(link.mtu === DEFAULT_MTU ? [] : [`mtu ${Math.min(link.mtu + ETHERNET_HEADER, MAX_MTU)}`]),
          ['unit 0', ...addressOf(address)],
        ],
      ),
    ),
    tracked
      ? below(
          device.id,
          ['protocols', 'uplink-failure-detection', 'group UPLINKS'],
          [
            ...uplinks.map(({ port }) => `link-to-monitor ${portOn(juniperJunosProfile, port)}`),
            ...members.map(({ lag }) => `link-to-disable ae${lag.channel}`),
          ],
        )
      : [],
    uplinks.length > 0
      ? [
          ...below(
            device.id,
            ['routing-options', 'static', 'route 0.0.0.0/0'],
            [
              ...uplinks.map(({ next }) => `next-hop ${word(next)}`),
              ...(backup ? [[`qualified-next-hop ${word(backup.next)}`, `preference ${BACKUP_PREFERENCE}`]] : []),
            ],
          ),
          // Without it one of equal routes carries everything.
          ...below(device.id, ['policy-options', 'policy-statement EQUAL-COST', 'then'], ['load-balance per-packet']),
          ...below(device.id, ['routing-options', 'forwarding-table'], ['export EQUAL-COST']),
        ]
      : [],
  ]
}

const DEFAULT_MTU = 1_500
const BACKUP_PREFERENCE = 250
