import { globals, type Block } from '../exporter.ts'
import { portOn, type SwitchPlan } from '../switchPlan.ts'
import { freeText, word } from '../text.ts'
import type { Section, Setting } from './nvue.ts'
import { nvidiaCumulusProfile } from './profile.ts'

/**
 * VLAN interfaces with VRR, routed uplinks and static routes, for NVUE.
 * Where each statement was seen: `ipv4 vrr address`, `mac-address`, `state` (`ip vrr` before 5.15): NVUE Command Reference,
 * VRR; `vrf default router static … distance … via`: its section on static routing.
 */
export function routingSections({ device, pair, routing }: SwitchPlan): readonly Section[] {
  const from = pair?.domain.id ?? device.id
  const { gateways, uplinks, backup } = routing
  const route = 'vrf default router static 0.0.0.0/0'
  return [
    ...gateways.map(({ vlan, own, prefixLength, address, mac }): Section => {
      const node = `interface vlan${vlan}`
      return {
        title: `gateway of VLAN ${vlan}`,
        from,
        settings: [
          set(from, `${node} ipv4 address ${word(own)}/${prefixLength}`),
          set(from, `${node} ipv4 vrr address ${word(address)}/${prefixLength}`),
          set(from, `${node} ipv4 vrr mac-address`, mac),
          set(from, `${node} ipv4 vrr state enabled`),
        ],
      }
    }),
    ...(backup
      ? [
          {
            title: 'route to the peer',
            from,
            settings: [
              set(from, `interface vlan${backup.vlan} ipv4 address ${word(backup.own)}/${backup.prefixLength}`),
            ],
          },
        ]
      : []),
    ...uplinks.map(({ port, link, towards, own, prefixLength }): Section => {
      const node = `interface ${portOn(nvidiaCumulusProfile, port)}`
      return {
        title: `uplink: ${freeText(towards)}`,
        from: link.id,
        settings: [
          set(link.id, `${node} link state up`),
          set(link.id, `${node} description`, `uplink: ${freeText(towards)}`),
          set(link.id, `${node} link mtu`, `${link.mtu}`),
          set(link.id, `${node} ipv4 address ${word(own)}/${prefixLength}`),
        ],
      }
    }),
    ...(uplinks.length > 0
      ? [
          {
            title: 'default route',
            from: device.id,
            settings: [
              ...uplinks.map(({ next }) => set(device.id, `${route} via ${word(next)}`)),
              ...(backup ? [set(device.id, `${route} distance ${BACKUP_DISTANCE} via ${word(backup.next)}`)] : []),
            ],
          },
        ]
      : []),
  ]
}

/**
 * The same as `/etc/network/interfaces`.
 * Source: Cumulus Linux User Guide, VRR: `address-virtual`, `vlan-id`, `vlan-raw-device`.
 */
export function routingStanzas({ device, pair, routing }: SwitchPlan): readonly Block[] {
  const from = pair?.domain.id ?? null
  const { gateways, uplinks, backup } = routing
  const hops = uplinks.map(({ next }) => `nexthop via ${word(next)}`).join(' ')
  const [first] = uplinks
  const svi = (vlan: number, body: readonly string[]): Block =>
    globals(from, [
      `auto vlan${vlan}`,
      `iface vlan${vlan}`,
      ...[...body, `vlan-id ${vlan}`, 'vlan-raw-device br_default'].map((text) => `    ${text}`),
    ])
  return [
    ...gateways.map(({ vlan, own, prefixLength, address, mac }) =>
      svi(vlan, [`address ${word(own)}/${prefixLength}`, `address-virtual ${mac} ${word(address)}/${prefixLength}`]),
    ),
    ...(backup ? [svi(backup.vlan, [`address ${word(backup.own)}/${backup.prefixLength}`])] : []),
    ...uplinks.map(({ port, link, towards, own, prefixLength }) => {
      const name = portOn(nvidiaCumulusProfile, port)
      return globals(link.id, [
        `auto ${name}`,
        `iface ${name}`,
        `    alias uplink: ${freeText(towards)}`,
        `    mtu ${link.mtu}`,
        `    address ${word(own)}/${prefixLength}`,
      ])
    }),
    first
      ? globals(device.id, [
          '# default route, once the uplinks are up',
          'auto lo',
          'iface lo inet loopback',
          `    post-up ip route replace default ${hops}`,
          ...(backup
            ? [`    post-up ip route replace default via ${word(backup.next)} metric ${BACKUP_DISTANCE}`]
            : []),
        ])
      : [],
  ]
}

/** Interfaces of VLANs as NVUE's file describes what its commands create. */
export function impliedByRouting({ pair, routing }: SwitchPlan): readonly Setting[] {
  const from = pair?.domain.id ?? null
  const vlans = [...routing.gateways.map(({ vlan }) => vlan), ...(routing.backup ? [routing.backup.vlan] : [])]
  return vlans.flatMap((vlan) => [
    { path: ['interface', `vlan${vlan}`, 'type'], value: 'svi', from },
    { path: ['interface', `vlan${vlan}`, 'vlan'], value: `${vlan}`, from },
  ])
}

function set(from: Setting['from'], path: string, value: string | null = null): Setting {
  return { path: path.split(' '), value, from }
}

const BACKUP_DISTANCE = 250
